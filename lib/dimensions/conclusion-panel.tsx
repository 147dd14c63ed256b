'use client'

import { Stack, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextAreaField } from '../ui/form/text-field.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import type { Save } from '../ui/save.ts'
import classes from './dimensions.module.css'
import {
  type DimensionComment,
  type DimensionConclusion,
  dimensionCommentShape,
  FINDING_GRADES,
} from './finding.ts'
import { ConclusionMark, GradeMark } from './grade-mark.tsx'
import { useIndicatorName } from './indicator-row.tsx'
import { INDICATORS } from './indicators.ts'

function CommentForm({ comment, save }: { comment: DimensionComment; save: Save<DimensionComment> }) {
  const t = useTranslations('dimensions')
  const form = useEntryForm({
    shape: dimensionCommentShape,
    values: comment,
    save,
    savedMessage: t('comment.saved'),
  })
  return (
    <EntryFormBox form={form} label={t('comment.title')}>
      <Stack gap="sm">
        <TextAreaField
          form={form}
          name="comment"
          label={t('comment.label', { dimension: t(`names.${comment.dimension}`) })}
          description={t('comment.hint')}
          minRows={2}
          maxLength={4000}
        />
        <SubmitBar form={form} label={t('comment.save')} />
      </Stack>
    </EntryFormBox>
  )
}

interface ConclusionPanelProps {
  readonly conclusion: DimensionConclusion
  readonly comment: string
  readonly saveComment: Save<DimensionComment>
  readonly mayComment: boolean
  readonly onOpenIndicator: (indicatorId: string) => void
}

/** What the findings of a dimension add up to, why, and what the assessor has to say about it. */
export function ConclusionPanel({
  conclusion: { dimension, conclusion, counts, indicators, deciding },
  comment,
  saveComment,
  mayComment,
  onOpenIndicator,
}: ConclusionPanelProps) {
  const t = useTranslations('dimensions')
  const nameOf = useIndicatorName()
  const missing = indicators - FINDING_GRADES.reduce((sum, grade) => sum + counts[grade], 0)
  const named = conclusion === 'fails' || conclusion === 'passes-with-gaps' ? deciding : []
  return (
    <div className={classes.conclusion}>
      <div>
        <div className={classes.verdict}>
          <ConclusionMark conclusion={conclusion} />
        </div>
        <ul className={classes.counts}>
          {FINDING_GRADES.map((grade) => (
            <li key={grade}>
              <GradeMark grade={grade} /> <strong>{counts[grade]}</strong>
            </li>
          ))}
          {missing > 0 && (
            <li>
              <GradeMark grade={null} /> <strong>{missing}</strong>
            </li>
          )}
        </ul>
        <Text size="sm" mt="sm">
          {t(`deciding.${conclusion}`, { n: missing })}
        </Text>
        {named.length > 0 && (
          <ul className={classes.deciding}>
            {named.map((id) => {
              const indicator = INDICATORS.find((candidate) => candidate.id === id)
              return (
                <li key={id}>
                  <button type="button" className={classes.decidingLink} onClick={() => onOpenIndicator(id)}>
                    {indicator ? nameOf(indicator) : id}
                  </button>
                </li>
              )
            })}
          </ul>
        )}
      </div>
      <div>
        {mayComment ? (
          <CommentForm comment={{ dimension, comment }} save={saveComment} />
        ) : (
          <>
            <Text size="sm" c="ink.6">
              {t('comment.title')}
            </Text>
            <Text style={{ whiteSpace: 'pre-line' }}>{comment || t('comment.none')}</Text>
          </>
        )}
      </div>
    </div>
  )
}
