import type { ReactElement } from 'react'
import type { RegisteredReport } from '../../db/stores/report-registry.ts'
import { printAnchor } from '../../lib/integrity/anchor.ts'
import type { Locale } from '../../lib/messages/messages.ts'
import { formatCode } from '../../lib/survey/codes/code.ts'
import { ENGINE_VERSION } from '../../lib/verdict/engine-version.ts'
import { dayIn } from '../day-in.ts'
import { Document } from '../pages/document.tsx'
import { wordsOf } from '../words.ts'

/** `mistyped`: the check character tells that it was copied wrongly; `unknown`: copied well, and no report has it. */
export type NoReport = 'mistyped' | 'unknown'

interface ReportDocumentProps {
  readonly locale: Locale
  readonly report: RegisteredReport | NoReport
  /** As it was asked for. */
  readonly code: string
}

/** 万元 with two decimals, from fen. */
const wan = (fen: number) => (fen / 1_000_000).toFixed(2)
const percent = (share: number) => `${(share * 100).toFixed(1)}%`
const sizeOf = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
const inGroups = (digest: string) => (digest.match(/.{1,16}/g) ?? []).join(' ')

/** What was frozen under the code of a printed page, figure by figure, and whether it still holds. */
export function ReportDocument({ locale, report, code }: ReportDocumentProps): ReactElement {
  const words = wordsOf(locale)
  if (typeof report === 'string')
    return (
      <Document locale={locale} title={words('report.title')} languageLink>
        <h1>{words('report.title')}</h1>
        <section className="card" role="status">
          <p className="code">{code}</p>
          <p>
            <b>{words(`report.${report}`)}</b>
          </p>
          <p>{words(`report.${report}Hint`)}</p>
          <p>
            <a href={`/verify?lang=${locale}`}>{words('report.again')}</a>
          </p>
        </section>
      </Document>
    )
  const { figures, state, voided, superseded, decision } = report
  const holds = !voided && !superseded && state !== 'sent-back'
  const none = words('report.none')
  const say = dayIn(locale)
  const [comma, open, close] = locale === 'en' ? [', ', ' (', ')'] : ['，', '（', '）']
  const index = (value: number | null) => (value === null ? none : value.toFixed(3))
  const level = (value: typeof figures.initialLevel) => (value ? words(`report.levels.${value}`) : none)
  const rows: (readonly [string, string])[] = [
    [words('report.matter'), figures.title],
    [words('report.decisionBody'), figures.decisionBody],
    [words('report.assessor'), figures.assessor],
    [
      words('report.version'),
      words('report.versionValue', { number: report.number, day: say(report.frozenOn) }),
    ],
    [words('report.initial'), `T = ${index(figures.initialIndex)}${comma}${level(figures.initialLevel)}`],
    [words('report.residual'), `T = ${index(figures.residualIndex)}${comma}${level(figures.residualLevel)}`],
    [words('report.responses'), String(figures.responses)],
    [
      words('report.opposition'),
      figures.opposition && figures.opposition.n > 0
        ? `${percent(figures.opposition.count / figures.opposition.n)}${open}${figures.opposition.count}/${figures.opposition.n}${close}`
        : none,
    ],
    [words('report.economic'), figures.economic ? words(`report.economics.${figures.economic}`) : none],
    [
      words('report.enpv'),
      figures.enpvFen === null ? none : words('report.wan', { amount: wan(figures.enpvFen) }),
    ],
    [words('report.ebcr'), figures.ebcr === null ? none : figures.ebcr.toFixed(3)],
    [
      words('report.allowed'),
      figures.allowed.map((one) => words(`report.decisions.${one}`)).join('、') || none,
    ],
  ]
  return (
    <Document locale={locale} title={words('report.title')} languageLink>
      <h1>{words('report.title')}</h1>
      <section className={holds ? 'card ok' : 'card'} role="status">
        <p className="code">{formatCode(report.code)}</p>
        <p>
          <b>
            {voided
              ? words('report.voided')
              : superseded
                ? words('report.superseded')
                : words(`report.states.${state}`)}
          </b>
        </p>
        {decision && (
          <p>
            {words('report.decided', {
              decision: words(`report.decisions.${decision}`),
              day: report.decidedOn ? say(report.decidedOn) : none,
            })}
          </p>
        )}
        {report.conditions !== '' && (
          <p className="lead">
            {words('report.conditions')}
            {report.conditions}
          </p>
        )}
      </section>
      <p>{words('report.compare')}</p>
      <section className="card">
        <dl>
          {rows.map(([label, value]) => (
            <div className="r" key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <div className="r">
            <dt>{words('report.engine')}</dt>
            <dd>
              {report.engineVersion} · {figures.schemeId}
            </dd>
          </div>
          <div className="r">
            <dt>{words('report.caseDigest')}</dt>
            <dd className="digest">{inGroups(report.caseDigest)}</dd>
          </div>
          {figures.merkleRoot && (
            <div className="r">
              <dt>{words('report.root')}</dt>
              <dd className="digest">{inGroups(figures.merkleRoot)}</dd>
            </div>
          )}
          <div className="r">
            <dt>{words('report.anchor')}</dt>
            <dd className="digest">{printAnchor({ seq: report.auditSeq, hash: report.auditHash })}</dd>
          </div>
          <div className="r">
            <dt>{words('report.officeAnchor')}</dt>
            <dd className="digest">{printAnchor({ seq: report.officeSeq, hash: report.officeHash })}</dd>
          </div>
        </dl>
        <p className="hint">{words('report.anchorHint')}</p>
      </section>
      {report.engineVersion !== ENGINE_VERSION && (
        <p>{words('report.engineMoved', { before: report.engineVersion, today: ENGINE_VERSION })}</p>
      )}
      <section className="card">
        <h2>{words('report.publicBundle')}</h2>
        <p>
          <a href={`/verify/report/${report.code}/bundle`} download>
            {words('report.download', { size: sizeOf(report.bundleSize) })}
          </a>
        </p>
        <p>
          <a href={`/verify/bundle?lang=${locale}`}>{words('report.bundle')}</a>
        </p>
        <dl>
          <div className="r">
            <dt>{words('report.bundleDigest')}</dt>
            <dd className="digest">{inGroups(report.bundleDigest)}</dd>
          </div>
        </dl>
      </section>
    </Document>
  )
}
