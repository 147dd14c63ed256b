import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fewestAnswers, type SamplingFloor } from './sampling-floor.ts'
import { NATIONAL_428 } from './schemes/national-428.ts'

function floorOf(id: string): SamplingFloor {
  const floor = NATIONAL_428.samplingFloors.find((candidate) => candidate.id === id)
  if (!floor) throw new Error(id)
  return floor
}

const fewest = (id: string, frame: number) => {
  const answers = fewestAnswers(floorOf(id), frame)
  return answers.ok ? answers.value : answers.reason
}

describe('sampling floors', () => {
  test('land: every directly affected household', () => {
    expect(fewest('land-directly-affected', 137)).toBe(137)
  })

  test('environment: more than 90 %, more than 50 % and 90, more than 30 % and 250', () => {
    expect(fewest('environment-3-km', 10)).toBe(10) // more than 9
    expect(fewest('environment-3-km', 99)).toBe(90) // more than 89.1
    expect(fewest('environment-3-km', 100)).toBe(90) // more than 50, but 90
    expect(fewest('environment-3-km', 400)).toBe(201) // more than 200 is 201, not 200
    expect(fewest('environment-3-km', 501)).toBe(250)
    expect(fewest('environment-3-km', 2000)).toBe(601)
  })

  test('NIMBY and policy floors; nobody can ask more than there are', () => {
    expect(fewest('nimby-4-km', 300)).toBe(181)
    expect(fewest('nimby-4-km', 600)).toBe(300)
    expect(fewest('policy-direct', 100_000)).toBe(200)
    expect(fewest('policy-direct', 80)).toBe(80)
    expect(fewest('policy-indirect', 0)).toBe(0)
  })

  test('a frame is a whole number of units', () => {
    expect(fewest('policy-direct', -1)).toBe('not-a-count')
    expect(fewest('policy-direct', Number.NaN)).toBe('not-a-count')
  })

  test('within a size class a larger frame never needs fewer answers, and none needs more than there are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NATIONAL_428.samplingFloors),
        fc.integer({ min: 0, max: 5000 }),
        (floor, frame) => {
          const here = fewestAnswers(floor, frame)
          const next = fewestAnswers(floor, frame + 1)
          if (!here.ok || !next.ok) throw new Error('a whole frame is answered')
          expect(here.value).toBeLessThanOrEqual(frame)
          const sizeOf = (n: number) => floor.sizes.findIndex(({ upTo }) => upTo === null || n <= upTo)
          if (sizeOf(frame) === sizeOf(frame + 1)) expect(next.value).toBeGreaterThanOrEqual(here.value)
        },
      ),
    )
  })
})
