import { encode } from 'uqr'
import { recordEvent } from '../../../../../../db/stores/audit.ts'
import { readCaseFile } from '../../../../../../db/stores/case-file.ts'
import { proveReadable } from '../../../../../../lib/assessment/access.ts'
import { readNoticeClock } from '../../../../../../lib/participation/notice-clock.ts'
import { noticeSheet } from '../../../../../../lib/report/notice-sheet.ts'
import { schemeOf } from '../../../../../../lib/scheme/registry.ts'
import { database } from '../../../../../_server/database.ts'
import { env } from '../../../../../_server/env.ts'
import { renderSheet } from '../../../../../_server/print/render.ts'
import { currentActor } from '../../../../../_server/session.ts'

const gone = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } })

/** A notice as a sheet to hang up, with the code of its public page, which leads on to the survey. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string; noticeId: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return gone(401)
  const { id, noticeId } = await params
  const readable = proveReadable(actor, id)
  if (!readable.ok) return gone(403)
  const doors = await database()
  const caseFile = await readCaseFile(doors.read, readable.value)
  const notice = caseFile?.participation.notices.find((candidate) => candidate.id === noticeId)
  if (!caseFile || !notice) return gone(404)
  const page = notice.slug === null ? [] : [{ caption: '查看公示', address: `/p/${notice.slug}` }]
  const codes = page.map(({ caption, address }) => ({
    caption,
    modules: encode(env.publicUrl + address, { ecc: 'M', border: 0 }).data,
  }))
  const clock = readNoticeClock(schemeOf(caseFile.schemeId).clocks, notice)
  const rendered = await renderSheet(noticeSheet(notice, clock, caseFile.matter, codes))
  if (!rendered.ok) return gone(503)
  await doors.write(id, (tx) => recordEvent(tx, actor, 'notice-printed', id))
  return new Response(new Uint8Array(rendered.value.pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="notice.pdf"; filename*=UTF-8''${encodeURIComponent(`${notice.title}.pdf`)}`,
      'cache-control': 'no-store',
    },
  })
}
