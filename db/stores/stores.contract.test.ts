/**
 * What every store promises, on whichever engine DATABASE_URL names. `npm test` runs this file twice: on SQLite and on a
 * real PostgreSQL.
 */
import { randomBytes } from 'node:crypto'
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
  EXAMPLE_QUESTIONNAIRE,
} from '../../lib/assessment/examples/resettlement.ts'
import type { Matter } from '../../lib/assessment/matter.ts'
import type { Result } from '../../lib/result.ts'
import { isUniqueViolation, type Reader, type Writer } from '../database.ts'
import { engine } from '../engine.ts'
import { users } from '../schema/accounts.ts'
import { assessments } from '../schema/assessments.ts'
import { auditEvents } from '../schema/audit.ts'
import { responses } from '../schema/survey.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { createAccount, createFirstAdministrator, listAccounts, setDisabled, setRole } from './accounts.ts'
import { readCaseFile } from './case-file.ts'
import { saveDimensionComment, saveFinding } from './dimensions.ts'
import { saveCashFlows } from './economics.ts'
import { type IncomingResponse, openIntakeStore } from './intake.ts'
import { createAssessment, deleteAssessment, replaceGroups } from './matter.ts'
import { deleteFactor, saveExpectedEvent, saveFactor, saveWeights } from './risk.ts'
import {
  closeSurvey,
  publishSurvey,
  readSurvey,
  readTexts,
  saveQuestionnaire,
  startNewSurvey,
} from './survey.ts'
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

async function publishedSurvey() {
  const assessment = await newAssessment()
  await db.doors.write(assessment.id, async (tx) => {
    value(
      await replaceGroups(tx, assessment, [
        { name: '东村', effect: 'direct', households: 120, persons: 400 },
        { name: '西村', effect: 'indirect', households: 80, persons: 250 },
      ]),
    )
    value(await saveQuestionnaire(tx, assessment, EXAMPLE_QUESTIONNAIRE))
    value(await publishSurvey(tx, assessment))
  })
  const survey = await readSurvey(db.doors.read, assessment.id)
  if (!survey) throw new Error('no survey')
  return { assessment, survey }
}

function response(assessment: EditableAssessment, surveyId: string, groupId: string): IncomingResponse {
  return {
    assessmentId: assessment.id,
    surveyId,
    groupId,
    channel: 'open-link',
    responseId: randomBytes(16).toString('hex'),
    answers: { C1: '2', C19: '5' },
    day: '2026-11-23',
  }
}

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

  test('a failing statement leaves no trace of its parameters in the error', async () => {
    const id = 'same-id'
    const twice = db.doors.write('x', async (tx) => {
      for (const actorId of ['u1', '张三的意见'])
        await tx.insert(auditEvents).values({ id, actorId, action: 'x', assessmentId: null })
    })
    const error: unknown = await twice.catch((caught: unknown) => caught)
    expect(isUniqueViolation(error)).toBe(true)
    expect(inspect(error, { depth: 9 })).not.toContain('张三的意见')
  })

  test('the read door cannot write, even by force', async () => {
    const forced = db.doors.read as unknown as Writer
    await expect(
      (async () => {
        await forced.insert(auditEvents).values({ actorId: 'x', action: 'x', assessmentId: null })
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
    expect(caseFile?.economics).toEqual(EXAMPLE_CASH_FLOWS)
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

  test('deleting an assessment takes everything of it along', async () => {
    const { assessment, survey } = await publishedSurvey()
    await openIntakeStore(db.doors).accept(response(assessment, survey.id, survey.links[0]!.groupId))
    await db.doors.write(assessment.id, (tx) => deleteAssessment(tx, assessment))
    expect(await caseFileOf(assessment)).toBeNull()
    expect(await db.doors.read.$count(responses, sql`survey_id = ${survey.id}`)).toBe(0)
  })
})

describe(`the survey on ${engine}`, () => {
  test('is frozen by publishing: questionnaire and groups can no longer change', async () => {
    const { assessment } = await publishedSurvey()
    await db.doors.write(assessment.id, async (tx) => {
      expect(await saveQuestionnaire(tx, assessment, EXAMPLE_QUESTIONNAIRE)).toMatchObject({
        reason: 'survey-published',
      })
      expect(await replaceGroups(tx, assessment, [])).toMatchObject({ reason: 'survey-published' })
      expect(await publishSurvey(tx, assessment)).toMatchObject({ reason: 'survey-published' })
    })
  })

  test('cannot be published without groups, or without an item that measures opposition', async () => {
    const assessment = await newAssessment()
    const blind = {
      ...EXAMPLE_QUESTIONNAIRE,
      indices: { ...EXAMPLE_QUESTIONNAIRE.indices, opposition: null },
    }
    await db.doors.write(assessment.id, async (tx) => {
      expect(await publishSurvey(tx, assessment)).toMatchObject({ reason: 'no-questionnaire' })
      await saveQuestionnaire(tx, assessment, blind)
      expect(await publishSurvey(tx, assessment)).toMatchObject({ reason: 'no-opposition-item' })
      await saveQuestionnaire(tx, assessment, EXAMPLE_QUESTIONNAIRE)
      expect(await publishSurvey(tx, assessment)).toMatchObject({ reason: 'no-groups' })
    })
  })

  test('shows how many answered while it is open, and what they said only after closing', async () => {
    const { assessment, survey } = await publishedSurvey()
    const [east, west] = survey.links.map((link) => link.groupId)
    const intake = openIntakeStore(db.doors)
    await Promise.all(
      [east, east, west].map((group) => intake.accept(response(assessment, survey.id, group!))),
    )
    const open = await readSurvey(db.doors.read, assessment.id)
    expect(open?.responsesByGroup).toEqual({ [east!]: 2, [west!]: 1 })
    expect(open?.tally).toBeNull()
    expect(await readTexts(db.doors.read, value(proveReadable(actor, assessment.id)))).toMatchObject({
      ok: false,
    })

    await db.doors.write(assessment.id, async (tx) => value(await closeSurvey(tx, assessment)))
    const closed = await readSurvey(db.doors.read, assessment.id)
    expect(closed?.tally?.map((group) => group.questions.C19)).toMatchObject([
      { answered: 2, options: { '5': 2, '1': 0 } },
      { answered: 1, options: { '5': 1 } },
    ])
    await db.doors.write(assessment.id, async (tx) => value(await startNewSurvey(tx, assessment)))
    expect((await readSurvey(db.doors.read, assessment.id))?.state).toBe('draft')
  })
})

describe(`the intake on ${engine}`, () => {
  test('finds a published survey by its link, and nothing by another word', async () => {
    const { survey } = await publishedSurvey()
    const intake = openIntakeStore(db.doors)
    const found = await intake.findSurvey(survey.links[0]!.token)
    expect(found).toMatchObject({
      surveyId: survey.id,
      groupName: '东村',
      state: 'published',
      matterTitle: matter.title,
    })
    expect(await intake.findSurvey("' or 1=1 --")).toBeNull()
  })

  test('counts a response once, however often it is sent', async () => {
    const { assessment, survey } = await publishedSurvey()
    const intake = openIntakeStore(db.doors)
    const sent = response(assessment, survey.id, survey.links[0]!.groupId)
    const acceptances = await Promise.all([sent, sent, sent].map((one) => intake.accept(one)))
    expect(acceptances.filter((acceptance) => acceptance.ok && !acceptance.value.duplicate)).toHaveLength(1)
    expect(await intake.accept({ ...sent, answers: { C1: '5' } })).toEqual({
      ok: true,
      value: { duplicate: true },
    })
    const rows = await db.doors.read.select().from(responses).where(sql`survey_id = ${survey.id}`)
    expect(rows.map((row) => row.answers)).toEqual([sent.answers])
  })

  test('refuses a new response after closing but still knows one that was counted', async () => {
    const { assessment, survey } = await publishedSurvey()
    const intake = openIntakeStore(db.doors)
    const early = response(assessment, survey.id, survey.links[0]!.groupId)
    await intake.accept(early)
    await db.doors.write(assessment.id, async (tx) => value(await closeSurvey(tx, assessment)))
    expect(await intake.accept(response(assessment, survey.id, survey.links[0]!.groupId))).toMatchObject({
      reason: 'survey-closed',
    })
    expect(await intake.accept(early)).toEqual({ ok: true, value: { duplicate: true } })
  })

  test('an acknowledged response is there for every other process', async () => {
    const { assessment, survey } = await publishedSurvey()
    const intake = openIntakeStore(db.doors)
    const sent = Array.from({ length: 40 }, () => response(assessment, survey.id, survey.links[0]!.groupId))
    await Promise.all(sent.map((one) => intake.accept(one)))
    const other = await db.reopen()
    expect(await other.read.$count(responses, sql`survey_id = ${survey.id}`)).toBe(40)
    await other.close()
  })

  test('gives no acknowledgement when the database fails, and stores nothing', async () => {
    const { assessment, survey } = await publishedSurvey()
    const failing = openIntakeStore({
      ...db.doors,
      append: (scope, work) =>
        db.doors.append(scope, async (tx) => {
          await work(tx)
          throw new Error('disk full')
        }),
    })
    await expect(failing.accept(response(assessment, survey.id, survey.links[0]!.groupId))).rejects.toThrow(
      'disk full',
    )
    expect(await db.doors.read.$count(responses, sql`survey_id = ${survey.id}`)).toBe(0)
  })

  test.runIf(engine === 'sqlite')('keeps no order of arrival on disk', async () => {
    // A rowid would number the answers in the order in which people gave them.
    const asked = (db.doors.read as Reader).select({ rowid: sql`rowid` }).from(responses)
    await expect((async () => asked)()).rejects.toThrow(/no such column: "?rowid/)
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
