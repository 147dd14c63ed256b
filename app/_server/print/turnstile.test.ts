import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { atDesk, atDeskInSteps } from './turnstile.ts'

function* counting(steps: number, told: (step: number) => void): Generator<undefined, string> {
  for (let i = 0; i < steps; i++) {
    told(i)
    yield
  }
  return 'made'
}

test('whoever else is served has a turn in every pause of the work, and the work comes to its end', async () => {
  let turns = 0
  let over = false
  const others = (async () => {
    while (!over) {
      await setImmediate()
      turns += 1
    }
  })()
  const turnsAt: number[] = []
  expect(await atDeskInSteps(counting(5, () => turnsAt.push(turns)))).toBe('made')
  over = true
  await others
  expect(turnsAt).toHaveLength(5)
  expect(new Set(turnsAt).size).toBe(5)
})

test('two works at the desk take turns', async () => {
  const order: string[] = []
  await Promise.all(['a', 'b'].map((name) => atDeskInSteps(counting(3, () => order.push(name)))))
  expect(order.join('')).toBe('ababab')
})

test('a work that fails leaves the desk free for the next', async () => {
  await expect(
    atDesk(() => {
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await atDesk(() => 1)).toBe(1)
})
