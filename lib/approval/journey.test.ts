import { expect, test } from 'vitest'
import type { Role } from '../assessment/access.ts'
import { journeyOf } from './journey.ts'
import type { Step, TakenStep } from './workflow.ts'

const taken = (actorName: string, role: Role, takenOn: string, step: Step): TakenStep => ({
  step,
  actorId: actorName,
  actorName,
  role,
  takenOn,
})
const AGREE: Step = { kind: 'give-opinion', interest: 'none', opinion: 'agree', grounds: '' }
const passed = [
  taken('李', 'reviewer', '2026-11-24', { kind: 'pass-review', interest: 'none', remarks: '' }),
  taken('王', 'expert', '2026-11-25', AGREE),
  taken('赵', 'expert', '2026-11-26', { ...AGREE, opinion: 'dissent', grounds: '工期' }),
]
const decided = [
  ...passed,
  taken('周', 'expert', '2026-11-26', AGREE),
  taken('李', 'reviewer', '2026-11-27', { kind: 'close-panel', interest: 'none' }),
  taken('陈', 'decider', '2026-11-28', {
    kind: 'decide',
    interest: 'none',
    decision: 'partial',
    conditions: '先一期',
    dissentAnswer: '已调整',
  }),
]
const journey = (steps: readonly TakenStep[], over = {}) =>
  journeyOf({
    steps,
    voided: false,
    superseded: false,
    fewestExperts: 3,
    frozenBy: '张',
    frozenOn: '2026-11-23',
    ...over,
  })
const places = (steps: readonly TakenStep[], over = {}) => journey(steps, over).map(({ place }) => place)

test('says who had the paper and when, and who has it now since when', () => {
  expect(places([])).toEqual(['done', 'now', 'ahead', 'ahead', 'ahead', 'ahead'])
  expect(journey([])[0]).toMatchObject({ stage: 'frozen', by: ['张'], on: '2026-11-23' })
  expect(journey([])[1]).toMatchObject({ roles: ['reviewer'], on: '2026-11-23' })
  const [, review, panel] = journey(passed)
  expect(review).toMatchObject({ place: 'done', by: ['李'], on: '2026-11-24' })
  expect(panel).toMatchObject({
    place: 'now',
    by: ['王', '赵'],
    roles: ['expert'],
    panel: { opinions: 2, dissents: 1, needed: 1 },
  })
  expect(journey(decided)[3]).toMatchObject({ place: 'done', by: ['陈'], decision: 'partial' })
  expect(journey(decided)[4]).toMatchObject({ place: 'now', on: '2026-11-28' })
})

test('shows where a version stopped and why', () => {
  const back = [
    ...passed,
    taken('李', 'reviewer', '2026-11-27', { kind: 'send-back', interest: 'none', reason: '重做' }),
  ]
  expect(places(back)).toEqual(['done', 'done', 'stopped', 'ahead', 'ahead', 'ahead'])
  expect(journey(back)[2]).toMatchObject({ stoppedBy: 'sent-back', by: ['李'], on: '2026-11-27' })
  expect(journey(passed, { voided: true })[2]).toMatchObject({ place: 'stopped', stoppedBy: 'voided' })
  expect(journey(decided, { voided: true, superseded: true })[4]).toMatchObject({ stoppedBy: 'superseded' })
})

test('a filed version goes on to the archive, whatever became of the case', () => {
  const filed = [
    ...decided,
    taken('张', 'assessor', '2026-11-29', { kind: 'file', filingNumber: '3', filedOn: '2026-11-29' }),
  ]
  expect(places(filed, { voided: true })).toEqual(['done', 'done', 'done', 'done', 'done', 'now'])
  const archived = [...filed, taken('张', 'assessor', '2026-11-30', { kind: 'archive', place: '档案馆' })]
  expect(places(archived)).toEqual(['done', 'done', 'done', 'done', 'done', 'done'])
})

test('a signature that was withdrawn leads back', () => {
  const withdrawn = [
    ...decided,
    taken('陈', 'decider', '2026-11-28', { kind: 'withdraw', seq: 6, reason: '误签' }),
  ]
  expect(places(withdrawn)).toEqual(['done', 'done', 'done', 'now', 'ahead', 'ahead'])
})
