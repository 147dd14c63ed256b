/**
 * gzip, and nothing else: every browser knows it, over http as well as https, and a stored page can be compressed once
 * with a gap for the one value that differs (see spliced-page.ts). Brotli would save about a tenth and allows no gap.
 */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

export const compress = promisify(gzip)

/** Whether Accept-Encoding allows gzip (RFC 9110, 12.5.3): named with a weight above zero, or covered by `*`. */
export function acceptsGzip(acceptEncoding: string | undefined): boolean {
  const weights = new Map<string, number>()
  for (const item of (acceptEncoding ?? '').toLowerCase().split(',')) {
    const [coding = '', ...parameters] = item.trim().split(/\s*;\s*/)
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    if (coding) weights.set(coding, weight === undefined ? 1 : Number(weight))
  }
  return (weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0) > 0
}
