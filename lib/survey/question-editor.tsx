'use client'

import { Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { AnswersEditor } from './answers-editor.tsx'
import { retyped } from './drafting.ts'
import { QUESTION_TYPES, type QuestionTypeName } from './question-types/definitions.ts'
import type { Question, Questionnaire } from './questionnaire.ts'
import { ShowIfEditor } from './show-if-editor.tsx'

interface QuestionEditorProps {
  readonly draft: Questionnaire
  readonly question: Question
  readonly autoFocus: boolean
  /** The message for a place inside the question, e.g. `title` or `options.1.label`. */
  issueAt(path: string): string | undefined
  onChange(question: Question): void
}

/** Everything of one question: its words, its type and its answers. */
export function QuestionEditor({ draft, question, autoFocus, issueAt, onChange }: QuestionEditorProps) {
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
        {question.type !== 'info' && (
          <Checkbox
            mt={{ base: 0, sm: 30 }}
            maw={360}
            label={t('question.required')}
            description={t('question.requiredHelp')}
            checked={question.required}
            onChange={(event) => onChange({ ...question, required: event.currentTarget.checked })}
          />
        )}
      </Group>
      <AnswersEditor question={question} issueAt={issueAt} onChange={onChange} />
      <ShowIfEditor draft={draft} question={question} error={issueAt('showIf')} onChange={onChange} />
      <TextInput
        label={t('question.section')}
        description={t('question.sectionHelp')}
        maw={560}
        value={question.section ?? ''}
        error={issueAt('section')}
        onChange={(event) => onChange({ ...question, section: event.currentTarget.value || undefined })}
      />
    </Stack>
  )
}
