import { z } from 'zod'
import { recordEvent } from '../../../../../../db/stores/audit.ts'
import { readCaseFile } from '../../../../../../db/stores/case-file.ts'
import { proveReadable } from '../../../../../../lib/assessment/access.ts'
import { schemeOf } from '../../../../../../lib/scheme/registry.ts'
import { surveyExport } from '../../../../../../lib/survey/export/survey-export.ts'
import { ENGINE_VERSION } from '../../../../../../lib/verdict/compute.ts'
import { database } from '../../../../../_server/database.ts'
import { refuseDownload, sendDownload } from '../../../../../_server/download.ts'
import { currentLocale } from '../../../../../_server/locale.ts'
import { currentActor } from '../../../../../_server/session.ts'
import { EXPORT_FORMATS, EXPORT_TYPE, exportFile } from '../../../../../_server/survey-export.ts'

const asked = z.object({ format: z.enum(EXPORT_FORMATS).default('xlsx') })

/** The counts of a closed survey with their codebook. While it is open there is nothing to give. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return refuseDownload('not-signed-in')
  const { id } = await params
  const readable = proveReadable(actor, id)
  if (!readable.ok) return refuseDownload(readable.reason)
  const choice = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  const doors = await database()
  const caseFile = await readCaseFile(doors.read, readable.value)
  if (!caseFile || !choice.success) return refuseDownload('not-found')
  const { survey, groups, schemeId, matter } = caseFile
  const content =
    survey &&
    surveyExport({
      matter: matter.title,
      survey,
      groups,
      schemeId,
      engineVersion: ENGINE_VERSION,
      fewest: schemeOf(schemeId).suppressionK.value,
    })
  if (!content) return refuseDownload('survey-not-closed')
  const { format } = choice.data
  const bytes = await exportFile(content, format, await currentLocale())
  await doors.write(id, (tx) => recordEvent(tx, actor, 'results-exported', id))
  return sendDownload({
    bytes,
    type: EXPORT_TYPE[format],
    name: `调查结果-${matter.title}.${format}`,
    plainName: `survey-counts.${format}`,
  })
}
