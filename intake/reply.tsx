import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '../lib/messages/messages.ts'
import { acceptsGzip, compress } from './compression.ts'
import { pageLanguage } from './language.ts'
import { htmlOf } from './pages/document.tsx'
import { type Notice, NoticePage } from './pages/notice-page.tsx'
import type { SplicedPage } from './spliced-page.ts'

export function localeOf(request: FastifyRequest): Locale {
  const { lang } = (request.query ?? {}) as { lang?: unknown }
  return pageLanguage(lang, request.headers['accept-language'])
}

function page(reply: FastifyReply, status: number, locale: Locale): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-language', locale)
    .header('vary', 'accept-encoding, accept-language')
}

export async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, locale, html }: { status: number; locale: Locale; html: string },
): Promise<FastifyReply> {
  page(reply, status, locale)
  if (!acceptsGzip(request.headers['accept-encoding'])) return reply.send(html)
  return reply.header('content-encoding', 'gzip').send(await compress(html))
}

export function sendSpliced(
  request: FastifyRequest,
  reply: FastifyReply,
  { locale, page: spliced, value }: { locale: Locale; page: SplicedPage; value: string },
): FastifyReply {
  page(reply, 200, locale)
  return acceptsGzip(request.headers['accept-encoding'])
    ? reply.header('content-encoding', 'gzip').send(spliced.gzip(value))
    : reply.send(spliced.plain(value))
}

export function sendNotice(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  notice: Notice,
  values?: Record<string, string | number>,
): Promise<FastifyReply> {
  const locale = localeOf(request)
  const reloadable = request.method === 'GET' || request.method === 'HEAD'
  const html = htmlOf(<NoticePage locale={locale} notice={notice} values={values} reloadable={reloadable} />)
  return sendPage(request, reply, { status, locale, html })
}
