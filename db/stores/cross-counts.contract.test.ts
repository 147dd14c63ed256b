/** Two questions counted together, from the answers of a closed survey. On both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { proveReadable } from '../../lib/assessment/access.ts'
import type { Dimension } from '../../lib/survey/cross-table/cross-counts.ts'
import { countedTables } from '../../lib/survey/suppression/released.ts'
import { engine } from '../engine.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { closeSurvey } from './closing.ts'
import { countCross } from './cross-counts.ts'
import { openIntakeStore } from './intake.ts'
import { readSurvey } from './survey.ts'
import { ASSESSOR, answerTo, type PublishedSurvey, publishedSurvey, value } from './survey-testing.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

function dimension({ survey }: PublishedSurvey, questionId: string): Dimension {
  const question = survey.questionnaire.questions.find(({ id }) => id === questionId)!
  const [table] = countedTables(question, [], 5)
  return { question, table: table! }
}

describe(`cross-counts on ${engine}`, () => {
  test('are refused while the survey is open, and agree with the counts by question once it is closed', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment, survey } = published
    const intake = openIntakeStore(db.doors)
    const answers: Record<string, string>[] = [
      { C1: '1', C2: '1' },
      { C1: '1', C2: '5' },
      { C1: '2', C2: '5' },
      { C1: '2' },
      { C2: '5' },
    ]
    for (const given of answers) await intake.accept(answerTo(published, { answers: given }))
    const readable = value(proveReadable(ASSESSOR, assessment.id))
    const count = () =>
      countCross(db.doors.read, readable, survey.id, dimension(published, 'C1'), dimension(published, 'C2'))
    expect(await count()).toMatchObject({ reason: 'survey-not-published' })
    value(await closeSurvey(db.doors, assessment))
    const counts = value(await count())
    expect(counts[0]).toEqual([1, 0, 0, 0, 1, 2, 0])
    expect(counts[1]).toEqual([0, 0, 0, 0, 1, 1, 1])
    expect(counts[6]).toEqual([0, 0, 0, 0, 1, 1, 0])
    const closed = await readSurvey(db.doors.read, assessment.id)
    const east = closed?.tally?.find(({ groupId }) => groupId === published.east)
    expect(counts[5]![5]! + counts[5]![6]!).toBe(east?.questions.C1?.answered)
    expect(
      await countCross(
        db.doors.read,
        readable,
        'another',
        dimension(published, 'C1'),
        dimension(published, 'C2'),
      ),
    ).toMatchObject({ ok: false })
  })
})
