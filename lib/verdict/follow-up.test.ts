import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dispute } from '../disputes/dispute.ts'
import { EXAMPLE_CASE as CASE } from '../report/example-input.fixture.ts'
import { compute } from './compute.ts'
import { earlyWarnings, measuresOf } from './early-warning.ts'

const done = (factorId: string, measureId: string) => ({
  factorId,
  measureId,
  state: 'done' as const,
  doneOn: '2027-01-10',
  proof: '验收记录',
  fileIds: [],
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
    earlyWarnings({ ...CASE, disputes: { rounds: [], disputes } }, today)
      .filter(({ rule }) => rule !== 'measures-overdue')
      .map(({ rule, n, reassess }) => [rule, n, reassess])

  it('are silent where nothing is late, large or growing', () => {
    expect(warned([dispute({})])).toEqual([])
  })

  it('name measures past their day until they are proven', () => {
    const late = '2030-01-01'
    expect(earlyWarnings(CASE, late).find(({ rule }) => rule === 'measures-overdue')?.n).toBe(all.length)
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
  })
})
