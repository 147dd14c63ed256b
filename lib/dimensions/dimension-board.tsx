'use client'

import { Box, Progress, Switch, Tabs, Text } from '@mantine/core'
import { useCallback, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { EvidencePicker, type EvidenceShelf } from '../evidence/evidence-picker.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import type { Save } from '../ui/save.ts'
import { ConclusionPanel } from './conclusion-panel.tsx'
import classes from './dimensions.module.css'
import type { DimensionComment, DimensionConclusion, Finding, FindingEntry } from './finding.ts'
import { FindingForm } from './finding-form.tsx'
import { ConclusionMark } from './grade-mark.tsx'
import { FindingText, IndicatorRow, useIndicatorName } from './indicator-row.tsx'
import { DIMENSIONS, type Dimension, INDICATORS, indicatorsIn } from './indicators.ts'
import { nextWithoutFinding } from './next-indicator.ts'

interface DimensionBoardProps {
  readonly findings: readonly Finding[]
  readonly comments: readonly DimensionComment[]
  readonly conclusions: Readonly<Record<Dimension, DimensionConclusion>>
  readonly saveFinding: Save<FindingEntry>
  readonly saveComment: Save<DimensionComment>
  readonly shelf: EvidenceShelf
  readonly mayScore: boolean
  readonly mayComment: boolean
}

function DimensionTab({ conclusion }: { conclusion: DimensionConclusion }) {
  const t = useTranslations('dimensions')
  const done = Object.values(conclusion.counts).reduce((sum, count) => sum + count, 0)
  return (
    <Tabs.Tab value={conclusion.dimension} className={classes.tab}>
      <span className={classes.tabName}>{t(`names.${conclusion.dimension}`)}</span>
      <ConclusionMark conclusion={conclusion.conclusion} />
      <span className={classes.tabProgress}>
        <Progress
          value={(100 * done) / conclusion.indicators}
          size={5}
          color={done === conclusion.indicators ? 'pine' : 'dai'}
          aria-hidden
          flex={1}
        />
        {t('progress', { done, total: conclusion.indicators })}
      </span>
    </Tabs.Tab>
  )
}

/** The four dimensions side by side, the indicators of one of them below, one of which may be open for entry. */
export function DimensionBoard(props: DimensionBoardProps) {
  const { findings, comments, conclusions, saveFinding, saveComment, mayScore, mayComment } = props
  const t = useTranslations('dimensions')
  const nameOf = useIndicatorName()
  const confirm = useConfirm()
  const [dimension, setDimension] = useState<Dimension>('legality')
  const [open, setOpen] = useState<string | null>(null)
  const [reveal, setReveal] = useState(false)
  const [onlyMissing, setOnlyMissing] = useState(false)
  const dirty = useRef(false)
  const setDirty = useCallback((value: boolean) => {
    dirty.current = value
  }, [])

  /** Does `then` at once, or after asking when the open row holds unsaved changes. */
  const leaveRow = (then: () => void) => {
    const indicator = INDICATORS.find((candidate) => candidate.id === open)
    if (!indicator || !dirty.current) return then()
    confirm({
      title: t('discardTitle'),
      body: t('discardBody', { indicator: nameOf(indicator) }),
      confirmLabel: t('discard'),
      destructive: true,
      onConfirm: () => {
        dirty.current = false
        then()
      },
    })
  }

  const show = (indicatorId: string) => {
    const indicator = INDICATORS.find((candidate) => candidate.id === indicatorId)
    if (!indicator) return
    setDimension(indicator.dimension)
    setOpen(indicatorId)
    setReveal(true)
  }

  const afterSaving = (indicatorId: string, next: boolean) => {
    dirty.current = false
    const following = next ? nextWithoutFinding(findings, indicatorId) : null
    if (following) show(following.id)
    else setOpen(null)
  }

  const toggle = (indicatorId: string) =>
    leaveRow(() => {
      setReveal(false)
      setOpen(open === indicatorId ? null : indicatorId)
    })

  const findingOf = (indicatorId: string) =>
    findings.find((finding) => finding.indicatorId === indicatorId) ?? null

  return (
    <Tabs
      value={dimension}
      onChange={(value) => {
        const chosen = DIMENSIONS.find((candidate) => candidate === value)
        if (!chosen) return
        leaveRow(() => {
          setOpen(null)
          setDimension(chosen)
        })
      }}
      variant="none"
      keepMounted={false}
    >
      <Tabs.List className={classes.tabs} aria-label={t('title')}>
        {DIMENSIONS.map((candidate) => (
          <DimensionTab key={candidate} conclusion={conclusions[candidate]} />
        ))}
      </Tabs.List>
      {DIMENSIONS.map((candidate) => {
        const numbered = indicatorsIn(candidate).map((indicator, i) => ({ indicator, number: i + 1 }))
        const shown = numbered.filter(
          ({ indicator }) => !onlyMissing || open === indicator.id || findingOf(indicator.id) === null,
        )
        return (
          <Tabs.Panel key={candidate} value={candidate} className={classes.panel}>
            <div className={classes.toolbar}>
              <Text>{t(`questions.${candidate}`)}</Text>
              <Switch
                checked={onlyMissing}
                onChange={(event) => setOnlyMissing(event.currentTarget.checked)}
                label={t('onlyMissing')}
              />
            </div>
            <ol className={classes.rows}>
              {shown.map(({ indicator, number }) => (
                <IndicatorRow
                  key={indicator.id}
                  indicator={indicator}
                  number={number}
                  finding={findingOf(indicator.id)}
                  open={open === indicator.id}
                  reveal={reveal}
                  onToggle={() => toggle(indicator.id)}
                >
                  {() => (
                    <>
                      {mayScore ? (
                        <FindingForm
                          indicatorId={indicator.id}
                          indicatorName={nameOf(indicator)}
                          finding={findingOf(indicator.id)}
                          save={saveFinding}
                          onDirty={setDirty}
                          onSaved={(next) => afterSaving(indicator.id, next)}
                        />
                      ) : (
                        <FindingText finding={findingOf(indicator.id)} />
                      )}
                      <Box mt="md">
                        <EvidencePicker
                          shelf={props.shelf}
                          use="finding"
                          subjectId={indicator.id}
                          readOnly={!mayScore}
                        />
                      </Box>
                    </>
                  )}
                </IndicatorRow>
              ))}
            </ol>
            {shown.length === 0 && (
              <Text c="ink.6" ta="center" py="xl">
                {t('allFound')}
              </Text>
            )}
            <ConclusionPanel
              key={candidate}
              conclusion={conclusions[candidate]}
              comment={comments.find((comment) => comment.dimension === candidate)?.comment ?? ''}
              saveComment={saveComment}
              mayComment={mayComment}
              onOpenIndicator={(id) => leaveRow(() => show(id))}
            />
          </Tabs.Panel>
        )
      })}
    </Tabs>
  )
}
