/** Paper forms on whichever engine DATABASE_URL names. */
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  type Actor,
  type EditableAssessment,
  proveEditable,
  proveReadable,
} from '../../lib/assessment/access.ts'
import { custodyOf } from '../../lib/survey/paper/paper-batch.ts'
import type { Choices } from '../../lib/survey/paper/settlement.ts'
import { openerFor } from '../ballot/envelope.ts'
import { readBallotKeys } from '../ballot/key-files.ts'
import { paperEntries } from '../schema/paper.ts'
import { responses } from '../schema/survey.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { readCaseFile } from './case-file.ts'
import { closeSurvey } from './closing.ts'
import { createPaperBatch, markForms, readPaperBatches } from './paper.ts'
import {
  discardEntries,
  enterForms,
  type PaperEntry,
  readDiffering,
  readOwnEntries,
  settleForm,
  withdrawEntry,
} from './paper-entries.ts'
import { readSurvey } from './survey.ts'
import { type PublishedSurvey, publishedSurvey, value } from './survey-testing.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

const colleague: Actor = { id: 'u2', name: '李录入', role: 'assessor' }
const third: Actor = { id: 'u0', name: '王核对', role: 'assessor' }
const asThird = ({ id }: EditableAssessment) => value(proveEditable(third, id))
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

test('what was read on a form that waits can be read in no row of the database', async () => {
  const { assessment, survey } = await withBatch()
  await enter(assessment, form(1, '2'), form(2, '5'))
  const rows = await entriesOf(survey.id)
  expect(rows).toHaveLength(2)
  expect(rows[0]?.envelope.length).toBe(rows[1]?.envelope.length)
  for (const { envelope } of rows) expect(Buffer.from(envelope).toString('latin1')).not.toContain('C19')
  // An entry is no ballot: put into the box by somebody who can write, it does not open there.
  const keys = readBallotKeys(survey.id)
  const address = { surveyId: survey.id, groupId: 'any', channel: 'paper' }
  expect(() => openerFor(keys!)(address, rows[0]!.envelope)).toThrow()
  const file = join(process.env.KEYS_DIR!, `${survey.id}.ballot.json`)
  renameSync(file, `${file}.away`)
  expect(await enter(asColleague(assessment), form(1))).toMatchObject({ reason: 'survey-key-missing' })
  renameSync(`${file}.away`, file)
  expect(value(await enter(asColleague(assessment), form(1, '2'))).accepted).toBe(1)
})

test('an entry sent again is the same entry; another one by the same person is none', async () => {
  const { assessment, survey } = await withBatch()
  await enter(assessment, form(1, '2'))
  expect(value(await enter(assessment, form(1, '2'))).entered).toBe(1)
  expect(await enter(assessment, form(1, '3'))).toMatchObject({ reason: 'second-person-needed' })
  expect(await entriesOf(survey.id)).toHaveLength(1)
  await enter(asColleague(assessment), form(1, '4'))
  expect(value(await enter(asColleague(assessment), form(1, '4'))).differing).toBe(1)
  expect(await enter(asThird(assessment), form(1, '4'))).toMatchObject({ reason: 'form-differing' })
})

test('a first entry can be taken back by who made it, and only until the second', async () => {
  const { assessment, survey } = await withBatch()
  await enter(assessment, form(1, '2'), form(2, '2'))
  const serial = { batch: 1, n: 1 }
  const withdraw = (by: EditableAssessment, n = 1) =>
    db.doors.write(by.id, (tx) => withdrawEntry(tx, by, { batch: 1, n }))
  expect(await readOwnEntries(db.doors.read, assessment)).toEqual([serial, { batch: 1, n: 2 }])
  expect(await readOwnEntries(db.doors.read, asColleague(assessment))).toEqual([])
  expect(await withdraw(asColleague(assessment))).toMatchObject({ reason: 'nothing-to-withdraw' })
  value(await withdraw(assessment))
  expect((await batchOf(assessment)).returned).toEqual([1])
  expect(value(await enter(assessment, form(1, '3'))).entered).toBe(1)
  await enter(asColleague(assessment), form(1, '4'))
  expect(await withdraw(assessment)).toMatchObject({ reason: 'nothing-to-withdraw' })
  expect(await entriesOf(survey.id)).toHaveLength(3)
})

describe('two readings that differ', () => {
  const serial = { batch: 1, n: 2 }
  /** C1 read as 1 and as 5, C2 as 3 and as 4; C19 alike. */
  async function differing() {
    const { assessment, survey } = await withBatch()
    const read = (C1: string, C2: string) => ({ serial, answers: { C1, C2, C19: '5' } })
    await enter(assessment, read('1', '3'))
    expect(value(await enter(asColleague(assessment), read('5', '4'))).differing).toBe(1)
    const settle = (by: EditableAssessment, choices: Choices) =>
      db.doors.write(by.id, (tx) => settleForm(tx, by, { serial, choices }))
    return { assessment, survey, settle }
  }
  const see = async (by: EditableAssessment) => value(await readDiffering(db.doors.read, by, serial))
  const cellsOf = async ({ id }: EditableAssessment) =>
    (await readSurvey(db.doors.read, id))?.cells?.filter(({ channel }) => channel === 'paper')

  test('are shown as far as they differ, and whoever made neither chooses', async () => {
    const { assessment, settle } = await differing()
    expect((await batchOf(assessment)).differing).toEqual([2])
    const third = asThird(assessment)
    const seen = await see(third)
    expect(seen).toMatchObject({ own: null, questionIds: ['C1', 'C2'] })
    expect(JSON.stringify(seen)).not.toContain('C19')
    expect(await settle(third, { C1: 'first' })).toMatchObject({ reason: 'choices-missing' })
    const five = seen.first.C1 === '5' ? 'first' : 'second'
    const three = seen.first.C2 === '3' ? 'first' : 'second'
    expect(value(await settle(third, { C1: five, C2: three }))).toBe('accepted')
    expect((await batchOf(assessment)).counts).toMatchObject({ accepted: 1, differing: 0 })
    value(await closeSurvey(db.doors, assessment))
    const cells = await cellsOf(assessment)
    expect(cells).toContainEqual(expect.objectContaining({ questionId: 'C1', cell: '5', n: 1 }))
    expect(cells).toContainEqual(expect.objectContaining({ questionId: 'C2', cell: '3', n: 1 }))
    expect(cells).not.toContainEqual(expect.objectContaining({ questionId: 'C1', cell: '1' }))
  })

  test('one of the two can only take over the other’s reading: nobody alone says what a form says', async () => {
    const { assessment, settle } = await differing()
    const colleague = asColleague(assessment)
    const own = (await see(colleague)).own!
    const other = own === 'first' ? 'second' : 'first'
    expect(await settle(colleague, { C1: own, C2: own })).toMatchObject({ reason: 'third-person-needed' })
    expect(await settle(colleague, {})).toMatchObject({ reason: 'choices-missing' })
    expect(value(await settle(colleague, { C1: other }))).toBe('differing')
    expect((await see(assessment)).questionIds).toEqual(['C2'])
    // The first has misread the other question: by yielding each to the other both now say the same.
    const mine = (await see(assessment)).own!
    expect(value(await settle(assessment, { C2: mine === 'first' ? 'second' : 'first' }))).toBe('accepted')
    value(await closeSurvey(db.doors, assessment))
    const cells = await cellsOf(assessment)
    expect(cells).toContainEqual(expect.objectContaining({ questionId: 'C1', cell: '1', n: 1 }))
    expect(cells).toContainEqual(expect.objectContaining({ questionId: 'C2', cell: '4', n: 1 }))
  })

  test('that are both wrong are wiped, and the form is entered anew by two', async () => {
    const { assessment, survey } = await differing()
    value(await db.doors.write(assessment.id, (tx) => discardEntries(tx, assessment, serial)))
    expect(await entriesOf(survey.id)).toEqual([])
    expect((await batchOf(assessment)).returned).toEqual([2])
    const again = { serial, answers: { C1: '2' } }
    await enter(asColleague(assessment), again)
    expect(value(await enter(assessment, again)).accepted).toBe(1)
  })
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

test('closing wipes what was never accepted, and keeps no day on which a form was typed in', async () => {
  const { assessment, survey } = await withBatch()
  await enter(assessment, form(1), form(2))
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3 * 24 * 60 * 60_000 })
  await enter(asColleague(assessment), form(2))
  vi.useRealTimers()
  value(await closeSurvey(db.doors, assessment))
  expect(await entriesOf(survey.id)).toEqual([])
  expect((await batchOf(assessment)).counts).toMatchObject({ returned: 1, accepted: 1 })
  const days = await db.doors.read
    .select({ day: responses.day })
    .from(responses)
    .where(eq(responses.surveyId, survey.id))
  expect(days).toEqual([{ day: (await readSurvey(db.doors.read, assessment.id))?.closedOn }])
})

test('forms that turn up after closing can still be accounted for, those counted stay counted', async () => {
  const { assessment } = await withBatch()
  await enter(assessment, form(1))
  await enter(asColleague(assessment), form(1))
  value(await closeSurvey(db.doors, assessment))
  value(await mark(assessment, 2, 4, 'unused'))
  value(await mark(assessment, 5, 5, 'returned'))
  expect(await mark(assessment, 1, 1, 'spoilt')).toMatchObject({ reason: 'form-entered' })
  expect(custodyOf([await batchOf(assessment)])).toEqual({
    issued: 10,
    returned: 2,
    spoilt: 0,
    unused: 3,
    missing: 5,
  })
})
