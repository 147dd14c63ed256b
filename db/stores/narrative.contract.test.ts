/** Texts of a report's chapters, on whichever engine DATABASE_URL names. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Actor,
  type EditableAssessment,
  proveEditable,
  proveReadable,
} from '../../lib/assessment/access.ts'
import type { NarrativeEntry } from '../../lib/assessment/narrative.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { readCaseFile } from './case-file.ts'
import { readNarrativeHistory, readNarratives, saveNarrative } from './narrative.ts'
import { ASSESSOR, newAssessment, value } from './survey-testing.ts'

const li: Actor = { id: 'u2', name: '李评估', role: 'assessor' }

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

const as = (actor: Actor, id: string): EditableAssessment => value(proveEditable(actor, id))
const save = (assessment: EditableAssessment, entry: NarrativeEntry) =>
  db.doors.write(assessment.id, (tx) => saveNarrative(tx, assessment, entry))
const history = async (id: string) =>
  readNarrativeHistory(db.doors.read, value(proveReadable(ASSESSOR, id)), 'factors')

test('the latest text is printed, and every saved state is kept with its writer', async () => {
  const { id } = await newAssessment(db.doors)
  const text = '共{{factors.count}}项\n“引号”、𠮷 和 \\ 原样保存'
  expect(await save(as(ASSESSOR, id), { chapter: 'factors', text: '初稿', version: 0 })).toMatchObject({
    ok: true,
  })
  expect(await save(as(li, id), { chapter: 'factors', text, version: 1 })).toMatchObject({ ok: true })
  await save(as(li, id), { chapter: 'survey', text: '别的章', version: 0 })
  expect((await readNarratives(db.doors.read, id)).get('factors')).toMatchObject({ version: 2, text })
  expect(await history(id)).toMatchObject([
    { version: 2, text, savedBy: '李评估' },
    { version: 1, text: '初稿', savedBy: '张评估' },
  ])
  const caseFile = await readCaseFile(db.doors.read, value(proveReadable(ASSESSOR, id)))
  expect(caseFile?.narratives).toEqual({ factors: text, survey: '别的章' })
})

test('of two who wrote on from the same text the second gets the first’s, and nothing is overwritten', async () => {
  const { id } = await newAssessment(db.doors)
  await save(as(ASSESSOR, id), { chapter: 'factors', text: '原文', version: 0 })
  const [first, second] = await Promise.all([
    save(as(ASSESSOR, id), { chapter: 'factors', text: '张的文字', version: 1 }),
    save(as(li, id), { chapter: 'factors', text: '李的文字', version: 1 }),
  ])
  expect(first).toMatchObject({ ok: true })
  expect(second).toEqual({
    ok: false,
    reason: 'narrative-changed',
    details: { version: 2, text: '张的文字', savedBy: '张评估' },
  })
  expect((await history(id)).map(({ text }) => text)).toEqual(['张的文字', '原文'])
  expect(
    await save(as(li, id), { chapter: 'factors', text: '张的文字\n李的文字', version: 2 }),
  ).toMatchObject({
    ok: true,
  })
})

test('saving a text leaves the version of the assessment alone; a cleared text is no text', async () => {
  const { id } = await newAssessment(db.doors)
  const versionOf = async () => {
    const caseFile = await readCaseFile(db.doors.read, value(proveReadable(ASSESSOR, id)))
    return [caseFile?.version, caseFile?.narratives]
  }
  const [before] = await versionOf()
  await save(as(ASSESSOR, id), { chapter: 'advice', text: '建议', version: 0 })
  await save(as(ASSESSOR, id), { chapter: 'advice', text: ' \n', version: 1 })
  expect(await versionOf()).toEqual([before, {}])
})

test('of an assessment that was deleted nothing is kept', async () => {
  expect(await save(as(ASSESSOR, 'gone'), { chapter: 'advice', text: '建议', version: 0 })).toEqual({
    ok: false,
    reason: 'not-found',
  })
})
