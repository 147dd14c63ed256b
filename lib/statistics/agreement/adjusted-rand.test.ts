import { describe, expect, it } from 'vitest'
import { adjustedRandIndex } from './adjusted-rand.ts'

describe('adjustedRandIndex', () => {
  it('is the worked example of Hubert & Arabie’s formula', () => {
    // Rows (a: 3, b: 3), columns (x: 2, y: 4), cells 2,1,0,3: Σ = 1+0+0+3 = 4, rows 6, columns 7, C(6,2) = 15:
    // (4 − 42/15) / (6.5 − 42/15) = 1.2 / 3.7.
    const value = adjustedRandIndex(['a', 'a', 'a', 'b', 'b', 'b'], ['x', 'x', 'y', 'y', 'y', 'y'])
    expect(value.ok && value.value).toBeCloseTo(1.2 / 3.7, 12)
  })

  it('is one for the same partition under other names, and does not depend on the side', () => {
    expect(adjustedRandIndex([1, 1, 2, 3], ['c', 'c', 'a', 'b'])).toEqual({ ok: true, value: 1 })
    expect(adjustedRandIndex([1, 1, 2, 2, 2], [1, 2, 2, 1, 1])).toEqual(
      adjustedRandIndex([1, 2, 2, 1, 1], [1, 1, 2, 2, 2]),
    )
  })

  it('falls below zero where two partitions cross', () => {
    const value = adjustedRandIndex([1, 1, 2, 2], [1, 2, 1, 2])
    expect(value.ok && value.value).toBeCloseTo(-0.5, 12)
  })

  it('names what it cannot compare', () => {
    expect(adjustedRandIndex([1], [1, 2])).toEqual({ ok: false, reason: 'length-mismatch' })
    expect(adjustedRandIndex([1], [1])).toEqual({ ok: false, reason: 'too-few' })
  })
})
