import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { POINTS_TABLE } from '../../scheme/points-table.fixture.ts'
import { NATIONAL_428 } from '../../scheme/schemes/national-428.ts'
import { judgePenalty, type PenaltyAnswers, penaltyScore } from './penalty.ts'

const SCHEME = { ...NATIONAL_428, penaltyTable: POINTS_TABLE }

const filled = (permits: string, counts: Record<string, number>, households: number): PenaltyAnswers => ({
  permits: { kind: 'options', option: permits },
  opposition: { kind: 'opinion', counts, valid: 200 },
  households: { kind: 'number', value: households },
})

function scored(answers: PenaltyAnswers, table = POINTS_TABLE) {
  const score = penaltyScore(table, answers)
  if (!score.ok) throw new Error(score.reason)
  return score.value
}

describe('a table of points', () => {
  test('options, bands of a number, and Σ aᵢ·bᵢ·35 over graded opposition', () => {
    // 10 + 35 · (20·0.4 + 10·0.7 + 6·1)/200 + 20
    const { points, dimensions } = scored(filled('partial', { mild: 20, opposed: 10, strong: 6 }, 300))
    expect(dimensions).toEqual([
      { id: 'legality', points: 10 },
      { id: 'opinion', points: 3.675 },
      { id: 'extent', points: 20 },
    ])
    expect(points).toBe(33.675)
  })

  test('the closed side of a band, and of the levels', () => {
    const points = (households: number) => scored(filled('complete', {}, households)).points
    expect([points(99), points(100), points(499.5), points(500)]).toEqual([0, 20, 20, 40])
    const level = (answers: PenaltyAnswers) => judgePenalty(answers, SCHEME)?.level
    expect(level(filled('complete', {}, 500))).toBe('medium') // 40
    expect(level(filled('complete', { strong: 199 }, 100))).toBe('medium') // 54.825
    expect(level(filled('missing', { strong: 200 }, 500))).toBe('high') // 100
  })

  test('a dimension gives no more than its maximum', () => {
    const [legality, ...others] = POINTS_TABLE.dimensions
    if (!legality) throw new Error('the table has dimensions')
    const twice = {
      ...legality,
      items: [...legality.items, ...legality.items.map((item) => ({ ...item, id: 'hearing' }))],
    }
    const answers = { ...filled('missing', {}, 0), hearing: { kind: 'options', option: 'missing' } } as const
    expect(scored(answers, { ...POINTS_TABLE, dimensions: [twice, ...others] }).points).toBe(25)
  })

  test('no table, no answer', () => {
    expect(judgePenalty(null, NATIONAL_428)).toBeNull()
    expect(judgePenalty(null, SCHEME)).toMatchObject({ level: null, reason: 'penalty-not-scored' })
  })

  test.each<[string, PenaltyAnswers]>([
    ['penalty-item-unanswered', {}],
    ['penalty-answer-invalid', filled('lost', {}, 0)],
    ['penalty-answer-invalid', filled('complete', {}, -1)],
    ['penalty-answer-invalid', filled('complete', {}, Number.NaN)],
    ['penalty-answer-invalid', filled('complete', { strong: 201 }, 0)],
    ['penalty-answer-invalid', filled('complete', { strong: -1 }, 0)],
    ['penalty-answer-invalid', filled('complete', { furious: 1 }, 0)],
    ['penalty-answer-invalid', { ...filled('complete', {}, 0), permits: { kind: 'number', value: 1 } }],
    ['unknown-penalty-item', { ...filled('complete', {}, 0), colour: { kind: 'number', value: 1 } }],
  ])('refuses: %s', (reason, answers) => {
    expect(penaltyScore(POINTS_TABLE, answers)).toMatchObject({ ok: false, reason })
  })

  test('stronger opposition and more households never give fewer points', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60)),
        fc.nat(1000),
        fc.nat(500),
        ([mild, opposed, strong], households, more) => {
          const base = scored(filled('complete', { mild, opposed, strong }, households)).points
          const harder = { mild: 0, opposed: mild + opposed, strong }
          expect(scored(filled('complete', harder, households)).points).toBeGreaterThanOrEqual(base)
          expect(
            scored(filled('complete', { mild, opposed, strong }, households + more)).points,
          ).toBeGreaterThanOrEqual(base)
        },
      ),
    )
  })
})
