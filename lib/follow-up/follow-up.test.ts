import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SICHUAN_DEFAULT } from '../scheme/schemes/sichuan-default.ts'
import { type EmergencyPlan, emergencyPlanShape, isPlan, nextDrill } from './emergency-plan.ts'
import {
  documentNumber,
  type MeasureProgress,
  measureProgressShape,
  overdueMeasures,
  provenShare,
} from './measure-progress.ts'
import { proposedScenarios, scenariosOf } from './scenario-proposals.ts'

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
      measureProgressShape('2026-11-29')
        .safeParse({ ...progress('a', 'planned'), proof: '', ...entry })
        .error?.issues.map(({ path }) => path[0])
    expect(issues({ state: 'under-way' })).toBeUndefined()
    expect(issues({ state: 'done' })).toEqual(['doneOn', 'proof'])
    expect(issues({ state: 'given-up' })).toEqual(['proof'])
  })

  it('is not done on a day that is still to come', () => {
    const issues = measureProgressShape('2026-11-29').safeParse({
      ...progress('a', 'done'),
      doneOn: '2099-01-01',
    }).error?.issues
    expect(issues?.map(({ path, message }) => [path[0], message])).toEqual([['doneOn', 'day-in-future']])
  })

  it.each([
    '天城管〔2026〕12号',
    '天城管[2026]12号',
    '验收记录第3号',
    '报告编号：JC-2026-031',
    'Report No. 2026/17',
  ])('is a document by its number: %s', (text) => expect(documentNumber(text)).not.toBeNull())
  it.each(['x', '已经做完了', '洒水车每天三次', '2026年3月完成', '编号待补', '见第三方监测报告'])(
    'is no document by: %s',
    (text) => expect(documentNumber(text)).toBeNull(),
  )

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
    expect(emergencyPlanShape('2026-11-29').safeParse(plan(phone)).success).toBe(true)
  })
  it.each(['13800138000', '', '8213456789012'])('refuses a private or broken number: %s', (phone) => {
    expect(emergencyPlanShape('2026-11-29').safeParse(plan(phone)).error?.issues[0]?.message).toBe(
      'not-an-office-phone',
    )
  })
  it('names offices, not persons', () => {
    expect(
      emergencyPlanShape('2026-11-29').safeParse(plan('110', '王建国局长')).error?.issues[0]?.message,
    ).toBe('name-in-text')
  })

  it('has an answer for each direct rule and each size of event, with the level the rule asks for', () => {
    const proposed = scenariosOf(SICHUAN_DEFAULT)
    expect(proposed.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['event-high', 'II'],
      ['event-medium', 'III'],
      ['event-below', 'IV'],
      ...SICHUAN_DEFAULT.directRules.map(({ id, level }) => [
        `direct-${id}`,
        level === 'high' ? 'II' : 'III',
      ]),
    ])
    expect(proposed[1]?.name).toBe('20至200人的聚集')
    const { unit, response, ...begun } = proposed[0]!
    expect([unit, response]).toEqual(['', ''])
    const scenarios = [{ ...begun, unit: '信访局', response: '接访' }]
    expect(proposedScenarios(SICHUAN_DEFAULT, { scenarios })).toEqual(proposed.slice(1))
    const parsed = emergencyPlanShape('2026-11-29').safeParse({ scenarios, contacts: [], drills: [] })
    expect(parsed.success).toBe(true)
  })

  it('is none without a scenario, and is to be drilled again a year after the last time', () => {
    const drills = ['2025-03-01', '2026-02-10'].map((heldOn) => ({
      heldOn,
      scenario: '集体上访',
      units: '信访局',
      lessons: '口径不一',
    }))
    const empty: EmergencyPlan = { scenarios: [], contacts: [], drills: [] }
    expect([isPlan(null), isPlan(empty), isPlan({ ...empty, drills })]).toEqual([false, false, false])
    const whole = { ...empty, scenarios: [{ ...scenariosOf(SICHUAN_DEFAULT)[0]!, unit: 'u', response: 'r' }] }
    expect(isPlan(whole)).toBe(true)
    expect([nextDrill(whole, 365), nextDrill({ ...whole, drills }, 365)]).toEqual([null, '2027-02-10'])
    const ahead = { ...whole, drills: [{ ...drills[0]!, heldOn: '2027-01-01' }] }
    expect(emergencyPlanShape('2026-11-29').safeParse(ahead).error?.issues[0]?.message).toBe('day-in-future')
  })
})
