import type { ReactElement } from 'react'
import { groupsOf } from '../../db/ballot/receipt.ts'
import type { Locale } from '../../lib/messages/messages.ts'
import type { Notice } from '../../lib/participation/notice.ts'
import { LONGEST_OPINION } from '../../lib/participation/opinions/opinion.ts'
import { foreignLanguage } from '../language.ts'
import { Document } from '../pages/document.tsx'
import { wordsOf } from '../words.ts'

interface OpinionDocumentProps {
  readonly notice: Notice
  readonly locale: Locale
  readonly formKey: string
  /** What was sent and refused; empty for a fresh form. */
  readonly text: string
  readonly fault: 'empty' | 'long' | 'not-recorded' | null
}

/** One field and nothing about the person: an opinion needs no name. */
export function OpinionDocument({
  notice,
  locale,
  formKey,
  text,
  fault,
}: OpinionDocumentProps): ReactElement {
  const words = wordsOf(locale)
  return (
    <Document locale={locale} title={words('publicNotices.opinion.title')} languageLink={fault === null}>
      <h1>{words('publicNotices.opinion.title')}</h1>
      <p lang={foreignLanguage(notice.title, locale)}>{notice.title}</p>
      <form method="post" action={`/p/${notice.slug}/opinion?lang=${locale}`}>
        <input type="hidden" name="key" value={formKey} />
        <section className={fault ? 'q bad' : 'q'}>
          <label htmlFor="text">
            <b>{words('publicNotices.opinion.label')}</b>
          </label>
          <p className="hint" id="hint">
            {words('publicNotices.opinion.hint', { max: LONGEST_OPINION })}
          </p>
          {fault && (
            <p className="error" role="alert" id="fault">
              {words(`publicNotices.opinion.faults.${fault}`, { max: LONGEST_OPINION })}
            </p>
          )}
          <textarea
            id="text"
            name="text"
            aria-describedby={fault ? 'hint fault' : 'hint'}
            aria-invalid={fault !== null}
            defaultValue={text}
          />
        </section>
        <button type="submit">{words('publicNotices.opinion.send')}</button>
      </form>
      <p className="end">
        <a href={`/p/${notice.slug}`}>{words('publicNotices.answers.back')}</a>
      </p>
    </Document>
  )
}

interface ReceivedDocumentProps {
  readonly notice: Notice
  readonly locale: Locale
  readonly receipt: string
}

/** Shown after the opinion has been stored and never before. */
export function ReceivedDocument({ notice, locale, receipt }: ReceivedDocumentProps): ReactElement {
  const words = wordsOf(locale)
  return (
    <Document locale={locale} title={words('publicNotices.received.title')} languageLink={false}>
      <h1>{words('publicNotices.received.title')}</h1>
      <section className="card ok">
        <p>{words('publicNotices.received.text')}</p>
        <h2>{words('publicNotices.received.receipt')}</h2>
        <p className="code">
          <span>{groupsOf(receipt).join('-')}</span>
        </p>
        <p>{words('publicNotices.received.use')}</p>
      </section>
      <p className="end">
        <a href={`/p/${notice.slug}/feedback`}>{words('publicNotices.feedbackLink')}</a>
      </p>
    </Document>
  )
}
