import { z } from 'zod'
import { recordEvent } from '../../../../../db/stores/audit.ts'
import { readCaseFile } from '../../../../../db/stores/case-file.ts'
import { proveReadable } from '../../../../../lib/assessment/access.ts'
import { MEDIA_TYPE, REPORT_FORMATS } from '../../../../../lib/report/formats.ts'
import { OUTLINE_IDS } from '../../../../../lib/report/outlines/outline-id.ts'
import { WARNINGS_HEADER, warningsAsHeader } from '../../../../../lib/report/report-warning.ts'
import { compute } from '../../../../../lib/verdict/compute.ts'
import { database } from '../../../../_server/database.ts'
import { currentLocale, messagesOf } from '../../../../_server/locale.ts'
import { reportFile } from '../../../../_server/print/report-file.ts'
import { currentActor } from '../../../../_server/session.ts'

const STATUS = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'render-timeout': 503,
  'render-failed': 500,
  'fonts-missing': 500,
} as const

async function refuse(reason: keyof typeof STATUS): Promise<Response> {
  const message = messagesOf(await currentLocale()).refusals[reason]
  return Response.json(
    { reason, message },
    { status: STATUS[reason], headers: { 'cache-control': 'no-store' } },
  )
}

const asked = z.object({
  outline: z.enum(OUTLINE_IDS).default('assessment'),
  format: z.enum(REPORT_FORMATS).default('pdf'),
})

const NAMES = { assessment: '评估报告', analysis: '风险分析篇章' } as const

/** A report of the case as it stands. Making it is recorded; the file name carries the case's version. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return refuse('not-signed-in')
  const choice = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!choice.success) return refuse('not-found')
  const { outline, format } = choice.data
  const { id } = await params
  const readable = proveReadable(actor, id)
  if (!readable.ok) return refuse(readable.reason)
  const doors = await database()
  const caseFile = await readCaseFile(doors.read, readable.value)
  if (!caseFile) return refuse('not-found')
  const file = await reportFile(outline, format, { caseFile, results: compute(caseFile) })
  if (!file.ok) return refuse(file.reason)
  await doors.write(id, (tx) => recordEvent(tx, actor, 'report-printed', id))
  const name = `${NAMES[outline]}-${caseFile.matter.title}-v${caseFile.version}.${format}`
  const disposition = format === 'pdf' ? 'inline' : 'attachment'
  return new Response(new Uint8Array(file.value.bytes), {
    headers: {
      'content-type': MEDIA_TYPE[format],
      'content-disposition': `${disposition}; filename="report-v${caseFile.version}.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      [WARNINGS_HEADER]: warningsAsHeader(file.value.warnings),
    },
  })
}
