/** What was done of the measures and what came of the matter, on both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, proveDrafter, proveEditable, proveScorable } from '../../lib/assessment/access.ts'
import { EXAMPLE_FACTORS, EXAMPLE_MATTER } from '../../lib/assessment/examples/resettlement.ts'
import { engine } from '../engine.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { readFollowUp, saveMeasureProgress, savePostEvaluation } from './follow-up.ts'
import { createAssessment } from './matter.ts'
import { saveFactor } from './risk.ts'
import { value } from './survey-testing.ts'

const actor: Actor = { id: 'u1', name: '张评估', role: 'assessor' }
let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

describe(`follow-up on ${engine}`, () => {
  test('keeps what was done and how it came out; a measure or factor that is not there is refused', async () => {
    const id = await db.doors.write('new', (tx) =>
      createAssessment(tx, value(proveDrafter(actor)), EXAMPLE_MATTER),
    )
    const assessment = value(proveEditable(actor, id))
    const scorable = value(proveScorable(actor, id))
    const entry = EXAMPLE_FACTORS.find(({ measures }) => measures.length > 0)!
    const factorId = value(await db.doors.write(id, (tx) => saveFactor(tx, scorable, null, entry)))
    const done = {
      factorId,
      measureId: entry.measures[0]!.id,
      state: 'done' as const,
      doneOn: '2027-02-01',
      proof: '验收记录第3号',
    }
    const evaluation = {
      heldOn: '2027-06-01',
      evaluator: '县委政法委',
      lessons: '公示宜早。',
      recommendation: 'continue' as const,
      factors: [{ factorId, occurrence: 'minor' as const, note: '信访两件，已答复。' }],
    }
    await db.doors.write(id, async (tx) => {
      value(await saveMeasureProgress(tx, assessment, { ...done, proof: '先前的说明' }))
      value(await saveMeasureProgress(tx, assessment, done))
      expect(await saveMeasureProgress(tx, assessment, { ...done, measureId: 'x' })).toMatchObject({
        reason: 'unknown-measure',
      })
      value(await savePostEvaluation(tx, assessment, evaluation))
      expect(
        await savePostEvaluation(tx, assessment, {
          ...evaluation,
          factors: [{ ...evaluation.factors[0]!, factorId: 'x' }],
        }),
      ).toMatchObject({ reason: 'unknown-factor' })
    })
    expect(await readFollowUp(db.doors.read, id)).toEqual({
      measures: [done],
      emergencyPlan: null,
      postEvaluation: evaluation,
    })
  })
})
