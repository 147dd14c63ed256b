'use client'

import { Group, NativeSelect, NumberInput, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { OptionsEditor } from './options-editor.tsx'
import type { Option } from './question-types/question-type.ts'
import type { Question } from './questionnaire.ts'
import { ScaleLabelsEditor } from './scale-labels-editor.tsx'

interface AnswersEditorProps {
  readonly question: Question
  issueAt(path: string): string | undefined
  onChange(question: Question): void
}

/** A whole number that may be left open. */
const wholeOrOpen = (value: string | number) => (value === '' ? undefined : Number(value))
const withoutOther = (options: Option[]) => options.map(({ id, label }) => ({ id, label }))

/** What can be answered to a question: the part of it that differs from type to type. */
export function AnswersEditor({ question, issueAt, onChange }: AnswersEditorProps) {
  const t = useTranslations('survey.question')
  const optionIssues = (list: 'options' | 'rows') => ({
    error: issueAt(list),
    issueOf: (i: number) => issueAt(`${list}.${i}.label`),
  })
  switch (question.type) {
    case 'single':
      return (
        <OptionsEditor
          {...optionIssues('options')}
          legend={t('options')}
          other
          options={question.options}
          onChange={(options) => onChange({ ...question, options })}
        />
      )
    case 'multiple':
      return (
        <Stack gap="md">
          <OptionsEditor
            {...optionIssues('options')}
            legend={t('options')}
            other
            options={question.options}
            onChange={(options) => onChange({ ...question, options })}
          />
          <Group align="flex-start">
            {(['atLeast', 'atMost'] as const).map((bound) => (
              <NumberInput
                key={bound}
                label={t(bound)}
                placeholder={t('noBound')}
                value={question[bound] ?? ''}
                error={issueAt(bound)}
                min={1}
                max={question.options.length}
                allowDecimal={false}
                w={160}
                onChange={(value) => onChange({ ...question, [bound]: wholeOrOpen(value) })}
              />
            ))}
          </Group>
        </Stack>
      )
    case 'scale':
      return (
        <ScaleLabelsEditor
          legend={t('labels')}
          labels={question.labels}
          issueOf={(i) => issueAt(`labels.${i}`)}
          onChange={(labels) => onChange({ ...question, labels })}
        />
      )
    case 'matrix':
      return (
        <Stack gap="md">
          <OptionsEditor
            {...optionIssues('rows')}
            legend={t('rows')}
            most={20}
            options={question.rows}
            onChange={(rows) => onChange({ ...question, rows: withoutOther(rows) })}
          />
          <OptionsEditor
            {...optionIssues('options')}
            legend={t('columns')}
            most={7}
            options={question.options}
            onChange={(options) => onChange({ ...question, options: withoutOther(options) })}
          />
        </Stack>
      )
    case 'ranking':
      return (
        <Stack gap="md">
          <OptionsEditor
            {...optionIssues('options')}
            legend={t('ranked')}
            most={10}
            options={question.options}
            onChange={(options) => {
              const all = question.places === question.options.length
              const places = all ? options.length : Math.min(question.places, options.length)
              onChange({ ...question, options: withoutOther(options), places })
            }}
          />
          <NumberInput
            label={t('places')}
            description={t('placesHelp')}
            value={question.places}
            error={issueAt('places')}
            min={2}
            max={question.options.length}
            allowDecimal={false}
            w={260}
            onChange={(value) => onChange({ ...question, places: Number(value) })}
          />
        </Stack>
      )
    case 'number':
      return (
        <Group align="flex-start">
          {(['min', 'max', 'decimals'] as const).map((field) => (
            <NumberInput
              key={field}
              label={t(field)}
              value={question[field]}
              error={issueAt(field)}
              w={140}
              onChange={(value) => onChange({ ...question, [field]: Number(value) })}
            />
          ))}
          <TextInput
            label={t('unit')}
            placeholder={t('unitExample')}
            value={question.unit ?? ''}
            error={issueAt('unit')}
            w={140}
            onChange={(event) => onChange({ ...question, unit: event.currentTarget.value || undefined })}
          />
        </Group>
      )
    case 'date':
      return (
        <NativeSelect
          label={t('precision')}
          description={t('precisionHelp')}
          w={260}
          value={question.precision}
          data={[
            { value: 'month', label: t('toTheMonth') },
            { value: 'day', label: t('toTheDay') },
          ]}
          onChange={(event) =>
            onChange({ ...question, precision: event.currentTarget.value === 'day' ? 'day' : 'month' })
          }
        />
      )
    case 'text':
      return (
        <NumberInput
          label={t('maxLength')}
          value={question.maxLength}
          error={issueAt('maxLength')}
          min={10}
          max={2000}
          step={100}
          allowDecimal={false}
          w={160}
          onChange={(value) => onChange({ ...question, maxLength: Number(value) })}
        />
      )
    case 'info':
      return (
        <Textarea
          label={t('body')}
          value={question.body}
          error={issueAt('body')}
          autosize
          minRows={3}
          withAsterisk
          onChange={(event) => onChange({ ...question, body: event.currentTarget.value })}
        />
      )
  }
}
