import { openEvidence } from '../../../../../../db/stores/evidence.ts'
import { proveReadable } from '../../../../../../lib/assessment/access.ts'
import { digestShape } from '../../../../../../lib/evidence/evidence.ts'
import { mediaTypeOf } from '../../../../../../lib/evidence/file-kind.ts'
import { database } from '../../../../../_server/database.ts'
import { currentActor } from '../../../../../_server/session.ts'

const gone = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } })

/** Hands a file out piece by piece, to be saved and never to be shown: nothing in it runs on this site. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string; digest: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return gone(401)
  const { id, digest } = await params
  const readable = proveReadable(actor, id)
  if (!readable.ok) return gone(403)
  if (!digestShape.safeParse(digest).success) return gone(404)
  const stored = await openEvidence((await database()).read, readable.value, digest)
  if (!stored) return gone(404)
  const pieces = stored.pieces()
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
  return new Response(stream, {
    headers: {
      'content-type': mediaTypeOf(stored.kind),
      'content-length': String(stored.size),
      'content-disposition': `attachment; filename="evidence"; filename*=UTF-8''${encodeURIComponent(stored.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  })
}
