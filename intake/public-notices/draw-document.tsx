import type { ReactElement } from 'react'
import type { DrawsInPublic } from '../../db/stores/public-notices.ts'
import type { Locale } from '../../lib/messages/messages.ts'
import { seedText } from '../../lib/survey/sampling/draw.ts'
import { type PublicDraw, type PublicStratum, repeatCommands } from '../../lib/survey/sampling/public-draw.ts'
import { drawState } from '../../lib/survey/sampling/sampling-draw.ts'
import { dayIn } from '../day-in.ts'
import { foreignLanguage } from '../language.ts'
import { Document } from '../pages/document.tsx'
import { wordsOf } from '../words.ts'

interface DrawDocumentProps {
  readonly found: DrawsInPublic
  readonly locale: Locale
}

const STEPS = ['bound', 'announced', 'seed', 'ticket', 'smallest'] as const

/** How households were drawn, so that anybody who has the list can draw again; who was drawn stands nowhere here. */
export function DrawDocument({ found: { notice, draws }, locale }: DrawDocumentProps): ReactElement {
  const words = wordsOf(locale)
  return (
    <Document locale={locale} title={words('publicNotices.draw.title')} languageLink>
      <h1>{words('publicNotices.draw.title')}</h1>
      <p lang={foreignLanguage(notice.title, locale)}>{notice.title}</p>
      <p>{words('publicNotices.draw.lead')}</p>
      <section className="card">
        <h2>{words('publicNotices.draw.how')}</h2>
        <ol>
          {STEPS.map((step) => (
            <li key={step}>{words(`publicNotices.draw.steps.${step}`)}</li>
          ))}
        </ol>
      </section>
      {draws.toReversed().map((draw) => (
        <Draw key={draw.seq} draw={draw} draws={draws} locale={locale} />
      ))}
      <section className="card">
        <h2>{words('publicNotices.draw.notHere')}</h2>
        <p>{words('publicNotices.draw.notHereText')}</p>
        <p>{words('publicNotices.draw.own')}</p>
      </section>
      <p className="end noprint">
        <a href={`/p/${notice.slug}`}>{words('publicNotices.answers.back')}</a>
      </p>
    </Document>
  )
}

interface DrawProps {
  readonly draw: PublicDraw
  readonly draws: readonly PublicDraw[]
  readonly locale: Locale
}

/** One announcement with its draw. */
function Draw({ draw, draws, locale }: DrawProps): ReactElement {
  const words = wordsOf(locale)
  const say = dayIn(locale)
  const { outcome } = draw
  const state = drawState(draw, draws)
  const foreign = (text: string) => foreignLanguage(text, locale)
  return (
    <section className={state === 'drawn' ? 'card ok' : 'card'}>
      <h2>
        {words('publicNotices.draw.nth', { n: draw.seq })}
        <span className="n">{words(`publicNotices.draw.states.${state}`, { day: say(draw.revealOn) })}</span>
      </h2>
      <dl>
        <Fact term={words('publicNotices.draw.announcedOn')}>{say(draw.announcedOn)}</Fact>
        <Fact term={words('publicNotices.draw.source')} lang={foreign(draw.source)}>
          {draw.source}
        </Fact>
        <Fact term={words('publicNotices.draw.revealOn')}>{say(draw.revealOn)}</Fact>
        {draw.reason !== '' && (
          <Fact term={words('publicNotices.draw.reason')} lang={foreign(draw.reason)}>
            {draw.reason}
          </Fact>
        )}
        {outcome && (
          <>
            <Fact term={words('publicNotices.draw.number')}>{outcome.publicNumber}</Fact>
            <Fact term={words('publicNotices.draw.drawnOn')}>{say(outcome.drawnOn)}</Fact>
          </>
        )}
        <Fact term={words('publicNotices.draw.frameDigest')} digest>
          {draw.frameDigest}
        </Fact>
        {outcome && (
          <>
            <Fact term={words('publicNotices.draw.seed')} digest>
              {seedText(draw.frameDigest, outcome.publicNumber)}
            </Fact>
            <Fact term={words('publicNotices.draw.drawnDigest')} digest>
              {outcome.digest}
            </Fact>
          </>
        )}
      </dl>
      <h3>{words('publicNotices.draw.strata')}</h3>
      <ol>
        {draw.strata.map((stratum) => (
          <Stratum key={stratum.name} stratum={stratum} locale={locale} />
        ))}
      </ol>
      <Repeat draw={draw} locale={locale} />
    </section>
  )
}

function Stratum({ stratum, locale }: { stratum: PublicStratum; locale: Locale }): ReactElement {
  const words = wordsOf(locale)
  const { name, size, sample, listDigest } = stratum
  return (
    <li>
      <b lang={foreignLanguage(name, locale)}>{name}</b>
      <br />
      {words('publicNotices.draw.stratum', { size, sample })}
      <br />
      <span className="hint">
        {words('publicNotices.draw.listDigest')} <span className="digest">{listDigest}</span>
      </span>
    </li>
  )
}

/** The three digests again, by commands that every Linux has. */
function Repeat({ draw, locale }: { draw: PublicDraw; locale: Locale }): ReactElement {
  const words = wordsOf(locale)
  const { lists, frame, drawn } = repeatCommands(draw)
  return (
    <details>
      <summary>{words('publicNotices.draw.repeat')}</summary>
      <p>{words('publicNotices.draw.files')}</p>
      <p>{words('publicNotices.draw.sayLists')}</p>
      <pre>{lists.join('\n')}</pre>
      <p>{words('publicNotices.draw.sayFrame')}</p>
      <pre>{frame}</pre>
      {drawn !== null && (
        <>
          <p>{words('publicNotices.draw.sayDrawn')}</p>
          <pre>{drawn}</pre>
        </>
      )}
    </details>
  )
}

interface FactProps {
  readonly term: string
  readonly lang?: string | undefined
  readonly digest?: boolean
  readonly children: string
}

function Fact({ term, lang, digest = false, children }: FactProps): ReactElement {
  return (
    <div className="r">
      <dt>{term}</dt>
      <dd lang={lang} className={digest ? 'digest' : undefined}>
        {children}
      </dd>
    </div>
  )
}
