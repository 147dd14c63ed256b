import { readCaseFile } from '../../../../../db/stores/case-file.ts'
import { proveReadable } from '../../../../../lib/assessment/access.ts'
import { database } from '../../../../_server/database.ts'
import { refuseDownload } from '../../../../_server/download.ts'
import { reportDownload } from '../../../../_server/report-download.ts'
import { resultsOf } from '../../../../_server/results.ts'
import { currentActor } from '../../../../_server/session.ts'

/** A report of the case as it stands. The file name carries the case's version, so that two prints are told apart. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return refuseDownload('not-signed-in')
  const readable = proveReadable(actor, (await params).id)
  if (!readable.ok) return refuseDownload(readable.reason)
  const { read } = await database()
  const caseFile = await readCaseFile(read, readable.value)
  if (!caseFile) return refuseDownload('not-found')
  const edition = `v${caseFile.version}`
  const input = { caseFile, results: await resultsOf(caseFile) }
  return reportDownload(request, actor, input, { label: edition, plain: edition })
}
