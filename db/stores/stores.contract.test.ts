/**
 * What every store promises, on whichever engine DATABASE_URL names. `npm test` runs this file twice: on SQLite and on a
 * real PostgreSQL.
 */
import { inspect } from 'node:util'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Actor,
  type EditableAssessment,
  proveAdministrator,
  proveDrafter,
  proveEditable,
  proveReadable,
  proveScorable,
} from '../../lib/assessment/access.ts'
import {
  EXAMPLE_CASH_FLOWS,
  EXAMPLE_FACTORS,
  EXAMPLE_FINANCIAL_BASIS,
} from '../../lib/assessment/examples/resettlement.ts'
import type { Matter } from '../../lib/assessment/matter.ts'
import { NOTHING_ALLOCATED } from '../../lib/economics/allocation.ts'
import type { Result } from '../../lib/result.ts'
import { isUniqueViolation, type Writer } from '../database.ts'
import { engine } from '../engine.ts'
import { users } from '../schema/accounts.ts'
import { assessments } from '../schema/assessments.ts'
import { auditEvents } from '../schema/audit.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { createAccount, createFirstAdministrator, listAccounts, setDisabled, setRole } from './accounts.ts'
import { readCaseFile } from './case-file.ts'
import { saveDimensionComment, saveFinding } from './dimensions.ts'
import { saveAllocation, saveCashFlows, saveFinancialBasis } from './economics.ts'
import { createAssessment, replaceGroups } from './matter.ts'
import { deleteFactor, saveExpectedEvent, saveFactor, saveWeights } from './risk.ts'
import { claimVersion } from './version.ts'

const actor: Actor = { id: 'u1', name: '张评估', role: 'assessor' }
const administrator: Actor = { id: 'u0', name: '管理员', role: 'administrator' }

const matter: Matter = {
  kind: 'project',
  title: '城东污水处理厂扩建',
  decisionBody: '县人民政府',
  assessor: '县评估中心',
  implementer: '县水务局',
  area: '城东街道',
  summary: '扩建二期工程，日处理 5 万吨。',
}

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

async function newAssessment(): Promise<EditableAssessment> {
  const id = await db.doors.write('new', (tx) => createAssessment(tx, value(proveDrafter(actor)), matter))
  return value(proveEditable(actor, id))
}

const caseFileOf = (assessment: EditableAssessment) =>
  readCaseFile(db.doors.read, value(proveReadable(actor, assessment.id)))

describe(`the two doors on ${engine}`, () => {
  test('a failing unit of work leaves nothing behind', async () => {
    const before = await db.doors.read.$count(assessments)
    const work = db.doors.write('x', async (tx) => {
      await createAssessment(tx, value(proveDrafter(actor)), matter)
      throw new Error('boom')
    })
    await expect(work).rejects.toThrow('boom')
    expect(await db.doors.read.$count(assessments)).toBe(before)
  })

  const eventRow = {
    actorId: 'x',
    action: 'x',
    assessmentId: null,
    chain: 'x',
    seq: 1,
    previousHash: '',
    hash: '',
  }

  test('a failing statement leaves no trace of its parameters in the error', async () => {
    const id = 'same-id'
    const twice = db.doors.write('x', async (tx) => {
      for (const actorId of ['u1', '张三的意见'])
        await tx.insert(auditEvents).values({ ...eventRow, id, actorId })
    })
    const error: unknown = await twice.catch((caught: unknown) => caught)
    expect(isUniqueViolation(error)).toBe(true)
    expect(inspect(error, { depth: 9 })).not.toContain('张三的意见')
  })

  test('the read door cannot write, even by force', async () => {
    const forced = db.doors.read as unknown as Writer
    await expect(
      (async () => {
        await forced.insert(auditEvents).values(eventRow)
      })(),
    ).rejects.toThrow()
    expect(await db.doors.read.$count(auditEvents, sql`action = 'x'`)).toBe(0)
  })

  test('uncommitted work is invisible through the read door', async () => {
    const before = await db.doors.read.$count(assessments)
    await db.doors.write('x', async (tx) => {
      await createAssessment(tx, value(proveDrafter(actor)), matter)
      expect(await db.doors.read.$count(assessments)).toBe(before)
    })
    expect(await db.doors.read.$count(assessments)).toBe(before + 1)
  })

  test('a write inside a write is refused instead of waiting for itself', async () => {
    await expect(db.doors.write('x', () => db.doors.write('x', async () => 1))).rejects.toThrow(
      'write() inside write()',
    )
  })

  test('a handle dies with its unit of work', async () => {
    let leaked: Writer | undefined
    await db.doors.write('x', async (tx) => {
      leaked = tx
    })
    expect(() => leaked?.insert(assessments)).toThrow(/revoked/)
  })

  test('of two people who save the same version one is told that it changed meanwhile', async () => {
    const assessment = await newAssessment()
    const claims = await Promise.all(
      [1, 1].map((version) =>
        db.doors.write(assessment.id, (tx) => claimVersion(tx, assessment.id, version)),
      ),
    )
    expect(claims.sort()).toEqual(['changed-meanwhile', 'claimed'])
    expect(await db.doors.write('x', (tx) => claimVersion(tx, 'nothing', 1))).toBe('not-found')
  })
})

describe.runIf(engine === 'postgres')('a unit of work on PostgreSQL', () => {
  test('that goes on after a statement has failed is reported as failed, for nothing of it was stored', async () => {
    const before = await db.doors.read.$count(assessments)
    const work = db.doors.write('x', async (tx) => {
      await createAssessment(tx, value(proveDrafter(actor)), matter)
      await tx
        .select({ never: sql`1 / 0` })
        .from(assessments)
        .catch(() => {})
    })
    await expect(work).rejects.toThrow('went on after one of its statements had failed')
    expect(await db.doors.read.$count(assessments)).toBe(before)
  })
})

describe.runIf(engine === 'postgres')('a PostgreSQL server that ends its connections', () => {
  test('costs no process: the next statement gets a new connection', async () => {
    const doors = await db.reopen()
    await doors.write('accounts', (tx) => tx.select().from(users).limit(1))
    await doors.read.select().from(users).limit(1)
    const { Client } = await import('pg')
    const server = new Client({ connectionString: db.url })
    await server.connect()
    await server.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await server.end()
    // The pools learn of it from their sockets; an unheard 'error' event would have ended this process.
    await expect
      .poll(() =>
        doors
          .write('accounts', (tx) => tx.select().from(users).limit(1))
          .then(
            () => true,
            () => false,
          ),
      )
      .toBe(true)
    await expect
      .poll(() =>
        db.doors.read
          .select()
          .from(users)
          .limit(1)
          .then(
            () => true,
            () => false,
          ),
      )
      .toBe(true)
    await doors.close()
  })
})

describe(`the case file on ${engine}`, () => {
  test('gives back what was entered, amounts to the fen and text to the character', async () => {
    const assessment = await newAssessment()
    const scorable = value(proveScorable(actor, assessment.id))
    const factor = EXAMPLE_FACTORS[0]!
    const evidence = '规划文件 𠮷 “引号” <script>alert(1)</script>'
    await db.doors.write(assessment.id, async (tx) => {
      await saveFinding(tx, scorable, {
        indicatorId: 'legality.authority',
        grade: 'partly-met',
        evidence: '旧',
      })
      await saveFinding(tx, scorable, { indicatorId: 'legality.authority', grade: 'met', evidence })
      await saveDimensionComment(tx, assessment, { dimension: 'safety', comment: '需复核' })
      await saveFactor(tx, scorable, null, factor)
      await saveExpectedEvent(tx, scorable, 40)
      await saveCashFlows(tx, assessment, EXAMPLE_CASH_FLOWS)
    })
    const caseFile = await caseFileOf(assessment)
    expect(caseFile?.matter).toEqual(matter)
    expect(caseFile?.findings).toMatchObject([{ grade: 'met', evidence, scorerName: '张评估' }])
    expect(caseFile?.findings[0]?.scoredOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(caseFile?.dimensionComments).toEqual([{ dimension: 'safety', comment: '需复核' }])
    expect(caseFile?.factors).toMatchObject([factor])
    expect(caseFile?.expectedEventPersons).toBe(40)
    expect(caseFile?.economics).toEqual({
      ...EXAMPLE_CASH_FLOWS,
      shares: NOTHING_ALLOCATED,
      financial: null,
    })
  })

  test('who bears and receives what, and the financial basis, come back as saved and are replaced whole', async () => {
    const [assessment, other] = [await newAssessment(), await newAssessment()]
    const group = { id: 'g1', name: '城东村民', effect: 'direct', households: 40, persons: 160 } as const
    const first = { ...NOTHING_ALLOCATED, investment: { g1: 0.333333, $treasury: 0.6 }, received: { g1: 1 } }
    const second = { ...NOTHING_ALLOCATED, benefit: { $public: 0.07 } }
    await db.doors.write(assessment.id, async (tx) => {
      value(await replaceGroups(tx, assessment, [group]))
      value(await saveAllocation(tx, assessment, first))
      value(await saveFinancialBasis(tx, assessment, EXAMPLE_FINANCIAL_BASIS))
    })
    expect((await caseFileOf(assessment))?.economics).toMatchObject({
      shares: first,
      financial: EXAMPLE_FINANCIAL_BASIS,
    })
    expect((await caseFileOf(other))?.economics).toMatchObject({ shares: NOTHING_ALLOCATED, financial: null })
    await db.doors.write(other.id, async (tx) => {
      expect(await saveAllocation(tx, other, first)).toMatchObject({ reason: 'unknown-group' })
    })
    await db.doors.write(assessment.id, async (tx) => {
      value(await saveAllocation(tx, assessment, second))
      value(await saveFinancialBasis(tx, assessment, null))
    })
    expect((await caseFileOf(assessment))?.economics).toMatchObject({ shares: second, financial: null })
    expect((await caseFileOf(assessment))?.economics.shares.investment).toEqual({})
  })

  test('an empty comment removes the comment', async () => {
    const assessment = await newAssessment()
    await db.doors.write(assessment.id, async (tx) => {
      await saveDimensionComment(tx, assessment, { dimension: 'safety', comment: '需复核' })
      await saveDimensionComment(tx, assessment, { dimension: 'safety', comment: '' })
    })
    expect((await caseFileOf(assessment))?.dimensionComments).toEqual([])
  })

  test('a factor of another assessment cannot be changed or deleted', async () => {
    const [mine, theirs] = [await newAssessment(), await newAssessment()]
    const id = await db.doors.write(theirs.id, async (tx) =>
      value(await saveFactor(tx, value(proveScorable(actor, theirs.id)), null, EXAMPLE_FACTORS[0]!)),
    )
    await db.doors.write(mine.id, async (tx) => {
      const scorable = value(proveScorable(actor, mine.id))
      expect(await saveFactor(tx, scorable, id, EXAMPLE_FACTORS[1]!)).toMatchObject({ reason: 'not-found' })
      expect(await deleteFactor(tx, mine, id)).toMatchObject({ reason: 'not-found' })
      expect(await saveWeights(tx, mine, [{ factorId: id, weight: 1 }])).toMatchObject({
        reason: 'not-found',
      })
    })
    expect((await caseFileOf(theirs))?.factors).toMatchObject([EXAMPLE_FACTORS[0]!])
  })
})

describe(`accounts on ${engine}`, () => {
  test('the last administrator can neither be disabled nor demoted, and a username is taken once', async () => {
    const proof = value(proveAdministrator(administrator))
    const first = await db.doors.write('accounts', (tx) =>
      createFirstAdministrator(tx, { username: 'admin', name: '系统管理员', passwordHash: 'x' }),
    )
    const account = { username: 'li', name: '李专家', role: 'expert', passwordHash: 'x' } as const
    await db.doors.write('accounts', async (tx) => {
      expect(await setDisabled(tx, proof, { userId: first, disabled: true })).toMatchObject({
        reason: 'last-administrator',
      })
      expect(await setRole(tx, proof, { userId: first, role: 'observer' })).toMatchObject({
        reason: 'last-administrator',
      })
      const second = value(await createAccount(tx, proof, account))
      expect(await createAccount(tx, proof, account)).toMatchObject({ reason: 'username-taken' })
      value(await setRole(tx, proof, { userId: second, role: 'administrator' }))
      value(await setDisabled(tx, proof, { userId: first, disabled: true }))
    })
    expect(await listAccounts(db.doors.read, proof)).toMatchObject([
      { username: 'admin', disabled: true },
      { username: 'li', role: 'administrator' },
    ])
    await expect(
      db.doors.write('accounts', (tx) =>
        createFirstAdministrator(tx, { username: 'again', name: '', passwordHash: 'x' }),
      ),
    ).rejects.toThrow('already has accounts')
    expect(await db.doors.read.$count(users)).toBe(2)
  })
})
