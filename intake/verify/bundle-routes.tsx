/**
 * /verify/bundle: everybody may recompute a bundle with the engine itself. The only page of this door with a script; its policy
 * lets it run that script and nothing else, and lets it send nothing anywhere.
 */
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { acceptsGzip } from '../compression.ts'
import { htmlOf } from '../pages/document.tsx'
import { STYLE_SOURCE } from '../pages/style.ts'
import type { RateLimit } from '../rate-limit.ts'
import { localeOf, sendNotice, sendPage } from '../reply.tsx'
import { BUNDLE_STYLE_SOURCE, BundleDocument } from './bundle-document.tsx'
import { bundleScript } from './bundle-script.ts'

const POLICY = [
  "default-src 'none'",
  `style-src ${STYLE_SOURCE} ${BUNDLE_STYLE_SOURCE}`,
  "script-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

export function bundleRoutes(server: FastifyInstance, { limit }: { limit: RateLimit }): void {
  server.get('/verify/bundle', async (request, reply) => {
    const minutes = limit.attempt(request.ip)
    if (minutes !== null)
      return sendNotice(request, reply.header('retry-after', minutes * 60), 429, 'too-many', { minutes })
    const locale = localeOf(request)
    const { plain } = await bundleScript()
    // A new engine has a new address, so an old copy is never mistaken for it.
    const version = createHash('sha256').update(plain).digest('hex').slice(0, 16)
    const page = <BundleDocument locale={locale} script={`bundle/${version}.js`} />
    return sendPage(request, reply.header('content-security-policy', POLICY), {
      status: 200,
      locale,
      html: htmlOf(page),
    })
  })
  server.get('/verify/bundle/:file', async (request, reply) => {
    const { plain, gzip } = await bundleScript()
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .header('vary', 'accept-encoding')
    return acceptsGzip(request.headers['accept-encoding'])
      ? reply.header('content-encoding', 'gzip').send(gzip)
      : reply.send(plain)
  })
}
