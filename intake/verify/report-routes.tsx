/**
 * /verify/report/CODE: the code on a printed page leads to the figures that were frozen under it. No sign-in: whoever holds the
 * paper may check it.
 */
import type { FastifyInstance } from 'fastify'
import type { RegisteredReport } from '../../db/stores/report-registry.ts'
import { parseCode } from '../../lib/survey/codes/code.ts'
import { htmlOf } from '../pages/document.tsx'
import type { RateLimit } from '../rate-limit.ts'
import { localeOf, sendNotice, sendPage } from '../reply.tsx'
import { ReportDocument } from './report-document.tsx'

export interface ReportRegistry {
  /** @param code twelve characters without hyphens. */
  find(code: string): Promise<RegisteredReport | null>
}

export function reportRoutes(
  server: FastifyInstance,
  { registry, limit }: { registry: ReportRegistry; limit: RateLimit },
): void {
  server.get<{ Params: { code: string } }>('/verify/report/:code', async (request, reply) => {
    const minutes = limit.attempt(request.ip)
    if (minutes !== null)
      return sendNotice(request, reply.header('retry-after', minutes * 60), 429, 'too-many', { minutes })
    const code = parseCode(request.params.code)
    const report = code.ok ? await registry.find(code.value) : null
    const locale = localeOf(request)
    const page = <ReportDocument locale={locale} report={report} code={request.params.code.slice(0, 40)} />
    return sendPage(request, reply, { status: report ? 200 : 404, locale, html: htmlOf(page) })
  })
}
