import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXAMPLE_PLAN } from '../assessment/examples/emergency-plan.ts'
import { exampleEconomics } from '../assessment/examples/resettlement.ts'
import type { Dispute } from '../disputes/dispute.ts'
import { EXAMPLE_CASE as CASE } from '../report/example-input.fixture.ts'
import { compute } from './compute.ts'
import { dueSoon } from './due-soon.ts'
import { earlyWarnings, measuresOf } from './early-warning.ts'
import { costDifferences, measureCosts } from './measure-costs.ts'

const done = (factorId: string, measureId: string) => ({
  factorId,
  measureId,
  state: 'done' as const,
  doneOn: '2027-01-10',
  proof: '验收记录',
})
const withProof = (measures: readonly ReturnType<typeof done>[]) =>
  compute({ ...CASE, followUp: { ...CASE.followUp, measures } })
const all = measuresOf(CASE).map(({ factorId, measureId }) => done(factorId, measureId))

describe('the level as evidenced', () => {
  it('is the initial one while nothing is proven and the residual one when everything is', () => {
    const { initial } = compute(CASE)
    expect(withProof([]).evidenced).toEqual({ index: initial.index, level: initial.level })
    const proven = withProof(all)
    expect(proven.evidenced.index).toBeCloseTo(proven.residual.index ?? Number.NaN, 12)
    expect(proven.evidenced.level).toEqual(proven.residual.level)
  })

  it('falls with every proof and never below the promise', () => {
    fc.assert(
      fc.property(fc.subarray(all), fc.nat(all.length - 1), (some, next) => {
        const more = [...some.filter((one) => one !== all[next]), all[next]!]
        const before = withProof(some)
        const after = withProof(more).evidenced.index ?? Number.NaN
        expect(after).toBeLessThanOrEqual((before.evidenced.index ?? Number.NaN) + 1e-12)
        expect(after).toBeGreaterThanOrEqual((before.residual.index ?? Number.NaN) - 1e-12)
      }),
      { numRuns: 20 },
    )
  }, 60_000)
})

describe('a second survey in which more people object', () => {
  const { questionnaire, tally } = CASE.survey!
  const { questionIds, optionIds } = questionnaire.indices.opposition!
  /** The same answers, with everybody of the first group moved to one option of the item. */
  const allTo = (option: string) =>
    tally!.map((group) => {
      const questionId = questionIds[0]!
      const counted = group.questions[questionId]!
      const options = Object.fromEntries(
        Object.keys(counted.options).map((id) => [id, id === option ? counted.answered : 0]),
      )
      return { ...group, questions: { ...group.questions, [questionId]: { ...counted, options } } }
    })
  const other = Object.keys(tally![0]!.questions[questionIds[0]!]!.options).find(
    (id) => !optionIds.includes(id),
  )!
  const rules = (before: typeof tally, after: typeof tally) =>
    earlyWarnings(
      {
        ...CASE,
        earlierSurvey: { id: 's0', closedOn: '2026-01-10', questionnaire, tally: before! },
        survey: { ...CASE.survey!, tally: after },
      },
      '2026-02-01',
    ).map(({ rule }) => rule)

  it('asks for a new assessment; one in which fewer object, or as many, does not', () => {
    expect(rules(allTo(other), allTo(optionIds[0]!))).toContain('opposition-rising')
    expect(rules(allTo(optionIds[0]!), allTo(other))).not.toContain('opposition-rising')
    expect(rules(tally, tally)).not.toContain('opposition-rising')
  })
})

describe('early warnings', () => {
  const dispute = (over: Partial<Dispute>): Dispute => ({
    id: 'd',
    subject: '扬尘',
    groupIds: [],
    size: '1-4',
    severity: 'general',
    registeredOn: '2027-05-20',
    roundId: null,
    factorId: null,
    state: 'referred',
    track: 'people',
    owner: '调委会',
    deadline: '2027-12-31',
    events: [],
    ...over,
  })
  const warned = (disputes: readonly Dispute[], today = '2027-06-01') =>
    earlyWarnings({ ...CASE, disputes: { rounds: [], disputes, struck: [] } }, today)
      .filter(({ rule }) => rule !== 'measures-overdue' && rule !== 'level-not-kept')
      .map(({ rule, n, reassess }) => [rule, n, reassess])

  it('are silent where nothing is late, large or growing', () => {
    expect(warned([dispute({})])).toEqual([])
  })

  it('name measures past their day until they are proven', () => {
    const late = '2030-01-01'
    expect(earlyWarnings(CASE, late).find(({ rule }) => rule === 'measures-overdue')?.n).toBe(all.length)
    // In the example one village's opposition makes the level medium whatever is done; without it the measures decide.
    expect(earlyWarnings(CASE, late).map(({ rule }) => rule)).not.toContain('level-not-kept')
    const unopposed = { ...CASE, survey: null }
    expect(earlyWarnings(unopposed, late).find(({ rule }) => rule === 'level-not-kept')).toMatchObject({
      n: all.length,
      reassess: true,
    })
    expect(earlyWarnings(unopposed, '2026-12-01')).toEqual([])
    const proven = { ...CASE, followUp: { ...CASE.followUp, measures: all } }
    expect(earlyWarnings(proven, late)).toEqual([])
  })

  it('see what is overdue, what grows, and what has to be assessed anew', () => {
    expect(warned([dispute({ deadline: '2027-05-31' })])).toEqual([['disputes-overdue', 1, false]])
    const three = ['a', 'b', 'c'].map((id) => dispute({ id }))
    expect(warned(three)).toEqual([['disputes-growing', 3, false]])
    expect(warned([...three, ...three.map((one) => ({ ...one, registeredOn: '2027-04-15' }))])).toEqual([])
    expect(warned([dispute({ severity: 'serious' })])).toEqual([['serious-dispute', 1, true]])
    expect(warned([dispute({ size: '200+' })])).toEqual([['mass-dispute', 1, true]])
    expect(warned([dispute({ size: '200+', state: 'settled' })])).toEqual([])
    expect(warned([dispute({ state: 'registered', deadline: null })])).toEqual([
      ['disputes-waiting', 1, false],
    ])
  })

  it('are not silenced by closing a file that ended without an agreement', () => {
    const closed = (last: 'settle' | 'fail') =>
      dispute({
        severity: 'serious',
        state: 'closed',
        events: [
          { on: '2027-05-21', step: last, note: '' },
          { on: '2027-05-22', step: 'close', note: '' },
        ],
      })
    expect(warned([closed('settle')])).toEqual([])
    expect(warned([closed('fail')])).toEqual([
      ['disputes-not-agreed', 1, false],
      ['serious-dispute', 1, true],
    ])
  })

  it('remember the drill of the emergency plan', () => {
    const drills = [{ heldOn: '2026-05-01', scenario: '集体上访', units: '信访局', lessons: '口径不一' }]
    const followUp = { ...CASE.followUp, emergencyPlan: { ...EXAMPLE_PLAN, drills } }
    const rules = (today: string) => earlyWarnings({ ...CASE, followUp }, today).map(({ rule }) => rule)
    expect(rules('2027-05-01')).not.toContain('drill-overdue')
    expect(rules('2027-05-02')).toContain('drill-overdue')
  })
})

describe('the costs of the measures', () => {
  it('fall into the years of their deadlines and are compared with the cash flow year by year', () => {
    const [factor] = CASE.factors
    const measure = factor!.measures[0]!
    const factors = [
      {
        ...factor!,
        measures: [
          { ...measure, deadline: '2027-03-31', cost: 300 },
          { ...measure, id: 'b', deadline: '2026-12-31', cost: 100 },
          { ...measure, id: 'c', deadline: '2027-06-30', cost: 50 },
          { ...measure, id: 'd', deadline: '2029-06-30', cost: 0 },
        ],
      },
    ]
    expect(measureCosts({ factors })).toEqual([
      { year: 2026, fen: 100 },
      { year: 2027, fen: 350 },
    ])
    const year = { investment: 0, operation: 0, compensation: 0, benefit: 0, revenue: 0 }
    const economics = {
      ...exampleEconomics([]),
      years: [
        { ...year, year: 2027, mitigation: 350 },
        { ...year, year: 2028, mitigation: 100 },
      ],
    }
    // The sums agree, 450 and 450; the years do not.
    expect(costDifferences({ factors, economics })).toEqual([
      { year: 2026, entered: 0, measures: 100 },
      { year: 2028, entered: 100, measures: 0 },
    ])
  })
})

describe('what runs out soon', () => {
  const notice = (over: object) => ({
    kind: 'hearing-notice',
    state: 'published',
    title: '听证会公告',
    until: '2027-06-30',
    eventOn: '2027-06-20',
    ...over,
  })
  const due = (today: string, over: object = {}, consultations: object[] = []) =>
    dueSoon(
      {
        ...CASE,
        factors: [],
        participation: { ...CASE.participation, notices: [notice(over)], consultations },
      } as unknown as typeof CASE,
      today,
    ).map(({ kind, day, daysLeft }) => [kind, day, daysLeft])

  it('is the list of a hearing fifteen days before it and its papers ten, until they are recorded', () => {
    expect(due('2027-05-25')).toEqual([])
    expect(due('2027-06-01')).toEqual([
      ['hearing-list', '2027-06-05', 4],
      ['hearing-papers', '2027-06-10', 9],
    ])
    const held = { kind: 'hearing', heldOn: '2027-06-20', listOn: '2027-06-01', papersOn: null }
    expect(due('2027-06-01', {}, [held])).toEqual([['hearing-papers', '2027-06-10', 9]])
    expect(due('2027-06-01', { state: 'withdrawn' })).toEqual([])
  })

  it('is a notice that ends', () => {
    expect(due('2027-06-21')).toEqual([['notice', '2027-06-30', 9]])
  })
})
