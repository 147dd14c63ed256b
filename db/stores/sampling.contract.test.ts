/** Lists, plans and draws on whichever engine DATABASE_URL names. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type EditableAssessment,
  proveDrafter,
  proveEditable,
  proveReadable,
} from '../../lib/assessment/access.ts'
import { frameDigest } from '../../lib/survey/frame/frame.ts'
import { STARTING_PLAN } from '../../lib/survey/sampling/plan.ts'
import { engine } from '../engine.ts'
import { surveys } from '../schema/survey.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { readCaseFile } from './case-file.ts'
import { createAssessment, deleteAssessment, replaceGroups } from './matter.ts'
import { readPublicDraws } from './public-draws.ts'
import { readSampling, saveHouseholdLists, savePlan } from './sampling.ts'
import { announceDraw, determineDraw, readDrawnLists, recordDraw } from './sampling-draws.ts'
import { ASSESSOR, value } from './survey-testing.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

const GROUPS = [
  { id: 'e', name: '东村', effect: 'direct', households: 30, persons: 100 },
  { id: 'w', name: '西村', effect: 'indirect', households: 500, persons: 1500 },
] as const

async function newAssessment(): Promise<EditableAssessment> {
  const id = await db.doors.write('new', (tx) =>
    createAssessment(tx, value(proveDrafter(ASSESSOR)), {
      kind: 'project',
      title: '城东污水处理厂扩建',
      decisionBody: '县人民政府',
      assessor: '县评估中心',
      implementer: '县水务局',
      area: '城东街道',
      summary: '扩建二期工程。',
    }),
  )
  const assessment = value(proveEditable(ASSESSOR, id))
  await db.doors.write(id, (tx) => replaceGroups(tx, assessment, GROUPS))
  return assessment
}

const readable = (assessment: EditableAssessment) => value(proveReadable(ASSESSOR, assessment.id))
const write = <T>(assessment: EditableAssessment, work: Parameters<typeof db.doors.write<T>>[1]) =>
  db.doors.write(assessment.id, work)
const numbered = (groupId: string, numbers: readonly string[]) =>
  numbers.map((number) => ({ groupId, number }))

const plan = (assessment: EditableAssessment, today = '2026-11-20') =>
  write(assessment, (tx) => savePlan(tx, assessment, { entry: STARTING_PLAN, today }))
const announce = (assessment: EditableAssessment, reason = '') =>
  write(assessment, (tx) =>
    announceDraw(tx, assessment, {
      announcement: { source: '2026-12-01上证综合指数收盘点数', revealOn: '2026-12-01', reason },
      today: '2026-11-23',
    }),
  )
async function draw(assessment: EditableAssessment, seq: number, today = '2026-12-01') {
  const entry = { reveal: { seq, publicNumber: '3312.45' }, today }
  const determined = await determineDraw(db.doors.read, assessment, entry)
  return determined.ok ? write(assessment, (tx) => recordDraw(tx, assessment, determined.value)) : determined
}

describe(`sampling on ${engine}`, () => {
  test('a list per group: the later one is in force, the other group keeps its own', async () => {
    const assessment = await newAssessment()
    const save = (households: { groupId: string; number: string }[], source: string) =>
      write(assessment, (tx) =>
        saveHouseholdLists(tx, assessment, { households, source, today: '2026-11-20' }),
      )
    value(await save([...numbered('e', ['2', '10', '1']), ...numbered('w', ['7'])], '户籍册'))
    value(await save(numbered('e', ['3-1', '3-2']), '更正的户籍册'))
    const { lists } = await readSampling(db.doors.read, assessment.id)
    expect(lists.map(({ groupId, size, source }) => [groupId, size, source])).toEqual([
      ['e', 2, '更正的户籍册'],
      ['w', 1, '户籍册'],
    ])
    expect(lists[0]?.digest).toBe(createHash('sha256').update('3-1\n3-2\n').digest('hex'))
    const refused = await save(numbered('gone', ['1']), 'x')
    expect(refused).toMatchObject({ ok: false, reason: 'unknown-group' })
  })

  test('every version of a plan stays; the case file has it, without any list number', async () => {
    const assessment = await newAssessment()
    value(await plan(assessment))
    value(await plan(assessment, '2026-11-21'))
    const caseFile = await readCaseFile(db.doors.read, readable(assessment))
    expect(caseFile?.sampling.plans.map(({ version, savedOn }) => [version, savedOn])).toEqual([
      [1, '2026-11-20'],
      [2, '2026-11-21'],
    ])
    expect(caseFile?.sampling.plans[0]?.strata.map(({ groupId }) => groupId)).toEqual(['e', 'w'])
  })

  test('announced, awaited, drawn; anybody who knows frame and number gets the same households', async () => {
    const assessment = await newAssessment()
    expect(await announce(assessment)).toMatchObject({ reason: 'no-sampling-plan' })
    value(await plan(assessment))
    value(
      await write(assessment, (tx) =>
        saveHouseholdLists(tx, assessment, {
          households: numbered(
            'e',
            Array.from({ length: 28 }, (_, i) => `3-${i + 1}`),
          ),
          source: '户籍册',
          today: '2026-11-20',
        }),
      ),
    )
    value(await announce(assessment))
    expect(await draw(assessment, 1, '2026-11-30')).toMatchObject({ reason: 'reveal-day-not-come' })
    value(await draw(assessment, 1))
    expect(await draw(assessment, 1)).toMatchObject({ reason: 'draw-not-awaited' })
    expect(await draw(assessment, 9)).toMatchObject({ reason: 'not-found' })
    const { draws } = await readSampling(db.doors.read, assessment.id)
    const lists = await readDrawnLists(db.doors.read, readable(assessment), 1)
    const [drawn] = draws
    if (!drawn?.outcome || !lists) throw new Error('not drawn')
    expect(lists.map(({ group, size }) => [group, size])).toEqual([
      ['东村', 28],
      ['西村', 500],
    ])
    const sha = (text: string) => createHash('sha256').update(text).digest('hex')
    for (const [i, { group, numbers }] of lists.entries()) {
      const all =
        i === 0
          ? Array.from({ length: 28 }, (_, k) => `3-${k + 1}`)
          : Array.from({ length: 500 }, (_, k) => `${k + 1}`)
      const order = all
        .map((number) => ({ number, ticket: sha(`${drawn.frameDigest}:3312.45:${group}:${number}`) }))
        .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
      expect(numbers).toEqual(order.slice(0, drawn.strata[i]?.sample).map(({ number }) => number))
    }
  })

  test('a frame that changed after the announcement needs a new one, with a reason; nothing is removed', async () => {
    const assessment = await newAssessment()
    value(await plan(assessment))
    value(await announce(assessment))
    value(
      await write(assessment, (tx) =>
        saveHouseholdLists(tx, assessment, {
          households: numbered('e', ['1', '2', '3']),
          source: '户籍册',
          today: '2026-11-24',
        }),
      ),
    )
    expect(await draw(assessment, 1)).toMatchObject({ reason: 'frame-changed' })
    expect(await announce(assessment)).toMatchObject({ reason: 'redraw-without-reason' })
    value(await announce(assessment, '名册更正'))
    value(await draw(assessment, 2))
    const { draws } = await readSampling(db.doors.read, assessment.id)
    expect(draws.map(({ seq, reason, outcome }) => [seq, reason, outcome !== null])).toEqual([
      [1, '', false],
      [2, '名册更正', true],
    ])
    expect(await readDrawnLists(db.doors.read, readable(assessment), 1)).toBeNull()
  })

  test('a list that changes between working out and keeping is noticed', async () => {
    const assessment = await newAssessment()
    value(await plan(assessment))
    value(await announce(assessment))
    const entry = { reveal: { seq: 1, publicNumber: '3312.45' }, today: '2026-12-01' }
    const determined = value(await determineDraw(db.doors.read, assessment, entry))
    await write(assessment, (tx) =>
      saveHouseholdLists(tx, assessment, {
        households: numbered('e', ['1']),
        source: '新',
        today: '2026-12-01',
      }),
    )
    const kept = await write(assessment, (tx) => recordDraw(tx, assessment, determined))
    expect(kept).toMatchObject({ ok: false, reason: 'frame-changed' })
  })

  test('an earlier draw stays as it was when the list is replaced', async () => {
    const assessment = await newAssessment()
    value(await plan(assessment))
    value(await announce(assessment))
    value(await draw(assessment, 1))
    const before = await readDrawnLists(db.doors.read, readable(assessment), 1)
    value(
      await write(assessment, (tx) =>
        saveHouseholdLists(tx, assessment, {
          households: numbered('e', ['x1']),
          source: '新',
          today: '2026-12-02',
        }),
      ),
    )
    expect(await readDrawnLists(db.doors.read, readable(assessment), 1)).toEqual(before)
  })

  test('what everybody may read of a draw binds and decides it, and names no household', async () => {
    const assessment = await newAssessment()
    value(await plan(assessment))
    value(await announce(assessment))
    const [awaited] = await readPublicDraws(db.doors.read, assessment.id)
    expect(awaited).toMatchObject({ seq: 1, outcome: null })
    value(await draw(assessment, 1))
    const { draws } = await readSampling(db.doors.read, assessment.id)
    const [open] = await readPublicDraws(db.doors.read, assessment.id)
    expect(open?.outcome).toEqual({
      publicNumber: draws[0]!.outcome!.publicNumber,
      drawnOn: draws[0]!.outcome!.drawnOn,
      digest: draws[0]!.outcome!.digest,
    })
    expect(frameDigest(draws[0]!.strata)).toBe(open?.frameDigest)
    expect(Object.keys(open!.strata[0]!).sort()).toEqual(['listDigest', 'name', 'sample', 'size'])
    for (const last of Object.values(draws[0]!.outcome!.lastTickets))
      expect(JSON.stringify(open)).not.toContain(last)
  })

  test('groups that changed after the plan need a new plan before a draw', async () => {
    const assessment = await newAssessment()
    value(await plan(assessment))
    await write(assessment, (tx) =>
      replaceGroups(tx, assessment, [{ ...GROUPS[0], households: 31 }, GROUPS[1]]),
    )
    expect(await announce(assessment)).toMatchObject({ reason: 'plan-outdated' })
  })

  test('once answers are counted neither list nor plan nor draw is taken', async () => {
    const assessment = await newAssessment()
    value(await plan(assessment))
    value(await announce(assessment))
    await write(assessment, (tx) =>
      tx.insert(surveys).values({
        assessmentId: assessment.id,
        state: 'closed',
        questionnaire: { title: '', intro: '', languages: ['zh-CN'], questions: [], indices: {} } as never,
      }),
    )
    expect(await plan(assessment)).toMatchObject({ reason: 'survey-closed' })
    expect(await announce(assessment, 'x')).toMatchObject({ reason: 'survey-closed' })
    expect(await draw(assessment, 1)).toMatchObject({ reason: 'survey-closed' })
  })

  test('everything goes with the assessment', async () => {
    const assessment = await newAssessment()
    value(await plan(assessment))
    value(await announce(assessment))
    await write(assessment, (tx) => deleteAssessment(tx, assessment))
    expect(await readSampling(db.doors.read, assessment.id)).toEqual({ lists: [], plans: [], draws: [] })
  })
})
