/** What somebody with the database in his hands may try, and how it is found; on whichever engine DATABASE_URL names. */
import { and, eq, gt } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Step } from '../lib/approval/workflow.ts'
import { type Actor, proveEditable, proveReadable } from '../lib/assessment/access.ts'
import { parseAnchor, printAnchor } from '../lib/integrity/anchor.ts'
import { digestValue } from '../lib/integrity/digest.ts'
import { type ChainRow, nextRow } from '../lib/integrity/hash-chain.ts'
import { verifyAudit } from './audit-verify.ts'
import type { Writer } from './database.ts'
import { users } from './schema/accounts.ts'
import { approvalSteps, frozenVersions, publicBundles, reportRegistry } from './schema/approval.ts'
import { auditEvents } from './schema/audit.ts'
import { seedExample } from './seed.ts'
import { accountSeal, createFirstAdministrator } from './stores/accounts.ts'
import { lastStepSeal, takeStep } from './stores/approval-steps.ts'
import { OFFICE_CHAIN, readChain, recordEvent } from './stores/audit.ts'
import { readCaseFile } from './stores/case-file.ts'
import { closeSurvey } from './stores/closing.ts'
import { freezeVersion, readVersions, versionSeal } from './stores/frozen-versions.ts'
import { value } from './stores/survey-testing.ts'
import { openTestDatabase, type TestDatabase } from './testing.ts'

const drafter: Actor = { id: 'drafter', name: '张起草', role: 'assessor' }
const reviewer: Actor = { id: 'reviewer', name: '李复核', role: 'reviewer' }
const PASS: Step = { kind: 'pass-review', interest: 'none', remarks: '核对无误' }

let db: TestDatabase
let id = ''
let userId = ''
beforeAll(async () => {
  db = await openTestDatabase()
  userId = await db.doors.write('accounts', async (tx) => {
    const made = await createFirstAdministrator(tx, { username: 'admin', name: '管理员', passwordHash: 'x' })
    const actor: Actor = { id: made, name: '管理员', role: 'administrator' }
    await recordEvent(tx, actor, 'account-created', null, await accountSeal(tx, made))
    return made
  })
  const example = await db.doors.write('new', (tx) => seedExample(tx, 'drafter'))
  value(await closeSurvey(db.doors, example))
  id = example.id
  await db.doors.write(id, async (tx) => {
    const readable = value(proveReadable(drafter, id))
    const seen = digestValue(await readCaseFile(tx, readable))
    const number = value(await freezeVersion(tx, value(proveEditable(drafter, id)), readable, seen))
    await recordEvent(tx, drafter, 'version-frozen', id, await versionSeal(tx, id, number))
  })
  await db.doors.write(id, async (tx) => {
    value(await takeStep(tx, value(proveReadable(reviewer, id)), { number: 1, step: PASS }))
    await recordEvent(tx, reviewer, 'approval-step-taken', id, await lastStepSeal(tx, id, 1))
  })
}, 120_000)
afterAll(() => db.drop())

const findings = async (anchors: readonly string[] = []) => {
  const { intact, lines } = await verifyAudit(
    db.doors,
    anchors.map((text) => value(parseAnchor(text))),
  )
  return { intact, found: lines.filter((line) => !/: \d+ intact, head /.test(line)).join('\n') }
}

/** Does something to the database, looks, and undoes it. */
async function tampered(tamper: (tx: Writer) => Promise<unknown>, anchors: readonly string[] = []) {
  const before = {
    events: await db.doors.read.select().from(auditEvents),
    steps: await db.doors.read.select().from(approvalSteps),
    versions: await db.doors.read.select().from(frozenVersions),
    records: await db.doors.read.select().from(reportRegistry),
    bundles: await db.doors.read.select().from(publicBundles),
    accounts: await db.doors.read.select().from(users),
  }
  await db.doors.write(id, tamper)
  const seen = await findings(anchors)
  await db.doors.write(id, async (tx) => {
    for (const [table, rows] of [
      [auditEvents, before.events],
      [approvalSteps, before.steps],
      [frozenVersions, before.versions],
      [reportRegistry, before.records],
      [publicBundles, before.bundles],
      [users, before.accounts],
    ] as const) {
      await tx.delete(table)
      for (const row of rows) await tx.insert(table).values(row as never)
    }
  })
  expect((await findings()).intact).toBe(true)
  return seen
}

/** Writes a chain anew from a row on, as a patient forger would. */
async function rewritten(tx: Writer, chain: string, change: (event: { actorId: string }) => object) {
  const rows = await readChain(tx, chain)
  await tx.delete(auditEvents).where(eq(auditEvents.chain, chain))
  let last: { seq: number; hash: string } | null = null
  for (const { event } of rows) {
    const forged = { ...event, ...change(event) }
    const { seq, previousHash, hash }: ChainRow<unknown> = nextRow<unknown>(last, forged)
    await tx
      .insert(auditEvents)
      .values({ ...forged, at: new Date(forged.at), chain, seq, previousHash, hash })
    last = { seq, hash }
  }
}

const frozenAnchors = async () => {
  const readable = value(proveReadable(drafter, id))
  const caseFile = await readCaseFile(db.doors.read, readable)
  const [version] = await readVersions(db.doors.read, readable, caseFile!)
  return [printAnchor(version!.auditHead!), printAnchor(version!.officeHead!)]
}

describe('nothing was done to the records', () => {
  test('and the command says so, also of the anchors on paper', async () => {
    expect(await findings()).toEqual({ intact: true, found: '' })
    const anchors = await frozenAnchors()
    const { intact, found } = await findings(anchors)
    expect(intact).toBe(true)
    expect(found).toBe(
      `anchor ${anchors[0]}: chain ${id} has it\nanchor ${anchors[1]}: chain ${OFFICE_CHAIN} has it`,
    )
  })

  test('the counting of the survey is an event with the case before and after', async () => {
    const counted = (await readChain(db.doors.read, id)).find(
      ({ event }) => event.action === 'survey-counted',
    )
    expect(counted?.event.caseBefore).toMatch(/^[0-9a-f]{64}$/)
    expect(counted?.event.caseAfter).toMatch(/^[0-9a-f]{64}$/)
    expect(counted?.event.caseAfter).not.toBe(counted?.event.caseBefore)
  })
})

describe('what was tampered with is found', () => {
  test('a signature that says something else, was made up, or was taken out', async () => {
    const altered = await tampered((tx) => tx.update(approvalSteps).set({ actorName: '王代签' }))
    expect(altered.found).toContain(`${id} step v1/1: altered`)
    const removed = await tampered((tx) => tx.delete(approvalSteps))
    expect(removed.found).toContain(`${id} step v1/1: gone`)
    const added = await tampered(async (tx) => {
      const [row] = await tx.select().from(approvalSteps)
      await tx.insert(approvalSteps).values({ ...row!, seq: 2 })
    })
    expect(added.found).toContain(`${id} step v1/2: no event tells of it`)
  })

  test('a frozen case or its results, with or without the digests made to fit', async () => {
    const cased = await tampered(async (tx) => {
      const [row] = await tx.select().from(frozenVersions)
      await tx.update(frozenVersions).set({ snapshot: { ...row!.snapshot, expectedEventPersons: 3 } })
    })
    expect(cased.found).toContain('the case was altered')
    const resulted = await tampered(async (tx) => {
      const [row] = await tx.select().from(frozenVersions)
      await tx.update(frozenVersions).set({ results: { ...row!.results, weightSum: 2 } })
    })
    expect(resulted.found).toContain('the results were altered')
    const fitted = await tampered((tx) => tx.update(frozenVersions).set({ frozenBy: '别人' }))
    expect(fitted.found).toContain(`${id} version v1: altered`)
  })

  test('a frozen version with everything that belongs to it', async () => {
    const { found } = await tampered(async (tx) => {
      await tx.delete(frozenVersions)
      await tx.delete(reportRegistry)
      await tx.delete(publicBundles)
    })
    expect(found).toContain(`${id} version v1: gone`)
  })

  test('the public record, and the public bundle', async () => {
    const record = await tampered(async (tx) => {
      const [row] = await tx.select().from(reportRegistry)
      await tx.update(reportRegistry).set({ figures: { ...row!.figures, residualLevel: 'high' } })
    })
    expect(record.found).toContain('its public record was altered')
    const bundle = await tampered((tx) => tx.update(publicBundles).set({ bytes: Buffer.from('x') }))
    expect(bundle.found).toContain('its public bundle was altered')
  })

  test('a role that nobody gave, and an account that nobody made', async () => {
    const role = await tampered((tx) => tx.update(users).set({ role: 'decider' }))
    expect(role.found).toContain(`account ${userId}: altered`)
    const made = await tampered(async (tx) => {
      const [row] = await tx.select().from(users)
      await tx.insert(users).values({ ...row!, id: 'ghost', username: 'ghost', email: 'ghost@localhost' })
    })
    expect(made.found).toContain('account ghost: no event tells of it')
  })
})

describe('a chain that was cut, thrown away or written anew', () => {
  const mine = () => eq(auditEvents.chain, id)

  test('is found though what is left of it is in order', async () => {
    const cut = await tampered((tx) => tx.delete(auditEvents).where(and(mine(), gt(auditEvents.seq, 1))))
    expect(cut.found).toMatch(new RegExp(`${id}: \\d+ events are gone, from 2 on`))
    expect(cut.found).toContain(`chain ${id} no longer has event`)
    const gone = await tampered((tx) => tx.delete(auditEvents).where(mine()))
    expect(gone.found).toMatch(new RegExp(`${id}: \\d+ events are gone, from 1 on`))
  })

  test('is found when the patient forger gives its events to somebody else', async () => {
    const { found } = await tampered((tx) => rewritten(tx, id, () => ({ actorId: 'somebody-else' })))
    expect(found).toContain(`${id}: event 1 is not the one the office noted`)
  })

  test('is found by the paper when the whole database says otherwise', async () => {
    const anchors = await frozenAnchors()
    // Everything about the assessment and the house's memory of it, down to the last row.
    const { intact, found } = await tampered(async (tx) => {
      await tx.delete(auditEvents)
      await tx.delete(approvalSteps)
      await tx.delete(frozenVersions)
      await tx.delete(reportRegistry)
      await tx.delete(publicBundles)
      await tx.delete(users)
    }, anchors)
    expect(intact).toBe(false)
    expect(found).toBe(
      anchors.map((anchor) => `anchor ${anchor}: no chain has this event any more`).join('\n'),
    )
  })
})
