import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NATIONAL_428 } from '../../scheme/schemes/national-428.ts'
import type { FrameGroup } from '../frame/frame.ts'
import { marginCurve } from './margin-curve.ts'
import { type PlanEntry, STARTING_PLAN } from './plan.ts'
import { type PlanOutcome, planSample } from './planner.ts'
import { overallMargin } from './strata-sizes.ts'

const RULES = { samplingFloors: NATIONAL_428.samplingFloors, fewest: 5 }
const group = (id: string, households: number, effect: 'direct' | 'indirect' = 'direct'): FrameGroup => ({
  id,
  name: id,
  effect,
  households,
  persons: households * 4,
})

function plan(groups: readonly FrameGroup[], entry: Partial<PlanEntry> = {}): PlanOutcome {
  const outcome = planSample({ ...STARTING_PLAN, designEffect: 1, ...entry }, groups, RULES)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value
}
const answers = (outcome: PlanOutcome) => outcome.strata.map((row) => row.answers)

describe('the sample-size planner', () => {
  test('384 of a million, 278 of 1,000, 45 of 50: ±5 points at 95 % (Krejcie & Morgan’s 384, 278, 44, where the last is rounded down)', () => {
    const each = { aim: 'each' } as const
    expect(answers(plan([group('a', 1_000_000), group('b', 1000), group('c', 50)], each))).toEqual([
      384, 278, 45,
    ])
  })

  test('with one group, "overall" and "each" are one demand', () => {
    for (const size of [7, 50, 1000, 123_456]) {
      expect(answers(plan([group('a', size)]))).toEqual(answers(plan([group('a', size)], { aim: 'each' })))
    }
  })

  test('a proportional sample over equal groups holds the margin with the size of one large group', () => {
    const outcome = plan([group('a', 500), group('b', 500)])
    // S² of divisor N - 1 within each half costs one answer at most.
    expect(outcome.answers).toBeGreaterThanOrEqual(278)
    expect(outcome.answers).toBeLessThanOrEqual(279)
    expect(outcome.margin).toBeLessThanOrEqual(0.05)
  })

  test('one answer fewer would not hold the margin', () => {
    const groups = [group('a', 800), group('b', 300), group('c', 90)]
    for (const allocation of ['proportional', 'neyman', 'equal'] as const) {
      const entry = {
        ...STARTING_PLAN,
        allocation,
        groups: [{ groupId: 'b', sharePercent: 90, answers: null }],
      }
      const outcome = plan(groups, entry)
      const curve = marginCurve(entry, groups, null, 5)
      expect(outcome.margin).toBeLessThanOrEqual(0.05)
      for (const point of curve.filter(({ n }) => n < outcome.answers * 0.97))
        expect(point.margin).toBeGreaterThan(0.05)
    }
  })

  test('a design effect of 2 asks for more, and never for more than there are', () => {
    const each = { aim: 'each', designEffect: 2 } as const
    const [large, small] = answers(plan([group('a', 1_000_000), group('b', 50)], each))
    expect(large).toBe(768)
    expect(small).toBe(48)
  })

  test('those to be asked follow from the response; where all are asked and too few will answer, it is said', () => {
    const outcome = plan([group('a', 1000), group('b', 50)], { aim: 'each', responsePercent: 80 })
    expect(outcome.strata.map(({ invited, outOfReach }) => [invited, outOfReach])).toEqual([
      [348, false],
      [50, true],
    ])
  })

  test('land: the floor asks every directly affected household, whatever the margin asks', () => {
    const groups = [group('a', 137), group('b', 400, 'indirect')]
    const outcome = plan(groups, { matters: ['land'], marginPercent: 10 })
    expect(outcome.strata[0]).toMatchObject({ forFloor: 137, answers: 137, margin: 0 })
    expect(outcome.strata[1]?.forFloor).toBe(0)
  })

  test('environment: the floor is over all direct groups together and shared by size', () => {
    // 400 households: more than half, so 201 of them.
    const outcome = plan([group('a', 300), group('b', 100)], { matters: ['environment'], marginPercent: 20 })
    expect(outcome.floors.map(({ needed, frame }) => [needed, frame])).toEqual([[201, 400]])
    expect(outcome.strata.map(({ forFloor }) => forFloor)).toEqual([151, 50])
  })

  test('a number set by hand stands, and what it falls short of is said', () => {
    const set = { groupId: 'a', sharePercent: null, answers: 100 }
    const [row] = plan([group('a', 1000)], { aim: 'each', matters: ['land'], groups: [set] }).strata
    expect(row).toMatchObject({ setByHand: true, answers: 100, belowMargin: true, belowFloor: true })
    const [whole] = plan([group('a', 60)], { groups: [{ ...set, answers: 500 }] }).strata
    expect(whole?.answers).toBe(60)
  })

  test('a small group is asked enough to be printed, and a group of nobody nothing', () => {
    const outcome = plan([group('a', 100_000), group('b', 30), group('c', 3), group('d', 0)])
    expect(answers(outcome).slice(1)).toEqual([5, 3, 0])
    expect(outcome.margin).not.toBeNull()
    expect(planSample(STARTING_PLAN, [group('d', 0)], RULES)).toMatchObject({ reason: 'nobody-to-ask' })
    expect(planSample(STARTING_PLAN, [], RULES)).toMatchObject({ reason: 'nobody-to-ask' })
  })

  test('a group set to nobody leaves no margin over all', () => {
    const none = { groupId: 'b', sharePercent: null, answers: 0 }
    expect(plan([group('a', 100), group('b', 100)], { groups: [none] }).margin).toBeNull()
  })

  test('any frame and any wish: within the frame, margin held unless a hand lowered it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('proportional', 'neyman', 'equal'),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 99 }),
        fc.double({ min: 1, max: 4, noNaN: true }),
        (sizes, allocation, marginPercent, sharePercent, designEffect) => {
          const groups = sizes.map((size, i) => group(String(i), size))
          const outcome = plan(groups, { allocation, marginPercent, sharePercent, designEffect })
          for (const { size, answers: n, invited } of outcome.strata) {
            expect(n).toBeLessThanOrEqual(size)
            expect(invited).toBeLessThanOrEqual(size)
            expect(invited).toBeGreaterThanOrEqual(n)
          }
          expect(outcome.margin ?? 1).toBeLessThanOrEqual((marginPercent / 100) * (1 + 1e-6))
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('the margin over all groups', () => {
  test('of one group is the textbook half-width, and a design effect of 2 widens it by √2', () => {
    const frame = [{ size: 50, share: 0.5 }]
    const simple = overallMargin(frame, [30], { confidence: 0.95, designEffect: 1 })
    expect(simple).toBeCloseTo(1.959964 * Math.sqrt((0.25 / 30) * (20 / 49)), 6)
    const clustered = overallMargin(frame, [30], { confidence: 0.95, designEffect: 2 })
    expect((clustered ?? 0) / (simple ?? 1)).toBeCloseTo(Math.SQRT2, 9)
    expect(overallMargin(frame, [50], { confidence: 0.95, designEffect: 2 })).toBe(0)
  })

  test('is what samples from a finite frame really show (simulated)', () => {
    // Two groups with 30 % and 70 % opposed, 60 of 200 and 20 of 50 asked: 4,000 samples without replacement.
    const frame = [
      { size: 200, share: 0.3, n: 60 },
      { size: 50, share: 0.7, n: 20 },
    ]
    let state = 12_345
    const random = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return state / 2 ** 32
    }
    const once = () =>
      frame.reduce((estimate, { size, share, n }) => {
        const people = Array.from({ length: size }, (_, i) => (i < size * share ? 1 : 0))
        let opposed = 0
        for (let i = 0; i < n; i += 1) {
          const j = i + Math.floor(random() * (size - i))
          opposed += people[j] ?? 0
          people[j] = people[i] ?? 0
        }
        return estimate + ((opposed / n) * size) / 250
      }, 0)
    const estimates = Array.from({ length: 4000 }, once)
    const mean = estimates.reduce((sum, x) => sum + x, 0) / estimates.length
    const sd = Math.sqrt(estimates.reduce((sum, x) => sum + (x - mean) ** 2, 0) / estimates.length)
    const margin = overallMargin(
      frame,
      frame.map(({ n }) => n),
      { confidence: 0.95, designEffect: 1 },
    )
    expect((margin ?? 0) / 1.959964).toBeGreaterThan(sd * 0.96)
    expect((margin ?? 0) / 1.959964).toBeLessThan(sd * 1.04)
  })
})
