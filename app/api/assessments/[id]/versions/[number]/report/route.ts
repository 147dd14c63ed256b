import { recordEvent } from '../../../../../../../db/stores/audit.ts'
import { assessmentReport } from '../../../../../../../lib/report/outlines/assessment-report.ts'
import { formatCode } from '../../../../../../../lib/survey/codes/code.ts'
import { database } from '../../../../../../_server/database.ts'
import { refuseDownload, sendDownload } from '../../../../../../_server/download.ts'
import { env } from '../../../../../../_server/env.ts'
import { askedVersion, type VersionAddress } from '../../../../../../_server/frozen.ts'
import { renderReport } from '../../../../../../_server/print/render.ts'

/** The report of a frozen version: set from the snapshot, with the code by which every page can be checked. */
export async function GET(request: Request, address: VersionAddress): Promise<Response> {
  const asked = await askedVersion(request, address)
  if (!asked.ok) return refuseDownload(asked.reason)
  const { actor, readable, version } = asked.value
  const { snapshot, results, code, number } = version
  const verification = { code: formatCode(code), url: `${env.publicUrl}/verify/report/${code}` }
  const rendered = await renderReport(assessmentReport({ caseFile: snapshot, results, verification }))
  if (!rendered.ok) return refuseDownload(rendered.reason)
  const doors = await database()
  await doors.write(readable.id, (tx) => recordEvent(tx, actor, 'report-printed', readable.id))
  return sendDownload({
    bytes: rendered.value.pdf,
    type: 'application/pdf',
    name: `评估报告-${snapshot.matter.title}-定稿第${number}版.pdf`,
    plainName: `report-frozen-${number}.pdf`,
    inline: true,
    headers: { 'x-report-warnings': encodeURIComponent(JSON.stringify(rendered.value.warnings)) },
  })
}
