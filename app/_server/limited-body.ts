import { fail, ok, type Result } from '../../lib/result.ts'

/**
 * The body of a request, up to `most` bytes. A body that says it is larger is refused before a byte is read; one that says
 * nothing, or lies, is given up at the limit.
 */
export async function limitedBody(
  request: Request,
  most: number,
): Promise<Result<Uint8Array, 'body-too-large'>> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return fail('body-too-large')
  const reader = request.body?.getReader()
  if (!reader) return ok(new Uint8Array())
  const pieces: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > most) {
      await reader.cancel()
      return fail('body-too-large')
    }
    pieces.push(value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return ok(whole)
}
