'use client'

import { Autocomplete, Button, Stack, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { Scheme } from '../scheme/scheme.ts'
import { AppLink } from '../ui/app-link.tsx'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { type FieldProps, labelProps, useField } from '../ui/form/field.tsx'
import { useIssueText } from '../ui/form/issue-text.tsx'
import { NumberField } from '../ui/form/number-field.tsx'
import { CheckboxField } from '../ui/form/select-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { type EntryForm, useEntryForm } from '../ui/form/use-entry-form.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { degreeOf, riskDegree } from './composite-index.ts'
import { DegreeMark } from './degree-badge.tsx'
import { PHASES, type RiskFactorEntry, riskFactorShape } from './factor.ts'
import { MeasureFields } from './measure-fields.tsx'
import { useRiskWords } from './scheme-words.tsx'
import styles from './score-field.module.css'
import { ScoreField } from './score-field.tsx'

interface FactorFormProps {
  /** Null for a new factor. */
  readonly factor: RiskFactorEntry | null
  readonly categories: readonly string[]
  /** Sum of the weights of all other factors. */
  readonly otherWeights: number
  readonly scheme: Scheme
  /** YYYY-MM-DD in China. */
  readonly today: string
  readonly backHref: string
  readonly readOnly: boolean
  readonly save: Save<RiskFactorEntry>
  readonly onSaved?: () => void
}

/** A new factor has no scores: a default would be a judgement that nobody made. */
function unscored(): RiskFactorEntry {
  const open = null as unknown as number
  return {
    catalogueId: null,
    category: '',
    name: '',
    phases: [],
    weight: open,
    initialProbability: open,
    initialImpact: open,
    residualProbability: open,
    residualImpact: open,
    measures: [],
  }
}

/** Everything of one factor: what it is, how grave, what is done, and what remains. */
export function FactorForm({
  factor,
  categories,
  otherWeights,
  scheme,
  today,
  backHref,
  readOnly,
  save,
  onSaved,
}: FactorFormProps) {
  const t = useTranslations('risk')
  const { entered } = useRiskWords(scheme)
  const form = useEntryForm<RiskFactorEntry>({
    shape: riskFactorShape,
    values: factor ?? unscored(),
    save,
    readOnly,
    ...(onSaved ? { onSaved } : {}),
  })
  return (
    <EntryFormBox form={form}>
      <Panel title={t('form.what')}>
        <Stack maw={640}>
          <CategoryField
            form={form}
            name="category"
            label={t('form.category')}
            description={t('form.categoryHelp')}
            required
            categories={categories}
          />
          <TextField
            form={form}
            name="name"
            label={t('form.name')}
            description={t('form.nameHelp')}
            required
          />
          <CheckboxField
            form={form}
            name="phases"
            label={t('form.phases')}
            choices={PHASES.map((phase) => ({ value: phase, label: t(`phases.${phase}`) }))}
            required
          />
          <NumberField
            form={form}
            name="weight"
            label={t('form.weight')}
            description={t('form.weightHelp', { others: entered(otherWeights) })}
            decimals={4}
            step={0.01}
            required
          />
        </Stack>
      </Panel>
      <Panel title={t('form.initial')} description={t('form.initialHelp')}>
        <StageScores form={form} stage="initial" scheme={scheme} />
      </Panel>
      <Panel title={t('form.measures')} description={t('form.measuresHelp')}>
        <MeasureFields form={form} today={today} />
      </Panel>
      <Panel title={t('form.residual')} description={t('form.residualHelp')}>
        <StageScores form={form} stage="residual" scheme={scheme} />
      </Panel>
      <Stack gap="sm" align="flex-start">
        <SubmitBar form={form} label={factor ? t('form.save') : t('form.create')} />
        <Button
          component={AppLink}
          href={backHref}
          variant="subtle"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          {t('form.back')}
        </Button>
      </Stack>
    </EntryFormBox>
  )
}

interface StageScoresProps {
  readonly form: EntryForm<RiskFactorEntry>
  readonly stage: 'initial' | 'residual'
  readonly scheme: Scheme
}

/** p and q of a stage with R below them. */
function StageScores({ form, stage, scheme }: StageScoresProps) {
  const t = useTranslations('risk.form')
  const issueText = useIssueText()
  const { computed } = useRiskWords(scheme)
  const { control, methods } = form
  const [initialP, initialQ, residualP, residualQ, measures] = useWatch({
    control,
    name: ['initialProbability', 'initialImpact', 'residualProbability', 'residualImpact', 'measures'],
  })
  const isNumber = (value: unknown): value is number => typeof value === 'number'
  /** Until somebody judges otherwise, what remains is what there was. */
  const carry =
    (to: 'residualProbability' | 'residualImpact') => (next: number | null, before: number | null) => {
      const residual: number | null = methods.getValues(to)
      if (next !== null && (residual === null || residual === before)) {
        methods.setValue(to, next, { shouldDirty: true, shouldValidate: methods.formState.isSubmitted })
      }
    }
  const reduced = (residual: number, initial: number) =>
    isNumber(residual) && isNumber(initial) && residual < initial && measures.length === 0
      ? issueText('reduction-without-measure')
      : undefined
  const [p, q] = stage === 'initial' ? [initialP, initialQ] : [residualP, residualQ]
  const known = isNumber(p) && isNumber(q) && p >= 0 && p <= 1 && q >= 0 && q <= 1
  const degree = known ? riskDegree(p, q) : null
  const bounds = scheme.riskDegreeBands.bands.map((band) => band.upTo)
  return (
    <Stack gap="md">
      <div className={styles.scores}>
        {stage === 'initial' ? (
          <>
            <ScoreField
              form={form}
              name="initialProbability"
              label={t('probability')}
              bands={scheme.probabilityBands}
              scheme={scheme}
              onChanged={carry('residualProbability')}
            />
            <ScoreField
              form={form}
              name="initialImpact"
              label={t('impact')}
              bands={scheme.impactBands}
              scheme={scheme}
              onChanged={carry('residualImpact')}
            />
          </>
        ) : (
          <>
            <ScoreField
              form={form}
              name="residualProbability"
              label={t('residualProbability')}
              bands={scheme.probabilityBands}
              scheme={scheme}
              warning={reduced(residualP, initialP)}
            />
            <ScoreField
              form={form}
              name="residualImpact"
              label={t('residualImpact')}
              bands={scheme.impactBands}
              scheme={scheme}
              warning={reduced(residualQ, initialQ)}
            />
          </>
        )}
      </div>
      <div className={styles.result} role="status">
        <Text span size="sm">
          {t('degree')}
        </Text>
        {degree === null ? (
          <Text span size="sm" c="ink.6">
            {t('degreeUnset')}
          </Text>
        ) : (
          <>
            <Text span fw={600}>
              {computed(degree, bounds)}
            </Text>
            <DegreeMark degree={degreeOf(degree, scheme)} scheme={scheme} />
          </>
        )}
      </div>
    </Stack>
  )
}

function CategoryField({
  categories,
  ...props
}: FieldProps<RiskFactorEntry> & { readonly categories: readonly string[] }) {
  const { field, error, readOnly } = useField(props)
  return (
    <Autocomplete
      {...labelProps(props)}
      {...field}
      value={typeof field.value === 'string' ? field.value : ''}
      data={[...categories]}
      error={error}
      readOnly={readOnly}
    />
  )
}
