/**
 * /verify/bundle: everybody may recompute a bundle with the engine itself. Its policy lets the page run that script and nothing
 * else, and ask nobody but this site, where it looks up the code.
 */
import type { FastifyInstance } from 'fastify'
import { clientScript, scriptRoute } from '../client-script.ts'
import { htmlOf } from '../pages/document.tsx'
import { STYLE_SOURCE } from '../pages/style.ts'
import type { RateLimit } from '../rate-limit.ts'
import { localeOf, sendNotice, sendPage } from '../reply.tsx'
import { BUNDLE_STYLE_SOURCE, BundleDocument } from './bundle-document.tsx'

const POLICY = [
  "default-src 'none'",
  `style-src ${STYLE_SOURCE} ${BUNDLE_STYLE_SOURCE}`,
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

const bundleCheck = clientScript({ entry: 'intake/verify/client/bundle-check.ts', target: 'es2020' })

export function bundleRoutes(server: FastifyInstance, { limit }: { limit: RateLimit }): void {
  server.get('/verify/bundle', async (request, reply) => {
    const minutes = limit.attempt(request.ip)
    if (minutes !== null)
      return sendNotice(request, reply.header('retry-after', minutes * 60), 429, 'too-many', { minutes })
    const locale = localeOf(request)
    const { file } = await bundleCheck()
    const page = <BundleDocument locale={locale} script={`bundle/${file}`} />
    return sendPage(request, reply.header('content-security-policy', POLICY), {
      status: 200,
      locale,
      html: htmlOf(page),
    })
  })
  scriptRoute(server, '/verify/bundle', bundleCheck)
}
