import { describe, expect, test } from 'vitest'
import { spread } from './spread.ts'

const spot = (x: number, y: number, width = 0.06) => ({ x, y, width, height: 0.06 })
const overlap = (a: ReturnType<typeof spot>, b: ReturnType<typeof spot>) =>
  Math.min((a.width + b.width) / 2 - Math.abs(a.x - b.x), (a.height + b.height) / 2 - Math.abs(a.y - b.y))

describe('markers of the risk matrix', () => {
  test('markers that do not touch stay where they are', () => {
    const spots = [spot(0.2, 0.2), spot(0.5, 0.5), spot(0.5, 0.8)]
    expect(spread(spots)).toEqual(spots)
  })

  test('markers on one another are parted, inside the square', () => {
    const moved = spread([spot(0.99, 0.99), spot(0.98, 0.98), spot(0.99, 0.97), spot(0.3, 0.3)])
    for (const [i, a] of moved.entries()) {
      for (const b of moved.slice(i + 1)) expect(overlap(a, b)).toBeLessThan(0.005)
      expect(a.x + a.width / 2).toBeLessThanOrEqual(1)
      expect(a.y + a.height / 2).toBeLessThanOrEqual(1)
    }
  })

  test('the same markers are parted the same way', () => {
    const spots = [spot(0.4, 0.4, 0.1), spot(0.42, 0.41), spot(0.4, 0.43)]
    expect(spread(spots)).toEqual(spread(spots))
  })
})
