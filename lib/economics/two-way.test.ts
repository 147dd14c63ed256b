import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AppraisalInput, appraise, FLOW_ROWS } from './appraisal.ts'
import { twoWidestRows } from './two-way.ts'

const WAN = 1_000_000
const row = (year: number, amounts: Partial<Record<(typeof FLOW_ROWS)[number], number>>) => ({
  year,
  investment: 0,
  operation: 0,
  compensation: 0,
  mitigation: 0,
  benefit: 0,
  ...amounts,
})

function table(input: AppraisalInput) {
  const result = twoWidestRows(input)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

test('investment 1000, compensation 100, benefit 1600 at 25 %: either blow is survived, both together are not', () => {
  const found = table({
    socialDiscountRate: 0.25,
    years: [
      row(2026, { investment: 1000 * WAN, compensation: 100 * WAN }),
      row(2027, { benefit: 2000 * WAN }),
    ],
  })
  expect(found).toMatchObject({ first: 'benefit', second: 'investment', changes: [-0.2, -0.1, 0, 0.1, 0.2] })
  // 1600·(1 + a) − 1000·(1 + b) − 100.
  const expected = [-0.2, -0.1, 0, 0.1, 0.2].map((a) =>
    [-0.2, -0.1, 0, 0.1, 0.2].map((b) => expect.closeTo(1600 * (1 + a) - 1000 * (1 + b) - 100, 8)),
  )
  expect(found.enpvFen.map((line) => line.map((fen) => fen / WAN))).toEqual(expected)
  expect(found.enpvFen[0]![2]).toBeGreaterThan(0)
  expect(found.enpvFen[2]![4]).toBeGreaterThan(0)
  expect(found.enpvFen[0]![4]! / WAN).toBeCloseTo(-20, 8)
})

test('benefits that cover the costs exactly are zero and not a last bit below', () => {
  const found = table({
    socialDiscountRate: 0.1,
    years: [row(2026, { investment: 10_000 * WAN }), row(2027, {}), row(2028, { benefit: 12_100 * WAN })],
  })
  expect(found.enpvFen.map((line, i) => line[i])).toEqual([0, 0, 0, 0, 0])
})

test('the rows, the base case and the sides of the table are those of the one-way analysis', () => {
  const amount = fc.integer({ min: 1, max: 1_000_000_000 })
  const years = fc
    .array(fc.tuple(amount, amount, amount, amount, amount), { minLength: 1, maxLength: 10 })
    .map((rows) =>
      rows.map((amounts, t) =>
        row(2026 + t, Object.fromEntries(FLOW_ROWS.map((name, r) => [name, amounts[r]!]))),
      ),
    )
  fc.assert(
    fc.property(years, fc.integer({ min: 1, max: 25 }), (given, percent) => {
      const input = { years: given, socialDiscountRate: percent / 100 }
      const appraisal = appraise(input)
      if (!appraisal.ok) throw new Error(appraisal.reason)
      const { sensitivity, enpvFen } = appraisal.value
      const found = table(input)
      const [first, second] = sensitivity
      fc.pre(Math.abs(first!.swingFen - second!.swingFen) > 1e-3)
      fc.pre(!sensitivity[2] || Math.abs(second!.swingFen - sensitivity[2].swingFen) > 1e-3)
      expect([found.first, found.second]).toEqual([first!.row, second!.row])
      expect(Math.abs(found.enpvFen[2]![2]! - enpvFen)).toBeLessThan(1e-2)
      const oneWay = (of: typeof first, change: number) =>
        of!.changes.find((one) => one.change === change)!.enpvFen
      for (const [i, change] of [-0.2, -0.1, 0, 0.1, 0.2].entries()) {
        if (change === 0) continue
        expect(Math.abs(found.enpvFen[i]![2]! - oneWay(first, change))).toBeLessThan(1e-2)
        expect(Math.abs(found.enpvFen[2]![i]! - oneWay(second, change))).toBeLessThan(1e-2)
      }
    }),
  )
})

test('what cannot be appraised has no table', () => {
  expect(twoWidestRows({ years: [], socialDiscountRate: 0.08 })).toMatchObject({ reason: 'no-years' })
})
