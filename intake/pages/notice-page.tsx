import type { ReactElement } from 'react'
import type { Locale } from '../../lib/messages/messages.ts'
import type { intake } from '../../lib/messages/zh-CN/intake.ts'
import { wordsOf } from '../words.ts'
import { Document } from './document.tsx'

export type Notice = keyof typeof intake.notice

interface NoticePageProps {
  readonly locale: Locale
  readonly notice: Notice
  readonly values?: Record<string, string | number> | undefined
  /** The answer to a GET, which may be asked for again in the other language without losing anything. */
  readonly reloadable: boolean
}

/** A page with something to say and nothing to fill in: what happened, and what to do next. */
export function NoticePage({ locale, notice, values, reloadable }: NoticePageProps): ReactElement {
  const words = wordsOf(locale)
  return (
    <Document locale={locale} title={words(`notice.${notice}.title`)} languageLink={reloadable}>
      <h1>{words(`notice.${notice}.title`)}</h1>
      <section className="card">
        <p>{words(`notice.${notice}.text`)}</p>
        <p>{words(`notice.${notice}.next`, values)}</p>
        {notice === 'home' && (
          <p>
            <a href="/p">{words('notice.home.notices')}</a>
          </p>
        )}
      </section>
    </Document>
  )
}
