import type { ReactElement } from 'react'
import type { NoticeInPublic } from '../../db/stores/public-notices.ts'
import type { Locale } from '../../lib/messages/messages.ts'
import { lastDayOf, phaseOf } from '../../lib/participation/notice.ts'
import { dayIn } from '../day-in.ts'
import { foreignLanguage } from '../language.ts'
import { Document } from '../pages/document.tsx'
import { QrCode } from '../pages/qr-code.tsx'
import { wordsOf } from '../words.ts'

interface NoticeDocumentProps {
  readonly found: NoticeInPublic
  readonly locale: Locale
  readonly today: string
  /** Where residents reach this server, for codes on paper. */
  readonly site: string
}

/** A notice as everybody may read it: what is planned, whom it touches, where and until when to speak. */
export function NoticeDocument({ found, locale, today, site }: NoticeDocumentProps): ReactElement {
  const words = wordsOf(locale)
  const { notice, clock, surveys } = found
  const say = dayIn(locale)
  const phase = phaseOf(notice, today)
  const text = (content: string) => (
    <p className="lead" lang={foreignLanguage(content, locale)}>
      {content}
    </p>
  )
  const unit = words(
    clock?.clock.counted === 'working-days' ? 'publicNotices.working' : 'publicNotices.calendar',
  )
  const alive = phase === 'announced' || phase === 'current'
  return (
    <Document locale={locale} title={notice.title} languageLink>
      <p className="hint">{words(`publicNotices.kinds.${notice.kind}`)}</p>
      <h1 lang={foreignLanguage(notice.title, locale)}>{notice.title}</h1>
      {found.example && (
        <section className="card faults">
          <p>
            <b>{words('publicNotices.example')}</b>
          </p>
        </section>
      )}
      {phase !== 'draft' && (
        <section className={phase === 'withdrawn' || phase === 'corrected' ? 'card faults' : 'card ok'}>
          <p>
            <b>
              {words(`publicNotices.phases.${phase}`, {
                from: say(notice.from),
                until: say(notice.until),
                day: say(notice.withdrawnOn ?? notice.from),
              })}
            </b>
          </p>
          {notice.withdrawnBecause !== '' && (
            <p>{words('publicNotices.withdrawnBecause', { because: notice.withdrawnBecause })}</p>
          )}
          {found.correctedBy !== null && (
            <p>
              <a href={`/p/${found.correctedBy}`}>{words('publicNotices.correctedBy')}</a>
            </p>
          )}
          {found.earlier !== null && (
            <p>
              {words('publicNotices.correction')}{' '}
              <a href={`/p/${found.earlier}`}>{words('publicNotices.earlier')}</a>
            </p>
          )}
        </section>
      )}
      <section className="card">
        <h2>{words('publicNotices.plan')}</h2>
        {text(notice.plan)}
      </section>
      <section className="card">
        <h2>{words('publicNotices.affected')}</h2>
        {text(notice.affected)}
      </section>
      <section className="card">
        <h2>{words('publicNotices.objection')}</h2>
        {text(notice.objection)}
        <p>{words('publicNotices.objectionFree')}</p>
        {phase === 'current' && !found.example && (
          <p className="noprint">
            <a href={`/p/${notice.slug}/opinion`}>{words('publicNotices.opinion.link')}</a>
          </p>
        )}
        <dl>
          <Fact term={words('publicNotices.period')}>
            {words('publicNotices.index.span', { from: say(notice.from), until: say(notice.until) })}
          </Fact>
          {notice.eventOn !== null && (
            <Fact term={words('publicNotices.hearing')}>{say(notice.eventOn)}</Fact>
          )}
          <Fact term={words('publicNotices.contact')}>{notice.contact}</Fact>
        </dl>
        {clock && !clock.met && notice.shortenedBecause !== '' && (
          <p>
            <b>{words('publicNotices.shortened', { days: clock.clock.days, unit })}</b>
            {notice.shortenedBecause}
          </p>
        )}
        {lastDayOf(notice) !== notice.until && (
          <p>{words('publicNotices.restDay', { until: say(notice.until), last: say(lastDayOf(notice)) })}</p>
        )}
        {clock?.movedFrom && <p>{words('publicNotices.moved', { from: say(clock.movedFrom) })}</p>}
        {clock?.provisional && <p>{words('publicNotices.provisional')}</p>}
      </section>
      {alive && surveys.length > 0 && (
        <section className="card">
          <h2>{words('publicNotices.survey')}</h2>
          <p>{words('publicNotices.surveyText')}</p>
          {surveys.map(({ groupName, token }) => (
            <p key={token}>
              <a href={`/s/${token}`}>{groupName}</a>
              <br />
              <QrCode text={`${site}/s/${token}`} label={`${words('publicNotices.qr')}：${groupName}`} />
            </p>
          ))}
        </section>
      )}
      {found.drawn && (
        <section className="card noprint">
          <h2>{words('publicNotices.draw.title')}</h2>
          <p>{words('publicNotices.draw.linkText')}</p>
          <p>
            <a href={`/p/${notice.slug}/draw`}>{words('publicNotices.draw.link')}</a>
          </p>
        </section>
      )}
      {notice.law !== '' && (
        <section className="card">
          <h2>{words('publicNotices.law')}</h2>
          {text(notice.law)}
        </section>
      )}
      <section className="card">
        <dl>
          <Fact term={words('publicNotices.decisionBody')}>{found.decisionBody}</Fact>
          <Fact term={words('publicNotices.assessor')}>{found.assessor}</Fact>
          {notice.postings.length > 0 && (
            <Fact term={words('publicNotices.posted')}>
              {notice.postings.map(({ place, postedOn }) => `${place}（${say(postedOn)}）`).join('；')}
            </Fact>
          )}
        </dl>
      </section>
      <section className="card noprint">
        <h2>{words('publicNotices.feedback')}</h2>
        <p>{words('publicNotices.feedbackText')}</p>
        <p>
          <a href={`/p/${notice.slug}/feedback`}>{words('publicNotices.feedbackLink')}</a>
        </p>
      </section>
      <p className="end noprint">
        <a href="/p">{words('publicNotices.all')}</a>
      </p>
    </Document>
  )
}

function Fact({ term, children }: { term: string; children: string }): ReactElement {
  return (
    <div className="r">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
