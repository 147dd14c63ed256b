import { describe, expect, test } from 'vitest'
import { forgive, minutesToWait, recordFailure } from './attempts.ts'

const MINUTE = 60_000

describe('failed sign-ins', () => {
  test('the sixth guess at one name from one address has to wait, the other address does not', () => {
    const mine = [{ key: 'a @ 1', most: 5 }]
    const others = [{ key: 'a @ 2', most: 5 }]
    for (let i = 0; i < 5; i++) {
      expect(minutesToWait(mine, i * MINUTE)).toBe(0)
      recordFailure(mine, i * MINUTE)
    }
    expect(minutesToWait(mine, 5 * MINUTE)).toBe(10)
    expect(minutesToWait(others, 5 * MINUTE)).toBe(0)
    // The first failure leaves the window of 15 minutes.
    expect(minutesToWait(mine, 15 * MINUTE)).toBe(0)
  })

  test('guessing one name from many addresses is stopped by the name', () => {
    for (let i = 0; i < 30; i++) {
      recordFailure(
        [
          { key: `b @ ${i}`, most: 5 },
          { key: 'user b', most: 30 },
        ],
        i,
      )
    }
    expect(
      minutesToWait(
        [
          { key: 'b @ 99', most: 5 },
          { key: 'user b', most: 30 },
        ],
        100,
      ),
    ).toBe(15)
  })

  test('a successful sign-in clears the count', () => {
    const mine = [{ key: 'c', most: 1 }]
    recordFailure(mine, 0)
    expect(minutesToWait(mine, 1)).toBe(15)
    forgive(mine)
    expect(minutesToWait(mine, 1)).toBe(0)
  })
})
