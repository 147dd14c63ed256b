import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emergencyPlanShape } from './emergency-plan.ts'
import {
  type MeasureProgress,
  measureProgressShape,
  overdueMeasures,
  provenShare,
} from './measure-progress.ts'

const progress = (measureId: string, state: MeasureProgress['state']): MeasureProgress => ({
  factorId: 'f',
  measureId,
  state,
  doneOn: state === 'done' ? '2026-05-01' : null,
  proof: '验收记录',
})

describe('proof of measures', () => {
  it('counts what is done, not what is promised, begun or given up', () => {
    const ids = ['a', 'b', 'c', 'd']
    expect(provenShare('f', ids, [])).toBe(0)
    expect(
      provenShare('f', ids, [progress('a', 'done'), progress('b', 'under-way'), progress('c', 'given-up')]),
    ).toBe(0.25)
    expect(provenShare('other', ids, [progress('a', 'done')])).toBe(0)
    expect(provenShare('f', [], [progress('a', 'done')])).toBe(0)
  })

  it('never falls when another measure is proven', () => {
    const states = fc.constantFrom('planned', 'under-way', 'done', 'given-up') as fc.Arbitrary<
      MeasureProgress['state']
    >
    fc.assert(
      fc.property(fc.array(states, { minLength: 1, maxLength: 8 }), fc.nat(7), (list, at) => {
        const ids = list.map((_, i) => String(i))
        const before = list.map((state, i) => progress(String(i), state))
        const after = before.map((one, i) => (i === at ? progress(String(i), 'done') : one))
        expect(provenShare('f', ids, after)).toBeGreaterThanOrEqual(provenShare('f', ids, before))
      }),
    )
  })

  it('done needs its day and its proof, given up its reason', () => {
    const issues = (entry: object) =>
      measureProgressShape
        .safeParse({ ...progress('a', 'planned'), proof: '', ...entry })
        .error?.issues.map(({ path }) => path[0])
    expect(issues({ state: 'under-way' })).toBeUndefined()
    expect(issues({ state: 'done' })).toEqual(['doneOn', 'proof'])
    expect(issues({ state: 'given-up' })).toEqual(['proof'])
  })

  it('lists what is overdue, the oldest first', () => {
    const measures = ['a', 'b', 'c', 'd'].map((measureId, i) => ({
      factorId: 'f',
      measureId,
      deadline: `2026-0${4 - i}-30`,
    }))
    const overdue = overdueMeasures(
      measures,
      [progress('b', 'done'), progress('c', 'under-way')],
      '2026-04-30',
    )
    expect(overdue.map(({ measureId }) => measureId)).toEqual(['d', 'c'])
  })
})

describe('the emergency plan', () => {
  const plan = (phone: string, office = '县应急管理局') => ({
    scenarios: [],
    contacts: [{ office, duty: '接报和调度', phone }],
    drills: [],
  })
  it.each(['0938-8213456', '110', '12345', '95598'])('takes an office’s line: %s', (phone) => {
    expect(emergencyPlanShape.safeParse(plan(phone)).success).toBe(true)
  })
  it.each(['13800138000', '', '8213456789012'])('refuses a private or broken number: %s', (phone) => {
    expect(emergencyPlanShape.safeParse(plan(phone)).error?.issues[0]?.message).toBe('not-an-office-phone')
  })
  it('names offices, not persons', () => {
    expect(emergencyPlanShape.safeParse(plan('110', '王建国局长')).error?.issues[0]?.message).toBe(
      'name-in-text',
    )
  })
})
