/** What was done of the measures and what came of the matter, on both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, proveDrafter, proveEditable, proveScorable } from '../../lib/assessment/access.ts'
import { EXAMPLE_PLAN } from '../../lib/assessment/examples/emergency-plan.ts'
import { EXAMPLE_FACTORS, EXAMPLE_MATTER } from '../../lib/assessment/examples/resettlement.ts'
import { measureSubject } from '../../lib/follow-up/measure-progress.ts'
import { engine } from '../engine.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { addEvidence, linkEvidence, unlinkEvidence } from './evidence.ts'
import { readFollowUp, saveEmergencyPlan, saveMeasureProgress, savePostEvaluation } from './follow-up.ts'
import { createAssessment } from './matter.ts'
import { saveFactor } from './risk.ts'
import { value } from './survey-testing.ts'

const actor: Actor = { id: 'u1', name: '张评估', role: 'assessor' }
let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

/** An assessment with one factor of the worked example that has a measure. */
async function withMeasure() {
  const id = await db.doors.write('new', (tx) =>
    createAssessment(tx, value(proveDrafter(actor)), EXAMPLE_MATTER),
  )
  const scorable = value(proveScorable(actor, id))
  const entry = EXAMPLE_FACTORS.find(({ measures }) => measures.length > 0)!
  const factorId = value(await db.doors.write(id, (tx) => saveFactor(tx, scorable, null, entry)))
  return {
    id,
    assessment: value(proveEditable(actor, id)),
    scorable,
    factorId,
    measureId: entry.measures[0]!.id,
  }
}

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
      value(
        await saveMeasureProgress(tx, assessment, {
          ...done,
          state: 'under-way',
          doneOn: null,
          proof: '先前的说明',
        }),
      )
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

  test('done needs a file or the number of a document, and the last proof cannot be taken away', async () => {
    const { id, assessment, scorable, factorId, measureId } = await withMeasure()
    const write = <Value>(work: Parameters<typeof db.doors.write<Value>>[1]) => db.doors.write(id, work)
    const said = { factorId, measureId, state: 'done' as const, doneOn: '2027-02-01', proof: 'x' }
    const save = (proof: string) => write((tx) => saveMeasureProgress(tx, assessment, { ...said, proof }))
    expect(await save('x')).toEqual({ ok: false, reason: 'measure-without-proof' })
    const file = {
      digest: 'a'.repeat(64),
      name: '监测报告.pdf',
      kind: 'pdf',
      bytes: new Uint8Array(3),
    } as const
    const link = {
      digest: file.digest,
      use: 'measure',
      subjectId: measureSubject(factorId, measureId),
    } as const
    value(await write((tx) => addEvidence(tx, scorable, file)))
    expect(
      await write((tx) => linkEvidence(tx, scorable, { ...link, subjectId: `${factorId}/gone` })),
    ).toMatchObject({ reason: 'not-found' })
    value(await write((tx) => linkEvidence(tx, scorable, link)))
    value(await save('第三方监测报告，见附件'))
    expect(await write((tx) => unlinkEvidence(tx, scorable, link))).toEqual({
      ok: false,
      reason: 'measure-without-proof',
    })
    value(await save('天城管〔2026〕12号'))
    value(await write((tx) => unlinkEvidence(tx, scorable, link)))
  })

  test('a form emptied of everything leaves no plan', async () => {
    const { id, assessment } = await withMeasure()
    const read = async () => (await readFollowUp(db.doors.read, id)).emergencyPlan
    await db.doors.write(id, (tx) => saveEmergencyPlan(tx, assessment, EXAMPLE_PLAN))
    expect(await read()).toEqual(EXAMPLE_PLAN)
    const empty = { scenarios: [], contacts: [], drills: [] }
    await db.doors.write(id, (tx) => saveEmergencyPlan(tx, assessment, empty))
    expect(await read()).toBeNull()
  })
})
