import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proportionInterval } from '../proportion-intervals.ts'
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

/** C(n, k) in whole numbers. */
function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n
  let result = 1n
  for (let i = 0n; i < BigInt(k); i++) result = (result * (BigInt(n) - i)) / (i + 1n)
  return result
}

/** The probability that a sample of `rows` out of `population` meets none of `dissenters`. */
const unseen = (population: number, rows: number, dissenters: number) =>
  Number((choose(population - dissenters, rows) * 10n ** 18n) / choose(population, rows)) / 1e18

describe('where the answers show no spread', () => {
  const interval = (...strata: StratumCount[]) => must(stratifiedShare(strata)).interval
  const asked = (population: number, rows: number, count: number) => ({
    population,
    rows,
    answered: rows,
    count,
  })

  test('a census leaves nothing to be uncertain of, whatever it says', () => {
    for (const count of [0, 1, 60, 99, 100]) {
      const { low, high } = interval(asked(100, 100, count))
      expect([low, high]).toEqual([count / 100, count / 100])
    }
    expect(interval(asked(100, 100, 30), asked(50, 50, 0))).toEqual({ low: 0.2, high: 0.2 })
    // Ten left the question open: the share of those who have an answer to it is known all the same.
    expect(interval({ population: 100, rows: 100, answered: 90, count: 45 })).toEqual({ low: 0.5, high: 0.5 })
  })

  test('nobody opposed among those asked: as many may be among the rest as would be missed once in forty times', () => {
    for (const [population, rows] of [
      [100, 20],
      [100, 90],
      [100, 99],
      [40, 30],
      [500, 200],
    ] as const) {
      const most = Math.max(
        ...Array.from({ length: population - rows + 1 }, (_, m) => m).filter(
          (m) => unseen(population, rows, m) >= 0.025,
        ),
      )
      expect(interval(asked(population, rows, 0)).low).toBe(0)
      expect(interval(asked(population, rows, 0)).high).toBeCloseTo(most / population, 12)
      expect(interval(asked(population, rows, rows)).low).toBeCloseTo(1 - most / population, 12)
    }
  })

  test('the fuller the count the shorter the interval, down to the point', () => {
    const widths = Array.from({ length: 91 }, (_, i) => {
      const { low, high } = interval(asked(100, 10 + i, 0))
      return high - low
    })
    for (const [i, width] of widths.entries()) if (i > 0) expect(width).toBeLessThanOrEqual(widths[i - 1]!)
    expect(widths.at(-1)).toBe(0)
    const inner = [50, 80, 95, 99, 100].map((rows) => {
      const { low, high } = interval(asked(100, rows, Math.round(rows * 0.9)))
      return high - low
    })
    for (const [i, width] of inner.entries()) if (i > 0) expect(width).toBeLessThan(inner[i - 1]!)
  })

  test('a village asked to the last household does not lend its certainty to one where five were asked', () => {
    const { high } = interval(asked(900, 900, 0), asked(100, 5, 0))
    const most = Math.max(
      ...Array.from({ length: 96 }, (_, m) => m).filter((m) => unseen(100, 5, m) >= 0.025),
    )
    expect(high).toBeCloseTo(most / 1000, 12)
  })

  test('over several strata it is the worst of all ways to spread them, by trying every one', () => {
    const strata = [asked(30, 12, 0), asked(20, 15, 0), asked(12, 3, 0)]
    let most = 0
    for (let a = 0; a <= 18; a++)
      for (let b = 0; b <= 5; b++)
        for (let c = 0; c <= 9; c++)
          if (unseen(30, 12, a) * unseen(20, 15, b) * unseen(12, 3, c) >= 0.025)
            most = Math.max(most, a + b + c)
    expect(interval(...strata).high).toBeCloseTo(most / 62, 12)
  })

  test('each stratum of one mind, but not of the same one: both ends may move', () => {
    const { low, high } = interval(asked(100, 40, 0), asked(100, 40, 40))
    const alone = interval(asked(100, 40, 0)).high
    expect(high).toBeCloseTo(0.5 + alone / 2, 12)
    expect(low).toBeCloseTo(0.5 - alone / 2, 12)
  })

  test('drawn as from an endless population it is the bound of Clopper and Pearson', () => {
    const exact = must(proportionInterval(0, 60, { method: 'clopper-pearson' }))
    const { high } = interval({ population: 40, endless: true, rows: 60, answered: 60, count: 0 })
    expect(high).toBeCloseTo(exact.high, 3)
    expect(high).toBeLessThanOrEqual(exact.high)
  })
})
