import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type JudgedFactor, panelAgreement, pooledFactors } from './experts.ts'

/** Rows of p per factor, one entry per expert; q is the same everywhere. */
const panelOf = (rows: (number | null)[][], impact = 0.5): JudgedFactor[] =>
  rows.map((row, i) => ({
    id: `f${i}`,
    name: `因素${i}`,
    weight: 1 / rows.length,
    judgements: row.map((probability) => (probability === null ? null : { probability, impact })),
  }))

describe('a panel of experts', () => {
  test('gives the median, and how far the experts lie apart', () => {
    const pooled = pooledFactors(panelOf([[0.1, 0.9, 0.5, null, 0.5]]))
    if (!pooled.ok) throw new Error(pooled.reason)
    expect(pooled.value[0]).toMatchObject({ probability: 0.5, impact: 0.5, experts: 4, weight: 1 })
    expect(pooled.value[0]?.spread.probability).toEqual({
      median: 0.5,
      low: 0.1,
      high: 0.9,
      lowerQuartile: 0.4,
      upperQuartile: 0.6,
    })
  })

  test('one extreme judgement moves the median no further than to the next one', () => {
    const pooled = pooledFactors(panelOf([[0.3, 0.3, 0.3, 0.3, 1]]))
    expect(pooled).toMatchObject({ value: [{ probability: 0.3 }] })
  })

  test.each([
    ['no-factors', []],
    ['not-judged', panelOf([[null, null]])],
    ['wrong-number-of-judgements', panelOf([[0.1, 0.2], [0.3]])],
    ['probability-out-of-range', panelOf([[0.1, 1.2]])],
    ['impact-out-of-range', panelOf([[0.1, 0.2]], Number.NaN)],
  ] as const)('refuses: %s', (reason, panel) => {
    expect(pooledFactors(panel)).toMatchObject({ ok: false, reason })
    expect(panelAgreement(panel)).toMatchObject({ ok: false, reason })
  })

  test('does not depend on the order of the experts', () => {
    const rows = fc.array(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
      {
        minLength: 2,
        maxLength: 6,
      },
    )
    fc.assert(
      fc.property(rows, (list) => {
        const turned = list.map((row) => row.toReversed())
        expect(pooledFactors(panelOf(turned))).toEqual(pooledFactors(panelOf(list)))
        const [a, b] = [list, turned].map((each) => panelAgreement(panelOf(each)))
        if (!a?.ok || !b?.ok) throw new Error('a complete panel')
        expect(a.value.probability.kendallW ?? -1).toBeCloseTo(b.value.probability.kendallW ?? -1, 9)
      }),
    )
  })
})

describe('agreement', () => {
  const agreementOn = (rows: (number | null)[][]) => {
    const agreement = panelAgreement(panelOf(rows))
    if (!agreement.ok) throw new Error(agreement.reason)
    return agreement.value
  }

  test('same order and same values: both are 1', () => {
    const { probability } = agreementOn([
      [0.1, 0.1, 0.1],
      [0.4, 0.4, 0.4],
      [0.8, 0.8, 0.8],
    ])
    expect(probability.kendallW).toBeCloseTo(1, 12)
    expect(probability.krippendorffAlpha).toBeCloseTo(1, 12)
  })

  test('same order, other values: W is 1, α is not', () => {
    const { probability } = agreementOn([
      [0.1, 0.3],
      [0.4, 0.7],
      [0.5, 1],
    ])
    expect(probability.kendallW).toBeCloseTo(1, 12)
    expect(probability.krippendorffAlpha ?? 1).toBeLessThan(0.7)
  })

  test('nothing to tell apart, or nobody to agree with: null', () => {
    expect(
      agreementOn([
        [0.5, 0.5],
        [0.5, 0.5],
      ]).probability,
    ).toEqual({
      kendallW: null,
      kendallP: null,
      krippendorffAlpha: null,
    })
    expect(agreementOn([[0.2], [0.5]]).probability.kendallW).toBeNull()
  })

  test('W takes the experts who judged everything, α all of them', () => {
    const { probability } = agreementOn([
      [0.1, 0.1, null],
      [0.4, 0.4, 0.4],
      [0.8, 0.8, 0.8],
    ])
    expect(probability.kendallW).toBeCloseTo(1, 12)
    expect(probability.krippendorffAlpha).toBeCloseTo(1, 12)
  })
})
