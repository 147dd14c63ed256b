/**
 * /verify/report/CODE: the code on a printed page leads to the figures that were frozen under it, and to the public bundle from
 * which they can be recomputed. No sign-in: whoever holds the paper may check it.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RegisteredReport } from '../../db/stores/report-registry.ts'
import type { Registration } from '../../lib/approval/bundle/registration.ts'
import { parseCode } from '../../lib/survey/codes/code.ts'
import { htmlOf } from '../pages/document.tsx'
import type { RateLimit } from '../rate-limit.ts'
import { localeOf, sendNotice, sendPage } from '../reply.tsx'
import { type NoReport, ReportDocument } from './report-document.tsx'

export interface ReportRegistry {
  /** @param code twelve characters without hyphens. */
  find(code: string): Promise<RegisteredReport | null>
  publicBundle(code: string): Promise<Uint8Array | null>
}

interface ReportRoutes {
  readonly registry: ReportRegistry
  readonly limit: RateLimit
  /** Of bundles, which are larger by far than pages. */
  readonly downloads: RateLimit
}

type Asked = FastifyRequest<{ Params: { code: string } }>

export function reportRoutes(server: FastifyInstance, { registry, limit, downloads }: ReportRoutes): void {
  const within = (allowed: RateLimit) => async (request: FastifyRequest, reply: FastifyReply) => {
    const minutes = allowed.attempt(request.ip)
    if (minutes === null) return
    return sendNotice(request, reply.header('retry-after', minutes * 60), 429, 'too-many', { minutes })
  }

  const found = async ({ params }: Asked): Promise<RegisteredReport | NoReport> => {
    const code = parseCode(params.code)
    return code.ok ? ((await registry.find(code.value)) ?? 'unknown') : 'mistyped'
  }

  server.get('/verify/report/:code', { onRequest: within(limit) }, async (request: Asked, reply) => {
    const report = await found(request)
    const locale = localeOf(request)
    const page = <ReportDocument locale={locale} report={report} code={request.params.code.slice(0, 40)} />
    return sendPage(request, reply, {
      status: typeof report === 'string' ? 404 : 200,
      locale,
      html: htmlOf(page),
    })
  })

  // What the page that recomputes a bundle holds it against.
  server.get('/verify/report/:code/record', { onRequest: within(limit) }, async (request: Asked, reply) => {
    const report = await found(request)
    reply.header('cache-control', 'no-store')
    if (typeof report === 'string') return reply.code(404).send({ reason: report })
    const { code, number, frozenOn, caseDigest, bundleDigest } = report
    return reply.send({ code, number, frozenOn, caseDigest, bundleDigest } satisfies Registration)
  })

  server.get(
    '/verify/report/:code/bundle',
    { onRequest: within(downloads) },
    async (request: Asked, reply) => {
      const code = parseCode(request.params.code)
      const bytes = code.ok ? await registry.publicBundle(code.value) : null
      if (!code.ok || !bytes) return sendNotice(request, reply, 404, 'not-found')
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="bundle-${code.value}.zip"`)
        .send(Buffer.from(bytes))
    },
  )
}
