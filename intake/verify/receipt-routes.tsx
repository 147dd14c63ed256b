/**
 * /verify: one field for everything that is printed to be checked. A resident looks up whether the answer behind a receipt was
 * counted; whoever holds a report is led to its figures by the code on the page. The receipt comes in a form's body or from
 * the QR code of the receipt page; it is looked up by its digest and kept nowhere.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FoundReceipt } from '../../db/stores/receipts.ts'
import { CODE_LENGTH, parseCode } from '../../lib/survey/codes/code.ts'
import { htmlOf } from '../pages/document.tsx'
import type { RateLimit } from '../rate-limit.ts'
import { localeOf, sendNotice, sendPage } from '../reply.tsx'
import { type NoReceipt, ReceiptDocument } from './receipt-document.tsx'

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

  const foundFor = async (receipt: string): Promise<FoundReceipt | NoReceipt> => {
    if (RECEIPT.test(receipt)) return (await receipts.find(receipt)) ?? 'unknown'
    return receipt.length === CODE_LENGTH ? 'mistyped' : 'neither'
  }

  const show = async (request: FastifyRequest, reply: FastifyReply, entered: string | null) => {
    const locale = localeOf(request)
    const receipt = receiptAsEntered(entered ?? '')
    const found = entered === null ? undefined : await foundFor(receipt)
    const page = <ReceiptDocument locale={locale} receipt={receipt} found={found} />
    return sendPage(request, reply, {
      status: typeof found === 'string' ? 404 : 200,
      locale,
      html: htmlOf(page),
    })
  }

  const answer = (request: FastifyRequest, reply: FastifyReply, entered: string) => {
    // People do not know that there are two kinds.
    const code = parseCode(entered)
    if (code.ok) return reply.redirect(`/verify/report/${code.value}?lang=${localeOf(request)}`, 303)
    return show(request, reply, entered)
  }

  server.get<{ Querystring: { receipt?: unknown } }>('/verify', { onRequest: limited }, (request, reply) => {
    const { receipt } = request.query
    return typeof receipt === 'string' ? answer(request, reply, receipt) : show(request, reply, null)
  })
  server.post('/verify', { onRequest: limited }, (request, reply) => {
    const entered = request.body instanceof URLSearchParams ? (request.body.get('receipt') ?? '') : ''
    return answer(request, reply, entered)
  })
}
