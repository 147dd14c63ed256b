import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NATIONAL_428 } from '../scheme/schemes/national-428.ts'
import { analyseIndex, compositeIndex, degreeOf, indexReduction, riskDegree } from './composite-index.ts'
import { checkWeights } from './weights/direct-weights.ts'

const scored = (weight: number, probability: number, impact: number) => ({ weight, probability, impact })
const PLAN = [scored(0.4, 0.7, 0.8), scored(0.35, 0.6, 0.7), scored(0.25, 0.5, 0.4)]

const score = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100)
/** Factors whose weights, in hundredths, add up to one. */
const factors = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 20 }), score, score), { minLength: 1, maxLength: 12 })
  .map((rows) => {
    const total = rows.reduce((sum, [share]) => sum + share, 0)
    return rows.map(([share, probability, impact]) => scored(share / total, probability, impact))
  })

function indexOf(list: Parameters<typeof compositeIndex>[0]): number {
  const index = compositeIndex(list)
  if (!index.ok) throw new Error(index.reason)
  return index.value
}

describe('the composite index', () => {
  test('is the weighted sum of p·q', () => {
    expect(indexOf(PLAN)).toBe(0.421)
    expect(indexOf([scored(0.4, 0.9, 0.8), scored(0.4, 0.2, 0.1), scored(0.2, 0.4, 0.8)])).toBe(0.36)
  })

  test('comes with what it is made of', () => {
    const analysis = analyseIndex(PLAN)
    if (!analysis.ok) throw new Error(analysis.reason)
    const { contributions, shares, byProbability, byImpact } = analysis.value
    expect(contributions.map((value) => Number(value.toFixed(12)))).toEqual([0.224, 0.147, 0.05])
    expect(shares[0]).toBeCloseTo(0.224 / 0.421, 12)
    expect(byProbability[0]).toBeCloseTo(0.32, 12)
    expect(byImpact[0]).toBeCloseTo(0.28, 12)
    expect(analyseIndex([scored(1, 0, 0.9)])).toMatchObject({ value: { index: 0, shares: [null] } })
  })

  test('measures that take it from 0.421 to 0.137 take away 67 %', () => {
    expect(indexReduction(0.421, 0.137)).toBeCloseTo(0.674584, 6)
    expect(indexReduction(0, 0)).toBeNull()
  })

  test.each([
    [[], 'no-factors'],
    [[scored(0.5, 1.2, 0.5), scored(0.5, 0.5, 0.5)], 'probability-out-of-range'],
    [[scored(0.5, 0.5, -0.1), scored(0.5, 0.5, 0.5)], 'impact-out-of-range'],
    [[scored(1, Number.NaN, 0.5)], 'probability-out-of-range'],
    [[scored(-0.5, 0.5, 0.5), scored(1.5, 0.5, 0.5)], 'weight-out-of-range'],
    [[scored(0.5, 0.5, 0.5), scored(0.4, 0.5, 0.5)], 'weights-not-normalised'],
    [[scored(0, 0.5, 0.5), scored(0, 0.5, 0.5)], 'weights-not-normalised'],
  ])('refuses %j: %s', (list, reason) => {
    expect(compositeIndex(list)).toMatchObject({ ok: false, reason })
  })

  test('accepts ten weights of 0.1, which add up to 0.9999999999999999', () => {
    expect(indexOf(Array.from({ length: 10 }, () => scored(0.1, 0.5, 0.5)))).toBe(0.25)
  })

  test('does not depend on the order of the factors, lies between the degrees, and grows with p and q', () => {
    fc.assert(
      fc.property(factors, fc.nat(), score, (list, place, raised) => {
        const index = indexOf(list)
        expect(indexOf(list.toReversed())).toBe(index)
        const degrees = list.map(({ probability, impact }) => riskDegree(probability, impact))
        expect(index).toBeGreaterThanOrEqual(Math.min(...degrees) - 2e-9)
        expect(index).toBeLessThanOrEqual(Math.max(...degrees) + 2e-9)
        const at = place % list.length
        const worse = list.map((factor, i) =>
          i === at ? { ...factor, probability: Math.max(factor.probability, raised) } : factor,
        )
        expect(indexOf(worse)).toBeGreaterThanOrEqual(index)
      }),
    )
  })
})

test('degrees have their names, bounds belonging to the milder one', () => {
  expect(degreeOf(riskDegree(0.8, 0.8), NATIONAL_428)).toBe('major')
  expect(degreeOf(riskDegree(0.8, 0.81), NATIONAL_428)).toBe('critical')
  expect(degreeOf(riskDegree(0.2, 0.2), NATIONAL_428)).toBe('negligible')
})

describe('weights entered directly', () => {
  test('nine weights for eight items are refused', () => {
    const nine = Array.from({ length: 9 }, () => 1 / 9)
    expect(checkWeights(nine, 8)).toMatchObject({ reason: 'wrong-number-of-weights', details: { items: 8 } })
  })

  test('the seven global weights printed for the Lanzhou study add up to 0.9442 and are refused with their sum', () => {
    // 兰州新区浅层地温能赋存条件及土壤源热泵系统适宜性分析, ChinaXiv:202206.00115, https://chinaxiv.org/abs/202206.00115
    const printed = [0.0295, 0.0511, 0.0886, 0.0969, 0.2906, 0.2906, 0.0969]
    const refused = checkWeights(printed)
    expect(refused).toMatchObject({ ok: false, reason: 'weights-not-normalised' })
    if (!refused.ok) expect(refused.details?.sum).toBeCloseTo(0.9442, 10)
  })
})
