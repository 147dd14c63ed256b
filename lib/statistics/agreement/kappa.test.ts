import { describe, expect, test } from 'vitest'
import { cohenKappa, fleissKappa } from './kappa.ts'

describe('Cohen', () => {
  test('20 5 / 10 15 (the encyclopedia’s grant readers): p_o = 0.7, p_e = 0.5, κ = 0.4', () => {
    expect(
      cohenKappa([
        [20, 5],
        [10, 15],
      ]),
    ).toMatchObject({
      ok: true,
      value: {
        observed: expect.closeTo(0.7, 12),
        expectedAgreement: expect.closeTo(0.5, 12),
        unweighted: expect.closeTo(0.4, 12),
        linear: expect.closeTo(0.4, 12),
        quadratic: expect.closeTo(0.4, 12),
      },
    })
  })

  test('a near miss costs less when weighted, and least under squares', () => {
    const nearMisses = cohenKappa([
      [10, 4, 0],
      [4, 10, 4],
      [0, 4, 10],
    ])
    if (!nearMisses.ok) throw new Error(nearMisses.reason)
    const { unweighted, linear, quadratic } = nearMisses.value
    expect(linear!).toBeGreaterThan(unweighted!)
    expect(quadratic!).toBeGreaterThan(linear!)
  })

  test('weighted by hand: disagreement found over disagreement by chance', () => {
    // Shares: found off-diagonal distances 1: (2+2)/10, 2: 0; margins .5 .3 .2 and .4 .4 .2.
    const table = [
      [3, 2, 0],
      [1, 2, 0],
      [0, 0, 2],
    ]
    const byChance = (w: (d: number) => number) => {
      const rows = [0.5, 0.3, 0.2]
      const columns = [0.4, 0.4, 0.2]
      return rows.reduce(
        (acc, r, i) => acc + columns.reduce((sum, c, j) => sum + r * c * w(Math.abs(i - j)), 0),
        0,
      )
    }
    const found = cohenKappa(table)
    if (!found.ok) throw new Error(found.reason)
    expect(found.value.linear).toBeCloseTo(1 - (0.3 * 0.5) / byChance((d) => d / 2), 12)
    expect(found.value.quadratic).toBeCloseTo(1 - (0.3 * 0.25) / byChance((d) => d * d * 0.25), 12)
  })

  test('two readers who always say the same have no kappa', () => {
    expect(
      cohenKappa([
        [9, 0],
        [0, 0],
      ]),
    ).toMatchObject({ ok: true, value: { unweighted: null, quadratic: null } })
  })

  test('perfect agreement is 1, opposite is negative', () => {
    expect(
      cohenKappa([
        [5, 0],
        [0, 5],
      ]),
    ).toMatchObject({ value: { unweighted: 1 } })
    expect(
      cohenKappa([
        [0, 5],
        [5, 0],
      ]),
    ).toMatchObject({ value: { unweighted: -1 } })
  })
})

describe('Fleiss', () => {
  test('ten subjects, fourteen raters, five categories (the encyclopedia’s table): κ = 0.210', () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ]
    expect(fleissKappa(counts)).toMatchObject({
      value: {
        observed: expect.closeTo(0.378, 3),
        expectedAgreement: expect.closeTo(0.213, 3),
        kappa: expect.closeTo(0.21, 3),
      },
    })
  })
  test('all in one category: undefined', () => {
    expect(
      fleissKappa([
        [3, 0],
        [3, 0],
      ]),
    ).toMatchObject({ value: { kappa: null } })
  })
})

test('refusals', () => {
  expect(cohenKappa([[1]])).toMatchObject({ reason: 'too-few-categories' })
  expect(cohenKappa([[1, 2], [3]])).toMatchObject({ reason: 'ragged-table', details: { row: 1 } })
  expect(
    cohenKappa([
      [1, 2],
      [3, -4],
    ]),
  ).toMatchObject({ reason: 'count-out-of-range' })
  expect(
    cohenKappa([
      [0, 0],
      [0, 0],
    ]),
  ).toMatchObject({ reason: 'no-observations' })
  expect(fleissKappa([])).toMatchObject({ reason: 'too-few-categories' })
  expect(
    fleissKappa([
      [2, 1],
      [1, 1],
    ]),
  ).toMatchObject({ reason: 'unequal-raters', details: { row: 1 } })
  expect(
    fleissKappa([
      [1, 0],
      [0, 1],
    ]),
  ).toMatchObject({ reason: 'unequal-raters' })
})
