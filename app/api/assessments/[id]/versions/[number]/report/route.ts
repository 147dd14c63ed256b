import { wordingDigest } from '../../../../../../../lib/approval/frozen-version.ts'
import { printedRecord } from '../../../../../../../lib/approval/printed-record.ts'
import { printAnchor } from '../../../../../../../lib/integrity/anchor.ts'
import { formatCode } from '../../../../../../../lib/survey/codes/code.ts'
import { refuseDownload } from '../../../../../../_server/download.ts'
import { env } from '../../../../../../_server/env.ts'
import { askedVersion, type VersionAddress } from '../../../../../../_server/frozen.ts'
import { reportDownload } from '../../../../../../_server/report-download.ts'

/** The report of a frozen version: set from the snapshot, with the code by which every page can be checked. */
export async function GET(request: Request, address: VersionAddress): Promise<Response> {
  const asked = await askedVersion(request, address)
  if (!asked.ok) return refuseDownload(asked.reason)
  const { actor, version } = asked.value
  const { snapshot, code, number, frozenOn, auditHead, officeHead } = version
  const verification = {
    code: formatCode(code),
    url: `${env.publicUrl}/verify/report/${code}`,
    page: `${env.publicUrl.replace(/^https?:\/\//, '')}/verify`,
  }
  const frozen = {
    number,
    anchor: auditHead && printAnchor(auditHead),
    officeAnchor: officeHead && printAnchor(officeHead),
    wordedAnew: wordingDigest(snapshot) !== version.wordingDigest,
  }
  return reportDownload(
    request,
    actor,
    { ...snapshot, verification, frozenOn, frozen, approval: printedRecord(version) },
    { label: `定稿第${number}版`, plain: `frozen-${number}` },
  )
}
