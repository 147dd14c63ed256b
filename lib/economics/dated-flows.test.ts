import { describe, expect, test } from 'vitest'
import { type DatedFlow, datedInternalRates, datedPresentValue } from './dated-flows.ts'

const yearly: DatedFlow[] = [
  { date: '2021-01-01', amount: -100 },
  { date: '2022-01-01', amount: 110 },
]

test('365 days are one year', () => {
  expect(datedPresentValue(yearly, 0.1)).toEqual({ ok: true, value: expect.closeTo(0, 12) })
  expect(datedInternalRates(yearly)).toMatchObject({
    value: { status: 'unique', rates: [expect.closeTo(0.1, 12)] },
  })
})

test('the leap day makes 2020 longer than one year: (1 + r)^(366/365) = 1.1', () => {
  const found = datedInternalRates([
    { date: '2020-01-01', amount: -100 },
    { date: '2021-01-01', amount: 110 },
  ])
  expect(found).toMatchObject({ value: { rates: [expect.closeTo(1.1 ** (365 / 366) - 1, 12)] } })
})

test('time is counted from the first flow as listed; an earlier one grows instead of shrinking', () => {
  const listed = [...yearly].reverse()
  expect(datedPresentValue(listed, 0.1)).toEqual({ ok: true, value: expect.closeTo(110 - 100 * 1.1, 10) })
  expect(datedInternalRates(listed)).toMatchObject({ value: { rates: [expect.closeTo(0.1, 12)] } })
})

test('both of two rates are told', () => {
  const found = datedInternalRates([
    { date: '2021-01-01', amount: -100 },
    { date: '2022-01-01', amount: 230 },
    { date: '2023-01-01', amount: -132 },
  ])
  expect(found).toMatchObject({
    value: { status: 'multiple', rates: [expect.closeTo(0.1, 10), expect.closeTo(0.2, 10)] },
  })
})

describe('refusals name the flow', () => {
  test.each(['2023-02-30', '2023-13-01', '01/02/2023', ''])('%j is no date', (date) => {
    expect(datedInternalRates([yearly[0]!, { date, amount: 1 }])).toEqual({
      ok: false,
      reason: 'not-a-date',
      details: { index: 1 },
    })
  })

  test('nothing, no number, a rate of −100 %', () => {
    expect(datedPresentValue([], 0.1)).toMatchObject({ reason: 'no-cashflows' })
    expect(datedPresentValue([{ date: '2021-01-01', amount: Number.NaN }], 0.1)).toMatchObject({
      reason: 'not-a-number',
      details: { index: 0 },
    })
    expect(datedPresentValue(yearly, -1)).toMatchObject({ reason: 'rate-at-or-below-minus-1' })
  })
})
