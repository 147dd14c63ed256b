import type { ReactElement } from 'react'
import type { Locale } from '../../lib/messages/messages.ts'
import { type Notice, phaseOf } from '../../lib/participation/notice.ts'
import { dayIn } from '../day-in.ts'
import { foreignLanguage } from '../language.ts'
import { Document } from '../pages/document.tsx'
import { wordsOf } from '../words.ts'

interface NoticeListProps {
  readonly notices: readonly Notice[]
  readonly locale: Locale
  readonly today: string
}

/** All notices: those that still ask first, and none taken away in silence. */
export function NoticeList({ notices, locale, today }: NoticeListProps): ReactElement {
  const words = wordsOf(locale)
  const say = dayIn(locale)
  const parts = [
    ['current', ['current']],
    ['announced', ['announced']],
    ['ended', ['ended']],
    ['withdrawn', ['withdrawn', 'corrected']],
  ] as const
  const inPhases = (phases: readonly string[]) =>
    notices.filter((notice) => phases.includes(phaseOf(notice, today)))
  return (
    <Document locale={locale} title={words('publicNotices.index.title')} languageLink>
      <h1>{words('publicNotices.index.title')}</h1>
      <p>{words('publicNotices.index.lead')}</p>
      {parts.map(([name, phases]) => {
        const some = inPhases(phases)
        if (some.length === 0 && name !== 'current') return null
        return (
          <section className="card" key={name}>
            <h2>{words(`publicNotices.index.${name}`)}</h2>
            {some.length === 0 && <p>{words('publicNotices.index.none')}</p>}
            {some.map((notice) => (
              <p key={notice.id}>
                <a href={`/p/${notice.slug}`} lang={foreignLanguage(notice.title, locale)}>
                  {notice.title}
                </a>
                <br />
                {words(`publicNotices.kinds.${notice.kind}`)}，
                {words('publicNotices.index.span', { from: say(notice.from), until: say(notice.until) })}
              </p>
            ))}
          </section>
        )
      })}
    </Document>
  )
}
