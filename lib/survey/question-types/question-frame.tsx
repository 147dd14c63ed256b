/**
 * What every question on the residents' page has in common: its number, its words, whether it must be answered, and what
 * is wrong with the answer.
 *
 * The page works without scripts and on the WebView of a ten-year-old telephone, so these are plain form controls, grouped
 * and named the way assistive technology expects. Colours and sizes belong to whoever shows the page.
 */
import type { ReactElement, ReactNode } from 'react'
import type { ShowIf } from './base.ts'
import type { Sent } from './question-type.ts'
import type { QuestionWords } from './question-words.ts'

export type { QuestionWords } from './question-words.ts'

/** The words shown around one question. */
export interface Fault {
  /** Already in the resident's language. */
  readonly message: string
}

export interface FaceProps<Question> {
  readonly question: Question
  /** The number the question is known by, from 1; null for an information block, which has none. */
  readonly number: number | null
  readonly total: number
  /** What the form sent for this question, as sent; empty on a fresh page. */
  readonly sent: Sent
  /** For whom the question is, in words; null where it is for everybody. */
  readonly askedIf?: string | null
  readonly error: Fault | null
  readonly words: QuestionWords
  /** Language of the questionnaire where it is not the page's, so that a screen reader changes its voice. */
  readonly lang?: string | undefined
}

/** Name of the form field of a question: the prefix that `parseResponse` expects. */
export const fieldName = (questionId: string, part = '') => `q.${questionId}${part && `.${part}`}`
/** Id of the nth control of a question, from 1. An error message links to the first, which every face has. */
export const controlId = (questionId: string, n: number) => `q.${questionId}.${n}`
const errorId = (questionId: string) => `q.${questionId}.error`
const hintId = (questionId: string) => `q.${questionId}.hint`

interface Described {
  readonly question: { readonly id: string }
  readonly error: Fault | null
}

/** Attributes that tie a control or a group to its hint and its error. */
export function described({ question, error }: Described, hint: string | null) {
  const ids = [hint && hintId(question.id), error && errorId(question.id)].filter(Boolean).join(' ')
  return {
    'aria-describedby': ids || undefined,
    'aria-invalid': error ? (true as const) : undefined,
  }
}

interface FramedQuestion {
  readonly id: string
  readonly title: string
  readonly required: boolean
  readonly section?: string | undefined
  readonly showIf?: ShowIf | undefined
}

/** Whether a browser may insist on an answer: not where the question is for some only. */
export function mustAnswer({ required, showIf }: Pick<FramedQuestion, 'required' | 'showIf'>): boolean {
  return required && showIf === undefined
}

/** For whom a question is, where a script can read it: [all of them?, [name of the field, values]…]. */
export function conditionsOf({ showIf }: Pick<FramedQuestion, 'showIf'>): { 'data-if'?: string } {
  if (!showIf) return {}
  const conditions = showIf.conditions.map(({ questionId, rowId, optionIds }) => [
    fieldName(questionId, rowId),
    optionIds,
  ])
  return { 'data-if': JSON.stringify([showIf.match === 'all', conditions]) }
}

/** The heading of the section that begins here. */
export function SectionHeading({ question, lang }: Pick<FaceProps<FramedQuestion>, 'question' | 'lang'>) {
  return question.section ? (
    <h3 className="section" lang={lang}>
      {question.section}
    </h3>
  ) : null
}

interface FrameProps extends Omit<FaceProps<FramedQuestion>, 'sent'> {
  /** A question with one answer of several is a radio group, which may say that it is required or wrong; a set of
   * boxes or a text may not, so there the controls say it. */
  readonly oneOfSeveral: boolean
  readonly hint?: string | null
  /** Id of the single control that the title names, where there is only one. */
  readonly labels?: string
  readonly children: ReactNode
}

export function QuestionFrame(props: FrameProps): ReactElement {
  const { question, number, total, error, words, lang, oneOfSeveral, hint = null, labels, children } = props
  const { askedIf = null } = props
  const title = (
    <>
      <span className="n" dir="auto">
        {words('number', { n: number ?? 0 })}
        <span className="of">{words('total', { total })}</span>
        {question.required && <b>{words('required')}</b>}
      </span>{' '}
      <span className="t" lang={lang} dir="auto">
        {question.title}
      </span>
    </>
  )
  const group = oneOfSeveral
    ? {
        role: 'radiogroup',
        'aria-required': mustAnswer(question) || undefined,
        ...described(props, hint),
      }
    : {}
  return (
    <>
      <SectionHeading question={question} lang={lang} />
      <fieldset className={error ? 'q bad' : 'q'} {...group} {...conditionsOf(question)}>
        <legend>{labels ? <label htmlFor={labels}>{title}</label> : title}</legend>
        {askedIf && (
          <p className="hint" dir="auto">
            {askedIf}
          </p>
        )}
        {hint && (
          <p className="hint" id={hintId(question.id)} dir="auto">
            {hint}
          </p>
        )}
        {error && (
          <p className="error" id={errorId(question.id)} dir="auto">
            <b>{words('error')}</b>
            {error.message}
          </p>
        )}
        {children}
      </fieldset>
    </>
  )
}

interface ChoiceProps {
  readonly type: 'radio' | 'checkbox'
  readonly id: string
  readonly name: string
  readonly value: string
  readonly label: string
  readonly chosen: boolean
  readonly muted?: boolean
  readonly required?: boolean
  readonly lang?: string | undefined
  readonly described?: ReturnType<typeof described>
}

/** One option. The whole row is the label, so the whole row can be touched. */
export function Choice(props: ChoiceProps): ReactElement {
  const { type, id, name, value, label, chosen, muted, required, lang } = props
  return (
    <label className={muted ? 'o skip' : 'o'} htmlFor={id}>
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={chosen}
        required={required}
        {...props.described}
      />
      <span lang={lang} dir="auto">
        {label}
      </span>
    </label>
  )
}
