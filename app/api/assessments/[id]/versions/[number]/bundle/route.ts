import { z } from 'zod'
import { recordEvent } from '../../../../../../../db/stores/audit.ts'
import { readReceiptLeaves } from '../../../../../../../db/stores/receipts.ts'
import { BUNDLE_KINDS } from '../../../../../../../lib/approval/bundle/manifest.ts'
import { packBundle } from '../../../../../../../lib/approval/bundle/pack.ts'
import { database } from '../../../../../../_server/database.ts'
import { refuseDownload, sendDownload } from '../../../../../../_server/download.ts'
import { askedVersion, type VersionAddress } from '../../../../../../_server/frozen.ts'

const NAMES = { archive: '存档包', public: '公开包' } as const

/** The verification bundle of a frozen version. Making one is recorded. */
export async function GET(request: Request, address: VersionAddress): Promise<Response> {
  const kind = z.enum(BUNDLE_KINDS).safeParse(new URL(request.url).searchParams.get('kind'))
  if (!kind.success) return refuseDownload('not-found')
  const asked = await askedVersion(request, address)
  if (!asked.ok) return refuseDownload(asked.reason)
  const { actor, readable, version } = asked.value
  const { number, frozenOn } = version
  const { caseFile, results } = version.snapshot
  const doors = await database()
  const leaves = caseFile.survey ? await readReceiptLeaves(doors.read, readable, caseFile.survey) : []
  const bytes = packBundle({ caseFile, results, leaves, frozen: { version: number, frozenOn } }, kind.data)
  await doors.write(readable.id, (tx) => recordEvent(tx, actor, 'bundle-made', readable.id))
  return sendDownload({
    bytes,
    type: 'application/zip',
    name: `${NAMES[kind.data]}-${caseFile.matter.title}-定稿第${number}版.zip`,
    plainName: `bundle-${kind.data}-${number}.zip`,
  })
}
