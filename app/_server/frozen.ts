/** A frozen version for a download: asked for by assessment and number, refused with its status. */
import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { readCaseFile } from '../../db/stores/case-file.ts'
import { readFrozenCase, readVersions, type Snapshot, type Version } from '../../db/stores/frozen-versions.ts'
import { isIntact } from '../../lib/approval/frozen-version.ts'
import { type Actor, proveReadable, type ReadableAssessment } from '../../lib/assessment/access.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { database } from './database.ts'
import { currentActor } from './session.ts'

export interface AskedVersion {
  readonly actor: Actor
  readonly readable: ReadableAssessment
  readonly version: Version & { readonly snapshot: Snapshot }
}

export interface VersionAddress {
  readonly params: Promise<{ id: string; number: string }>
}

export async function askedVersion(
  _request: NextRequest | Request,
  { params }: VersionAddress,
): Promise<Result<AskedVersion, 'not-signed-in' | 'not-allowed' | 'not-found' | 'version-altered'>> {
  const actor = await currentActor()
  if (!actor) return fail('not-signed-in')
  const { id, number } = await params
  const wanted = z.coerce.number().int().min(1).safeParse(number)
  const readable = proveReadable(actor, id)
  if (!readable.ok) return readable
  const { read } = await database()
  const caseFile = await readCaseFile(read, readable.value)
  if (!wanted.success || !caseFile) return fail('not-found')
  const versions = await readVersions(read, readable.value, caseFile)
  const version = versions.find((one) => one.number === wanted.data)
  const snapshot = version && (await readFrozenCase(read, readable.value, version.number))
  if (!snapshot) return fail('not-found')
  // What is not what was frozen leaves the house neither as paper nor as a file.
  return isIntact(id, version, snapshot)
    ? ok({ actor, readable: readable.value, version: { ...version, snapshot } })
    : fail('version-altered')
}
