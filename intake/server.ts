/**
 * The residents' door: a small server of its own on the public internet.
 *
 * It serves plain HTML without scripts or cookies, reads one kind of body (a form), keeps nothing but answers, and can
 * reach nothing of the officials' workbench but the store it is given.
 */
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { type Logger, pino } from 'pino'
import type { IntakeStore } from '../db/stores/intake.ts'
import type { NoticeBoard } from '../db/stores/public-notices.ts'
import { describeError, logRequest } from './access-log.ts'
import { codeEntryRoutes } from './code-entry.tsx'
import type { Notice } from './pages/notice-page.tsx'
import { noticeRoutes } from './public-notices/notice-routes.tsx'
import { createRateLimit } from './rate-limit.ts'
import { openTicketOffice } from './receipt-ticket.ts'
import { sendNotice } from './reply.tsx'
import { securityHeaders } from './security-headers.ts'
import { surveyRoutes } from './survey-routes.tsx'
import { bundleRoutes } from './verify/bundle-routes.tsx'
import { type ReceiptBook, receiptRoutes } from './verify/receipt-routes.tsx'
import { type ReportRegistry, reportRoutes } from './verify/report-routes.tsx'

export interface IntakeOptions {
  readonly store: IntakeStore
  /** Public notices; a door without them knows no /p. */
  readonly board?: NoticeBoard
  /** Where receipts are looked up; a door without it knows no /verify. */
  readonly receipts?: ReceiptBook
  /** Where the codes of printed reports are looked up; a door without it knows no /verify/report. */
  readonly reports?: ReportRegistry
  /** See PUBLIC_URL in env.ts. */
  readonly publicUrl?: string | undefined
  readonly logger?: Logger
  /** Which neighbours may name the address they ask for; see TRUST_PROXY in env.ts. */
  readonly trustProxy?: string
  /** See INTAKE_SECRET in env.ts. */
  readonly secret?: string | undefined
  /** Residents reach us by https only. */
  readonly https?: boolean
  readonly now?: () => Date
}

/** The longest form that can be drafted: 60 comments of 2,000 Han characters, nine bytes each in a form's encoding. */
const BODY_LIMIT = 1200 * 1024
/** Answers per address in one window. Generous: a whole village may share one address. */
const ATTEMPTS = 120
/** Answers in one window from behind a proxy on this machine that names nobody: five a second. */
const UNNAMED_ATTEMPTS = 3000
/** Wrong codes per address in one window; a code has 55 random bits, so this is for the log's peace, not for safety. */
const WRONG_CODES = 30
/** Public bundles per address in one window: a class of pupils or a newsroom, but no flood of megabytes. */
const DOWNLOADS = 30
const WINDOW_MINUTES = 10

const METHODS_ELSEWHERE = ['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

function noticeFor({ statusCode = 500 }: FastifyError, isPost: boolean): [number, Notice] {
  if (statusCode === 413) return [413, 'too-large']
  if (statusCode === 415) return [415, 'unsupported-media']
  if (statusCode < 500) return [400, 'bad-request']
  return [503, isPost ? 'not-recorded' : 'unavailable']
}

export function createIntake(options: IntakeOptions): FastifyInstance {
  const { store, trustProxy = 'loopback', https = false, now = () => new Date() } = options
  const log = options.logger ?? pino({ level: 'silent' })
  const headers = securityHeaders({ https })
  const limit = (attempts: number) =>
    createRateLimit({
      attempts,
      unnamedAttempts: Math.max(attempts, UNNAMED_ATTEMPTS),
      windowMinutes: WINDOW_MINUTES,
      now: () => now().getTime(),
    })

  const fail = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const [status, notice] = noticeFor(error, request.method === 'POST')
    if (status >= 500) {
      log.error({ error: describeError(error) }, 'a request failed')
      reply.header('retry-after', 30)
    }
    return sendNotice(request, reply, status, notice)
  }

  const server = Fastify({
    trustProxy,
    bodyLimit: BODY_LIMIT,
    // A form of 64 KB takes a minute on a slow mobile network.
    requestTimeout: 120_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 128 },
    // While stopping, requests on open connections are still served, as pages.
    return503OnClosing: false,
    // An address that cannot be decoded is answered before any hook.
    frameworkErrors: async (error, request, reply) => {
      await fail(error, request, reply.headers(headers))
      logRequest(log, request, reply)
    },
  })
  // onRequest, so that a refused body, an unknown path or a crash carries them as well.
  server.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers)
  })
  server.addHook('onResponse', async (request, reply) => logRequest(log, request, reply))
  server.setErrorHandler<FastifyError>(fail)

  // While stopping, answers under way are finished; a connection kept alive after them would hold the stop up.
  let stopping = false
  server.addHook('preClose', async () => {
    stopping = true
  })
  server.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close')
  })

  server.removeAllContentTypeParsers()
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string) => new URLSearchParams(body),
  )

  server.get('/', (request, reply) => sendNotice(request, reply, 200, 'home'))
  // Healthy means able to look up a survey: a door that cannot is no use to anybody.
  server.get('/healthz', async (_request, reply) => {
    await store.findSurvey({ link: 'healthz' })
    return reply.type('text/plain; charset=utf-8').send('ok')
  })
  // Without a set address the one that was asked for is the best known; it comes back to the asker alone.
  const siteOf = (request: FastifyRequest) =>
    (options.publicUrl ?? `${request.protocol}://${request.host}`).replace(/\/$/, '')
  surveyRoutes(server, {
    store,
    tickets: openTicketOffice(options.secret),
    limit: limit(ATTEMPTS),
    wrongCodes: limit(WRONG_CODES),
    siteOf: options.receipts ? siteOf : null,
    log,
    now,
  })
  codeEntryRoutes(server)
  if (options.board) {
    noticeRoutes(server, {
      board: options.board,
      siteOf,
      limit: limit(ATTEMPTS),
      log,
      now,
    })
  }
  if (options.receipts) receiptRoutes(server, { receipts: options.receipts, limit: limit(ATTEMPTS) })
  if (options.reports)
    reportRoutes(server, { registry: options.reports, limit: limit(ATTEMPTS), downloads: limit(DOWNLOADS) })
  bundleRoutes(server, { limit: limit(ATTEMPTS) })
  server.route({
    method: [...METHODS_ELSEWHERE],
    url: '/s/:token',
    // Before the body, whose kind does not matter here.
    onRequest: (request, reply) =>
      sendNotice(request, reply.header('allow', 'GET, HEAD, POST'), 405, 'method-not-allowed'),
    handler: () => undefined,
  })
  server.setNotFoundHandler((request, reply) => sendNotice(request, reply, 404, 'not-found'))
  return server
}
