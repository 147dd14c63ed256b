import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proposedWeights, sumOfWeights } from './weight-proposal.ts'

describe('proposed weights', () => {
  test('keep proportions and sum to one', () => {
    expect(proposedWeights([2, 1, 1])).toEqual([0.5, 0.25, 0.25])
    expect(proposedWeights([0.3, 0.3, 0.34])).toEqual([0.319, 0.319, 0.362])
  })

  test('weights that already sum to one stay as they are', () => {
    expect(proposedWeights([0.3, 0.3, 0.4])).toEqual([0.3, 0.3, 0.4])
    expect(proposedWeights([0.2, 0.18, 0.16, 0.12, 0.14, 0.1, 0.1])).toEqual([
      0.2, 0.18, 0.16, 0.12, 0.14, 0.1, 0.1,
    ])
  })

  test('nothing weighed yet: equal shares, the thousandth left over goes to the first', () => {
    expect(proposedWeights([0, 0, 0])).toEqual([0.334, 0.333, 0.333])
    expect(proposedWeights([])).toEqual([])
  })

  test('for any weights the proposal sums to one and misses no proportion by a thousandth', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 }),
        (weights) => {
          const proposal = proposedWeights(weights)
          expect(sumOfWeights(proposal)).toBe(1)
          const sum = weights.reduce((total, weight) => total + weight, 0)
          if (sum > 0)
            for (const [i, weight] of weights.entries())
              expect(Math.abs(proposal[i]! - weight / sum)).toBeLessThan(0.001 + 1e-9)
        },
      ),
    )
  })
})
