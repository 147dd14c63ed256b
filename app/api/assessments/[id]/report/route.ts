import { recordEvent } from '../../../../../db/stores/audit.ts'
import { readCaseFile } from '../../../../../db/stores/case-file.ts'
import { proveReadable } from '../../../../../lib/assessment/access.ts'
import { assessmentReport } from '../../../../../lib/report/outlines/assessment-report.ts'
import { compute } from '../../../../../lib/verdict/compute.ts'
import { database } from '../../../../_server/database.ts'
import { currentLocale, messagesOf } from '../../../../_server/locale.ts'
import { renderReport } from '../../../../_server/print/render.ts'
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

/** The 评估报告 as PDF. Making it is recorded; the file name carries the case's version, so that two prints are told apart. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return refuse('not-signed-in')
  const { id } = await params
  const readable = proveReadable(actor, id)
  if (!readable.ok) return refuse(readable.reason)
  const doors = await database()
  const caseFile = await readCaseFile(doors.read, readable.value)
  if (!caseFile) return refuse('not-found')
  const rendered = await renderReport(assessmentReport({ caseFile, results: compute(caseFile) }))
  if (!rendered.ok) return refuse(rendered.reason)
  await doors.write(id, (tx) => recordEvent(tx, actor, 'report-printed', id))
  const name = `评估报告-${caseFile.matter.title}-v${caseFile.version}.pdf`
  return new Response(new Uint8Array(rendered.value.pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="report-v${caseFile.version}.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      // Characters no font covers are printed as 〓; the page that asked tells the official which.
      'x-report-warnings': encodeURIComponent(JSON.stringify(rendered.value.warnings)),
    },
  })
}
