import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ascendingSum, cornerWeights, oddsRatioTest } from './fourfold.ts'

const choose = (n: number, k: number): number =>
  k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k

test('corner weights are proportional to C(row, a)·C(rest, column - a)·ψ^a', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 12 }),
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      (row, rest, column, odds) => {
        fc.pre(column <= row + rest)
        const { first, weights } = cornerWeights({ row, column, total: row + rest }, odds)
        const exact = [...weights].map(
          (_, i) => choose(row, first + i) * choose(rest, column - first - i) * odds ** (first + i),
        )
        const all = exact.reduce((a, b) => a + b)
        const scale = ascendingSum(weights)
        exact.forEach((weight, i) => {
          expect(weights[i]! / scale).toBeCloseTo(weight / all, 10)
        })
      },
    ),
  )
})

describe('odds-ratio test', () => {
  test('with nothing tolerated, none of 3 opponents among 150 of 200 is (50·49·48)/(200·199·198)', () => {
    const found = oddsRatioTest({ successes: 0, n: 150 }, { successes: 3, n: 50 }, 1)
    const exact = (50 * 49 * 48) / (200 * 199 * 198)
    expect(found).toMatchObject({ ok: true, value: { lowerP: expect.closeTo(exact, 12) } })
  })

  test('the more is tolerated, the less is conspicuous; swapping the groups swaps the tails', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ([n1, n2], share1, share2) => {
          const a = { successes: Math.round(n1 * share1), n: n1 }
          const b = { successes: Math.round(n2 * share2), n: n2 }
          const strict = oddsRatioTest(a, b, 1)
          const lenient = oddsRatioTest(a, b, 3)
          const swapped = oddsRatioTest(b, a, 3)
          if (!strict.ok || !lenient.ok || !swapped.ok) throw new Error('refused')
          expect(lenient.value.lowerP).toBeGreaterThanOrEqual(strict.value.lowerP - 1e-12)
          expect(lenient.value.upperP).toBeGreaterThanOrEqual(strict.value.upperP - 1e-12)
          expect(swapped.value.upperP).toBeCloseTo(lenient.value.lowerP, 9)
          expect(lenient.value.p).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  test('refuses what is not a count', () => {
    expect(oddsRatioTest({ successes: 0, n: 0 }, { successes: 0, n: 1 }, 1)).toMatchObject({
      reason: 'count-out-of-range',
    })
    expect(oddsRatioTest({ successes: 2, n: 1 }, { successes: 0, n: 1 }, 1)).toMatchObject({
      reason: 'count-out-of-range',
    })
    expect(oddsRatioTest({ successes: 0.5, n: 1 }, { successes: 0, n: 1 }, 1)).toMatchObject({
      reason: 'count-out-of-range',
    })
    expect(oddsRatioTest({ successes: 1, n: 1 }, { successes: 0, n: 1 }, 0.5)).toMatchObject({
      reason: 'odds-ratio-out-of-range',
    })
  })
})
