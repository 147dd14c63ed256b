/** Screening rounds and the ledger of disputes, on whichever engine DATABASE_URL names. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Actor,
  type EditableAssessment,
  proveEditable,
  proveReadable,
} from '../../lib/assessment/access.ts'
import type { DisputeEntry, StepEntry } from '../../lib/disputes/dispute.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import {
  addDisputes,
  changeDispute,
  disputesToTakeBack,
  readDisputes,
  saveRound,
  stepDispute,
  strikeDispute,
  strikeRound,
  takeBackDisputeStep,
} from './disputes.ts'
import { ASSESSOR, newAssessment, value } from './survey-testing.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

const entry: DisputeEntry = {
  subject: '运输道路扬尘',
  groupIds: [],
  size: '5-29',
  severity: 'general',
  registeredOn: '2026-03-02',
  roundId: null,
  factorId: null,
}

test('a dispute found by a round goes its way, and a step out of order changes nothing', async () => {
  const assessment = await newAssessment(db.doors)
  const write = <Value>(work: Parameters<typeof db.doors.write<Value>>[1]) =>
    db.doors.write(assessment.id, work)
  await write((tx) =>
    saveRound(tx, assessment, {
      roundId: null,
      stage: 'before-decision',
      area: '城东',
      office: '街道政法办',
      from: '2026-03-01',
      to: '2026-03-05',
      manner: '入户',
    }),
  )
  const [round] = (await readDisputes(db.doors.read, assessment.id)).rounds
  const found = { ...entry, roundId: round!.id }
  expect(
    await write((tx) => addDisputes(tx, assessment, [{ ...found, registeredOn: '2026-02-28' }])),
  ).toEqual({
    ok: false,
    reason: 'dispute-before-round',
  })
  value(await write((tx) => addDisputes(tx, assessment, [found])))
  const read = async () => (await readDisputes(db.doors.read, assessment.id)).disputes[0]!
  const { id: disputeId } = await read()
  const step = (over: Partial<StepEntry>) =>
    write((tx) =>
      stepDispute(tx, assessment, {
        disputeId,
        step: 'begin',
        on: '2026-03-03',
        note: '',
        track: null,
        owner: '',
        deadline: null,
        ...over,
      }),
    )
  expect(await step({ step: 'settle', note: '洒水' })).toEqual({ ok: false, reason: 'step-out-of-order' })
  expect((await read()).state).toBe('registered')
  value(await step({ step: 'refer', track: 'people', owner: '调委会', deadline: '2026-03-20' }))
  value(await step({ on: '2026-03-04' }))
  value(await step({ step: 'settle', on: '2026-03-06', note: '每日洒水三次' }))
  expect(await read()).toMatchObject({ state: 'settled', track: 'people', roundId: round!.id })
  expect((await read()).events).toHaveLength(3)
  value(await write((tx) => changeDispute(tx, assessment, { ...found, disputeId, severity: 'serious' })))
  expect(await read()).toMatchObject({ state: 'settled', severity: 'serious' })
  expect(
    await write((tx) => changeDispute(tx, assessment, { ...found, disputeId, registeredOn: '2026-03-04' })),
  ).toEqual({ ok: false, reason: 'registered-after-step' })
  const moved = { ...round!, roundId: round!.id, from: '2026-03-03' }
  expect(await write((tx) => saveRound(tx, assessment, moved))).toMatchObject({
    reason: 'dispute-before-round',
  })
})

test('a step is taken back by who entered it, and by nobody else', async () => {
  const assessment = await newAssessment(db.doors)
  const colleague = value(proveEditable({ id: 'u2', name: '李评估', role: 'assessor' }, assessment.id))
  const write = <Value>(work: Parameters<typeof db.doors.write<Value>>[1]) =>
    db.doors.write(assessment.id, work)
  value(await write((tx) => addDisputes(tx, assessment, [entry])))
  const read = async () => (await readDisputes(db.doors.read, assessment.id)).disputes[0]!
  const { id: disputeId } = await read()
  const refer: StepEntry = {
    disputeId,
    step: 'refer',
    on: '2026-03-03',
    note: '',
    track: 'judicial',
    owner: '人民法院',
    deadline: '2026-04-03',
  }
  const begin: StepEntry = {
    ...refer,
    step: 'begin',
    on: '2026-03-04',
    track: null,
    owner: '',
    deadline: null,
  }
  const back = (by: EditableAssessment) =>
    write((tx) => takeBackDisputeStep(tx, by, { disputeId, reason: '误点' }))
  const mine = async (by: Actor) => disputesToTakeBack(db.doors.read, value(proveReadable(by, assessment.id)))
  expect(await back(assessment)).toMatchObject({ reason: 'no-step-to-take-back' })
  value(await write((tx) => stepDispute(tx, assessment, refer)))
  value(await write((tx) => stepDispute(tx, colleague, begin)))
  expect(await back(assessment)).toEqual({ ok: false, reason: 'step-of-another' })
  expect([await mine(ASSESSOR), await mine(colleague.actor)]).toEqual([[], [disputeId]])
  value(await back(colleague))
  expect(await read()).toMatchObject({
    state: 'referred',
    track: 'judicial',
    owner: '人民法院',
    deadline: '2026-04-03',
  })
  expect(await mine(ASSESSOR)).toEqual([disputeId])
  value(await back(assessment))
  const undone = await read()
  expect(undone).toMatchObject({ state: 'registered', track: null })
  expect(undone.events.map(({ takenBack }) => takenBack)).toEqual(['误点', '误点'])
  // Who entered a step is nobody's business but the store's.
  expect(JSON.stringify(undone)).not.toContain('u2')
})

test('what is struck counts no more, stays with its reason, and cannot be worked on', async () => {
  const assessment = await newAssessment(db.doors)
  const write = <Value>(work: Parameters<typeof db.doors.write<Value>>[1]) =>
    db.doors.write(assessment.id, work)
  await write((tx) =>
    saveRound(tx, assessment, {
      roundId: null,
      stage: 'after-decision',
      area: '城西',
      office: '街道政法办',
      from: '2026-03-01',
      to: '2026-03-05',
      manner: '',
    }),
  )
  const read = () => readDisputes(db.doors.read, assessment.id)
  const roundId = (await read()).rounds[0]!.id
  value(await write((tx) => addDisputes(tx, assessment, [{ ...entry, roundId }])))
  const { id } = (await read()).disputes[0]!
  const struck = { reason: '与另一件重复', today: '2026-03-09' }
  expect(await write((tx) => strikeRound(tx, assessment, { id: roundId, ...struck }))).toMatchObject({
    reason: 'still-mentioned',
    details: { name: '城西', disputes: entry.subject },
  })
  value(await write((tx) => strikeDispute(tx, assessment, { id, ...struck })))
  value(await write((tx) => strikeRound(tx, assessment, { id: roundId, ...struck })))
  const register = await read()
  expect([register.rounds, register.disputes]).toEqual([[], []])
  expect(register.struck.map(({ kind, what, on, reason }) => [kind, what, on, reason])).toEqual([
    ['round', '城西', '2026-03-09', '与另一件重复'],
    ['dispute', entry.subject, '2026-03-09', '与另一件重复'],
  ])
  expect(await write((tx) => strikeDispute(tx, assessment, { id, ...struck }))).toMatchObject({
    reason: 'not-found',
  })
  expect(await write((tx) => addDisputes(tx, assessment, [{ ...entry, roundId }]))).toMatchObject({
    reason: 'unknown-round',
  })
})

test('an import with one bad reference stores none of its rows', async () => {
  const assessment = await newAssessment(db.doors)
  class Refused extends Error {}
  const attempt = db.doors.write(assessment.id, async (tx) => {
    const added = await addDisputes(tx, assessment, [entry, { ...entry, factorId: 'elsewhere' }])
    if (!added.ok) throw new Refused(added.reason)
  })
  await expect(attempt).rejects.toThrow('unknown-factor')
  expect((await readDisputes(db.doors.read, assessment.id)).disputes).toEqual([])
})
