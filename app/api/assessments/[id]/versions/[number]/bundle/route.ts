import { z } from 'zod'
import { recordEvent } from '../../../../../../../db/stores/audit.ts'
import { readPublicBundle } from '../../../../../../../db/stores/frozen-versions.ts'
import { readReceiptLeaves } from '../../../../../../../db/stores/receipts.ts'
import { BUNDLE_KINDS, type BundleKind } from '../../../../../../../lib/approval/bundle/manifest.ts'
import { packArchive } from '../../../../../../../lib/approval/bundle/pack.ts'
import { proveArchive } from '../../../../../../../lib/assessment/access.ts'
import { digestBytes } from '../../../../../../../lib/integrity/digest.ts'
import { fail, never, ok, type Result } from '../../../../../../../lib/result.ts'
import { database } from '../../../../../../_server/database.ts'
import { refuseDownload, sendDownload } from '../../../../../../_server/download.ts'
import { type AskedVersion, askedVersion, type VersionAddress } from '../../../../../../_server/frozen.ts'

const NAMES = { archive: '存档包', public: '公开包' } as const

/** The verification bundle of a frozen version. Giving one out is recorded with the digest of the file. */
export async function GET(request: Request, address: VersionAddress): Promise<Response> {
  const kind = z.enum(BUNDLE_KINDS).safeParse(new URL(request.url).searchParams.get('kind'))
  if (!kind.success) return refuseDownload('not-found')
  const asked = await askedVersion(request, address)
  if (!asked.ok) return refuseDownload(asked.reason)
  const { actor, readable, version } = asked.value
  const { number } = version
  const bundle = await bundleOf(asked.value, kind.data)
  if (!bundle.ok) return refuseDownload(bundle.reason)
  const bytes = bundle.value
  const doors = await database()
  const told = { subject: `v${number} ${kind.data}`, detail: digestBytes(bytes) }
  await doors.write(readable.id, (tx) => recordEvent(tx, actor, 'bundle-made', readable.id, told))
  return sendDownload({
    bytes,
    type: 'application/zip',
    name: `${NAMES[kind.data]}-${version.snapshot.caseFile.matter.title}-定稿第${number}版.zip`,
    plainName: `bundle-${kind.data}-${number}.zip`,
  })
}

async function bundleOf(
  { actor, readable, version }: AskedVersion,
  kind: BundleKind,
): Promise<Result<Uint8Array, 'not-allowed' | 'version-altered'>> {
  const { read } = await database()
  const { number, frozenOn, bundleDigest } = version
  const { caseFile, results } = version.snapshot
  switch (kind) {
    case 'archive': {
      const right = proveArchive(actor, readable.id)
      if (!right.ok) return right
      const leaves = caseFile.survey ? await readReceiptLeaves(read, readable, caseFile.survey) : []
      const frozen = { version: number, frozenOn }
      return ok(packArchive(right.value, { caseFile, results, leaves, frozen }))
    }
    case 'public': {
      const bytes = await readPublicBundle(read, readable, number)
      return bytes && digestBytes(bytes) === bundleDigest ? ok(bytes) : fail('version-altered')
    }
    default:
      return never(kind)
  }
}
