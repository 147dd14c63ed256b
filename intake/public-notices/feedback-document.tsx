import type { ReactElement } from 'react'
import type { OpinionFate } from '../../db/stores/opinions.ts'
import type { FeedbackInPublic } from '../../db/stores/public-notices.ts'
import type { Locale } from '../../lib/messages/messages.ts'
import type { PublishedAnswer } from '../../lib/participation/opinions/published-answer.ts'
import { dayIn } from '../day-in.ts'
import { foreignLanguage } from '../language.ts'
import { Document } from '../pages/document.tsx'
import { wordsOf } from '../words.ts'

interface FeedbackDocumentProps {
  readonly found: FeedbackInPublic
  readonly locale: Locale
  /** What became of the opinion behind the receipt that was entered; null: no such receipt; undefined: none entered. */
  readonly fate?: readonly OpinionFate[] | null
}

/** The adoption register in plain words: by theme what was answered, why, what changed, and what was answered before. */
export function FeedbackDocument({
  found: { notice, register, published },
  locale,
  fate,
}: FeedbackDocumentProps): ReactElement {
  const words = wordsOf(locale)
  const fateLines = (fates: readonly OpinionFate[] | null): string[] => {
    if (fates === null) return [words('publicNotices.lookUp.unknown')]
    const themes = register.rows.filter(({ themeId }) => fates.some((fate) => fate.themeId === themeId))
    const named = themes.map(
      ({ name, answer }) => `${name}（${words(`publicNotices.answers.${answer?.answer ?? 'open'}`)}）`,
    )
    return [
      ...(named.length > 0 ? [words('publicNotices.lookUp.yours') + named.join('、')] : []),
      ...(fates.some(({ themeId, struck }) => themeId === null && struck === null)
        ? [words('publicNotices.lookUp.waiting')]
        : []),
      ...fates.flatMap(({ struck }) =>
        struck === null
          ? []
          : [
              words('publicNotices.lookUp.struck', {
                kind: words(`publicNotices.answers.struckKinds.${struck.kind}`),
                because: struck.because,
              }),
            ],
      ),
    ]
  }
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
                <>
                  <AnswerWords answer={answer} locale={locale} />
                  <Told versions={published[themeId] ?? []} locale={locale} />
                </>
              )}
            </section>
          ))}
        </>
      ) : (
        <section className="card">
          <p>{words('publicNotices.answers.none')}</p>
        </section>
      )}
      {register.struck.length > 0 && (
        <section className="card">
          <h2>{words('publicNotices.answers.struckHeading')}</h2>
          <p>{words('publicNotices.answers.struckText')}</p>
          <ul>
            {register.struck.map(({ kind, because, n }) => (
              <li key={`${kind} ${because}`}>
                {words('publicNotices.answers.struckLine', {
                  kind: words(`publicNotices.answers.struckKinds.${kind}`),
                  because,
                  n,
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="card noprint">
        <h2>{words('publicNotices.lookUp.heading')}</h2>
        {fate !== undefined && (
          <div role="status">
            {fateLines(fate).map((line) => (
              <p key={line}>
                <b>{line}</b>
              </p>
            ))}
          </div>
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

interface AnswerWordsProps {
  readonly answer: { readonly reason: string; readonly measure: string }
  readonly locale: Locale
}

function AnswerWords({ answer: { reason, measure }, locale }: AnswerWordsProps): ReactElement {
  const words = wordsOf(locale)
  return (
    <dl>
      <div className="r">
        <dt>{words('publicNotices.answers.reason')}</dt>
        <dd>{reason}</dd>
      </div>
      <div className="r">
        <dt>{words('publicNotices.answers.changed')}</dt>
        <dd>{measure || words('publicNotices.answers.unchanged')}</dd>
      </div>
    </dl>
  )
}

interface ToldProps {
  /** All that was told of the theme, the earliest first. */
  readonly versions: readonly PublishedAnswer[]
  readonly locale: Locale
}

/** When it was told, and what was told before: an answer that changes must not change behind people's backs. */
function Told({ versions, locale }: ToldProps): ReactElement | null {
  const words = wordsOf(locale)
  const say = dayIn(locale)
  const last = versions.at(-1)
  if (!last) return null
  const earlier = versions.slice(0, -1).reverse()
  return (
    <>
      <p className="hint">
        {words(`publicNotices.answers.${earlier.length > 0 ? 'correctedOn' : 'publishedOn'}`, {
          day: say(last.publishedOn),
        })}
      </p>
      {earlier.map((version, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: versions are never reordered
        <details key={i}>
          <summary>
            {words('publicNotices.answers.before', { day: say(version.publishedOn) })}：
            {words(`publicNotices.answers.${version.answer}`)}
          </summary>
          <AnswerWords answer={version} locale={locale} />
        </details>
      ))}
    </>
  )
}
