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
  taken('孙专家', 'expert', { kind: 'give-opinion', interest: 'conflict', opinion: 'agree', grounds: '' }),
  taken('周专家', 'expert', { kind: 'give-opinion', interest: 'none', opinion: 'agree', grounds: '' }),
  taken('李复核', 'reviewer', { kind: 'close-panel' }),
  taken('陈主任', 'decider', {
    kind: 'decide',
    interest: 'none',
    decision: 'partial',
    conditions: '先搬迁一期。',
    dissentAnswer: '已责成确权。',
  }),
]

test.each(OUTLINE_IDS)(
  'dissent, its answer and the decision are printed in the words they were given: %s',
  (outline) => {
    const { blocks } = reportOf(outline, { ...EXAMPLE_INPUT, approval: printedRecord(STEPS) })
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
  const input = { ...EXAMPLE_INPUT, approval: printedRecord([]) }
  expect(JSON.stringify(reportOf('assessment', input).blocks)).toContain('还没有人签署')
})
