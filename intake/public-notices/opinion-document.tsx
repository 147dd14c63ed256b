import type { ReactElement } from 'react'
import { groupsOf } from '../../db/ballot/receipt.ts'
import type { NoticeInPublic } from '../../db/stores/public-notices.ts'
import type { Locale } from '../../lib/messages/messages.ts'
import type { Notice } from '../../lib/participation/notice.ts'
import { LONGEST_OPINION } from '../../lib/participation/opinions/opinion.ts'
import { dayIn } from '../day-in.ts'
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

export type RefusedBecause = 'announced' | 'ended' | 'withdrawn' | 'corrected' | 'example'

interface OpinionRefusedProps {
  readonly found: NoticeInPublic
  readonly locale: Locale
  readonly why: RefusedBecause
  /** What was sent; empty where only the form was asked for. */
  readonly text: string
}

/** Why no opinion is taken, where to go instead, and the words that were sent, so that nobody writes them twice. */
export function OpinionRefusedDocument({ found, locale, why, text }: OpinionRefusedProps): ReactElement {
  const words = wordsOf(locale)
  const { notice, correctedBy } = found
  return (
    <Document locale={locale} title={words('publicNotices.opinion.title')} languageLink={text === ''}>
      <h1>{words('publicNotices.opinion.title')}</h1>
      <p lang={foreignLanguage(notice.title, locale)}>{notice.title}</p>
      <section className="card faults">
        <p>
          <b>{words(`publicNotices.opinion.refused.${why}`, { from: dayIn(locale)(notice.from) })}</b>
        </p>
        {why === 'corrected' && correctedBy !== null && (
          <p>
            <a href={`/p/${correctedBy}`}>{words('publicNotices.correctedBy')}</a>
          </p>
        )}
      </section>
      {text.trim() !== '' && (
        <section className="q">
          <p role="status">{words('publicNotices.opinion.notRecorded')}</p>
          <label htmlFor="text">
            <b>{words('publicNotices.opinion.yourText')}</b>
          </label>
          <textarea id="text" readOnly defaultValue={text} />
        </section>
      )}
      <section className="card">
        <h2>{words('publicNotices.opinion.whereElse')}</h2>
        <p className="lead" lang={foreignLanguage(notice.objection, locale)}>
          {notice.objection}
        </p>
        <dl>
          <div className="r">
            <dt>{words('publicNotices.contact')}</dt>
            <dd>{notice.contact}</dd>
          </div>
        </dl>
      </section>
      <p className="end">
        <a href={`/p/${notice.slug}`}>{words('publicNotices.answers.back')}</a>
      </p>
    </Document>
  )
}
