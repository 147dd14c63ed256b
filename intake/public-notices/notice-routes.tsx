/**
 * Below /p: notices, an anonymous form for opinions, and the answers; public, without sign-in and without script. An opinion
 * is acknowledged after its commit; the key of its form makes the receipt, so the same form sent twice counts once.
 */
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { receiptOf } from '../../db/ballot/receipt.ts'
import { dayOf } from '../../db/stores/day.ts'
import type { NoticeBoard, NoticeInPublic } from '../../db/stores/public-notices.ts'
import { phaseOf } from '../../lib/participation/notice.ts'
import { LONGEST_OPINION, opinionText } from '../../lib/participation/opinions/opinion.ts'
import { never } from '../../lib/result.ts'
import { isKey, newKey } from '../../lib/survey/channels/form-key.ts'
import { describeError } from '../access-log.ts'
import { htmlOf } from '../pages/document.tsx'
import type { RateLimit } from '../rate-limit.ts'
import { localeOf, sendNotice, sendPage } from '../reply.tsx'
import { DrawDocument } from './draw-document.tsx'
import { FeedbackDocument } from './feedback-document.tsx'
import { NoticeDocument } from './notice-document.tsx'
import { NoticeList } from './notice-list.tsx'
import {
  OpinionDocument,
  OpinionRefusedDocument,
  ReceivedDocument,
  type RefusedBecause,
} from './opinion-document.tsx'

interface NoticeRoutesOptions {
  readonly board: NoticeBoard
  /** The address residents reach us by, for links and QR codes. */
  readonly siteOf: (request: FastifyRequest) => string
  readonly limit: RateLimit
  readonly log: Logger
  readonly now: () => Date
}

interface NoticeAddress {
  Params: { slug: string }
}

const SLUG = /^[a-z0-9-]{1,80}$/

const hashOf = (receipt: string) =>
  createHash('sha256').update(`wenping opinion receipt v1${receipt}`).digest('hex')

/** A receipt as somebody copied it by hand: any case, any separators, O for 0, I or L for 1. */
const receiptAsEntered = (text: string) =>
  text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

/** Why a notice takes no opinions on a day; null while it does. */
function whyRefused({ notice, example }: NoticeInPublic, today: string): RefusedBecause | null {
  if (example) return 'example'
  const phase = phaseOf(notice, today)
  switch (phase) {
    case 'current':
      return null
    case 'announced':
    case 'ended':
    case 'withdrawn':
    case 'corrected':
      return phase
    // The board shows no drafts; a notice that is none is over for the public.
    case 'draft':
      return 'withdrawn'
    default:
      return never(phase)
  }
}

const bodyOf = (request: FastifyRequest) =>
  request.body instanceof URLSearchParams ? request.body : new URLSearchParams()

export function noticeRoutes(
  server: FastifyInstance,
  { board, siteOf, limit, log, now }: NoticeRoutesOptions,
): void {
  server.get('/p', async (request, reply) => {
    const locale = localeOf(request)
    const page = <NoticeList notices={await board.list()} locale={locale} today={dayOf(now())} />
    return sendPage(request, reply, { status: 200, locale, html: htmlOf(page) })
  })

  server.get<NoticeAddress>('/p/:slug', async (request, reply) => {
    const { slug } = request.params
    const found = SLUG.test(slug) ? await board.find(slug) : null
    if (!found) return sendNotice(request, reply, 404, 'not-found')
    const locale = localeOf(request)
    const page = <NoticeDocument found={found} locale={locale} today={dayOf(now())} site={siteOf(request)} />
    return sendPage(request, reply, { status: 200, locale, html: htmlOf(page) })
  })

  server.get<NoticeAddress>('/p/:slug/feedback', async (request, reply) => {
    const { slug } = request.params
    const found = SLUG.test(slug) ? await board.feedback(slug) : null
    if (!found) return sendNotice(request, reply, 404, 'not-found')
    const locale = localeOf(request)
    const page = <FeedbackDocument found={found} locale={locale} />
    return sendPage(request, reply, { status: 200, locale, html: htmlOf(page) })
  })

  server.get<NoticeAddress>('/p/:slug/draw', async (request, reply) => {
    const { slug } = request.params
    const found = SLUG.test(slug) ? await board.draws(slug) : null
    if (!found) return sendNotice(request, reply, 404, 'not-found')
    const locale = localeOf(request)
    const page = <DrawDocument found={found} locale={locale} />
    return sendPage(request, reply, { status: 200, locale, html: htmlOf(page) })
  })

  const refuse = (
    request: FastifyRequest,
    reply: FastifyReply,
    found: NoticeInPublic,
    why: RefusedBecause,
    text: string,
  ) => {
    const locale = localeOf(request)
    const page = <OpinionRefusedDocument found={found} locale={locale} why={why} text={text} />
    // What has not begun may come; what is over is gone.
    return sendPage(request, reply, { status: why === 'announced' ? 403 : 410, locale, html: htmlOf(page) })
  }

  // Before the body is read: a flood should cost as little as possible.
  const limited = async (request: FastifyRequest, reply: FastifyReply) => {
    const minutes = limit.attempt(request.ip)
    if (minutes === null) return
    reply.header('retry-after', minutes * 60)
    return sendNotice(request, reply, 429, 'too-many', { minutes })
  }

  server.post<NoticeAddress>('/p/:slug/feedback', { onRequest: limited }, async (request, reply) => {
    const { slug } = request.params
    const found = SLUG.test(slug) ? await board.feedback(slug) : null
    if (!found) return sendNotice(request, reply, 404, 'not-found')
    const locale = localeOf(request)
    const receipt = receiptAsEntered((bodyOf(request).get('receipt') ?? '').slice(0, 60))
    const fate = await board.fateOf(slug, hashOf(receipt))
    const page = <FeedbackDocument found={found} locale={locale} fate={fate} />
    return sendPage(request, reply, { status: 200, locale, html: htmlOf(page) })
  })

  server.get<NoticeAddress>('/p/:slug/opinion', async (request, reply) => {
    const { slug } = request.params
    const found = SLUG.test(slug) ? await board.find(slug) : null
    if (!found) return sendNotice(request, reply, 404, 'not-found')
    const why = whyRefused(found, dayOf(now()))
    if (why !== null) return refuse(request, reply, found, why, '')
    const locale = localeOf(request)
    const page = (
      <OpinionDocument notice={found.notice} locale={locale} formKey={newKey()} text="" fault={null} />
    )
    return sendPage(request, reply, { status: 200, locale, html: htmlOf(page) })
  })

  server.post<NoticeAddress>('/p/:slug/opinion', { onRequest: limited }, async (request, reply) => {
    const { slug } = request.params
    const found = SLUG.test(slug) ? await board.find(slug) : null
    if (!found) return sendNotice(request, reply, 404, 'not-found')
    const locale = localeOf(request)
    const body = bodyOf(request)
    const text = body.get('text') ?? ''
    const sentKey = body.get('key') ?? ''
    const key = isKey(sentKey) ? sentKey : newKey()
    const again = (status: number, fault: 'empty' | 'long' | 'not-recorded') => {
      const page = (
        <OpinionDocument notice={found.notice} locale={locale} formKey={key} text={text} fault={fault} />
      )
      return sendPage(request, reply, { status, locale, html: htmlOf(page) })
    }
    // What was typed goes back with every refusal: it may have taken somebody an evening.
    const why = whyRefused(found, dayOf(now()))
    if (why !== null) return refuse(request, reply, found, why, text)
    const parsed = opinionText.safeParse(text)
    if (!parsed.success) return again(422, text.trim().length > LONGEST_OPINION ? 'long' : 'empty')
    const receipt = receiptOf(slug, key)
    try {
      const stored = await board.opine({
        slug,
        text: parsed.data,
        day: dayOf(now()),
        receiptHash: hashOf(receipt),
      })
      // Withdrawn between the look and the deed.
      if (!stored.ok) return refuse(request, reply, found, 'ended', text)
    } catch (error) {
      log.error({ error: describeError(error) }, 'an opinion could not be stored')
      return again(503, 'not-recorded')
    }
    const page = <ReceivedDocument notice={found.notice} locale={locale} receipt={receipt} />
    return sendPage(request, reply, { status: 200, locale, html: htmlOf(page) })
  })
}
