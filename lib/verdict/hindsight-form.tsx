'use client'

import { Alert, Badge, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import {
  OCCURRENCES,
  type Occurrence,
  type PostEvaluation,
  postEvaluationShape,
  RECOMMENDATIONS,
  type Recommendation,
} from '../follow-up/post-evaluation.ts'
import { useRiskWords } from '../risk/scheme-words.tsx'
import type { Scheme } from '../scheme/scheme.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { DateField } from '../ui/form/date-field.tsx'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { RadioField } from '../ui/form/select-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextAreaField, TextField } from '../ui/form/text-field.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import type { Hindsight } from './hindsight.ts'

interface HindsightFormProps {
  readonly rows: readonly Hindsight[]
  readonly evaluation: PostEvaluation | null
  readonly scheme: Scheme
  readonly today: string
  readonly save: Save<PostEvaluation>
  readonly readOnly: boolean
}

/**
 * What was foreseen beside what happened, factor by factor, and what is to be learnt from it. It begins empty: "did not
 * occur" is for somebody to say, not for the form.
 */
export function HindsightForm({ rows, evaluation, scheme, today, save, readOnly }: HindsightFormProps) {
  const t = useTranslations('followUp.hindsight')
  const { degreeName } = useRiskWords(scheme)
  const form = useEntryForm<PostEvaluation>({
    shape: postEvaluationShape(today),
    values: {
      heldOn: evaluation?.heldOn ?? '',
      evaluator: evaluation?.evaluator ?? '',
      lessons: evaluation?.lessons ?? '',
      recommendation: evaluation?.recommendation ?? ('' as Recommendation),
      factors: rows.map(({ factorId, occurrence, note }) => ({
        factorId,
        occurrence: occurrence ?? ('' as Occurrence),
        note,
      })),
    },
    save,
    savedMessage: t('saved'),
    readOnly,
  })
  const misses = rows.filter(({ underestimated }) => underestimated).length
  return (
    <Panel title={t('title')} description={t('lead')}>
      {rows.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState>
      ) : (
        <EntryFormBox form={form} label={t('title')}>
          <Stack gap="lg">
            {evaluation && (
              <Alert
                color={misses > 0 ? 'cinnabar' : 'pine'}
                icon={misses > 0 ? <IconAlertTriangle aria-hidden /> : <IconCircleCheck aria-hidden />}
              >
                {misses > 0 ? t('misses', { n: misses }) : t('noMisses')}
              </Alert>
            )}
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <DateField form={form} name="heldOn" label={t('heldOn')} latest={today} required />
              <TextField
                form={form}
                name="evaluator"
                label={t('evaluator')}
                description={t('evaluatorHint')}
                required
              />
            </SimpleGrid>
            {rows.map(({ factorId, name, foreseen, underestimated }, i) => (
              <fieldset key={factorId} style={{ border: 0, padding: 0, margin: 0 }}>
                <Group gap="xs" mb={6}>
                  <Text component="legend" fw={600} p={0}>
                    {name}
                  </Text>
                  <Text size="sm" c="ink.6">
                    {t('foreseen')}：{degreeName(foreseen)}
                  </Text>
                  {underestimated && <Badge color="cinnabar">{t('underestimated')}</Badge>}
                </Group>
                <Stack gap="xs">
                  <RadioField
                    form={form}
                    name={`factors.${i}.occurrence`}
                    label={`${name}：${t('occurrence')}`}
                    hideLabel
                    choices={OCCURRENCES.map((value) => ({ value, label: t(`occurrences.${value}`) }))}
                  />
                  <TextAreaField
                    form={form}
                    name={`factors.${i}.note`}
                    label={t('note')}
                    description={t('noteHint')}
                    minRows={1}
                    maxLength={1000}
                  />
                </Stack>
              </fieldset>
            ))}
            <TextAreaField form={form} name="lessons" label={t('lessons')} required maxLength={4000} />
            <RadioField
              form={form}
              name="recommendation"
              label={t('recommendation')}
              required
              choices={RECOMMENDATIONS.map((value) => ({ value, label: t(`recommendations.${value}`) }))}
            />
            <SubmitBar form={form} label={t('save')} />
          </Stack>
        </EntryFormBox>
      )}
    </Panel>
  )
}
