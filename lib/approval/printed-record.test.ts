import { expect, test } from 'vitest'
import type { Role } from '../assessment/access.ts'
import { EXAMPLE_INPUT } from '../report/example-input.fixture.ts'
import { OUTLINE_IDS } from '../report/outlines/outline-id.ts'
import { reportOf } from '../report/outlines/outlines.ts'
import { printedRecord } from './printed-record.ts'
import type { Step, TakenStep } from './workflow.ts'

const taken = (actorName: string, role: Role, step: Step): TakenStep => ({
  step,
  actorId: actorName,
  actorName,
  role,
  takenOn: '2026-11-24',
})
const STEPS = [
  taken('李复核', 'reviewer', { kind: 'pass-review', interest: 'none', remarks: '核对无误' }),
  taken('王专家', 'expert', {
    kind: 'give-opinion',
    interest: 'none',
    opinion: 'dissent',
    grounds: '草场权属不清，宜先确权。',
  }),
  taken('孙专家', 'expert', { kind: 'step-aside', grounds: '配偶任职于承建单位' }),
  taken('周专家', 'expert', { kind: 'give-opinion', interest: 'none', opinion: 'agree', grounds: '' }),
  taken('李复核', 'reviewer', { kind: 'close-panel', interest: 'none' }),
  taken('陈主任', 'decider', {
    kind: 'decide',
    interest: 'none',
    decision: 'partial',
    conditions: '先搬迁一期。',
    dissentAnswer: '已责成确权。',
  }),
]

const HOLDS = { voided: false, superseded: false }

test.each(OUTLINE_IDS)(
  'dissent, its answer and the decision are printed in the words they were given: %s',
  (outline) => {
    const { blocks } = reportOf(outline, {
      ...EXAMPLE_INPUT,
      approval: printedRecord({ ...HOLDS, steps: STEPS }),
    })
    const printed = JSON.stringify(blocks)
    for (const words of [
      '异议：草场权属不清，宜先确权。',
      '已责成确权。',
      '先搬迁一期。',
      '王专家（评审专家）',
    ])
      expect(printed).toContain(words)
    expect(printed).toContain('专家意见2份，其中异议1份')
    expect(printed).toContain('利益冲突：有，已回避')
    expect(JSON.stringify(reportOf(outline, EXAMPLE_INPUT).blocks)).not.toContain('审定记录')
  },
)

test('before anybody has signed it says so', () => {
  const input = { ...EXAMPLE_INPUT, approval: printedRecord({ ...HOLDS, steps: [] }) }
  expect(JSON.stringify(reportOf('assessment', input).blocks)).toContain('还没有人签署')
})

test('what no longer counts stays in print as what it is', () => {
  const steps = [...STEPS, taken('陈主任', 'decider', { kind: 'withdraw', seq: 6, reason: '条件写漏了' })]
  const printed = printedRecord({ ...HOLDS, steps })
  expect(printed.state).toBe('等待决策，尚未审定')
  expect(printed.decision).toBeNull()
  expect(printed.steps[5]?.words).toBe('部分（分步）实施（已撤回，不计）')
  expect(printed.steps[6]?.words).toBe('撤回第6步“作出决策”：条件写漏了')
})

test('a version that was changed or replaced after the decision says so on paper', () => {
  const stateOf = (over: Partial<typeof HOLDS>) => printedRecord({ ...HOLDS, ...over, steps: STEPS }).state
  expect(stateOf({})).toBe('已审定，等待备案')
  expect(stateOf({ voided: true })).toContain('本版本已失效，须重新定稿')
  expect(stateOf({ voided: true, superseded: true })).toContain('本版本已被取代')
})
