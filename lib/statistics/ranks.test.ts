import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rank } from './ranks.ts'

test('equal values share the mean of their places', () => {
  expect(rank([30, 10, 20, 20, 40, 20])).toEqual({ ranks: [5, 1, 3, 3, 6, 3], tieSum: 24 })
})

test('mid-ranks are one plus those below plus half the other equals, and add up to n(n+1)/2', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 }), (values) => {
      const { ranks, tieSum } = rank(values)
      values.forEach((value, i) => {
        const below = values.filter((other) => other < value).length
        const equal = values.filter((other) => other === value).length
        expect(ranks[i]).toBe(below + (equal + 1) / 2)
      })
      expect(ranks.reduce((a, b) => a + b, 0)).toBe((values.length * (values.length + 1)) / 2)
      const sizes = [1, 2, 3, 4, 5].map((v) => values.filter((other) => other === v).length)
      expect(tieSum).toBe(sizes.reduce((acc, t) => acc + t ** 3 - t, 0))
    }),
  )
})
