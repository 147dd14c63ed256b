/**
 * The questionnaire, the sending of answers, and the receipt.
 *
 * An answer is acknowledged after the store has committed it and never before; whatever else happens, the resident is told
 * that nothing was recorded and gets the form back with everything that was filled in.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { receiptOf } from '../db/ballot/receipt.ts'
import { dayOf } from '../db/stores/day.ts'
import type { IntakeStore, OpenSurvey } from '../db/stores/intake.ts'
import { isKey, newKey } from '../lib/survey/channels/form-key.ts'
import { languagesOf } from '../lib/survey/localized.ts'
import { describeError } from './access-log.ts'
import { clientScript, scriptRoute } from './client-script.ts'
import { type Reading, readingOf } from './language.ts'
import { htmlOf } from './pages/document.tsx'
import { QuestionnairePage } from './pages/questionnaire-page.tsx'
import { ReceiptPage } from './pages/receipt-page.tsx'
import { STYLE_SOURCE } from './pages/style.ts'
import { createQuestionnaireCache } from './questionnaire-cache.tsx'
import type { RateLimit } from './rate-limit.ts'
import type { TicketOffice } from './receipt-ticket.ts'
import { localeOf, sendNotice, sendPage, sendSpliced } from './reply.tsx'
import { KEY_FIELD, readSubmission, type Submission, type SubmissionFault } from './submission.ts'
import { byCode, byLink, isRefused, type Refused, type WayIn } from './ways-in.ts'

interface SurveyRoutesOptions {
  readonly store: IntakeStore
  readonly tickets: TicketOffice
  readonly limit: RateLimit
  /** Counts codes that do not exist. */
  readonly wrongCodes: RateLimit
  /** The address residents reach us by, for the QR code of the receipt; null where receipts cannot be looked up. */
  readonly siteOf: ((request: FastifyRequest) => string) | null
  readonly log: Logger
  readonly now: () => Date
}

interface SurveyAddress {
  Params: { token: string }
}
interface ReceiptAddress {
  Params: { token: string; ticket: string }
  Querystring: { again?: string }
}

const RETRY_SECONDS = 30

const answering = clientScript({ entry: 'intake/client/answering.ts', target: 'es2015' })
/** Relative, because nobody here knows under which path the house is reached; both ways in lie one folder deep. */
const scriptAddress = async () => `../answering/${(await answering()).file}`

/** The page may run its script, which may send the form to where the form goes. */
const POLICY = [
  "default-src 'none'",
  `style-src ${STYLE_SOURCE}`,
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

function readingFor(request: FastifyRequest, { questionnaire }: OpenSurvey): Reading {
  const { lang } = (request.query ?? {}) as { lang?: unknown }
  return readingOf(lang, request.headers['accept-language'], languagesOf(questionnaire))
}

export function surveyRoutes(server: FastifyInstance, options: SurveyRoutesOptions): void {
  const freshPage = createQuestionnaireCache()
  scriptRoute(server, '/answering', answering)
  for (const way of [byLink(options.store), byCode(options.store, options.wrongCodes)])
    routesOf(way, server, options, freshPage)
}

function routesOf(
  way: WayIn,
  server: FastifyInstance,
  { store, tickets, limit, siteOf, log, now }: SurveyRoutesOptions,
  freshPage: ReturnType<typeof createQuestionnaireCache>,
): void {
  const refuse = (request: FastifyRequest, reply: FastifyReply, { status, notice, minutes }: Refused) => {
    if (minutes !== undefined) reply.header('retry-after', minutes * 60)
    return sendNotice(request, reply, status, notice, minutes === undefined ? undefined : { minutes })
  }

  function toReceipt(
    reply: FastifyReply,
    token: string,
    receipt: string,
    language: string,
    again: boolean,
  ): FastifyReply {
    const under = way.doneUnder(token)
    const address = `${way.base}/${under}/done/${tickets.seal(under, receipt)}?lang=${language}${again ? '&again=1' : ''}`
    return reply.code(303).header('location', address).send()
  }

  /** The form again, with what was sent and what is wrong with it. */
  async function sendAgain(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    survey: OpenSurvey,
    sent: Submission,
  ): Promise<FastifyReply> {
    const reading = readingFor(request, survey)
    const page = (
      <QuestionnairePage
        survey={survey}
        reading={reading}
        formKey={sent.key ?? newKey()}
        sent={sent}
        script={await scriptAddress()}
      />
    )
    return sendPage(request, reply.header('content-security-policy', POLICY), {
      status,
      locale: reading.locale,
      html: htmlOf(page),
    })
  }

  server.get<SurveyAddress>(`${way.base}/:token`, async (request, reply) => {
    const survey = await way.find(request.params.token, 'read', request.ip)
    if (isRefused(survey)) return refuse(request, reply, survey)
    if (survey.state === 'closed') return sendNotice(request, reply, 410, 'closed')
    const reading = readingFor(request, survey)
    return sendSpliced(request, reply.header('content-security-policy', POLICY), {
      locale: reading.locale,
      page: freshPage(survey, reading, await scriptAddress()),
      value: newKey(),
    })
  })

  server.post<SurveyAddress>(
    `${way.base}/:token`,
    {
      // Before the body is read: a flood should cost as little as possible.
      onRequest: async (request, reply) => {
        const minutes = limit.attempt(request.ip)
        if (minutes === null) return
        reply.header('retry-after', minutes * 60)
        return sendNotice(request, reply, 429, 'too-many', { minutes })
      },
    },
    async (request, reply) => {
      const { token } = request.params
      const survey = await way.find(token, 'send', request.ip)
      const body = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
      if (isRefused(survey)) {
        const key = way.channel === 'code' ? (body.get(KEY_FIELD) ?? '') : ''
        const counted = isKey(key) ? await store.countedBefore(key) : null
        return counted === null
          ? refuse(request, reply, survey)
          : toReceipt(reply, token, counted, localeOf(request), true)
      }
      const sent = readSubmission(survey.questionnaire, body)
      if (sent.key === null || sent.answers === null) {
        if (survey.state === 'closed') return sendNotice(request, reply, 410, 'closed')
        return sendAgain(request, reply, sent.key === null ? 400 : 422, survey, sent)
      }

      const receipt = receiptOf(survey.surveyId, sent.key)
      let acceptance: Awaited<ReturnType<IntakeStore['accept']>>
      try {
        acceptance = await store.accept({
          assessmentId: survey.assessmentId,
          surveyId: survey.surveyId,
          groupId: survey.groupId,
          channel: way.channel,
          receipt,
          code: way.codeIn(token),
          answers: sent.answers,
          day: dayOf(now()),
          language: localeOf(request),
        })
      } catch (error) {
        log.error({ error: describeError(error) }, 'a response could not be stored')
        const fault: SubmissionFault = { reason: 'not-recorded', questionId: null, values: {} }
        reply.header('retry-after', RETRY_SECONDS)
        return sendAgain(request, reply, 503, survey, { ...sent, faults: [fault] })
      }
      // A closed survey still knows the answers it has: a retry that comes late gets its receipt.
      if (!acceptance.ok)
        return sendNotice(request, reply, 410, acceptance.reason === 'code-spent' ? 'code-spent' : 'closed')
      return toReceipt(reply, token, receipt, readingFor(request, survey).tag, acceptance.value.duplicate)
    },
  )

  server.get<ReceiptAddress>(`${way.base}/:token/done/:ticket`, async (request, reply) => {
    const { token, ticket } = request.params
    const receipt = tickets.open(token, ticket)
    if (receipt === null) return sendNotice(request, reply, 404, 'receipt-expired')
    const locale = localeOf(request)
    const page = (
      <ReceiptPage
        locale={locale}
        receipt={receipt}
        again={request.query.again === '1'}
        site={siteOf?.(request) ?? null}
      />
    )
    return sendPage(request, reply, { status: 200, locale, html: htmlOf(page) })
  })
}
