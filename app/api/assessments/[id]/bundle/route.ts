import { z } from 'zod'
import { recordEvent } from '../../../../../db/stores/audit.ts'
import { readCaseFile } from '../../../../../db/stores/case-file.ts'
import { readReceiptLeaves } from '../../../../../db/stores/receipts.ts'
import { BUNDLE_KINDS } from '../../../../../lib/approval/bundle/manifest.ts'
import { packBundle } from '../../../../../lib/approval/bundle/pack.ts'
import { proveReadable } from '../../../../../lib/assessment/access.ts'
import { compute } from '../../../../../lib/verdict/compute.ts'
import { database } from '../../../../_server/database.ts'
import { currentLocale, messagesOf } from '../../../../_server/locale.ts'
import { currentActor } from '../../../../_server/session.ts'

const STATUS = { 'not-signed-in': 401, 'not-allowed': 403, 'not-found': 404 } as const

async function refuse(reason: keyof typeof STATUS): Promise<Response> {
  const message = messagesOf(await currentLocale()).refusals[reason]
  return Response.json(
    { reason, message },
    { status: STATUS[reason], headers: { 'cache-control': 'no-store' } },
  )
}

const NAMES = { archive: '存档包', public: '公开包' } as const

/** The verification bundle of the case as it stands. Making one is recorded. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return refuse('not-signed-in')
  const kind = z.enum(BUNDLE_KINDS).safeParse(new URL(request.url).searchParams.get('kind'))
  if (!kind.success) return refuse('not-found')
  const { id } = await params
  const readable = proveReadable(actor, id)
  if (!readable.ok) return refuse(readable.reason)
  const doors = await database()
  const caseFile = await readCaseFile(doors.read, readable.value)
  if (!caseFile) return refuse('not-found')
  const leaves = caseFile.survey ? await readReceiptLeaves(doors.read, readable.value, caseFile.survey) : []
  const bundle = packBundle({ caseFile, results: compute(caseFile), leaves, frozen: null }, kind.data)
  await doors.write(id, (tx) => recordEvent(tx, actor, 'bundle-made', id))
  const name = `${NAMES[kind.data]}-${caseFile.matter.title}-v${caseFile.version}.zip`
  return new Response(new Uint8Array(bundle), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="bundle-v${caseFile.version}.zip"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  })
}
