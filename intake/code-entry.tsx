/** /c: a code is typed from its slip by whoever cannot scan it, and leads to the same page as the QR code. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formatCode, parseCode } from '../lib/survey/codes/code.ts'
import { CodeEntryPage } from './pages/code-entry-page.tsx'
import { htmlOf } from './pages/document.tsx'
import { localeOf, sendPage } from './reply.tsx'

export function codeEntryRoutes(server: FastifyInstance): void {
  const show = (request: FastifyRequest, reply: FastifyReply, typed: string | null) => {
    const locale = localeOf(request)
    const page = <CodeEntryPage locale={locale} typed={typed} />
    return sendPage(request, reply, { status: typed === null ? 200 : 422, locale, html: htmlOf(page) })
  }
  server.get('/c', (request, reply) => show(request, reply, null))
  server.post('/c', (request, reply) => {
    const typed = request.body instanceof URLSearchParams ? (request.body.get('code') ?? '') : ''
    const code = parseCode(typed)
    if (!code.ok) return show(request, reply, typed.slice(0, 60))
    return reply
      .code(303)
      .header('location', `/c/${formatCode(code.value)}?lang=${localeOf(request)}`)
      .send()
  })
}
