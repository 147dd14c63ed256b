import type { ReactElement } from 'react'
import type { FeedbackInPublic } from '../../db/stores/public-notices.ts'
import type { Locale } from '../../lib/messages/messages.ts'
import { foreignLanguage } from '../language.ts'
import { Document } from '../pages/document.tsx'
import { wordsOf } from '../words.ts'

/** The adoption register in plain words: by theme what was answered, why, and what changed. */
export function FeedbackDocument({
  found: { notice, register },
  locale,
  lookedUp,
}: {
  found: FeedbackInPublic
  locale: Locale
  /** Theme ids of the opinion behind the receipt that was entered; null: no such receipt; undefined: none entered. */
  lookedUp?: readonly (string | null)[] | null | undefined
}): ReactElement {
  const words = wordsOf(locale)
  const answered = register.rows.some(({ answer }) => answer !== null)
  return (
    <Document locale={locale} title={words('publicNotices.answers.title')} languageLink>
      <h1>{words('publicNotices.answers.title')}</h1>
      <p lang={foreignLanguage(notice.title, locale)}>{notice.title}</p>
      {answered ? (
        <>
          <p>{words('publicNotices.answers.lead')}</p>
          <section className="card ok">
            <p>{words('publicNotices.answers.sum', { n: register.opinions, answered: register.answered })}</p>
            {register.uncoded > 0 && <p>{words('publicNotices.answers.uncoded', { n: register.uncoded })}</p>}
          </section>
          {register.rows.map(({ themeId, name, opinions, answer }) => (
            <section className="card" key={themeId}>
              <h2>
                {name}
                <span className="n">
                  {words('publicNotices.answers.opinions', { n: opinions })} ·{' '}
                  {words(`publicNotices.answers.${answer?.answer ?? 'open'}`)}
                </span>
              </h2>
              {answer && (
                <dl>
                  <div className="r">
                    <dt>{words('publicNotices.answers.reason')}</dt>
                    <dd>{answer.reason}</dd>
                  </div>
                  <div className="r">
                    <dt>{words('publicNotices.answers.changed')}</dt>
                    <dd>{answer.measure || words('publicNotices.answers.unchanged')}</dd>
                  </div>
                </dl>
              )}
            </section>
          ))}
        </>
      ) : (
        <section className="card">
          <p>{words('publicNotices.answers.none')}</p>
        </section>
      )}
      <section className="card noprint">
        <h2>{words('publicNotices.lookUp.heading')}</h2>
        {lookedUp !== undefined && (
          <p role="status">
            <b>
              {lookedUp === null
                ? words('publicNotices.lookUp.unknown')
                : lookedUp.some((id) => id !== null)
                  ? words('publicNotices.lookUp.yours') +
                    register.rows
                      .filter(({ themeId }) => lookedUp.includes(themeId))
                      .map(
                        ({ name, answer }) =>
                          `${name}（${words(`publicNotices.answers.${answer?.answer ?? 'open'}`)}）`,
                      )
                      .join('、')
                  : words('publicNotices.lookUp.waiting')}
            </b>
          </p>
        )}
        <form method="post" action={`/p/${notice.slug}/feedback?lang=${locale}`}>
          <p>
            <label htmlFor="receipt">{words('publicNotices.lookUp.label')}</label>
            <br />
            <input type="text" id="receipt" name="receipt" autoComplete="off" maxLength={60} />
          </p>
          <button type="submit">{words('publicNotices.lookUp.send')}</button>
        </form>
      </section>
      <p className="end noprint">
        <a href={`/p/${notice.slug}`}>{words('publicNotices.answers.back')}</a>
      </p>
    </Document>
  )
}
