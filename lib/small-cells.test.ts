import { describe, expect, test } from 'vitest'
import { withheldGroups } from './small-cells.ts'

const groups = (...valid: number[]) => valid.map((n, i) => ({ groupId: `g${i}`, valid: n }))

describe('small cells', () => {
  test('groups of five and more are printed', () => {
    expect(withheldGroups(groups(5, 60, 120), 5).size).toBe(0)
  })

  test('a small group takes the next smallest with it, or it could be worked out from the total', () => {
    expect(withheldGroups(groups(3, 60, 120), 5)).toEqual(new Set(['g0', 'g1']))
  })

  test('several small groups are enough only when together they hide anybody', () => {
    expect(withheldGroups(groups(3, 4, 120), 5)).toEqual(new Set(['g0', 'g1']))
    expect(withheldGroups(groups(1, 2, 60, 120), 5)).toEqual(new Set(['g0', 'g1', 'g2']))
  })

  test('a group that nobody answered for hides nothing', () => {
    expect(withheldGroups(groups(0, 60, 120), 5).size).toBe(0)
    expect(withheldGroups(groups(0, 2, 60), 5)).toEqual(new Set(['g1', 'g2']))
  })
})
