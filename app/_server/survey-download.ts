import { z } from 'zod'
import { recordEvent } from '../../db/stores/audit.ts'
import { readCaseOfSurvey } from '../../db/stores/case-file.ts'
import { latestSurvey, surveyOf } from '../../db/stores/latest-survey.ts'
import { proveReadable } from '../../lib/assessment/access.ts'
import { schemeOf } from '../../lib/scheme/registry.ts'
import { EXPORT_FORMATS } from '../../lib/survey/export/export-format.ts'
import { surveyExport } from '../../lib/survey/export/survey-export.ts'
import { ENGINE_VERSION } from '../../lib/verdict/engine-version.ts'
import { database } from './database.ts'
import { refuseDownload, sendDownload } from './download.ts'
import { currentActor } from './session.ts'
import { EXTENSIONS, MEDIA_TYPES, surveyFile } from './survey-file.ts'
import { translator } from './translate.ts'

/**
 * The counts of a closed survey as a file; small ones hidden, single answers never. Every export is recorded.
 * @param surveyId null: the latest survey of the assessment.
 */
export async function downloadSurvey(
  request: Request,
  id: string,
  surveyId: string | null,
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return refuseDownload('not-signed-in')
  const format = z.enum(EXPORT_FORMATS).safeParse(new URL(request.url).searchParams.get('format') ?? 'xlsx')
  if (!format.success) return refuseDownload('not-found')
  const readable = proveReadable(actor, id)
  if (!readable.ok) return refuseDownload(readable.reason)
  const doors = await database()
  const survey = await (surveyId === null ? latestSurvey(doors.read, id) : surveyOf(doors.read, id, surveyId))
  if (!survey && surveyId !== null) return refuseDownload('not-found')
  const caseFile = survey && (await readCaseOfSurvey(doors.read, readable.value, survey.id))
  if (!caseFile) return refuseDownload('results-not-yet')
  const { survey: closed, matter, groups, sampling, schemeId } = caseFile
  const scheme = schemeOf(schemeId)
  const exported =
    closed &&
    surveyExport({
      survey: closed,
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
    name: `${t('file')}-${matter.title}-${closed.closedOn}.${EXTENSIONS[format.data]}`,
    plainName: `survey-results.${EXTENSIONS[format.data]}`,
  })
}
