/** The chains of audit events, on whichever engine DATABASE_URL names. */
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, proveDrafter, proveEditable } from '../../lib/assessment/access.ts'
import { verifyAudit } from '../audit-verify.ts'
import { engine } from '../engine.ts'
import { auditEvents } from '../schema/audit.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { headOf, OFFICE_CHAIN, readChain, recordEvent, recordSitting } from './audit.ts'
import { createAssessment, deleteAssessment } from './matter.ts'

const actor: Actor = { id: 'u1', name: '张评估', role: 'assessor' }

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

const record = (chain: string, n: number, doors = [db.doors]) =>
  Promise.all(
    Array.from({ length: n }, (_, i) =>
      doors[i % doors.length]!.write(chain, (tx) => recordEvent(tx, actor, `step-${i}`, chain)),
    ),
  )
const lineOf = async (chain: string) =>
  (await verifyAudit(db.doors)).lines.find((line) => line.startsWith(`${chain}: `))
const rowOf = (chain: string, seq: number) => and(eq(auditEvents.chain, chain), eq(auditEvents.seq, seq))

describe('the chain of events', () => {
  test('writers side by side keep one chain, and it ends where its head says', async () => {
    await record('together', 12)
    const head = await headOf(db.doors.read, 'together')
    expect(head?.seq).toBe(12)
    expect(await lineOf('together')).toBe(`together: 12 intact, head ${head?.hash}`)
    const rows = await readChain(db.doors.read, 'together')
    expect(rows[0]?.event).toMatchObject({ actorId: 'u1', assessmentId: 'together' })
  })

  test.runIf(engine === 'postgres')('so do two hosts', async () => {
    const other = await db.reopen()
    await record('hosts', 12, [db.doors, other])
    await other.close()
    expect(await lineOf('hosts')).toMatch(/^hosts: 12 intact/)
  })

  test('two assessments are written to side by side, and the office notes every event of both', async () => {
    await Promise.all([record('left', 8), record('right', 8)])
    const noted = (await readChain(db.doors.read, OFFICE_CHAIN)).map(({ event }) => event.subject)
    for (const chain of ['left', 'right'])
      for (let seq = 1; seq <= 8; seq += 1) expect(noted).toContain(`${chain}#${seq}`)
    expect(await lineOf(OFFICE_CHAIN)).toMatch(/ intact, head /)
  })

  test('an altered row is named, whatever was altered in it', async () => {
    const alterations = [
      { actorId: 'somebody-else' },
      { action: 'nothing' },
      { at: new Date('2020-01-01T00:00:00Z') },
      { assessmentId: 'elsewhere' },
      { hash: 'f'.repeat(64) },
      { caseAfter: 'e'.repeat(64) },
    ]
    for (const [i, altered] of alterations.entries()) {
      const chain = `altered-${i}`
      await record(chain, 5)
      await db.doors.write(chain, (tx) => tx.update(auditEvents).set(altered).where(rowOf(chain, 3)))
      expect(await lineOf(chain)).toBe(`${chain}: row 3 altered`)
      expect((await verifyAudit(db.doors)).intact).toBe(false)
    }
  })

  test('a removed row and two that changed places are named', async () => {
    await record('removed', 5)
    await db.doors.write('removed', (tx) => tx.delete(auditEvents).where(rowOf('removed', 2)))
    expect(await lineOf('removed')).toBe('removed: row 2 missing-or-moved')

    await record('swapped', 5)
    await db.doors.write('swapped', async (tx) => {
      for (const [from, to] of [
        [2, 99],
        [4, 2],
        [99, 4],
      ] as const) {
        await tx.update(auditEvents).set({ seq: to }).where(rowOf('swapped', from))
      }
    })
    expect(await lineOf('swapped')).toBe('swapped: row 2 does-not-follow')
  })

  test('it outlives its assessment, and a visit is one reading', async () => {
    const drafter = proveDrafter(actor)
    if (!drafter.ok) throw new Error(drafter.reason)
    const id = await db.doors.write('new', async (tx) => {
      const made = await createAssessment(tx, drafter.value, {
        kind: 'project',
        title: '垃圾处理设施',
        decisionBody: '市人民政府',
        assessor: '评估中心',
        implementer: '市城管局',
        area: '城东',
        summary: '日处理 600 吨。',
      })
      return made
    })
    const read = () => db.doors.write(id, (tx) => recordSitting(tx, actor, 'texts-read', id))
    await read()
    await read()
    const editable = proveEditable(actor, id)
    if (!editable.ok) throw new Error(editable.reason)
    await db.doors.write(id, async (tx) => {
      await deleteAssessment(tx, editable.value)
      await recordEvent(tx, actor, 'assessment-deleted', id)
    })
    expect(await lineOf(id)).toMatch(/: 3 intact, head [0-9a-f]{64}$/)
  })
})
