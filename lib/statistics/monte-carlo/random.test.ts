import { describe, expect, test } from 'vitest'
import { createRandom } from './random.ts'

/** First draws by a separate implementation in exact integers (Python, after the published C code). */
const PUBLISHED = {
  0: [0.41675132528648773, 0.5870561733261354, 0.2650367345578172],
  1: [0.09156953552660052, 0.8881928099282858, 0.4342701808717523],
  20121001: [0.13266627168344225, 0.8371493701344462, 0.8829137527125871],
  [-1]: [0.9555829975771205, 0.26826965160973526, 0.8580147794163832],
}

describe('xoshiro128** seeded by splitmix32, to the last bit', () => {
  test.each(Object.entries(PUBLISHED))('seed %s', (seed, expected) => {
    const random = createRandom(Number(seed))
    expect(expected.map(() => random())).toEqual(expected)
  })
})

test('only the low 32 bits of a seed count', () => {
  expect(createRandom(2 ** 32 + 5)()).toBe(createRandom(5)())
})

test('uniform: tenths are equally frequent, neighbours are not correlated, and 0 and 1 never come up', () => {
  const random = createRandom(3)
  const n = 200_000
  const tenths = new Array<number>(10).fill(0)
  let products = 0
  let inside = true
  let before = random()
  for (let k = 0; k < n; k++) {
    const u = random()
    inside &&= u > 0 && u < 1
    tenths[Math.floor(u * 10)]! += 1
    products += (u - 0.5) * (before - 0.5)
    before = u
  }
  expect(inside).toBe(true)
  // χ² with 9 degrees of freedom exceeds 44 once in a million; the lag covariance has sd 1/(12√n).
  const chiSquare = tenths.reduce((sum, count) => sum + (count - n / 10) ** 2 / (n / 10), 0)
  expect(chiSquare).toBeLessThan(44)
  expect(Math.abs(products / n)).toBeLessThan(5 / (12 * Math.sqrt(n)))
})
