'use client'

import { Alert, Button, Group, List, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowBarToDown,
  IconMinus,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useConfirm } from '../ui/confirm.tsx'
import { useIssueText } from '../ui/form/issue-text.tsx'
import { useRefusalText } from '../ui/form/refusal-text.tsx'
import { useUnsaved } from '../ui/form/unsaved-guard.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { SaveRow } from '../ui/save-row.tsx'
import { useSaving } from '../ui/use-saving.tsx'
import {
  type CashFlowDraft,
  draftOf,
  emptyYears,
  filledDown,
  MOST_YEARS,
  tableOf,
  withCell,
  withPasted,
  type YearCost,
} from './cash-flow-draft.ts'
import { CashFlowGrid, type Place } from './cash-flow-grid.tsx'
import { CashFlowStart } from './cash-flow-start.tsx'
import type { CashFlowTable } from './cash-flow-table.ts'
import { MeasureCosts } from './measure-costs-panel.tsx'

interface CashFlowEditorProps {
  readonly table: CashFlowTable
  readonly thisYear: number
  /** What the measures cost by the year of their deadline, in fen; the mitigation row can be taken from it. */
  readonly measureCosts: readonly YearCost[]
  readonly readOnly: boolean
  readonly save: Save<CashFlowTable>
}

/** How many steps can be taken back. */
const MOST_STEPS = 50

/** The cash-flow table with its discount rate: typed, pasted or filled down, checked when it is saved. */
export function CashFlowEditor({ table, thisYear, measureCosts, readOnly, save }: CashFlowEditorProps) {
  const t = useTranslations('economics.table')
  const rowName = useTranslations('economics.rows')
  const issueText = useIssueText()
  const refusalText = useRefusalText()
  const confirm = useConfirm()
  const { saving, refusal, run } = useSaving()
  const stored = JSON.stringify(table)
  const [draft, setDraft] = useState(() => draftOf(table, thisYear))
  const [applied, setApplied] = useState(stored)
  const [steps, setSteps] = useState<readonly CashFlowDraft[]>([])
  const [place, setPlace] = useState<Place | null>(null)
  const [checked, setChecked] = useState(false)
  const [note, setNote] = useState('')

  const editor = useRef<HTMLDivElement>(null)
  const { table: current, issues } = tableOf(draft)
  const dirty = !readOnly && JSON.stringify(current) !== stored
  useUnsaved(dirty)

  // After a save or a reload the stored table comes back as a prop; a table without changes of its own follows it.
  useEffect(() => {
    if (dirty || applied === stored) return
    setApplied(stored)
    setDraft(draftOf(JSON.parse(stored), thisYear))
    setSteps([])
  }, [dirty, applied, stored, thisYear])

  const step = (next: CashFlowDraft, said = '') => {
    setSteps([...steps.slice(1 - MOST_STEPS), draft])
    setDraft(next)
    setNote(said)
  }
  const undo = () => {
    const before = steps.at(-1)
    if (!before) return
    setDraft(before)
    setSteps(steps.slice(0, -1))
    setNote('')
  }
  const fillDown = (at: Place) =>
    step(filledDown(draft, at.year, at.column), t('filled', { n: draft.years.length - 1 - at.year }))

  const submit = async () => {
    setChecked(true)
    if (!current) {
      requestAnimationFrame(() =>
        editor.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      )
      return
    }
    if (await run(save, current, t('saved'))) {
      setSteps([])
      setNote('')
      setChecked(false)
    }
  }

  const shown = checked ? issues : []
  const issueOf = (column: 'rate' | 'first-year') =>
    issueText(shown.find((issue) => issue.column === column)?.reason)
  const clear = () =>
    confirm({
      title: t('clearTitle'),
      body: t('clearText', { n: draft.years.length }),
      confirmLabel: t('clearConfirm'),
      cancelLabel: t('cancel'),
      destructive: true,
      onConfirm: () => step({ ...draft, years: [] }),
    })

  return (
    <Panel title={t('heading')}>
      <Stack gap="md" ref={editor}>
        <Group align="flex-start" gap="lg">
          <TextInput
            label={t('rate')}
            description={t('rateHelp')}
            inputMode="decimal"
            value={draft.rate}
            readOnly={readOnly}
            rightSection={<Text aria-hidden>%</Text>}
            error={issueOf('rate')}
            maw={420}
            onChange={(event) => setDraft({ ...draft, rate: event.currentTarget.value })}
          />
          {draft.years.length > 0 && (
            <NumberInput
              label={t('firstYear')}
              value={draft.firstYear}
              readOnly={readOnly}
              allowDecimal={false}
              clampBehavior="none"
              error={issueOf('first-year')}
              w={140}
              onChange={(value) => setDraft({ ...draft, firstYear: Number(value) })}
            />
          )}
        </Group>
        {measureCosts.length > 0 && (
          <MeasureCosts
            draft={draft}
            costs={measureCosts}
            readOnly={readOnly}
            onTake={(next) => step(next, t('fromMeasuresDone'))}
          />
        )}
        {draft.years.length === 0 ? (
          <CashFlowStart
            thisYear={thisYear}
            readOnly={readOnly}
            onStart={(firstYear, years) => step({ ...draft, firstYear, years: emptyYears(years) })}
          />
        ) : (
          <>
            <Group justify="space-between" gap="xs">
              <Text size="sm" c="ink.6" maw="46em">
                {readOnly ? '' : t('help')} {t('revenueHelp')}
              </Text>
              <Text size="sm">{t('unit')}</Text>
            </Group>
            <CashFlowGrid
              draft={draft}
              issues={shown}
              readOnly={readOnly}
              onCell={(at, text) => setDraft(withCell(draft, at.year, at.column, text))}
              onPaste={(at, cells) => {
                const next = withPasted(draft, at.year, at.column, cells)
                const unread = tableOf(next).issues.length
                setChecked(unread > 0)
                step(
                  next,
                  unread > 0 ? t('pasteIssues', { n: unread }) : t('pasted', { n: cells.flat().length }),
                )
              }}
              onFillDown={fillDown}
              onFocus={setPlace}
            />
          </>
        )}
        {!readOnly && (
          <Group gap="xs">
            {draft.years.length > 0 && (
              <>
                <Button
                  variant="default"
                  leftSection={<IconPlus size={16} aria-hidden />}
                  disabled={draft.years.length >= MOST_YEARS}
                  onClick={() => step({ ...draft, years: [...draft.years, ...emptyYears(1)] })}
                >
                  {t('addYear')}
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconMinus size={16} aria-hidden />}
                  onClick={() => step({ ...draft, years: draft.years.slice(0, -1) })}
                >
                  {t('removeLast')}
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconArrowBarToDown size={16} aria-hidden />}
                  title={t('fillDownHelp')}
                  disabled={place === null || place.year >= draft.years.length - 1}
                  onClick={() => place && fillDown(place)}
                >
                  {t('fillDown')}
                </Button>
                <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={clear}>
                  {t('clear')}
                </Button>
              </>
            )}
            {steps.length > 0 && (
              <Button variant="subtle" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={undo}>
                {t('undo')}
              </Button>
            )}
          </Group>
        )}
        <Text size="sm" role="status" hidden={note === ''}>
          {note}
        </Text>
        {shown.length > 0 && (
          <Alert color="cinnabar" icon={<IconAlertTriangle aria-hidden />} role="alert">
            {t('issues', { n: shown.length })}
            <List size="sm">
              {shown
                .filter((issue) => issue.year !== null)
                .slice(0, 10)
                .map((issue) => (
                  <List.Item key={`${issue.year}-${issue.column}`}>
                    {t('issue', {
                      year: String(draft.firstYear + (issue.year ?? 0)),
                      row:
                        issue.column === 'rate' || issue.column === 'first-year' ? '' : rowName(issue.column),
                      issue: issueText(issue.reason) ?? '',
                    })}
                  </List.Item>
                ))}
            </List>
          </Alert>
        )}
        {refusal && (
          <Alert color="cinnabar" icon={<IconAlertTriangle aria-hidden />} role="alert">
            {refusalText(refusal)}
          </Alert>
        )}
        {!readOnly && (
          <SaveRow onSave={submit} saving={saving} dirty={dirty} save={t('save')} unsaved={t('unsaved')} />
        )}
      </Stack>
    </Panel>
  )
}
