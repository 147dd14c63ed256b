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

describe('the example of the spreadsheet manual', () => {
  const flows: DatedFlow[] = [
    { date: '2008-01-01', amount: -10_000 },
    { date: '2008-03-01', amount: 2750 },
    { date: '2008-10-30', amount: 4250 },
    { date: '2009-02-15', amount: 3250 },
    { date: '2009-04-01', amount: 2750 },
  ]

  test('XNPV at 9 % is 2086.65, XIRR 37.34 % (printed as 0.373362535, iterated to 1e-8)', () => {
    expect(datedPresentValue(flows, 0.09)).toMatchObject({ value: expect.closeTo(2086.6476, 4) })
    const found = datedInternalRates(flows)
    expect(found).toMatchObject({ value: { rates: [expect.closeTo(0.373362535, 7)] } })
    const exact = found.ok ? found.value.rates[0]! : Number.NaN
    expect(datedPresentValue(flows, exact)).toMatchObject({ value: expect.closeTo(0, 8) })
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
    expect(datedInternalRates(yearly.map(({ date }) => ({ date, amount: 1e308 })))).toMatchObject({
      reason: 'worth-not-representable',
    })
    expect(
      datedPresentValue(
        [yearly[0]!, { date: '2121-01-01', amount: 1 }, { date: '2131-01-01', amount: -1 }],
        -0.9999999,
      ),
    ).toMatchObject({ reason: 'worth-not-representable' })
    expect(datedPresentValue(yearly, -1)).toMatchObject({ reason: 'rate-at-or-below-minus-1' })
  })
})
