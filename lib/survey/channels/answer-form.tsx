'use client'

import { Alert, List } from '@mantine/core'
import { type FormEvent, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useIssueText } from '../../ui/form/issue-text.tsx'
import type { FieldIssue } from '../../ui/save.ts'
import { QuestionFace } from '../question-types/faces.tsx'
import { askedQuestions, numberOf, type Questionnaire } from '../questionnaire.ts'
import { ANSWER_FIELD, type AnswerFields, sentTo } from '../response.ts'
import { askedIfWords } from '../show-if-words.ts'
import classes from './answer-form.module.css'

interface AnswerFormProps {
  /** In one language. */
  readonly questionnaire: Questionnaire
  /** What the form begins with. */
  readonly sent: AnswerFields
  readonly issues: readonly FieldIssue[]
  readonly submitLabel: string
  readonly saving: boolean
  readonly onSubmit: (fields: AnswerFields) => void
}

/** The fields of answers in a form of the browser. */
export function fieldsIn(form: HTMLFormElement): AnswerFields {
  const fields: Record<string, string[]> = {}
  for (const [name, value] of new FormData(form))
    if (name.startsWith(ANSWER_FIELD) && typeof value === 'string')
      fields[name] = [...(fields[name] ?? []), value]
  return fields
}

/** The same questions with the same controls that residents get, filled in by an official. */
export function AnswerForm(props: AnswerFormProps) {
  const { questionnaire, sent, issues, submitLabel, saving, onSubmit } = props
  const t = useTranslations('intake.question')
  const issueText = useIssueText()
  const faults = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (issues.length > 0) faults.current?.focus()
  }, [issues])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit(fieldsIn(event.currentTarget))
  }
  const faultOf = (questionId: string) => {
    const message = issues.find(({ path }) => path[0] === questionId)?.message
    return message === undefined ? null : { message: issueText(message) ?? '' }
  }
  const words = (key: Parameters<typeof t>[0], values?: Record<string, string | number>) =>
    t(key, values ?? {})
  return (
    <form onSubmit={submit} autoComplete="off" noValidate>
      {issues.length > 0 && (
        <Alert color="cinnabar" role="alert" tabIndex={-1} ref={faults} mb="md">
          <List size="sm">
            {issues.map(({ path, message }) => (
              <List.Item key={`${path.join('.')} ${message}`}>
                {numberOf(questionnaire, path[0] ?? '') ?? ''} {issueText(message)}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <div className={classes.form}>
        {questionnaire.questions.map((question) => (
          <QuestionFace
            key={question.id}
            question={question}
            number={numberOf(questionnaire, question.id)}
            total={askedQuestions(questionnaire)}
            sent={sentTo(question, sent)}
            askedIf={askedIfWords(questionnaire, question, words)}
            error={faultOf(question.id)}
            words={words}
          />
        ))}
        <button type="submit" disabled={saving}>
          {submitLabel}
        </button>
      </div>
    </form>
  )
}
