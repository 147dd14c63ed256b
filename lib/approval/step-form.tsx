'use client'

import { Group, Radio, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { z } from 'zod'
import type { Decision } from '../scheme/decision-gate.ts'
import { DateField } from '../ui/form/date-field.tsx'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { RadioField } from '../ui/form/select-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextAreaField, TextField } from '../ui/form/text-field.tsx'
import { type EntryForm, useEntryForm } from '../ui/form/use-entry-form.tsx'
import type { Save } from '../ui/save.ts'
import { type Signing, useConfirmSignature } from './confirm-signature.tsx'
import {
  asksForInterest,
  OPINIONS,
  type PanelVote,
  STEP_SHAPES,
  type StageStep,
  type Step,
  type StepKind,
} from './workflow.ts'

/** Nothing is chosen beforehand: a signature that is filled in already is a stamp. The shape asks for it. */
const NOTHING = '' as never

type StepOf<Kind extends StepKind> = Extract<Step, { kind: Kind }>

export interface StepFormProps {
  readonly kind: Exclude<StageStep, 'step-aside'>
  readonly save: Save<Step>
  readonly allowed: readonly Decision[]
  readonly panel: readonly PanelVote[]
  readonly signing: Signing
}

/** What a signature of each kind is filled in with. Who judges says first whether he has an interest of his own. */
export function StepForm(props: StepFormProps) {
  return asksForInterest(props.kind) ? <Declared {...props} /> : <Entries {...props} />
}

function Declared(props: StepFormProps) {
  const t = useTranslations('approval.form')
  const [declared, setDeclared] = useState<'none' | 'conflict' | null>(null)
  return (
    <Stack gap="lg">
      <Radio.Group
        label={t('interest')}
        description={t('interestHint')}
        value={declared}
        onChange={(value) => setDeclared(value === 'none' ? 'none' : 'conflict')}
      >
        <Group gap="lg" mt="xs">
          {(['none', 'conflict'] as const).map((value) => (
            <Radio key={value} value={value} label={t(`interests.${value}`)} />
          ))}
        </Group>
      </Radio.Group>
      {declared === 'none' && <Entries {...props} />}
      {declared === 'conflict' && <StepAside {...props} />}
    </Stack>
  )
}

function Entries(props: StepFormProps) {
  switch (props.kind) {
    case 'pass-review':
      return <PassReview {...props} />
    case 'send-back':
      return <SendBack {...props} />
    case 'give-opinion':
      return <GiveOpinion {...props} />
    case 'close-panel':
      return <ClosePanel {...props} />
    case 'decide':
      return <Decide {...props} />
    case 'file':
      return <FileAway {...props} />
    case 'archive':
      return <Archive {...props} />
  }
}

function useStepForm<Kind extends StepKind>(
  kind: Kind,
  values: StepOf<Kind>,
  { save, signing }: Pick<StepFormProps, 'save' | 'signing'>,
): EntryForm<StepOf<Kind>> {
  const t = useTranslations('approval')
  const confirm = useConfirmSignature(signing)
  // Every shape of STEP_SHAPES is the shape of the step of its name.
  const shape = STEP_SHAPES[kind] as unknown as z.ZodType<StepOf<Kind>, StepOf<Kind>>
  const form = useEntryForm<StepOf<Kind>>({ shape, values, save, savedMessage: t('form.saved') })
  return {
    ...form,
    submit: (event) => {
      event?.stopPropagation()
      // What is not complete is sent all the same: the form then says what is missing.
      void form.methods.handleSubmit(
        (entry) => confirm(entry, () => form.submit()),
        () => form.submit(),
      )(event)
    },
  }
}

function Signed<Entry extends FieldValues>({
  form,
  kind,
  children,
}: {
  readonly form: EntryForm<Entry>
  readonly kind: StepKind
  readonly children?: ReactNode
}) {
  const t = useTranslations('approval')
  return (
    <EntryFormBox form={form} label={t(`stepNames.${kind}`)}>
      <Stack gap="md">
        {children}
        <SubmitBar form={form} label={`${t('form.sign')}：${t(`stepNames.${kind}`)}`} always />
      </Stack>
    </EntryFormBox>
  )
}

function StepAside(props: StepFormProps) {
  const t = useTranslations('approval.form')
  const form = useStepForm('step-aside', { kind: 'step-aside', grounds: '' }, props)
  return (
    <Signed form={form} kind="step-aside">
      <TextAreaField
        form={form}
        name="grounds"
        label={t('asideGrounds')}
        description={t('asideHint')}
        maxLength={2000}
      />
    </Signed>
  )
}

function PassReview(props: StepFormProps) {
  const t = useTranslations('approval.form')
  const form = useStepForm('pass-review', { kind: 'pass-review', interest: 'none', remarks: '' }, props)
  return (
    <Signed form={form} kind="pass-review">
      <TextAreaField form={form} name="remarks" label={t('remarks')} maxLength={2000} />
    </Signed>
  )
}

function SendBack(props: StepFormProps) {
  const t = useTranslations('approval.form')
  const form = useStepForm('send-back', { kind: 'send-back', interest: 'none', reason: '' }, props)
  return (
    <Signed form={form} kind="send-back">
      <TextAreaField
        form={form}
        name="reason"
        label={t('reason')}
        description={t('reasonHint')}
        required
        maxLength={2000}
      />
    </Signed>
  )
}

function GiveOpinion(props: StepFormProps) {
  const t = useTranslations('approval')
  const form = useStepForm(
    'give-opinion',
    { kind: 'give-opinion', interest: 'none', opinion: NOTHING, grounds: '' },
    props,
  )
  return (
    <Signed form={form} kind="give-opinion">
      <RadioField
        form={form}
        name="opinion"
        label={t('form.opinion')}
        required
        choices={OPINIONS.map((value) => ({ value, label: t(`record.opinions.${value}`) }))}
      />
      <TextAreaField
        form={form}
        name="grounds"
        label={t('form.grounds')}
        description={t('form.groundsHint')}
        maxLength={4000}
      />
    </Signed>
  )
}

function ClosePanel(props: StepFormProps) {
  const t = useTranslations('approval.form')
  const form = useStepForm('close-panel', { kind: 'close-panel', interest: 'none' }, props)
  const dissent = props.panel.filter(({ opinion }) => opinion === 'dissent').length
  return (
    <Signed form={form} kind="close-panel">
      <Text>{t('closePanel', { n: props.panel.length, dissent })}</Text>
    </Signed>
  )
}

function Decide(props: StepFormProps) {
  const t = useTranslations('approval.form')
  const names = useTranslations('verdict.decisions')
  const form = useStepForm(
    'decide',
    { kind: 'decide', interest: 'none', decision: NOTHING, conditions: '', dissentAnswer: '' },
    props,
  )
  return (
    <Signed form={form} kind="decide">
      <RadioField
        form={form}
        name="decision"
        label={t('decision')}
        required
        choices={props.allowed.map((value) => ({ value, label: names(value) }))}
      />
      <TextAreaField
        form={form}
        name="conditions"
        label={t('conditions')}
        description={t('conditionsHint')}
        maxLength={4000}
      />
      {props.panel.some(({ opinion }) => opinion === 'dissent') && (
        <TextAreaField
          form={form}
          name="dissentAnswer"
          label={t('dissentAnswer')}
          required
          maxLength={4000}
        />
      )}
    </Signed>
  )
}

function FileAway(props: StepFormProps) {
  const t = useTranslations('approval.form')
  const form = useStepForm('file', { kind: 'file', filingNumber: '', filedOn: '' }, props)
  return (
    <Signed form={form} kind="file">
      <TextField form={form} name="filingNumber" label={t('filingNumber')} required />
      <DateField form={form} name="filedOn" label={t('filedOn')} required />
    </Signed>
  )
}

function Archive(props: StepFormProps) {
  const t = useTranslations('approval.form')
  const form = useStepForm('archive', { kind: 'archive', place: '' }, props)
  return (
    <Signed form={form} kind="archive">
      <TextField form={form} name="place" label={t('place')} required />
    </Signed>
  )
}
