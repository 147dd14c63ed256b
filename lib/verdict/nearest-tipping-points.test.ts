import { expect, test } from 'vitest'
import { nearestTippingPoints } from './nearest-tipping-points.ts'

const points = [
  { factor: 'far', part: 'impact', now: 0.2, worseFrom: 0.9, betterUpTo: null },
  { factor: 'near', part: 'probability', now: 0.6, worseFrom: 0.8, betterUpTo: 0.5 },
  { factor: 'never', part: 'impact', now: 0.4, worseFrom: null, betterUpTo: null },
] as const

test('turns come nearest first, either way; what never turns the level is left out', () => {
  expect(
    nearestTippingPoints(points, 8).map(({ factor, direction, change }) => [factor, direction, change]),
  ).toEqual([
    ['near', 'better', -0.1],
    ['near', 'worse', 0.2],
    ['far', 'worse', 0.7],
  ])
  expect(nearestTippingPoints(points, 1)).toHaveLength(1)
})
