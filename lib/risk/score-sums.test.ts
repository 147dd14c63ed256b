import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NATIONAL_428 } from '../scheme/schemes/national-428.ts'
import { judgeLevel } from './level.ts'
import { levelOfSums, scoreFactor, surroundingsOf } from './score-sums.ts'

const score = fc.record({
  probability: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
  impact: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
})

test('the level of the sums is the level of the rules, whatever the scores and the surroundings', () => {
  const scores = fc.array(score, { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(
      scores,
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 300 }),
      (drawn, opposed, persons) => {
        const factors = drawn.map((one, i) => ({
          id: `f${i}`,
          name: `f${i}`,
          weight: 1 / drawn.length,
          ...one,
        }))
        const verdict = judgeLevel(
          {
            factors,
            opposition: { overall: { opposed, valid: 400 }, strata: [] },
            expectedEventPersons: persons,
            directConditions: null,
          },
          NATIONAL_428,
        )
        if (!verdict.ok) throw new Error(verdict.reason)
        const own = factors.map((factor) => scoreFactor(factor, NATIONAL_428))
        const sum = (part: 'contribution' | 'critical' | 'majorOrWorse') =>
          own.reduce((total, one) => total + one[part], 0)
        const sums = {
          index: sum('contribution'),
          critical: sum('critical'),
          majorOrWorse: sum('majorOrWorse'),
        }
        expect(levelOfSums(sums, surroundingsOf(verdict.value), NATIONAL_428)).toBe(verdict.value.level)
      },
    ),
  )
})
