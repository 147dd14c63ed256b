/** A report as a download, in the outline and format the address asks for. Making it is recorded. */
import { z } from 'zod'
import { recordEvent } from '../../db/stores/audit.ts'
import type { Actor } from '../../lib/assessment/access.ts'
import type { ReportInput } from '../../lib/report/chapter.ts'
import { MEDIA_TYPE, REPORT_FORMATS } from '../../lib/report/formats.ts'
import { OUTLINE_IDS } from '../../lib/report/outlines/outline-id.ts'
import { WARNINGS_HEADER, warningsAsHeader } from '../../lib/report/report-warning.ts'
import { database } from './database.ts'
import { refuseDownload, sendDownload } from './download.ts'
import { reportFile } from './print/report-file.ts'

const asked = z.object({
  outline: z.enum(OUTLINE_IDS).default('assessment'),
  format: z.enum(REPORT_FORMATS).default('pdf'),
})

const NAMES = { assessment: '评估报告', analysis: '风险分析篇章' } as const

/** What tells two editions of a report apart in the names of their files. */
interface Edition {
  readonly label: string
  readonly plain: string
}

export async function reportDownload(
  request: Request,
  actor: Actor,
  input: ReportInput,
  edition: Edition,
): Promise<Response> {
  const choice = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!choice.success) return refuseDownload('not-found')
  const { outline, format } = choice.data
  const { id, matter } = input.caseFile
  const file = await reportFile(outline, format, input)
  if (!file.ok) return refuseDownload(file.reason)
  const doors = await database()
  await doors.write(id, (tx) => recordEvent(tx, actor, 'report-printed', id))
  return sendDownload({
    bytes: file.value.bytes,
    type: MEDIA_TYPE[format],
    name: `${NAMES[outline]}-${matter.title}-${edition.label}.${format}`,
    plainName: `report-${edition.plain}.${format}`,
    inline: format === 'pdf',
    headers: { [WARNINGS_HEADER]: warningsAsHeader(file.value.warnings) },
  })
}
