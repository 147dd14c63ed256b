/**
 * The one way a form changes an assessment: session, shape, permission, version, write, audit, in this order.
 *
 * Nothing is written when any step fails, and everything is written in one unit of work, so a form is stored whole or
 * not at all. The version check comes inside the unit: two people who press "save" together cannot both win.
 */
import { revalidatePath } from 'next/cache'
import type { z } from 'zod'
import type { Writer } from '../../db/database.ts'
import { type EventAbout, recordEvent, recordSitting } from '../../db/stores/audit.ts'
import { readCaseFile } from '../../db/stores/case-file.ts'
import { noteChange } from '../../db/stores/frozen-versions.ts'
import { claimVersion, raiseVersion } from '../../db/stores/version.ts'
import {
  type Actor,
  type Administrator,
  type EditableAssessment,
  proveAdministrator,
  proveEditable,
  proveReadable,
  proveScorable,
  type ReadableAssessment,
  type ScorableAssessment,
} from '../../lib/assessment/access.ts'
import type { Deed } from '../../lib/assessment/deeds.ts'
import { digestValue } from '../../lib/integrity/digest.ts'
import type { Result } from '../../lib/result.ts'
import type { RefusalReason, Saved } from '../../lib/ui/save.ts'
import { database } from './database.ts'
import { issuesOf } from './issues.ts'
import { currentActor } from './session.ts'

/** Rolls the unit of work back and carries the refusal out of it. */
class Refused extends Error {
  readonly refusal: Saved
  constructor(refusal: Saved) {
    super('refused')
    this.refusal = refusal
  }
}

/** What a store does with a proof and a checked entry. */
type Write<Proof, Entry, Value = unknown> = (
  tx: Writer,
  proof: Proof,
  entry: Entry,
) => Promise<Result<Value, RefusalReason>>

/** What the event says of the deed besides the case, read from what was stored. */
type About<Entry, Value> = (tx: Writer, value: Value, entry: Entry) => Promise<EventAbout>

interface Change<Proof, Entry, Value> {
  readonly action: Deed
  readonly scope: string
  readonly shape: z.ZodType<Entry>
  readonly entry: unknown
  prove(actor: Actor): Result<Proof, RefusalReason>
  readonly write: Write<Proof, Entry, Value>
  readonly about?: About<Entry, Value> | undefined
  before?(tx: Writer): Promise<RefusalReason | null>
  readonly assessmentId: string | null
  readonly onceASitting?: boolean
}

async function change<Proof, Entry, Value>(asked: Change<Proof, Entry, Value>): Promise<Saved> {
  const actor = await currentActor()
  if (!actor) return { ok: false, reason: 'not-signed-in' }
  const proven = asked.prove(actor)
  if (!proven.ok) return proven
  const parsed = asked.shape.safeParse(asked.entry)
  if (!parsed.success) return { ok: false, reason: 'invalid-input', issues: issuesOf(parsed.error) }
  const doors = await database()
  try {
    await doors.write(asked.scope, async (tx) => {
      const caseNow = async () => {
        const readable = asked.assessmentId === null ? null : proveReadable(actor, asked.assessmentId)
        return readable?.ok ? readCaseFile(tx, readable.value) : null
      }
      const before = await caseNow()
      const refused = await asked.before?.(tx)
      if (refused) throw new Refused({ ok: false, reason: refused })
      const written = await asked.write(tx, proven.value, parsed.data)
      if (!written.ok) throw new Refused(written)
      const after = await caseNow()
      if (asked.onceASitting && asked.assessmentId !== null)
        await recordSitting(tx, actor, asked.action, asked.assessmentId)
      else
        await recordEvent(tx, actor, asked.action, asked.assessmentId, {
          caseBefore: before && digestValue(before),
          caseAfter: after && digestValue(after),
          ...(await asked.about?.(tx, written.value, parsed.data)),
        })
      // An approval that no longer covers the case says so from this moment on.
      if (after) await noteChange(tx, after)
    })
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  revalidatePath('/', 'layout')
  return { ok: true }
}

function claiming(id: string, version: number) {
  return async (tx: Writer): Promise<RefusalReason | null> => {
    const claim = await claimVersion(tx, id, version)
    return claim === 'claimed' ? null : claim
  }
}

/** Changes an assessment on behalf of somebody who may edit it. */
export function editAssessment<Entry, Value = unknown>(
  action: Deed,
  id: string,
  version: number,
  shape: z.ZodType<Entry>,
  entry: unknown,
  write: Write<EditableAssessment, Entry, Value>,
  about?: About<Entry, Value>,
): Promise<Saved> {
  const prove = (actor: Actor) => proveEditable(actor, id)
  return change({
    action,
    scope: id,
    shape,
    entry,
    prove,
    write,
    about,
    before: claiming(id, version),
    assessmentId: id,
  })
}

/** Changes what experts may change too: findings, likelihood and impact. */
export function scoreAssessment<Entry>(
  action: Deed,
  id: string,
  version: number,
  shape: z.ZodType<Entry>,
  entry: unknown,
  write: Write<ScorableAssessment, Entry>,
): Promise<Saved> {
  const prove = (actor: Actor) => proveScorable(actor, id)
  return change({
    action,
    scope: id,
    shape,
    entry,
    prove,
    write,
    before: claiming(id, version),
    assessmentId: id,
  })
}

/** For rows that stand by themselves: no version is asked for, and it is raised all the same. */
const raised =
  (id: string) =>
  async (tx: Writer): Promise<RefusalReason | null> =>
    (await raiseVersion(tx, id)) ? null : 'not-found'

/**
 * Stores one finding. It asks for no version: each finding is a row of its own, and experts who score different
 * indicators at the same time must not refuse each other. The assessment's version is raised all the same.
 */
export function scoreRow<Entry>(
  action: Deed,
  id: string,
  shape: z.ZodType<Entry>,
  entry: unknown,
  write: Write<ScorableAssessment, Entry>,
): Promise<Saved> {
  const prove = (actor: Actor) => proveScorable(actor, id)
  return change({ action, scope: id, shape, entry, prove, write, before: raised(id), assessmentId: id })
}

/**
 * Changes rows that stand by themselves, such as the theme of one opinion. It asks for no version, so that quick work
 * and two people side by side do not refuse each other; the assessment's version is raised all the same.
 */
export function editRow<Entry>(
  action: Deed,
  id: string,
  shape: z.ZodType<Entry>,
  entry: unknown,
  write: Write<EditableAssessment, Entry>,
): Promise<Saved> {
  const prove = (actor: Actor) => proveEditable(actor, id)
  return change({ action, scope: id, shape, entry, prove, write, before: raised(id), assessmentId: id })
}

/**
 * Takes in what residents answered: an interview, a paper form. Events of every single one would be a list of the moments at which
 * answers came, with the account that knows who they came from; so there is one event for a sitting, as for a reading.
 */
export function enterRow<Entry>(
  action: Deed,
  id: string,
  shape: z.ZodType<Entry>,
  entry: unknown,
  write: Write<EditableAssessment, Entry>,
): Promise<Saved> {
  const prove = (actor: Actor) => proveEditable(actor, id)
  return change({
    action,
    scope: id,
    shape,
    entry,
    prove,
    write,
    before: raised(id),
    assessmentId: id,
    onceASitting: true,
  })
}

/**
 * Stores what has versions of its own and is saved while it is written. The assessment's version stays, or colleagues with
 * an open form would be refused every few seconds.
 */
export function editText<Entry>(
  action: Deed,
  id: string,
  shape: z.ZodType<Entry>,
  entry: unknown,
  write: Write<EditableAssessment, Entry>,
): Promise<Saved> {
  const prove = (actor: Actor) => proveEditable(actor, id)
  return change({ action, scope: id, shape, entry, prove, write, assessmentId: id })
}

/** Freezes a case. The write checks by digest that it is the case the person saw, so no version is claimed and none is raised. */
export function freezeCase<Value>(
  action: Deed,
  id: string,
  shape: z.ZodType<string>,
  seen: unknown,
  write: Write<EditableAssessment, string, Value>,
  about: About<string, Value>,
): Promise<Saved> {
  const prove = (actor: Actor) => proveEditable(actor, id)
  return change({ action, scope: id, shape, entry: seen, prove, write, about, assessmentId: id })
}

/** Judges a frozen version; who may do what is decided by the write itself, against the state it finds. */
export function judgeVersion<Entry, Value = unknown>(
  action: Deed,
  id: string,
  shape: z.ZodType<Entry>,
  entry: unknown,
  write: Write<ReadableAssessment, Entry, Value>,
  about?: About<Entry, Value>,
): Promise<Saved> {
  const prove = (actor: Actor) => proveReadable(actor, id)
  return change({ action, scope: id, shape, entry, prove, write, about, assessmentId: id })
}

/** Changes accounts on behalf of an administrator. */
export function administer<Entry, Value = unknown>(
  action: Deed,
  shape: z.ZodType<Entry>,
  entry: unknown,
  write: Write<Administrator, Entry, Value>,
  about?: About<Entry, Value>,
): Promise<Saved> {
  return change({
    action,
    scope: 'accounts',
    shape,
    entry,
    prove: proveAdministrator,
    write,
    about,
    assessmentId: null,
  })
}
