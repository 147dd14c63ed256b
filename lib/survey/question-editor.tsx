'use client'

import { Checkbox, Group, NativeSelect, NumberInput, Stack, Textarea } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { retyped } from './drafting.ts'
import { OptionsEditor } from './options-editor.tsx'
import { QUESTION_TYPES, type QuestionTypeName } from './question-types/definitions.ts'
import type { Question } from './questionnaire.ts'
import { ScaleLabelsEditor } from './scale-labels-editor.tsx'

interface QuestionEditorProps {
  readonly question: Question
  readonly autoFocus: boolean
  /** The message for a place inside the question, e.g. `title` or `options.1.label`. */
  issueAt(path: string): string | undefined
  onChange(question: Question): void
}

/** Everything of one question: its words, its type and its answers. */
export function QuestionEditor({ question, autoFocus, issueAt, onChange }: QuestionEditorProps) {
  const t = useTranslations('survey')
  return (
    <Stack gap="md">
      <Textarea
        label={t('question.title')}
        value={question.title}
        error={issueAt('title')}
        autosize
        minRows={1}
        autoFocus={autoFocus}
        withAsterisk
        onChange={(event) => onChange({ ...question, title: event.currentTarget.value })}
      />
      <Group gap="lg" align="flex-start">
        <NativeSelect
          label={t('question.type')}
          value={question.type}
          data={(Object.keys(QUESTION_TYPES) as QuestionTypeName[]).map((type) => ({
            value: type,
            label: t(`types.${type}`),
          }))}
          onChange={(event) => onChange(retyped(question, event.currentTarget.value as QuestionTypeName))}
        />
        <Checkbox
          mt={{ base: 0, sm: 30 }}
          maw={360}
          label={t('question.required')}
          description={t('question.requiredHelp')}
          checked={question.required}
          onChange={(event) => onChange({ ...question, required: event.currentTarget.checked })}
        />
      </Group>
      {(question.type === 'single' || question.type === 'multiple') && (
        <OptionsEditor
          options={question.options}
          error={issueAt('options')}
          issueOf={(i) => issueAt(`options.${i}.label`)}
          onChange={(options) => onChange({ ...question, options })}
        />
      )}
      {question.type === 'scale' && (
        <ScaleLabelsEditor
          legend={t('question.labels')}
          labels={question.labels}
          issueOf={(i) => issueAt(`labels.${i}`)}
          onChange={(labels) => onChange({ ...question, labels })}
        />
      )}
      {question.type === 'text' && (
        <NumberInput
          label={t('question.maxLength')}
          value={question.maxLength}
          error={issueAt('maxLength')}
          min={10}
          max={2000}
          step={100}
          allowDecimal={false}
          w={160}
          onChange={(value) => onChange({ ...question, maxLength: Number(value) })}
        />
      )}
    </Stack>
  )
}
