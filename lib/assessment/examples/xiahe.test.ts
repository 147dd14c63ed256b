import { describe, expect, test } from 'vitest'
import { surveyResults } from '../../survey/results.ts'
import { tallyResponses } from '../../survey/tally.ts'
import { EXAMPLE_QUESTIONNAIRE } from './resettlement.ts'
import {
  gradeCounts,
  reconstructedAnswers,
  XIAHE_CRITERIA,
  XIAHE_ITEMS,
  XIAHE_PRINTED,
  XIAHE_VALID,
} from './xiahe.ts'

/** The paper prints four decimals of counts of 292, so a share is known to half of 1e-4 plus half a person. */
const ROUNDING = 0.5 / XIAHE_VALID + 0.00005

/**
 * The paper's chain from rows to criterion vectors is reproducible to 0.0035 (largest gap: B1 grade 2, 0.0029); the wrong
 * grouping of C5 misses by more than 0.02.
 */
const CHAIN = 0.0035

const tally = tallyResponses(
  EXAMPLE_QUESTIONNAIRE,
  ['all'],
  reconstructedAnswers().map((answers) => ({ groupId: 'all', answers })),
)
const results = surveyResults(EXAMPLE_QUESTIONNAIRE, tally)

/** Counts of each grade over all 292 respondents, as shares. */
function membershipOf(itemId: string): number[] {
  const question = results.questions.find((candidate) => candidate.questionId === itemId)
  return question!.options.map((option) => (option.estimate?.count ?? 0) / XIAHE_VALID)
}

function weighted(items: readonly string[], rowOf: (itemId: string) => readonly number[]): number[] {
  const weightOf = (itemId: string) => XIAHE_ITEMS.find((item) => item.id === itemId)!.weight
  const sum = items.reduce((total, itemId) => total + weightOf(itemId), 0)
  return [0, 1, 2, 3, 4].map((grade) =>
    items.reduce((total, itemId) => total + (weightOf(itemId) / sum) * rowOf(itemId)[grade]!, 0),
  )
}

describe('the published survey of Xiahe', () => {
  test('tallies of the reconstructed answers give back every printed membership row', () => {
    for (const item of XIAHE_ITEMS) {
      const row = membershipOf(item.id)
      item.membership.forEach((printed, grade) => {
        expect(Math.abs(row[grade]! - printed), `${item.id} grade ${grade + 1}`).toBeLessThan(ROUNDING)
      })
    }
  })

  test('the four criterion vectors follow from the tallies and the printed weights, with C5 under B2', () => {
    for (const [name, criterion] of Object.entries(XIAHE_CRITERIA)) {
      const vector = weighted(criterion.items, membershipOf)
      XIAHE_PRINTED[name as keyof typeof XIAHE_CRITERIA].forEach((printed, grade) => {
        expect(Math.abs(vector[grade]! - printed), `${name} grade ${grade + 1}`).toBeLessThan(CHAIN)
      })
    }
  })

  test('with C5 under B1, as the paper’s table 1 has it, B1 does not follow', () => {
    const vector = weighted([...XIAHE_CRITERIA.B1.items, 'C5'], membershipOf)
    expect(Math.abs(vector[1]! - XIAHE_PRINTED.B1[1])).toBeGreaterThan(0.02)
  })

  test('the printed overall vector does not follow from the paper’s own weights and vectors', () => {
    const overall = [0, 1, 2, 3, 4].map((grade) =>
      Object.entries(XIAHE_CRITERIA).reduce(
        (sum, [name, { weight }]) =>
          sum + weight * XIAHE_PRINTED[name as keyof typeof XIAHE_CRITERIA][grade]!,
        0,
      ),
    )
    expect(overall[0]).toBeCloseTo(0.2265, 3)
    expect(overall[1]).toBeCloseTo(0.2711, 3)
    expect(Math.abs(overall[0]! - XIAHE_PRINTED.A[0])).toBeGreaterThan(0.03)
  })

  test('the satisfaction index is the mean share of the first three grades over the items', () => {
    const estimate = results.indices.satisfaction.estimate!
    const expected =
      XIAHE_ITEMS.reduce((sum, item) => {
        const counts = gradeCounts(item.membership, XIAHE_VALID)
        const answered = counts.reduce((total, count) => total + count, 0)
        return sum + (counts[0]! + counts[1]! + counts[2]!) / answered
      }, 0) / XIAHE_ITEMS.length
    expect(estimate.share).toBeCloseTo(expected, 12)
    expect(estimate.n).toBe(282) // C4 is printed with a row that sums to 0.9657: ten people did not answer it.
    expect(estimate.low).toBeLessThan(estimate.share)
    expect(estimate.high).toBeGreaterThan(estimate.share)
  })

  test('an index without items is said to be unnamed instead of being zero', () => {
    expect(results.indices.confidence).toMatchObject({ named: false, estimate: null })
  })

  test('opposition counts the named option only', () => {
    expect(results.indices.opposition.estimate).toMatchObject({ count: 26, n: 292 })
  })
})
