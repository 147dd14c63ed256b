import { expect, test } from 'vitest'
import { ROLES, type Role } from '../assessment/access.ts'
import { inboxOf, type WaitingVersion } from './inbox.ts'
import type { Step, TakenStep } from './workflow.ts'

const taken = (actorId: string, role: Role, step: Step, takenOn = '2026-11-24'): TakenStep => ({
  step,
  actorId,
  actorName: actorId,
  role,
  takenOn,
})
const PASS: Step = { kind: 'pass-review', interest: 'none', remarks: '' }
const AGREE: Step = { kind: 'give-opinion', interest: 'none', opinion: 'agree', grounds: '' }
const heard = [taken('r', 'reviewer', PASS), ...['a', 'b', 'c'].map((id) => taken(id, 'expert', AGREE))]
const closed = [...heard, taken('r', 'reviewer', { kind: 'close-panel', interest: 'none' })]
const decide: Step = {
  kind: 'decide',
  interest: 'none',
  decision: 'defer',
  conditions: '',
  dissentAnswer: '',
}
const decided = [...closed, taken('d', 'decider', decide)]

const version = (steps: readonly TakenStep[], over: Partial<WaitingVersion> = {}): WaitingVersion => ({
  assessmentId: 'x',
  title: '示例',
  number: 1,
  frozenOn: '2026-11-23',
  drafted: false,
  steps,
  voided: false,
  superseded: false,
  allowed: ['defer', 'reject'],
  fewestExperts: 3,
  today: '2026-11-30',
  ...over,
})
/** Whom a version calls to what: the whole list, written down by hand. */
const called = (waiting: WaitingVersion) =>
  Object.fromEntries(
    ROLES.flatMap((role) => {
      const [item] = inboxOf({ id: `somebody-${role}`, name: role, role }, [waiting])
      return item ? [[role, item.task]] : []
    }),
  )

test('each state calls those whose turn it is and nobody else', () => {
  expect(called(version([]))).toEqual({ reviewer: 'pass-review' })
  expect(called(version(heard.slice(0, 2)))).toEqual({ expert: 'give-opinion' })
  expect(called(version(heard))).toEqual({ expert: 'give-opinion', reviewer: 'close-panel' })
  expect(called(version(closed))).toEqual({ decider: 'decide' })
  expect(called(version(decided))).toEqual({ assessor: 'file', administrator: 'file' })
  const filed = [
    ...decided,
    taken('f', 'assessor', { kind: 'file', filingNumber: '3', filedOn: '2026-11-25' }),
  ]
  expect(called(version(filed))).toEqual({ assessor: 'archive', administrator: 'archive' })
  expect(called(version([...filed, taken('f', 'assessor', { kind: 'archive', place: '馆' })]))).toEqual({})
})

test('what was sent back or voided calls the drafters', () => {
  const back: Step = { kind: 'send-back', interest: 'none', reason: '重做' }
  expect(called(version([taken('r', 'reviewer', back)]))).toEqual({
    assessor: 'rework',
    administrator: 'rework',
  })
  expect(called(version(decided, { voided: true }))).toEqual({
    assessor: 'refreeze',
    administrator: 'refreeze',
  })
})

test('whoever drafted, signed or stepped aside is not called to judge', () => {
  const reviewer = { id: 'r', name: 'r', role: 'reviewer' } as const
  expect(inboxOf(reviewer, [version([], { drafted: true })])).toEqual([])
  expect(inboxOf(reviewer, [version([taken('r', 'reviewer', { kind: 'step-aside', grounds: '' })])])).toEqual(
    [],
  )
  expect(inboxOf({ id: 'a', name: 'a', role: 'expert' }, [version(heard)])).toEqual([])
})

test('the longest waiting comes first', () => {
  const reviewer = { id: 'q', name: 'q', role: 'reviewer' } as const
  const items = inboxOf(reviewer, [
    version([], { assessmentId: 'new', frozenOn: '2026-11-29' }),
    version([], { assessmentId: 'old', frozenOn: '2026-11-01' }),
  ])
  expect(items.map(({ assessmentId, since }) => [assessmentId, since])).toEqual([
    ['old', '2026-11-01'],
    ['new', '2026-11-29'],
  ])
})
