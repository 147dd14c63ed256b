/** Texts of a report's chapters, on whichever engine DATABASE_URL names. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Actor,
  type EditableAssessment,
  proveDrafter,
  proveEditable,
  proveReadable,
} from '../../lib/assessment/access.ts'
import type { NarrativeEntry } from '../../lib/assessment/narrative.ts'
import type { Result } from '../../lib/result.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { readCaseFile } from './case-file.ts'
import { createAssessment } from './matter.ts'
import { readNarrativeHistory, readNarratives, saveNarrative } from './narrative.ts'

const zhang: Actor = { id: 'u1', name: '张评估', role: 'assessor' }
const li: Actor = { id: 'u2', name: '李评估', role: 'assessor' }

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

async function newAssessment(): Promise<string> {
  const matter = {
    kind: 'project',
    title: '垃圾处理设施',
    decisionBody: '市人民政府',
    assessor: '评估中心',
    implementer: '市城管局',
    area: '城东',
    summary: '日处理 600 吨。',
  } as const
  return db.doors.write('new', (tx) => createAssessment(tx, value(proveDrafter(zhang)), matter))
}

const as = (actor: Actor, id: string): EditableAssessment => value(proveEditable(actor, id))
const save = (assessment: EditableAssessment, entry: NarrativeEntry) =>
  db.doors.write(assessment.id, (tx) => saveNarrative(tx, assessment, entry))
const history = async (id: string) =>
  readNarrativeHistory(db.doors.read, value(proveReadable(zhang, id)), 'factors')

test('the latest text is printed, and every saved state is kept with its writer', async () => {
  const id = await newAssessment()
  const text = '共{{factors.count}}项\n“引号”、𠮷 和 \\ 原样保存'
  expect(await save(as(zhang, id), { chapter: 'factors', text: '初稿', version: 0 })).toMatchObject({
    ok: true,
  })
  expect(await save(as(li, id), { chapter: 'factors', text, version: 1 })).toMatchObject({ ok: true })
  await save(as(li, id), { chapter: 'survey', text: '别的章', version: 0 })
  expect((await readNarratives(db.doors.read, id)).get('factors')).toMatchObject({ version: 2, text })
  expect(await history(id)).toMatchObject([
    { version: 2, text, savedBy: '李评估' },
    { version: 1, text: '初稿', savedBy: '张评估' },
  ])
  const caseFile = await readCaseFile(db.doors.read, value(proveReadable(zhang, id)))
  expect(caseFile?.narratives).toEqual({ factors: text, survey: '别的章' })
})

test('of two who wrote on from the same text the second gets the first’s, and nothing is overwritten', async () => {
  const id = await newAssessment()
  await save(as(zhang, id), { chapter: 'factors', text: '原文', version: 0 })
  const [first, second] = await Promise.all([
    save(as(zhang, id), { chapter: 'factors', text: '张的文字', version: 1 }),
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
  const id = await newAssessment()
  const versionOf = async () => {
    const caseFile = await readCaseFile(db.doors.read, value(proveReadable(zhang, id)))
    return [caseFile?.version, caseFile?.narratives]
  }
  const [before] = await versionOf()
  await save(as(zhang, id), { chapter: 'advice', text: '建议', version: 0 })
  await save(as(zhang, id), { chapter: 'advice', text: ' \n', version: 1 })
  expect(await versionOf()).toEqual([before, {}])
})

test('of an assessment that was deleted nothing is kept', async () => {
  expect(await save(as(zhang, 'gone'), { chapter: 'advice', text: '建议', version: 0 })).toEqual({
    ok: false,
    reason: 'not-found',
  })
})
