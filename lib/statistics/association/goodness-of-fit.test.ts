import { expect, test } from 'vitest'
import { goodnessOfFit } from './goodness-of-fit.ts'

test('Mendel’s peas 315 : 108 : 101 : 32 against 9 : 3 : 3 : 1: X² = 0.470', () => {
  const fit = goodnessOfFit([315, 108, 101, 32], [9 / 16, 3 / 16, 3 / 16, 1 / 16])
  if (!fit.ok) throw new Error(fit.reason)
  expect(fit.value.statistic).toBeCloseTo(0.47, 3)
  expect(fit.value.df).toBe(3)
  expect(fit.value.p).toBeCloseTo(0.925, 3)
  expect(fit.value.smallestExpected).toBeCloseTo(34.75, 12)
})

test('two degrees of freedom: the tail is exp(-X²/2)', () => {
  const fit = goodnessOfFit([89, 37, 30], [0.5, 0.3, 0.2])
  if (!fit.ok) throw new Error(fit.reason)
  expect(fit.value.p).toBeCloseTo(Math.exp(-fit.value.statistic / 2), 14)
})

test('a perfect fit has p = 1', () => {
  expect(goodnessOfFit([10, 20], [1 / 3, 2 / 3])).toMatchObject({
    ok: true,
    value: { p: expect.closeTo(1, 6) },
  })
})

test('refusals', () => {
  expect(goodnessOfFit([1], [1])).toMatchObject({ reason: 'too-few-categories' })
  expect(goodnessOfFit([1, 2], [1])).toMatchObject({ reason: 'length-mismatch' })
  expect(goodnessOfFit([1, -2], [0.5, 0.5])).toMatchObject({
    reason: 'count-out-of-range',
    details: { index: 1 },
  })
  expect(goodnessOfFit([0, 0], [0.5, 0.5])).toMatchObject({ reason: 'no-observations' })
  expect(goodnessOfFit([1, 2], [1, 0])).toMatchObject({
    reason: 'probability-out-of-range',
    details: { index: 1 },
  })
  expect(goodnessOfFit([1, 2], [0.5, 0.4])).toMatchObject({ reason: 'probabilities-do-not-add-up' })
})
