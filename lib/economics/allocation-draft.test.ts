import { describe, expect, test } from 'vitest'
import { type Allocation, NOTHING_ALLOCATED } from './allocation.ts'
import {
  allocationDraftOf,
  allocationOf,
  leftOf,
  shareOf,
  withRest,
  withRestByPersons,
  withShare,
} from './allocation-draft.ts'

const ALLOCATION: Allocation = {
  ...NOTHING_ALLOCATED,
  investment: { a: 0.07, b: 0.333333, $treasury: 0.5 },
  benefit: { a: 1 },
}
const draft = allocationDraftOf(ALLOCATION)

test('shares that are only looked at are saved as they were', () => {
  expect(draft.investment).toEqual({ a: '7', b: '33.3333', $treasury: '50' })
  expect(allocationOf(draft)).toEqual({ allocation: ALLOCATION, issues: [] })
})

test('a percentage is read as people write it', () => {
  for (const [text, share] of [
    ['', 0],
    ['—', 0],
    ['12.', 0.12],
    ['１２．５％', 0.125],
    [' 100 %', 1],
  ] as const)
    expect(shareOf(text), text).toEqual({ ok: true, value: share })
  for (const [text, reason] of [
    ['一半', 'not-a-number'],
    ['-5', 'negative'],
    ['100.1', 'out-of-range'],
  ] as const)
    expect(shareOf(text), text).toMatchObject({ reason })
})

describe('what is left', () => {
  test('is shown while typing, below nought where too much was given', () => {
    expect(leftOf(draft, 'investment')).toBeCloseTo(0.096667, 9)
    expect(leftOf(draft, 'benefit')).toBe(0)
    expect(leftOf(withShare(draft, 'benefit', 'b', '5'), 'benefit')).toBeCloseTo(-0.05, 9)
    expect(leftOf(withShare(draft, 'benefit', 'b', '五'), 'benefit')).toBeNull()
  })

  test('goes to one cell on top of what stands there, and leaves nothing', () => {
    const given = withRest(draft, 'investment', 'a')
    expect(given.investment.a).toBe('16.6667')
    expect(leftOf(given, 'investment')).toBe(0)
    expect(withRest(given, 'investment', 'b')).toBe(given)
  })

  test('goes to the groups by their persons in hundredths of a percent that add up', () => {
    const groups = [
      { id: 'a', persons: 1125 },
      { id: 'b', persons: 1013 },
      { id: 'c', persons: 1320 },
    ]
    const given = withRestByPersons(draft, 'operation', groups)
    // 32.533, 29.294 and 38.172 %: the hundredth that is left goes to the largest fraction.
    expect(given.operation).toEqual({ a: '32.53', b: '29.3', c: '38.17' })
    expect(leftOf(given, 'operation')).toBe(0)
    const rest = withRestByPersons(draft, 'investment', groups)
    expect(leftOf(rest, 'investment')).toBe(0)
    expect(withRestByPersons(draft, 'benefit', groups)).toBe(draft)
    expect(withRestByPersons(draft, 'operation', [{ id: 'a', persons: 0 }])).toBe(draft)
  })
})

test('every wrong place is named, and nothing is saved', () => {
  const wrong = withShare(withShare(draft, 'benefit', 'b', '1'), 'operation', 'a', '约半')
  expect(allocationOf(wrong)).toEqual({
    allocation: null,
    issues: [
      { row: 'operation', party: 'a', reason: 'not-a-number' },
      { row: 'benefit', party: null, reason: 'more-than-whole' },
    ],
  })
})
