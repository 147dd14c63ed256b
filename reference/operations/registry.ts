/** Every operation of the fixture format, by name. */
import type { Operations } from '../operation.ts'
import { operations as economics } from './economics.ts'
import { operations as monteCarlo } from './monte-carlo.ts'
import { operations as risk } from './risk.ts'
import { operations as surveyDesign } from './survey-design.ts'
import { operations as testsAndSizes } from './tests-and-sizes.ts'

const parts: readonly Operations[] = [surveyDesign, testsAndSizes, economics, monteCarlo, risk]

export const operations: Operations = merged(parts)

/** A name claimed twice would let the later map answer silently for the earlier one. */
function merged(maps: readonly Operations[]): Operations {
  const all = new Map<string, Operations[string]>()
  for (const [name, operation] of maps.flatMap((map) => Object.entries(map))) {
    if (all.has(name)) throw new Error(`two operations are called ${name}`)
    all.set(name, operation)
  }
  return Object.fromEntries(all)
}
