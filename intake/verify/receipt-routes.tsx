/**
 * /verify: a resident looks up whether the answer behind a receipt was counted. The receipt comes in a form's body or from
 * the QR code of the receipt page; it is looked up by its digest and kept nowhere.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FoundReceipt } from '../../db/stores/receipts.ts'
import { parseCode } from '../../lib/survey/codes/code.ts'
import { htmlOf } from '../pages/document.tsx'
import type { RateLimit } from '../rate-limit.ts'
import { localeOf, sendNotice, sendPage } from '../reply.tsx'
import { ReceiptDocument } from './receipt-document.tsx'

export interface ReceiptBook {
  /** @param receipt twenty characters without hyphens. */
  find(receipt: string): Promise<FoundReceipt | null>
}

const RECEIPT = /^[0-9A-HJKMNP-TV-Z]{20}$/

/** A receipt as somebody copied it by hand: any case, any separators, O for 0, I or L for 1. */
export const receiptAsEntered = (text: string) =>
  text
    .slice(0, 60)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

export function receiptRoutes(
  server: FastifyInstance,
  { receipts, limit }: { receipts: ReceiptBook; limit: RateLimit },
): void {
  const limited = async (request: FastifyRequest, reply: FastifyReply) => {
    const minutes = limit.attempt(request.ip)
    if (minutes === null) return
    reply.header('retry-after', minutes * 60)
    return sendNotice(request, reply, 429, 'too-many', { minutes })
  }

  const show = async (request: FastifyRequest, reply: FastifyReply, entered: string | null) => {
    const locale = localeOf(request)
    const receipt = receiptAsEntered(entered ?? '')
    const found = entered === null ? undefined : RECEIPT.test(receipt) ? await receipts.find(receipt) : null
    const page = <ReceiptDocument locale={locale} receipt={receipt} found={found} />
    return sendPage(request, reply, { status: found === null ? 404 : 200, locale, html: htmlOf(page) })
  }

  server.get<{ Querystring: { receipt?: unknown } }>('/verify', { onRequest: limited }, (request, reply) => {
    const { receipt } = request.query
    return show(request, reply, typeof receipt === 'string' ? receipt : null)
  })
  server.post('/verify', { onRequest: limited }, (request, reply) => {
    const entered = request.body instanceof URLSearchParams ? (request.body.get('receipt') ?? '') : ''
    // Twelve characters are the code of a report: people do not know that there are two kinds.
    const code = parseCode(entered)
    if (code.ok) return reply.redirect(`/verify/report/${code.value}?lang=${localeOf(request)}`, 303)
    return show(request, reply, entered)
  })
}
