import { describe, expect, test } from 'vitest'
import { appraiseFinances, type FinancialInput, type FinancialYear } from './financial-appraisal.ts'
import { COST_ROWS, financialBasisShape } from './financial-basis.ts'

const WAN = 1_000_000
const year = (at: number, amounts: Partial<FinancialYear>): FinancialYear => ({
  year: at,
  investment: 0,
  operation: 0,
  compensation: 0,
  mitigation: 0,
  benefit: 0,
  revenue: 0,
  ...amounts,
})
/** Paid back as 100 and 121 after one and two years. */
const YEARS = [
  year(2026, { investment: 150 * WAN, compensation: 50 * WAN, benefit: 999 * WAN }),
  year(2027, { operation: 20 * WAN, revenue: 130 * WAN, mitigation: 10 * WAN }),
  year(2028, { operation: 20 * WAN, revenue: 141 * WAN, benefit: 999 * WAN }),
]
const appraised = (input: Partial<FinancialInput['basis']> = {}, years = YEARS) => {
  const result = appraiseFinances({
    years,
    basis: { benchmarkRate: 0.1, costRows: [...COST_ROWS], ...input },
  })
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

describe('a project worked by hand', () => {
  test('revenue less the costs that count, at the benchmark', () => {
    // −200 + 100/1.1 + 121/1.21 = −9.0909…
    const found = appraised()
    expect(found.fnpvFen / WAN).toBeCloseTo(-100 / 11, 9)
    // 200·x² = 100·x + 121 with x = 1 + r: x = (100 + √106800)/400.
    expect(found.firr.status).toBe('unique')
    expect(found.firr.rates[0]).toBeCloseTo((100 + Math.sqrt(106_800)) / 400 - 1, 10)
    expect(found.paybackYears).toBeCloseTo(1 + 100 / 121, 10)
    expect(found.revenueFen / WAN).toBeCloseTo(130 / 1.1 + 141 / 1.21, 9)
    expect(found.costFen / WAN).toBeCloseTo(200 + 30 / 1.1 + 20 / 1.21, 9)
    expect(found.criteria).toMatchObject([
      { criterion: 'fnpv', threshold: 0, met: false },
      { criterion: 'firr', threshold: 0.1, met: false },
    ])
  })

  test('what others pay past the project does not count, and benefit never does', () => {
    // Without compensation: −150 + 100/1.1 + 121/1.21 = 40.909…
    const found = appraised({ costRows: ['investment', 'operation', 'mitigation'] })
    expect(found.fnpvFen / WAN).toBeCloseTo(450 / 11, 9)
    expect(found.criteria.map(({ met }) => met)).toEqual([true, true])
    const richer = YEARS.map((one) => ({ ...one, benefit: 0 }))
    expect(appraised({}, richer)).toEqual(appraised())
  })

  test('exactly at the benchmark both criteria are met', () => {
    const years = [year(2026, { investment: 1000 * WAN }), year(2027, { revenue: 1080 * WAN })]
    expect(appraised({ benchmarkRate: 0.08 }, years).criteria.map(({ met }) => met)).toEqual([true, true])
  })
})

test('a project that earns nothing is not tested; its value is what others have to pay', () => {
  const years = YEARS.map((one) => ({ ...one, revenue: 0 }))
  const found = appraised({}, years)
  expect(found.earns).toBe(false)
  expect(found.fnpvFen).toBeCloseTo(-found.costFen, 4)
  expect(found.firr).toEqual({ status: 'none', rates: [] })
  expect(found.criteria.map(({ met }) => met)).toEqual([null, null])
})

test('the order of the years does not matter', () => {
  expect(appraised({}, YEARS.toReversed())).toEqual(appraised())
})

test('refusals are values', () => {
  const basis = { benchmarkRate: 0.1, costRows: [...COST_ROWS] }
  expect(appraiseFinances({ years: YEARS, basis: null })).toEqual({ ok: false, reason: 'no-basis' })
  expect(appraiseFinances({ years: [], basis })).toMatchObject({ reason: 'no-years' })
  expect(appraiseFinances({ years: YEARS, basis: { ...basis, benchmarkRate: 0 } })).toMatchObject({
    reason: 'rate-out-of-range',
  })
  const free = appraiseFinances({ years: [year(2026, { benefit: 5, revenue: 5 })], basis })
  expect(free).toMatchObject({ reason: 'no-cost' })
  const wrong = [...YEARS.slice(0, 2), year(2029, {})]
  expect(appraiseFinances({ years: wrong, basis })).toMatchObject({ reason: 'years-not-consecutive' })
})

test('a benchmark without its source is no basis', () => {
  const basis = { benchmarkRate: 0.06, benchmarkSource: '行业规定', costRows: ['investment'] }
  expect(financialBasisShape.safeParse(basis).success).toBe(true)
  for (const wrong of [
    { benchmarkSource: ' ' },
    { benchmarkRate: 0 },
    { benchmarkRate: 0.31 },
    { costRows: [] },
  ])
    expect(financialBasisShape.safeParse({ ...basis, ...wrong }).success).toBe(false)
})
