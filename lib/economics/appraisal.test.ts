import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AppraisalInput,
  appraise,
  type CashFlowYear,
  FLOW_ROWS,
  type FlowRow,
  rowPresentValues,
} from './appraisal.ts'

const WAN = 1_000_000

const year = (at: number, amounts: Partial<Omit<CashFlowYear, 'year'>>): CashFlowYear => ({
  year: at,
  investment: 0,
  operation: 0,
  compensation: 0,
  mitigation: 0,
  benefit: 0,
  ...amounts,
})

/** Five years in fen; the expected values below are exact fractions (ENPV = 15602255/177147 万元) worked out by hand. */
const WORKED: AppraisalInput = {
  socialDiscountRate: 0.08,
  years: [
    year(2026, { investment: 600 * WAN, compensation: 100 * WAN, mitigation: 10 * WAN }),
    year(2027, { investment: 400 * WAN, compensation: 50 * WAN, mitigation: 10 * WAN }),
    year(2028, { operation: 40 * WAN, mitigation: 5 * WAN, benefit: 520 * WAN }),
    year(2029, { operation: 40 * WAN, mitigation: 5 * WAN, benefit: 560 * WAN }),
    year(2030, { operation: 40 * WAN, mitigation: 5 * WAN, benefit: 600 * WAN }),
  ],
}

function appraised(input: AppraisalInput) {
  const result = appraise(input)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

describe('a project worked by hand', () => {
  const found = appraised(WORKED)

  test('indicators', () => {
    expect(found.enpvFen / WAN).toBeCloseTo(15602255 / 177147, 9)
    expect(found.ebcr).toBeCloseTo(47170000 / 44049549, 12)
    expect(found.eirr.status).toBe('unique')
    expect(found.eirr.rates[0]).toBeCloseTo(0.1112323353355617, 12)
    expect(found.netFlowFen.map((fen) => fen / WAN)).toEqual([-710, -460, 475, 515, 555])
    expect(found.cumulativeFen.map((fen) => fen / WAN)).toEqual([-710, -1170, -695, -180, 375])
    expect(found.paybackYears).toBeCloseTo(3 + 180 / 555, 12)
    expect(found.discountedPaybackYears).toBeCloseTo(3.7840985254054056, 10)
    expect(found.paybackCrossings).toBe(1)
  })

  test('criteria with their thresholds', () => {
    expect(found.criteria.map(({ criterion, threshold, met }) => [criterion, threshold, met])).toEqual([
      ['enpv', 0, true],
      ['eirr', 0.08, true],
      ['ebcr', 1, true],
    ])
  })

  test('sensitivity in tornado order, with 敏感度系数 and 临界点', () => {
    const expected = {
      benefit: [15.11640464791788, -0.06615329658681365, 266.2760306412189],
      investment: [-11.017522787571412, 0.09076450480575131, 194.07407407407408],
      compensation: [-1.661038740874316, 0.602032917952072, 29.25925925925926],
      operation: [-1.0837108695719517, 0.9227553474618039, 19.08960731294725],
      mitigation: [-0.35413224990020137, 2.823803819849256, 6.2380527659702585],
    }
    expect(found.sensitivity.map(({ row }) => row)).toEqual(Object.keys(expected))
    for (const { row, elasticity, switchingChange, swingFen } of found.sensitivity) {
      const [coefficient, switching, swing] = expected[row] as [number, number, number]
      expect(elasticity).toBeCloseTo(coefficient, 8)
      expect(switchingChange).toBeCloseTo(switching, 10)
      expect(swingFen / WAN).toBeCloseTo(swing, 8)
    }
    const benefit = found.sensitivity[0]!.changes
    expect(benefit.map(({ change }) => change)).toEqual([-0.2, -0.1, -0.05, 0.05, 0.1, 0.2])
    expect(benefit[0]!.enpvFen / WAN).toBeCloseTo(-178.20084449637872, 8)
    expect(benefit[5]!.enpvFen / WAN).toBeCloseTo(354.351216786059, 8)
    expect(benefit[4]!.eirr).toBeCloseTo(0.156180358996283, 10)
  })

  test('it pays, but 10 % less benefit or dearer investment would undo it', () => {
    expect(found.verdict).toBe('marginal')
  })
})

describe('verdict', () => {
  const simple = (invest: number, back: number, rate = 0.08): AppraisalInput => ({
    socialDiscountRate: rate,
    years: [year(2026, { investment: invest }), year(2027, { benefit: back })],
  })

  test('pass needs a margin of more than 10 % on every row', () => {
    expect(appraised(simple(100 * WAN, 130 * WAN)).verdict).toBe('pass')
    expect(appraised(simple(100 * WAN, 118 * WAN)).verdict).toBe('marginal')
    expect(appraised(simple(100 * WAN, 107 * WAN)).verdict).toBe('fail')
  })

  test.each([0.05, 0.06, 0.07, 0.08, 0.1])(
    'a project exactly at the line of %s meets all criteria',
    (rate) => {
      // (1 + r)² is a whole number of ten-thousandths, so the exact ENPV is 0.
      const found = appraised({
        socialDiscountRate: rate,
        years: [
          year(2026, { investment: 10_000 * WAN }),
          year(2027, {}),
          year(2028, { benefit: Math.round((1 + rate) ** 2 * 10_000) * WAN }),
        ],
      })
      expect(found.criteria.map(({ met }) => met)).toEqual([true, true, true])
      expect(found.verdict).toBe('marginal')
      expect(found.discountedPaybackYears).toBeCloseTo(2, 9)
    },
  )

  const robust = (found: ReturnType<typeof appraised>) =>
    found.sensitivity.every(({ changes }) =>
      changes.every(({ change, enpvFen }) => Math.abs(change) > 0.1 || enpvFen > 0),
    )

  test('several internal rates are marginal, however high and however firm ENPV is', () => {
    // Net flows −1000, 5000, −2000: x = 1/(1 + r) = (5 ± √17)/4.
    const found = appraised({
      socialDiscountRate: 0.08,
      years: [
        year(2026, { investment: 1000 * WAN }),
        year(2027, { benefit: 5000 * WAN }),
        year(2028, { mitigation: 2000 * WAN }),
      ],
    })
    expect(found.eirr.status).toBe('multiple')
    expect(found.eirr.rates[0]).toBeCloseTo(4 / (5 + Math.sqrt(17)) - 1, 10)
    expect(found.eirr.rates[1]).toBeCloseTo(4 / (5 - Math.sqrt(17)) - 1, 10)
    expect(robust(found)).toBe(true)
    expect(found.criteria[1]).toEqual({ criterion: 'eirr', value: null, threshold: 0.08, met: null })
    expect(found.verdict).toBe('marginal')
  })

  test('benefits first and costs later: ENPV is firm but the one rate lies below the line, so not a plain pass', () => {
    const found = appraised({
      socialDiscountRate: 0.08,
      years: [
        year(2026, { benefit: 200 * WAN }),
        year(2027, {}),
        year(2028, {}),
        year(2029, {}),
        year(2030, { investment: 204 * WAN }),
      ],
    })
    expect(found.eirr.rates[0]).toBeCloseTo(1.02 ** 0.25 - 1, 12)
    expect(robust(found)).toBe(true)
    expect(found.criteria.map(({ met }) => met)).toEqual([true, false, true])
    expect(found.verdict).toBe('marginal')
  })

  test('without an internal rate the other two criteria decide', () => {
    const found = appraised({
      socialDiscountRate: 0.08,
      years: [year(2026, { investment: 10, benefit: 100 }), year(2027, { operation: 10, benefit: 100 })],
    })
    expect(found.eirr.status).toBe('none')
    expect(found.verdict).toBe('pass')
  })
})

test('a changed row that balances a year exactly adds no internal rate', () => {
  // +10 % on operation in 2028: 33 against a benefit of 33. In whole fen 0.1 · 30 is exactly 3.
  const found = appraised({
    socialDiscountRate: 0.08,
    years: [
      year(2026, { investment: 1000 }),
      year(2027, { operation: 30, benefit: 1500 }),
      year(2028, { operation: 30, benefit: 33 }),
    ],
  })
  const operation = found.sensitivity.find(({ row }) => row === 'operation')!
  const raised = operation.changes.find(({ change }) => change === 0.1)!
  expect(raised.eirr).toBeCloseTo(0.467, 12)
})

test('an ENPV of zero is no base for an elasticity, whatever the last bit of it says', () => {
  // Every year brings the interest on 1000, the last one the 1000 as well: exactly at the line.
  for (const percent of [3, 6, 7, 8, 9, 11]) {
    for (let n = 2; n <= 30; n++) {
      const found = appraised({
        socialDiscountRate: percent / 100,
        years: Array.from({ length: n + 1 }, (_, t) =>
          t === 0
            ? year(2026, { investment: 1000 * WAN })
            : year(2026 + t, { benefit: (percent * 10 + (t === n ? 1000 : 0)) * WAN }),
        ),
      })
      expect(found.verdict).toBe('marginal')
      expect(found.sensitivity.map(({ elasticity }) => elasticity)).toEqual([null, null])
      for (const { switchingChange } of found.sensitivity) expect(switchingChange).toBeCloseTo(0, 12)
    }
  }
})

describe('refusals name the place', () => {
  const refused = (input: Partial<AppraisalInput>) => appraise({ ...WORKED, ...input })
  const [first, second] = WORKED.years as [CashFlowYear, CashFlowYear]

  test.each([
    [{ years: [] }, 'no-years', undefined],
    [{ socialDiscountRate: 0 }, 'rate-out-of-range', undefined],
    [{ socialDiscountRate: Number.NaN }, 'rate-out-of-range', undefined],
    [{ years: [{ ...first, year: Number.NaN }] }, 'years-not-consecutive', { year: 'NaN' }],
    [{ years: [first, { ...second, year: 2027.5 }] }, 'years-not-consecutive', { year: '2027.5' }],
    [
      { years: [{ ...first, investment: 1.7e308 }, second] },
      'amount-not-finite',
      { year: 2026, row: 'investment' },
    ],
    [{ years: [first, { ...second, year: 2029 }] }, 'years-not-consecutive', { year: 2029 }],
    [{ years: [first, second, { ...second }] }, 'years-not-consecutive', { year: 2027 }],
    [
      { years: [{ ...first, mitigation: Number.NaN }] },
      'amount-not-finite',
      { year: 2026, row: 'mitigation' },
    ],
    [{ years: [first, { ...second, operation: -1 }] }, 'amount-negative', { year: 2027, row: 'operation' }],
    [{ years: [year(2026, { benefit: 5 })] }, 'no-cost', undefined],
    [{ years: [year(2026, { investment: 5 })] }, 'no-benefit', undefined],
  ])('%j', (input, reason, details) => {
    expect(refused(input)).toEqual({ ok: false, reason, ...(details ? { details } : {}) })
  })
})

describe('laws', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_000 })
  const flows = fc
    .array(fc.tuple(amount, amount, amount, amount, amount), { minLength: 2, maxLength: 12 })
    .map((rows) =>
      rows.map(([investment, operation, compensation, mitigation, benefit], t) =>
        year(2026 + t, {
          investment: investment + 1,
          operation,
          compensation,
          mitigation,
          benefit: benefit + 1,
        }),
      ),
    )
  const rate = fc.integer({ min: 1, max: 25 }).map((percent) => percent / 100)
  const scale = (years: readonly CashFlowYear[], factor: number) =>
    years.map((row) => ({
      ...row,
      ...Object.fromEntries(FLOW_ROWS.map((name) => [name, row[name] * factor])),
    }))

  test('the unit of money changes no rate, no ratio and no verdict, and ENPV in proportion', () => {
    fc.assert(
      fc.property(flows, rate, fc.constantFrom(2, 10, 10_000), (years, socialDiscountRate, factor) => {
        const one = appraised({ years, socialDiscountRate })
        const many = appraised({ years: scale(years, factor), socialDiscountRate })
        expect(many.eirr.status).toBe(one.eirr.status)
        many.eirr.rates.forEach((found, i) => {
          expect(found).toBeCloseTo(one.eirr.rates[i]!, 8)
        })
        expect(many.ebcr).toBeCloseTo(one.ebcr!, 10)
        expect(many.verdict).toBe(one.verdict)
        expect(Math.abs(many.enpvFen / factor - one.enpvFen)).toBeLessThan(1e-2)
      }),
    )
  })

  test('the order in which years are given does not matter', () => {
    fc.assert(
      fc.property(flows, rate, (years, socialDiscountRate) => {
        const given = appraised({ years, socialDiscountRate })
        expect(appraised({ years: years.toReversed(), socialDiscountRate })).toEqual(given)
      }),
    )
  })

  test('ENPV of two projects together is the sum of both', () => {
    fc.assert(
      fc.property(flows, rate, (years, socialDiscountRate) => {
        const other = years.map((row, i) => ({ ...years[years.length - 1 - i]!, year: row.year }))
        const both = years.map((row, i) => ({
          ...row,
          ...Object.fromEntries(FLOW_ROWS.map((name) => [name, row[name] + other[i]![name]])),
        }))
        const enpv = (rows: readonly CashFlowYear[]) => appraised({ years: rows, socialDiscountRate }).enpvFen
        expect(Math.abs(enpv(both) - enpv(years) - enpv(other))).toBeLessThan(1e-2)
      }),
    )
  })

  test('a dearer row never improves a failed project, nor any in which the costs come first', () => {
    const rank = { fail: 0, marginal: 1, pass: 2 }
    const cost = fc.constantFrom('investment', 'operation', 'compensation', 'mitigation')
    const extra = fc.integer({ min: 1, max: 500_000_000 })
    // A project as they mostly are: built first, of use later.
    const conventional = fc
      .tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.tuple(amount, amount), { minLength: 4, maxLength: 12 }),
      )
      .map(([building, rows]) =>
        rows.map(([a, b], t) =>
          year(
            2026 + t,
            t < building ? { investment: a + 1 } : { operation: a / 10, benefit: a / 10 + b + 1 },
          ),
        ),
      )
    const verdicts = (years: CashFlowYear[], at: number, row: FlowRow, more: number, rate: number) => {
      const k = at % years.length
      const dearer = years.map((one, t) => (t === k ? { ...one, [row]: one[row] + more } : one))
      return [years, dearer].map((one) => appraised({ years: one, socialDiscountRate: rate }).verdict)
    }
    fc.assert(
      fc.property(conventional, rate, fc.nat(100), cost, extra, (years, r, at, row, more) => {
        const [before, after] = verdicts(years, at, row, more, r)
        expect(rank[after!]).toBeLessThanOrEqual(rank[before!])
      }),
    )
    fc.assert(
      fc.property(flows, rate, fc.nat(100), cost, extra, (years, r, at, row, more) => {
        const [before, after] = verdicts(years, at, row, more, r)
        if (before === 'fail') expect(after).toBe('fail')
      }),
    )
  })

  test('ENPV and EBCR never disagree, and moving a row by its switching change makes ENPV zero', () => {
    fc.assert(
      fc.property(flows, rate, (years, socialDiscountRate) => {
        const found = appraised({ years, socialDiscountRate })
        expect(found.criteria[0]!.met).toBe(found.criteria[2]!.met)
        for (const { row, switchingChange } of found.sensitivity) {
          if (switchingChange === null) continue
          const worth = rowPresentValues({ years, socialDiscountRate })[row]
          const effect = (row === 'benefit' ? worth : -worth) * switchingChange
          expect(Math.abs(found.enpvFen + effect)).toBeLessThan(1e-2)
        }
      }),
    )
  })
})
