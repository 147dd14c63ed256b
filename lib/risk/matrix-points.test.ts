import { describe, expect, test } from 'vitest'
import { edgeOf, movesOf, type Placed, spotsOf } from './matrix-points.ts'

const factors: Placed[] = [
  { n: 1, initial: [0.7, 0.7], residual: [0.4, 0.6] },
  { n: 2, initial: [0.6, 0.7], residual: [0.4, 0.6] },
  { n: 3, initial: [0.7, 0.7], residual: [0.7, 0.7] },
]

test('factors scored alike share a spot with all their numbers; one that does not move is named once', () => {
  expect(spotsOf(factors, 'initial')).toEqual([
    { p: 0.7, q: 0.7, label: '1' },
    { p: 0.6, q: 0.7, label: '2' },
  ])
  expect(spotsOf(factors, 'residual').map((spot) => spot.label)).toEqual(['1, 2', '3'])
})

test('only factors that the measures move have a line', () => {
  expect(movesOf(factors).map((factor) => factor.n)).toEqual([1, 2])
})

describe('the edge of a band', () => {
  test('runs from the top of the square to its right side, every point on p·q = bound', () => {
    const edge = edgeOf(0.36)
    expect(edge[0]).toEqual([0.36, 1])
    expect(edge.at(-1)![0]).toBe(1)
    expect(edge.at(-1)![1]).toBeCloseTo(0.36, 12)
    for (const [p, q] of edge) expect(p * q).toBeCloseTo(0.36, 12)
  })
})
