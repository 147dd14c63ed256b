import { recordEvent } from '../../../../../db/stores/audit.ts'
import { readCaseFile } from '../../../../../db/stores/case-file.ts'
import { proveReadable } from '../../../../../lib/assessment/access.ts'
import { assessmentReport } from '../../../../../lib/report/outlines/assessment-report.ts'
import { compute } from '../../../../../lib/verdict/compute.ts'
import { database } from '../../../../_server/database.ts'
import { refuseDownload, sendDownload } from '../../../../_server/download.ts'
import { renderReport } from '../../../../_server/print/render.ts'
import { currentActor } from '../../../../_server/session.ts'

/** The 评估报告 as PDF. Making it is recorded; the file name carries the case's version, so that two prints are told apart. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return refuseDownload('not-signed-in')
  const { id } = await params
  const readable = proveReadable(actor, id)
  if (!readable.ok) return refuseDownload(readable.reason)
  const doors = await database()
  const caseFile = await readCaseFile(doors.read, readable.value)
  if (!caseFile) return refuseDownload('not-found')
  const rendered = await renderReport(assessmentReport({ caseFile, results: compute(caseFile) }))
  if (!rendered.ok) return refuseDownload(rendered.reason)
  await doors.write(id, (tx) => recordEvent(tx, actor, 'report-printed', id))
  return sendDownload({
    bytes: rendered.value.pdf,
    type: 'application/pdf',
    name: `评估报告-${caseFile.matter.title}-v${caseFile.version}.pdf`,
    plainName: `report-v${caseFile.version}.pdf`,
    inline: true,
    // Characters no font covers are printed as 〓; the page that asked tells the official which.
    headers: { 'x-report-warnings': encodeURIComponent(JSON.stringify(rendered.value.warnings)) },
  })
}
