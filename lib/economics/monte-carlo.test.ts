import { describe, expect, test } from 'vitest'
import { type AppraisalInput, appraise } from './appraisal.ts'
import { type RowUncertainty, simulateEnpv } from './monte-carlo.ts'

const WAN = 1_000_000
const row = (year: number, investment: number, benefit: number) => ({
  year,
  investment: investment * WAN,
  operation: 0,
  compensation: 0,
  mitigation: 0,
  benefit: benefit * WAN,
})
/** At 25 %: investment 1000, benefit 1375·0.8 = 1100; ENPV = 100 万元. */
const INPUT: AppraisalInput = { socialDiscountRate: 0.25, years: [row(2026, 1000, 0), row(2027, 0, 1375)] }
const BENEFIT: RowUncertainty = { row: 'benefit', shape: 'triangular', min: 0.7, mode: 1, max: 1.1 }
const INVESTMENT: RowUncertainty = { row: 'investment', shape: 'pert', min: 0.9, mode: 1, max: 1.4 }

function simulated(uncertain: readonly RowUncertainty[], plan = {}) {
  const result = simulateEnpv(INPUT, uncertain, plan)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

test('one uncertain row: the triangle itself gives the probability', () => {
  // ENPV < 0 where the multiple is below 1000/1100; P = (x − a)²/((b − a)(c − a)).
  const exact = (1000 / 1100 - 0.7) ** 2 / (0.4 * 0.3)
  const found = simulated([BENEFIT])
  expect(found.draws).toBe(100_000)
  expect(Math.abs(found.probabilityNegative - exact)).toBeLessThan(5 * found.standardError)
  expect(found.standardError).toBeCloseTo(Math.sqrt((exact * (1 - exact)) / 100_000), 5)
  expect(found.meanFen / WAN).toBeCloseTo(1100 * (2.8 / 3) - 1000, 9)
  expect(found.sdFen / WAN).toBeCloseTo(1100 * Math.sqrt(0.13 / 18), 9)
  expect(found.varianceShares).toEqual([{ row: 'benefit', share: 1 }])
})

test('two rows: exact moments add up, quantiles rise and agree with them', () => {
  const found = simulated([BENEFIT, INVESTMENT], { draws: 200_000 })
  // PERT mean (a + 4c + b)/6 and variance (μ − a)(b − μ)/7.
  const mean = (0.9 + 4 + 1.4) / 6
  const variance = 1100 ** 2 * (0.13 / 18) + (1000 ** 2 * ((mean - 0.9) * (1.4 - mean))) / 7
  expect(found.meanFen / WAN).toBeCloseTo(1100 * (2.8 / 3) - 1000 * mean, 9)
  expect(found.sdFen / WAN).toBeCloseTo(Math.sqrt(variance), 9)
  expect(found.varianceShares.map(({ share }) => share)).toEqual([
    expect.closeTo((1100 ** 2 * 0.13) / 18 / variance, 12),
    expect.closeTo((1000 ** 2 * ((mean - 0.9) * (1.4 - mean))) / 7 / variance, 12),
  ])
  const quantiles = found.quantiles.map(({ enpvFen }) => enpvFen)
  expect(found.quantiles.map(({ p }) => p)).toEqual([0.05, 0.25, 0.5, 0.75, 0.95])
  expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b))
  const median = quantiles[2]!
  expect(Math.abs(median - found.meanFen)).toBeLessThan(found.sdFen)
})

test('the same seed draws the same, another seed another', () => {
  const plan = { seed: 7, draws: 5000 }
  expect(simulated([BENEFIT, INVESTMENT], plan)).toEqual(simulated([BENEFIT, INVESTMENT], plan))
  expect(simulated([BENEFIT], { seed: 8, draws: 5000 }).quantiles).not.toEqual(
    simulated([BENEFIT], plan).quantiles,
  )
})

test('a row without spread leaves ENPV as it is and no variance to share', () => {
  const appraisal = appraise(INPUT)
  const found = simulated([{ ...BENEFIT, min: 1, max: 1 }], { draws: 10 })
  expect(found).toMatchObject({ probabilityNegative: 0, sdFen: 0, standardError: 0 })
  expect(found.meanFen).toBeCloseTo(appraisal.ok ? appraisal.value.enpvFen : Number.NaN, 6)
  expect(found.varianceShares).toEqual([{ row: 'benefit', share: null }])
})

test('more can go wrong: widening a cost upwards never lowers the probability of a loss', () => {
  const probability = (max: number) => simulated([{ ...INVESTMENT, max }]).probabilityNegative
  expect(probability(1.2)).toBeLessThan(probability(1.5))
  expect(probability(1.5)).toBeLessThan(probability(2))
})

test('a project exactly at the line whose rows do not vary is not counted as a loss', () => {
  const even: AppraisalInput = {
    socialDiscountRate: 0.07,
    years: [
      row(2026, 1000, 0),
      ...Array.from({ length: 20 }, (_, k) => row(2027 + k, 0, k === 19 ? 1070 : 70)),
    ],
  }
  const fixed: RowUncertainty[] = [
    { ...BENEFIT, min: 1, max: 1 },
    { ...INVESTMENT, min: 1, max: 1 },
  ]
  expect(simulateEnpv(even, fixed, { draws: 10 })).toMatchObject({ value: { probabilityNegative: 0 } })
})

describe('rows that move together', () => {
  const correlated = (rho: number) =>
    simulated([BENEFIT, INVESTMENT], {
      rankCorrelation: [
        [1, rho],
        [rho, 1],
      ],
    })

  test('the mean stays; the variance is that of two triangles whose covariance is known to 14 digits', () => {
    const triangle = { shape: 'triangular', min: 0.8, mode: 1, max: 1.5 } as const
    const rows: RowUncertainty[] = [
      { ...triangle, row: 'benefit' },
      { ...triangle, row: 'investment' },
    ]
    // Normal scores correlated by 0.5, by double quadrature elsewhere.
    const covariance = 0.010674666359049
    const rank = (6 / Math.PI) * Math.asin(0.25)
    const found = simulated(rows, {
      rankCorrelation: [
        [1, rank],
        [rank, 1],
      ],
    })
    const variance = (0.8 ** 2 + 1 + 1.5 ** 2 - 0.8 * 1 - 0.8 * 1.5 - 1 * 1.5) / 18
    const parts = [
      1100 ** 2 * variance - 1100 * 1000 * covariance,
      1000 ** 2 * variance - 1100 * 1000 * covariance,
    ]
    expect(found.meanFen).toBe(simulated(rows).meanFen)
    expect(found.sdFen / WAN).toBeCloseTo(Math.sqrt(parts[0]! + parts[1]!), 8)
    expect(found.varianceShares.map(({ share }) => share)).toEqual(
      parts.map((part) => expect.closeTo(part / (parts[0]! + parts[1]!), 9)),
    )
  })

  test('where a gain is expected, a benefit that falls as investment rises makes a loss more probable', () => {
    const probability = (rho: number) =>
      simulated(
        [
          { ...BENEFIT, max: 1.3 },
          { ...INVESTMENT, max: 1.2 },
        ],
        {
          rankCorrelation: [
            [1, rho],
            [rho, 1],
          ],
        },
      ).probabilityNegative
    const [opposed, independent, together] = [-0.8, 0, 0.8].map(probability) as [number, number, number]
    // Each is known to half a percentage point.
    expect(opposed - independent).toBeGreaterThan(0.01)
    expect(independent - together).toBeGreaterThan(0.01)
    expect(correlated(0).sdFen).toBe(simulated([BENEFIT, INVESTMENT]).sdFen)
  })

  test('two equal triangles in perfect step are one: exact sd and probability', () => {
    // ENPV = 1100·m − 1000·m with the same m for both: never a loss, and 100 times the sd of m.
    const investment: RowUncertainty = { ...BENEFIT, row: 'investment' }
    const found = simulated([BENEFIT, investment], {
      rankCorrelation: [
        [1, 1],
        [1, 1],
      ],
    })
    expect(found.probabilityNegative).toBe(0)
    expect(found.sdFen / WAN).toBeCloseTo(100 * Math.sqrt(0.13 / 18), 5)
  })

  test('refusals', () => {
    const plan = (rankCorrelation: number[][]) =>
      simulateEnpv(INPUT, [BENEFIT, INVESTMENT], { rankCorrelation })
    expect(plan([[1]])).toEqual({
      ok: false,
      reason: 'correlation-of-other-rows',
      details: { rows: 2, given: 1 },
    })
    expect(
      plan([
        [1, 5.5],
        [5.5, 1],
      ]),
    ).toMatchObject({ reason: 'correlation-out-of-range' })
    expect(
      simulateEnpv(INPUT, [BENEFIT, INVESTMENT, { ...BENEFIT, row: 'mitigation' }], {
        rankCorrelation: [
          [1, 0.9, -0.9],
          [0.9, 1, 0.9],
          [-0.9, 0.9, 1],
        ],
      }),
    ).toMatchObject({ reason: 'not-psd' })
  })
})

describe('refusals name the row', () => {
  const refused = (uncertain: readonly RowUncertainty[], plan = {}) => simulateEnpv(INPUT, uncertain, plan)

  test.each([
    [[], {}, { reason: 'no-uncertain-row' }],
    [[BENEFIT, BENEFIT], {}, { reason: 'duplicate-row', details: { row: 'benefit' } }],
    [[{ ...BENEFIT, mode: 0.5 }], {}, { reason: 'mode-outside-range', details: { row: 'benefit' } }],
    [[{ ...BENEFIT, min: 2 }], {}, { reason: 'min-greater-than-max', details: { row: 'benefit' } }],
    [
      [{ ...BENEFIT, min: -0.1 }],
      {},
      { reason: 'multiple-negative', details: { row: 'benefit', min: -0.1 } },
    ],
    [
      [{ ...BENEFIT, max: Number.NaN }],
      {},
      { reason: 'not-a-number', details: { row: 'benefit', parameter: 'max' } },
    ],
    [[BENEFIT], { draws: 0 }, { reason: 'draws-out-of-range' }],
    [[BENEFIT], { draws: 1e9 }, { reason: 'draws-out-of-range' }],
    [[BENEFIT], { seed: 0.5 }, { reason: 'seed-not-whole' }],
  ])('%j %j', (uncertain, plan, expected) => {
    expect(refused(uncertain, plan)).toMatchObject({ ok: false, ...expected })
  })

  test('flows that cannot be appraised cannot be simulated', () => {
    expect(simulateEnpv({ ...INPUT, socialDiscountRate: 2 }, [BENEFIT])).toMatchObject({
      reason: 'rate-out-of-range',
    })
  })
})
