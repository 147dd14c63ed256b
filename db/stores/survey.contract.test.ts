/** A survey as it is drafted, published, read and followed by another, on both engines. */
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { proveDrafter, proveEditable, proveReadable } from '../../lib/assessment/access.ts'
import { EXAMPLE_QUESTIONNAIRE } from '../../lib/assessment/examples/resettlement.ts'
import { STARTING_PLAN } from '../../lib/survey/sampling/plan.ts'
import { engine } from '../engine.ts'
import { receipts, responses, sealedResponses } from '../schema/survey.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { readCaseFile, readCaseOfSurvey } from './case-file.ts'
import { closeSurvey } from './closing.ts'
import { openIntakeStore } from './intake.ts'
import { createAssessment, deleteAssessment, replaceGroups } from './matter.ts'
import { readEveryText, readTextCounts } from './open-texts.ts'
import { savePlan } from './sampling.ts'
import { publishSurvey, readEarlierSurvey, readSurvey, saveQuestionnaire, startNewSurvey } from './survey.ts'
import { discardDraft, listSurveys } from './survey-history.ts'
import { ASSESSOR, answerTo, publishedSurvey, value } from './survey-testing.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

describe(`the survey on ${engine}`, () => {
  test('is frozen by publishing: questionnaire and groups can no longer change', async () => {
    const { assessment } = await publishedSurvey(db.doors)
    await db.doors.write(assessment.id, async (tx) => {
      expect(await saveQuestionnaire(tx, assessment, EXAMPLE_QUESTIONNAIRE)).toMatchObject({
        reason: 'survey-published',
      })
      expect(await replaceGroups(tx, assessment, [])).toMatchObject({ reason: 'survey-published' })
      expect(await publishSurvey(tx, assessment)).toMatchObject({ reason: 'survey-published' })
    })
  })

  test('cannot be published without groups, or without an item that measures opposition', async () => {
    const { assessment } = await publishedSurvey(db.doors)
    value(await closeSurvey(db.doors, assessment))
    const blind = {
      ...EXAMPLE_QUESTIONNAIRE,
      indices: { ...EXAMPLE_QUESTIONNAIRE.indices, opposition: null },
    }
    await db.doors.write(assessment.id, async (tx) => {
      value(await startNewSurvey(tx, assessment))
      value(await saveQuestionnaire(tx, assessment, blind))
      expect(await publishSurvey(tx, assessment)).toMatchObject({ reason: 'no-opposition-item' })
    })
  })

  test('shows how many answered while it is open, and what they said only after closing', async () => {
    const textId = 'words'
    const published = await publishedSurvey(db.doors, {
      ...EXAMPLE_QUESTIONNAIRE,
      questions: [
        ...EXAMPLE_QUESTIONNAIRE.questions,
        { id: textId, type: 'text', title: '您有什么意见？', required: false, maxLength: 200 },
      ],
    })
    const { assessment, survey, east, west } = published
    const reader = value(proveReadable(ASSESSOR, assessment.id))
    const intake = openIntakeStore(db.doors)
    await Promise.all([
      intake.accept(answerTo(published, { answers: { C1: '2', C19: '5', [textId]: '请公开补偿标准' } })),
      intake.accept(answerTo(published)),
      intake.accept(answerTo(published, { groupId: west })),
    ])
    const open = await readSurvey(db.doors.read, assessment.id)
    expect(await readEarlierSurvey(db.doors.read, assessment.id)).toBeNull()
    expect(open).toMatchObject({
      responsesByGroup: { [east]: 2, [west]: 1 },
      sealed: 3,
      tally: null,
      cells: null,
      merkleRoot: null,
    })
    expect(await readTextCounts(db.doors.read, reader, survey.id)).toMatchObject({ ok: false })

    value(await closeSurvey(db.doors, assessment))
    const closed = await readSurvey(db.doors.read, assessment.id)
    expect(closed).toMatchObject({
      state: 'closed',
      sealed: 0,
      account: { accepted: 3, receipts: 3, counted: 3, unreadable: 0 },
    })
    const ofGroup = (groupId: string) => closed?.tally?.find((group) => group.groupId === groupId)
    expect(ofGroup(east)).toMatchObject({
      responses: 2,
      questions: { C19: { answered: 2, options: { '5': 2, '1': 0 } } },
    })
    expect(ofGroup(west)?.questions.C19).toMatchObject({ answered: 1, options: { '5': 1 } })
    expect(value(await readTextCounts(db.doors.read, reader, survey.id))).toContainEqual({
      questionId: textId,
      n: 1,
      masked: 0,
      named: 0,
    })
    expect(await readEveryText(db.doors.read, survey.id)).toEqual(['请公开补偿标准'])
    // The words are not with the rest of what the same person said.
    const rows = await db.doors.read.select().from(responses).where(eq(responses.surveyId, survey.id))
    expect(JSON.stringify(rows)).not.toContain('补偿标准')
    await db.doors.write(assessment.id, async (tx) => value(await startNewSurvey(tx, assessment)))
    expect((await readSurvey(db.doors.read, assessment.id))?.state).toBe('draft')
    // The same items may be asked again: what was found before stays there to compare with.
    const earlier = await readEarlierSurvey(db.doors.read, assessment.id)
    expect(earlier).toMatchObject({ id: survey.id, questionnaire: survey.questionnaire })
    expect(earlier?.tally.reduce((sum, group) => sum + group.responses, 0)).toBe(3)
  })

  test('that is closed keeps its frame: a later one may count the groups anew, and its draft can be discarded', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment, survey, east, west } = published
    const reader = value(proveReadable(ASSESSOR, assessment.id))
    const inOrder = (later: number) => ({
      name: '东村',
      id: east,
      effect: 'direct' as const,
      households: 120 + later,
      persons: 400 + later,
    })
    const westVillage = { name: '西村', id: west, effect: 'indirect', households: 80, persons: 250 } as const
    const forgotten = { name: '北村', effect: 'direct', households: 30, persons: 90 } as const
    const replace = (groups: Parameters<typeof replaceGroups>[2]) =>
      db.doors.write(assessment.id, (tx) => replaceGroups(tx, assessment, groups))
    const plan = (unit: 'households' | 'persons') =>
      db.doors.write(assessment.id, (tx) =>
        savePlan(tx, assessment, {
          entry: { ...STARTING_PLAN, unit },
          today: '2026-11-23',
        }),
      )
    value(await plan('households'))
    await openIntakeStore(db.doors).accept(answerTo(published))
    await openIntakeStore(db.doors).accept(answerTo(published, { groupId: west }))
    expect(await db.doors.write(assessment.id, (tx) => discardDraft(tx, assessment))).toMatchObject({
      reason: 'survey-not-draft',
    })
    value(await closeSurvey(db.doors, assessment))
    const counting = await readCaseFile(db.doors.read, reader)

    // While its results count, the groups it asked stay as they are; one that was forgotten can be added.
    expect(await replace([inOrder(1), westVillage])).toMatchObject({ reason: 'group-counts' })
    expect(await replace([westVillage])).toMatchObject({ reason: 'group-was-surveyed' })
    value(await replace([inOrder(0), westVillage, forgotten]))
    value(await replace([inOrder(0), westVillage]))

    await db.doors.write(assessment.id, async (tx) => value(await startNewSurvey(tx, assessment)))
    expect(await replace([inOrder(0), { ...westVillage, name: '西庄' }])).toMatchObject({
      reason: 'group-was-surveyed',
      details: { name: '西村' },
    })
    expect(await replace([inOrder(0)])).toMatchObject({ reason: 'group-was-surveyed' })
    value(await replace([inOrder(30), westVillage, forgotten]))
    value(await plan('persons'))
    expect(await listSurveys(db.doors.read, assessment.id)).toMatchObject([
      { id: survey.id, ordinal: 1, state: 'closed', answers: 2 },
      { ordinal: 2, state: 'draft', publishedOn: null, closedOn: null, answers: 0 },
    ])
    expect((await readCaseFile(db.doors.read, reader))?.groups.map(({ persons }) => persons)).toEqual([
      430, 250, 90,
    ])
    // Read as it was closed, with the sizes and the plan of its time, whatever the office registers later.
    const earlier = await readCaseOfSurvey(db.doors.read, reader, survey.id)
    expect(earlier?.survey).toEqual(counting?.survey)
    expect(earlier?.groups).toEqual(counting?.groups)
    expect(earlier?.sampling).toEqual(counting?.sampling)
    const [, draft] = await listSurveys(db.doors.read, assessment.id)
    expect(await readCaseOfSurvey(db.doors.read, reader, draft!.id)).toBeNull()

    value(await db.doors.write(assessment.id, (tx) => discardDraft(tx, assessment)))
    const again = await readCaseFile(db.doors.read, reader)
    expect(again?.survey).toEqual(counting?.survey)
    expect(again?.sampling).toEqual(counting?.sampling)
    expect(again?.groups.slice(0, 2)).toEqual(counting?.groups)
    expect(again?.groups.map(({ name }) => name)).toEqual(['东村', '西村', '北村'])
    expect(await db.doors.write(assessment.id, (tx) => discardDraft(tx, assessment))).toMatchObject({
      reason: 'survey-not-draft',
    })
  })

  test('of another assessment is not read by its id, and the draft of the first one stays', async () => {
    const published = await publishedSurvey(db.doors)
    value(await closeSurvey(db.doors, published.assessment))
    const other = await publishedSurvey(db.doors)
    const reader = value(proveReadable(ASSESSOR, other.assessment.id))
    expect(await readCaseOfSurvey(db.doors.read, reader, published.survey.id)).toBeNull()
    expect(await readTextCounts(db.doors.read, reader, published.survey.id)).toMatchObject({ ok: false })
    const id = await db.doors.write('new', (tx) =>
      createAssessment(tx, value(proveDrafter(ASSESSOR)), {
        kind: 'policy',
        title: '公交票价调整',
        decisionBody: '市人民政府',
        assessor: '市评估中心',
        implementer: '市交通局',
        area: '全市',
        summary: '票价由一元调为两元。',
      }),
    )
    const first = value(proveEditable(ASSESSOR, id))
    await db.doors.write(id, async (tx) => {
      value(await saveQuestionnaire(tx, first, EXAMPLE_QUESTIONNAIRE))
      expect(await discardDraft(tx, first)).toMatchObject({ reason: 'no-earlier-survey' })
    })
  })

  test('deleting an assessment takes everything of it along', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment, survey } = published
    await openIntakeStore(db.doors).accept(answerTo(published))
    await db.doors.write(assessment.id, (tx) => deleteAssessment(tx, assessment))
    for (const table of [sealedResponses, receipts])
      expect(await db.doors.read.$count(table, sql`survey_id = ${survey.id}`)).toBe(0)
  })
})
