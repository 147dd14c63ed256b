import { readCaseFile } from '../../../../../../db/stores/case-file.ts'
import { proveEditable, proveReadable } from '../../../../../../lib/assessment/access.ts'
import { database } from '../../../../../_server/database.ts'
import { currentActor } from '../../../../../_server/session.ts'
import { surveyPrint } from '../../../../../_server/survey-prints.ts'
import { translator } from '../../../../../_server/translate.ts'

const gone = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } })

/** Prints lead to an open link or carry serials: they go to those who conduct the survey. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string; file: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return gone(401)
  const { id, file } = await params
  const readable = proveReadable(actor, id)
  if (!readable.ok || !proveEditable(actor, id).ok) return gone(403)
  const doors = await database()
  const caseFile = await readCaseFile(doors.read, readable.value)
  if (!caseFile) return gone(404)
  const made = await surveyPrint(file, caseFile, doors.read)
  if (!made.ok && made.reason === 'not-found') return gone(404)
  if (!made.ok) {
    const text = (await translator('refusals'))(made.reason)
    return new Response(text, {
      status: made.reason === 'render-failed' ? 503 : 422,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    })
  }
  const { name, type, bytes } = made.value
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="print${file.slice(file.lastIndexOf('.'))}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  })
}
