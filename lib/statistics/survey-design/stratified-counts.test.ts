import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { surveyDesign } from './design.ts'
import { estimateProportion } from './proportions.ts'
import { type StratumCount, stratifiedShare } from './stratified-counts.ts'

function must<Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

describe('a share of several strata from counts', () => {
  test('households that view a programme, by hand: Scheaffer, Mendenhall & Ott, Elementary Survey Sampling, § 5.6', () => {
    // Town A 155 households, 20 asked, 16 view; town B 62, 8, 2; rural area 93, 12, 6.
    // (155·0.80 + 62·0.25 + 93·0.50)/310 = 0.60. Variances 135/155·0.16/19, 54/62·0.1875/7, 81/93·0.25/11, weighted by
    // N_h²/310²: 0.001833 + 0.000933 + 0.001781 = 0.004548; 2·√0.004548 = 0.135, printed as 0.13 from rounded parts.
    const strata = [
      { population: 155, rows: 20, answered: 20, count: 16 },
      { population: 62, rows: 8, answered: 8, count: 2 },
      { population: 93, rows: 12, answered: 12, count: 6 },
    ]
    const { share, se, df } = must(stratifiedShare(strata))
    expect(share).toBeCloseTo(0.6, 12)
    expect(se ** 2).toBeCloseTo(
      0.25 * (135 / 155) * (0.16 / 19) + 0.04 * (54 / 62) * (0.1875 / 7) + 0.09 * (81 / 93) * (0.25 / 11),
      12,
    )
    expect(2 * se).toBeCloseTo(0.135, 3)
    expect(df).toBe(37)
  })

  test('the same numbers as the rows one by one, also where some left the question open', () => {
    const stratum = fc
      .tuple(fc.integer({ min: 2, max: 30 }), fc.nat(100), fc.nat(100), fc.integer({ min: 0, max: 200 }))
      .map(([rows, a, c, more]): StratumCount => {
        const answered = Math.round((rows * a) / 100)
        return { rows, answered, count: Math.round((answered * c) / 100), population: rows + more }
      })
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 4 }), (strata) => {
        const direct = stratifiedShare(strata)
        if (!direct.ok) {
          expect(strata.every(({ answered }) => answered === 0)).toBe(true)
          return
        }
        const rows = strata.flatMap(({ rows: n, answered, count, population }, h) =>
          Array.from({ length: n }, (_, i) => ({ h, population, y: i < answered ? i < count : null })),
        )
        const design = must(
          surveyDesign({
            rows: rows.length,
            strata: rows.map(({ h }) => h),
            populationSizes: [rows.map(({ population }) => population)],
          }),
        )
        const oneByOne = must(
          estimateProportion(
            design,
            rows.map(({ y }) => y),
            { missing: 'omit' },
          ),
        )
        expect(direct.value.share).toBeCloseTo(oneByOne.estimate, 10)
        expect(direct.value.se).toBeCloseTo(oneByOne.se, 10)
        expect(direct.value.df).toBe(oneByOne.df)
        if (oneByOne.basis !== 'design') return
        expect(direct.value.interval.low).toBeCloseTo(oneByOne.interval.low, 8)
        expect(direct.value.interval.high).toBeCloseTo(oneByOne.interval.high, 8)
      }),
      { numRuns: 60 },
    )
  })

  test('nothing is said of a stratum that nobody spoke for, nor of one with a single row', () => {
    const fine = { population: 100, rows: 20, answered: 20, count: 5 }
    const reason = (other: StratumCount) => {
      const result = stratifiedShare([fine, other])
      return result.ok ? null : [result.reason, result.details?.stratum]
    }
    expect(reason({ population: 50, rows: 0, answered: 0, count: 0 })).toEqual(['empty-stratum', 1])
    expect(reason({ population: 50, rows: 1, answered: 1, count: 0 })).toEqual(['lonely-row', 1])
    expect(reason({ population: 10, rows: 20, answered: 20, count: 0 })).toEqual(['impossible-count', 1])
    expect(reason({ population: 10, endless: true, rows: 20, answered: 20, count: 0 })).toBeNull()
  })
})
