import { z } from 'zod'
import { recordEvent } from '../../../../../../db/stores/audit.ts'
import { readCaseFile } from '../../../../../../db/stores/case-file.ts'
import { proveReadable } from '../../../../../../lib/assessment/access.ts'
import { schemeOf } from '../../../../../../lib/scheme/registry.ts'
import { EXPORT_FORMATS } from '../../../../../../lib/survey/export/export-format.ts'
import { surveyExport } from '../../../../../../lib/survey/export/survey-export.ts'
import { ENGINE_VERSION } from '../../../../../../lib/verdict/engine-version.ts'
import { database } from '../../../../../_server/database.ts'
import { refuseDownload, sendDownload } from '../../../../../_server/download.ts'
import { currentActor } from '../../../../../_server/session.ts'
import { EXTENSIONS, MEDIA_TYPES, surveyFile } from '../../../../../_server/survey-file.ts'
import { translator } from '../../../../../_server/translate.ts'

/** The counts of a closed survey as a file; small ones hidden, single answers never. Every export is recorded. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return refuseDownload('not-signed-in')
  const format = z.enum(EXPORT_FORMATS).safeParse(new URL(request.url).searchParams.get('format') ?? 'xlsx')
  if (!format.success) return refuseDownload('not-found')
  const readable = proveReadable(actor, (await params).id)
  if (!readable.ok) return refuseDownload(readable.reason)
  const doors = await database()
  const caseFile = await readCaseFile(doors.read, readable.value)
  if (!caseFile) return refuseDownload('not-found')
  const { survey, matter, groups, sampling, schemeId } = caseFile
  const scheme = schemeOf(schemeId)
  const exported =
    survey &&
    surveyExport({
      survey,
      matter: matter.title,
      engineVersion: ENGINE_VERSION,
      scheme: { id: schemeId, name: scheme.name.zh, version: scheme.version },
      groups,
      sampling,
      samplingFloors: scheme.samplingFloors,
      fewest: scheme.suppressionK.value,
    })
  if (!exported) return refuseDownload('results-not-yet')
  const t = await translator('surveyExport')
  const bytes = await surveyFile(format.data, exported, { t, survey: await translator('survey') })
  await doors.write(caseFile.id, (tx) => recordEvent(tx, actor, 'survey-exported', caseFile.id))
  return sendDownload({
    bytes,
    type: MEDIA_TYPES[format.data],
    name: `${t('file')}-${matter.title}-${survey.closedOn}.${EXTENSIONS[format.data]}`,
    plainName: `survey-results.${EXTENSIONS[format.data]}`,
  })
}
