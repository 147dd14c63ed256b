/** Paper forms on whichever engine DATABASE_URL names. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Actor,
  type EditableAssessment,
  proveEditable,
  proveReadable,
} from '../../lib/assessment/access.ts'
import { custodyOf } from '../../lib/survey/paper/paper-batch.ts'
import { paperEntries } from '../schema/paper.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { readCaseFile } from './case-file.ts'
import { closeSurvey } from './closing.ts'
import {
  adjudicateForm,
  createPaperBatch,
  enterForms,
  markForms,
  type PaperEntry,
  readDiffering,
  readPaperBatches,
} from './paper.ts'
import { readSurvey } from './survey.ts'
import { type PublishedSurvey, publishedSurvey, value } from './survey-testing.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

const colleague: Actor = { id: 'u2', name: '李录入', role: 'assessor' }
const asColleague = ({ id }: EditableAssessment) => value(proveEditable(colleague, id))
const form = (n: number, grade = '2'): PaperEntry => ({
  serial: { batch: 1, n },
  answers: { C1: grade, C19: '5' },
})
const enter = (assessment: EditableAssessment, ...entries: PaperEntry[]) =>
  db.doors.write(assessment.id, (tx) => enterForms(tx, assessment, entries))
const mark = (
  assessment: EditableAssessment,
  from: number,
  to: number,
  as: 'spoilt' | 'unused' | 'returned' | 'out',
) => db.doors.write(assessment.id, (tx) => markForms(tx, assessment, { batch: 1, from, to, mark: as }))

async function withBatch(): Promise<PublishedSurvey> {
  const survey = await publishedSurvey(db.doors)
  const { assessment, east } = survey
  const entry = { groupId: east, size: 10, language: 'zh-CN', today: '2026-11-23' }
  expect(value(await db.doors.write(assessment.id, (tx) => createPaperBatch(tx, assessment, entry)))).toEqual(
    {
      batch: 1,
    },
  )
  return survey
}
const entriesOf = (surveyId: string) =>
  db.doors.read.select().from(paperEntries).where(eq(paperEntries.surveyId, surveyId))
const batchOf = async ({ id }: EditableAssessment) => (await readPaperBatches(db.doors.read, id))[0]!

test('two people who read the same are counted once as paper, and what they read is wiped', async () => {
  const { assessment, east, survey } = await withBatch()
  expect(value(await enter(assessment, form(1)))).toEqual({ entered: 1, accepted: 0, differing: 0 })
  expect(await enter(assessment, form(1))).toMatchObject({ ok: false, reason: 'second-person-needed' })
  expect((await readSurvey(db.doors.read, assessment.id))?.counts).toEqual([])
  expect(value(await enter(asColleague(assessment), form(1)))).toEqual({
    entered: 0,
    accepted: 1,
    differing: 0,
  })
  expect((await readSurvey(db.doors.read, assessment.id))?.counts).toEqual([
    { groupId: east, channel: 'paper', n: 1 },
  ])
  expect(await entriesOf(survey.id)).toEqual([])
  expect(await enter(asColleague(assessment), form(1))).toMatchObject({ ok: false, reason: 'form-accepted' })
})

test('a difference waits for a third look, which decides', async () => {
  const { assessment } = await withBatch()
  await enter(assessment, form(2, '1'))
  expect(value(await enter(asColleague(assessment), form(2, '5'))).differing).toBe(1)
  expect((await batchOf(assessment)).differing).toEqual([2])
  const both = value(await readDiffering(db.doors.read, assessment, { batch: 1, n: 2 }))
  expect(both.map(({ C1 }) => C1).sort()).toEqual(['1', '5'])
  value(await db.doors.write(assessment.id, (tx) => adjudicateForm(tx, assessment, form(2, '5'))))
  expect((await batchOf(assessment)).counts).toMatchObject({ accepted: 1, differing: 0 })
  await closeSurvey(db.doors, assessment)
  const cells = (await readSurvey(db.doors.read, assessment.id))?.cells
  expect(cells).toContainEqual(
    expect.objectContaining({ channel: 'paper', questionId: 'C1', cell: '5', n: 1 }),
  )
  expect(cells).not.toContainEqual(expect.objectContaining({ questionId: 'C1', cell: '1' }))
})

test('every form is somewhere, and an entered form cannot be declared spoilt', async () => {
  const { assessment, east } = await withBatch()
  await enter(assessment, form(1))
  value(await mark(assessment, 2, 3, 'spoilt'))
  value(await mark(assessment, 4, 6, 'unused'))
  expect(await mark(assessment, 1, 3, 'unused')).toMatchObject({
    reason: 'form-entered',
    details: { numbers: '1' },
  })
  expect(await mark(assessment, 9, 11, 'unused')).toMatchObject({ reason: 'unknown-form' })
  const batch = await batchOf(assessment)
  expect(batch.out).toEqual([7, 8, 9, 10])
  expect(custodyOf([batch])).toEqual({ issued: 10, returned: 1, spoilt: 2, unused: 3, missing: 4 })
  expect(
    (await readCaseFile(db.doors.read, value(proveReadable(colleague, assessment.id))))?.custody.paper,
  ).toEqual([{ groupId: east, issued: 10, returned: 1, spoilt: 2, unused: 3, accepted: 0 }])
  expect(await enter(assessment, form(2))).toMatchObject({ reason: 'form-not-in-use' })
})

test('closing wipes what was never accepted', async () => {
  const { assessment, survey } = await withBatch()
  await enter(assessment, form(1), form(2))
  await enter(asColleague(assessment), form(2))
  await closeSurvey(db.doors, assessment)
  expect(await entriesOf(survey.id)).toEqual([])
  expect((await batchOf(assessment)).counts).toMatchObject({ returned: 1, accepted: 1 })
})
