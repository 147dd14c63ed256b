/** What the press published, on whichever engine DATABASE_URL names. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EditableAssessment, proveReadable } from '../../lib/assessment/access.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { readCaseFile } from './case-file.ts'
import { addMediaItems, changeMediaItem, removeMediaItem } from './media.ts'
import { ASSESSOR, newAssessment, value } from './survey-testing.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

const caseOf = async (assessment: EditableAssessment) =>
  (await readCaseFile(db.doors.read, value(proveReadable(ASSESSOR, assessment.id))))!
const write = <Value>(assessment: EditableAssessment, work: Parameters<typeof db.doors.write<Value>>[1]) =>
  db.doors.write(assessment.id, work)

const piece = {
  outlet: '县报',
  title: '公示',
  publishedOn: '2026-03-02',
  link: '',
  reach: 'county',
  toneFirst: 'neutral',
  toneSecond: null,
} as const

test('pieces are added, judged by the second coder and removed', async () => {
  const assessment = await newAssessment(db.doors)
  await write(assessment, (tx) =>
    addMediaItems(tx, assessment, [piece, { ...piece, publishedOn: '2026-01-05' }]),
  )
  const items = (await caseOf(assessment)).participation.mediaItems
  expect(items.map(({ publishedOn }) => publishedOn)).toEqual(['2026-01-05', '2026-03-02'])
  const [first, second] = items as [(typeof items)[0], (typeof items)[0]]
  value(
    await write(assessment, (tx) => changeMediaItem(tx, assessment, { ...first, toneSecond: 'negative' })),
  )
  value(await write(assessment, (tx) => removeMediaItem(tx, assessment, second.id)))
  expect(await write(assessment, (tx) => removeMediaItem(tx, assessment, second.id))).toEqual({
    ok: false,
    reason: 'not-found',
  })
  expect((await caseOf(assessment)).participation.mediaItems).toEqual([{ ...first, toneSecond: 'negative' }])
})
