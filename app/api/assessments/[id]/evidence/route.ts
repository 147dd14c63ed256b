import { createHash } from 'node:crypto'
import { recordEvent } from '../../../../../db/stores/audit.ts'
import { readCaseFile } from '../../../../../db/stores/case-file.ts'
import { addEvidence } from '../../../../../db/stores/evidence.ts'
import { raiseVersion } from '../../../../../db/stores/version.ts'
import { proveReadable, proveScorable } from '../../../../../lib/assessment/access.ts'
import { LARGEST_FILE, tidyName } from '../../../../../lib/evidence/evidence.ts'
import { fileKindOf } from '../../../../../lib/evidence/file-kind.ts'
import { withoutMetadata } from '../../../../../lib/evidence/photo-metadata.ts'
import type { UploadRefusal } from '../../../../../lib/evidence/upload.ts'
import { digestValue } from '../../../../../lib/integrity/digest.ts'
import type { Failure } from '../../../../../lib/result.ts'
import { database } from '../../../../_server/database.ts'
import { limitedBody } from '../../../../_server/limited-body.ts'
import { currentActor } from '../../../../_server/session.ts'

const STATUS = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'file-too-large': 413,
  'file-empty': 422,
  'file-kind-not-allowed': 415,
  'file-lies-about-kind': 422,
  'file-has-macros': 422,
  'photo-damaged': 422,
  unexpected: 500,
} as const satisfies Record<UploadRefusal, number>

const refuse = ({ reason, details }: Failure<UploadRefusal>) =>
  Response.json(
    { ok: false, reason, details },
    // What was not read of a refused body would otherwise be taken for the next request.
    { status: STATUS[reason], headers: { 'cache-control': 'no-store', connection: 'close' } },
  )

/** Another site's page can send a file with the visitor's cookie; its browser says where it comes from. */
function fromElsewhere(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin'
  const origin = request.headers.get('origin')
  return origin === null || new URL(origin).host !== request.headers.get('host')
}

/** Takes one file, whole or not at all: session, permission, size, kind, hidden data, and only then the database. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return refuse({ ok: false, reason: 'not-signed-in' })
  const { id } = await params
  const proven = proveScorable(actor, id)
  const readable = proveReadable(actor, id)
  if (!proven.ok || !readable.ok) return refuse({ ok: false, reason: 'not-allowed' })
  if (fromElsewhere(request)) return refuse({ ok: false, reason: 'not-allowed' })
  const body = await limitedBody(request, LARGEST_FILE)
  if (!body.ok) {
    return refuse({ ok: false, reason: 'file-too-large', details: { megabytes: LARGEST_FILE / 1024 / 1024 } })
  }
  const name = tidyName(new URL(request.url).searchParams.get('name') ?? '')
  const kind = fileKindOf(body.value, name)
  if (!kind.ok) return refuse(kind)
  const photo = kind.value === 'jpeg' || kind.value === 'png' || kind.value === 'webp' ? kind.value : null
  const kept = photo ? withoutMetadata(photo, body.value) : body
  if (!kept.ok) return refuse(kept)
  const bytes = kept.value
  const digest = createHash('sha256').update(bytes).digest('hex')
  const stored = await (await database()).write(id, async (tx) => {
    const caseNow = async () => {
      const caseFile = await readCaseFile(tx, readable.value)
      return caseFile && digestValue(caseFile)
    }
    const caseBefore = await caseNow()
    if (!(await raiseVersion(tx, id))) return null
    const added = await addEvidence(tx, proven.value, { digest, name, kind: kind.value, bytes })
    const caseAfter = await caseNow()
    await recordEvent(tx, actor, 'evidence-added', id, { caseBefore, caseAfter, detail: digest })
    return added
  })
  if (!stored?.ok) return refuse({ ok: false, reason: 'not-found' })
  return Response.json(
    { ok: true, digest, duplicate: stored.value.duplicate },
    { status: 201, headers: { 'cache-control': 'no-store' } },
  )
}
