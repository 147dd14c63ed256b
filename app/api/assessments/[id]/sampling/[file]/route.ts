import { recordEvent } from '../../../../../../db/stores/audit.ts'
import { readCaseFile } from '../../../../../../db/stores/case-file.ts'
import { may, proveReadable } from '../../../../../../lib/assessment/access.ts'
import { database } from '../../../../../_server/database.ts'
import { samplingFile } from '../../../../../_server/sampling-files.ts'
import { currentActor } from '../../../../../_server/session.ts'

const gone = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } })

/** Templates of imports, the lists of a draw, and its sheet to hang up. Lists of numbers go to those who conduct the survey. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string; file: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return gone(401)
  const { id, file } = await params
  const readable = proveReadable(actor, id)
  if (!readable.ok) return gone(403)
  const doors = await database()
  const caseFile = await readCaseFile(doors.read, readable.value)
  if (!caseFile) return gone(404)
  const made = await samplingFile(file, caseFile, doors.read, readable.value, may(actor, 'edit'))
  if (!made.ok) return gone({ 'not-found': 404, 'not-allowed': 403, 'render-failed': 503 }[made.reason])
  if (made.value.event) await doors.write(id, (tx) => recordEvent(tx, actor, 'draw-downloaded', id))
  return new Response(new Uint8Array(made.value.bytes), {
    headers: {
      'content-type': made.value.type,
      'content-disposition': `attachment; filename="${file}"; filename*=UTF-8''${encodeURIComponent(made.value.name)}`,
      'cache-control': 'no-store',
    },
  })
}
