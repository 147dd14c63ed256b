/** What is still spoken of is not deleted, and the refusal names what speaks of it; on both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, proveDrafter, proveEditable, proveScorable } from '../../lib/assessment/access.ts'
import { EXAMPLE_FACTORS, EXAMPLE_MATTER } from '../../lib/assessment/examples/resettlement.ts'
import { NOTHING_ALLOCATED } from '../../lib/economics/allocation.ts'
import { measureSubject } from '../../lib/follow-up/measure-progress.ts'
import type { ConsultationEntry } from '../../lib/participation/consultation.ts'
import { STARTING_THEMES } from '../../lib/participation/opinions/themes.ts'
import { engine } from '../engine.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { addDisputes, readDisputes, strikeDispute } from './disputes.ts'
import { saveAllocation } from './economics.ts'
import { addEvidence, linkEvidence, removeEvidence } from './evidence.ts'
import { saveMeasureProgress, savePostEvaluation } from './follow-up.ts'
import { createAssessment, replaceGroups } from './matter.ts'
import { saveTheme } from './opinion-themes.ts'
import { readNoticesAndConsultations, removeConsultation, saveConsultation } from './participation.ts'
import { deleteFactor, saveFactor } from './risk.ts'
import { value } from './survey-testing.ts'
import { answerTheme } from './theme-answers.ts'

const actor: Actor = { id: 'u1', name: '张评估', role: 'assessor' }
let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

const GROUP = { id: 'g1', name: '城东村民', effect: 'direct', households: 40, persons: 160 } as const
const FACTOR = EXAMPLE_FACTORS.find(({ measures }) => measures.length > 0)!
const DISPUTE = {
  subject: '运输道路扬尘',
  groupIds: [] as string[],
  size: '5-29',
  severity: 'general',
  registeredOn: '2026-03-02',
  roundId: null,
  factorId: null as string | null,
} as const
const VISIT: ConsultationEntry & { consultationId: null } = {
  consultationId: null,
  kind: 'visit',
  heldOn: '2026-03-01',
  place: '城东村',
  host: '街道',
  counts: [{ groupId: GROUP.id, persons: 12 }],
  minutes: '',
  noticeOn: null,
  listOn: null,
  papersOn: null,
  shortenedBecause: '',
  departments: [],
  experts: [],
}

const nameOf = (themeId: string) => STARTING_THEMES.find(({ id }) => id === themeId)?.name

async function newCase() {
  const id = await db.doors.write('new', (tx) =>
    createAssessment(tx, value(proveDrafter(actor)), EXAMPLE_MATTER),
  )
  const assessment = value(proveEditable(actor, id))
  const scorable = value(proveScorable(actor, id))
  const write = <Value>(work: Parameters<typeof db.doors.write<Value>>[1]) => db.doors.write(id, work)
  value(await write((tx) => replaceGroups(tx, assessment, [GROUP])))
  const factorId = value(await write((tx) => saveFactor(tx, scorable, null, FACTOR)))
  return { id, assessment, scorable, write, factorId, measureId: FACTOR.measures[0]!.id }
}

describe(`deletion on ${engine}`, () => {
  test('a group stays while it has a share of costs or benefits', async () => {
    const { assessment, write } = await newCase()
    const shares = { ...NOTHING_ALLOCATED, investment: { [GROUP.id]: 0.2 }, benefit: { [GROUP.id]: 0.5 } }
    value(await write((tx) => saveAllocation(tx, assessment, shares)))
    expect(await write((tx) => replaceGroups(tx, assessment, []))).toMatchObject({
      reason: 'still-mentioned',
      details: { name: '城东村民', shares: 2 },
    })
    value(await write((tx) => saveAllocation(tx, assessment, NOTHING_ALLOCATED)))
    value(await write((tx) => replaceGroups(tx, assessment, [])))
  })

  test('a group stays while a consultation or a dispute speaks of it; others may go', async () => {
    const { id, assessment, write } = await newCase()
    value(await write((tx) => saveConsultation(tx, assessment, VISIT)))
    value(await write((tx) => addDisputes(tx, assessment, [{ ...DISPUTE, groupIds: [GROUP.id] }])))
    const without = () =>
      write((tx) => replaceGroups(tx, assessment, [{ ...GROUP, id: undefined, name: '城西村民' }]))
    expect(await without()).toEqual({
      ok: false,
      reason: 'still-mentioned',
      details: {
        name: '城东村民',
        consultations: '2026-03-01 城东村',
        disputes: '运输道路扬尘',
        themes: 'none',
        opinions: 0,
        measures: 0,
        evaluation: 'none',
        shares: 0,
      },
    })
    // Renamed and recounted it may be: its id stays.
    value(await write((tx) => replaceGroups(tx, assessment, [{ ...GROUP, name: '城东居民', persons: 170 }])))
    const held = (await readNoticesAndConsultations(db.doors.read, id)).consultations[0]!
    const [dispute] = (await readDisputes(db.doors.read, id)).disputes
    value(await write((tx) => removeConsultation(tx, assessment, held.id)))
    value(
      await write((tx) =>
        strikeDispute(tx, assessment, { id: dispute!.id, reason: '误记', today: '2026-03-03' }),
      ),
    )
    value(await without())
  })

  test('a factor stays while a dispute, an answer or the look back speaks of it', async () => {
    const { id, assessment, write, factorId } = await newCase()
    value(await write((tx) => addDisputes(tx, assessment, [{ ...DISPUTE, factorId }])))
    expect(await write((tx) => deleteFactor(tx, assessment, factorId))).toMatchObject({
      reason: 'still-mentioned',
      details: { name: FACTOR.name, disputes: '运输道路扬尘' },
    })
    const [dispute] = (await readDisputes(db.doors.read, id)).disputes
    value(
      await write((tx) =>
        strikeDispute(tx, assessment, { id: dispute!.id, reason: '误记', today: '2026-03-03' }),
      ),
    )
    const answer = { themeId: 'environment', answer: 'adopted', reason: '合理', measure: '洒水' } as const
    value(
      await write(async (tx) => {
        value(await saveTheme(tx, assessment, { themeId: null, name: '扬尘', keywords: [] }))
        return answerTheme(tx, assessment, { ...answer, factorId })
      }),
    )
    const refused = await write((tx) => deleteFactor(tx, assessment, factorId))
    expect(refused).toMatchObject({ reason: 'still-mentioned', details: { themes: nameOf('environment') } })
    value(await write((tx) => answerTheme(tx, assessment, { ...answer, factorId: null })))
    const evaluation = {
      heldOn: '2026-06-01',
      evaluator: '县委政法委',
      lessons: '宜早',
      recommendation: 'continue' as const,
      factors: [{ factorId, occurrence: 'not-occurred' as const, note: '' }],
    }
    value(await write((tx) => savePostEvaluation(tx, assessment, evaluation)))
    expect(await write((tx) => deleteFactor(tx, assessment, factorId))).toMatchObject({
      reason: 'still-mentioned',
      details: { disputes: 'none', evaluation: 'yes' },
    })
    value(await write((tx) => savePostEvaluation(tx, assessment, { ...evaluation, factors: [] })))
    value(await write((tx) => deleteFactor(tx, assessment, factorId)))
  })

  test('a measure stays while something is said of it; when it goes, its files are free again', async () => {
    const { assessment, scorable, write, factorId, measureId } = await newCase()
    const bare = { ...FACTOR, measures: [], residualProbability: FACTOR.initialProbability }
    const without = () =>
      write((tx) => saveFactor(tx, scorable, factorId, { ...bare, residualImpact: FACTOR.initialImpact }))
    const say = (state: 'given-up' | 'planned', proof: string) =>
      write((tx) => saveMeasureProgress(tx, assessment, { factorId, measureId, state, doneOn: null, proof }))
    const digest = 'b'.repeat(64)
    const file = { digest, name: '照片.png', kind: 'png', bytes: new Uint8Array(3) } as const
    value(await write((tx) => addEvidence(tx, scorable, file)))
    const link = { digest, use: 'measure', subjectId: measureSubject(factorId, measureId) } as const
    value(await write((tx) => linkEvidence(tx, scorable, link)))
    value(await say('given-up', '资金没有落实'))
    expect(await without()).toMatchObject({ reason: 'still-mentioned', details: { measures: 1 } })
    expect(await write((tx) => deleteFactor(tx, assessment, factorId))).toMatchObject({
      details: { measures: 1 },
    })
    value(await say('planned', ''))
    expect(await write((tx) => removeEvidence(tx, assessment, digest))).toMatchObject({
      reason: 'evidence-in-use',
    })
    value(await without())
    value(await write((tx) => removeEvidence(tx, assessment, digest)))
  })
})
