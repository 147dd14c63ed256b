import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NATIONAL_428 } from '../../scheme/schemes/national-428.ts'
import { judgeOpposition, type OppositionInput } from './opposition.ts'
import { rankOf } from './rule-answer.ts'

const ask = (
  overall: [opposed: number, valid: number] | null,
  strata: Record<string, [opposed: number, valid: number]> = {},
) =>
  judgeOpposition(
    {
      overall: overall && { opposed: overall[0], valid: overall[1] },
      strata: Object.entries(strata).map(([name, [opposed, valid]]) => ({ name, opposed, valid })),
    },
    NATIONAL_428,
  )

describe('the opposition rule', () => {
  test('decides on the point share; thresholds belong to the worse level', () => {
    const levels = [9, 10, 32, 33].map((opposed) => ask([opposed, 100]).level)
    expect(levels).toEqual(['low', 'medium', 'medium', 'high'])
  })

  test('shows the Wilson bounds beside the share (7 of 120: 2.85 %–11.55 %)', () => {
    const { level, statistics } = ask([7, 120])
    expect(level).toBe('low')
    expect(statistics.share).toBeCloseTo(7 / 120, 12)
    expect(statistics.low).toBeCloseTo(0.0285, 3)
    expect(statistics.high).toBeCloseTo(0.1155, 3)
  })

  test('a village over the line decides and is named, whatever the whole says', () => {
    const answer = ask([22, 500], { 东村: [20, 50], 西村: [2, 450] })
    expect(answer).toMatchObject({ level: 'high', places: ['东村'] })
    expect(answer.statistics.highestShare).toBeCloseTo(0.4, 12)
  })

  test('places stand gravest first', () => {
    expect(ask(null, { 甲: [15, 100], 乙: [60, 100], 丙: [2, 100], 丁: [30, 100] }).places).toEqual([
      '乙',
      '丁',
      '甲',
    ])
  })
})

describe('small strata', () => {
  test('one of three is a third and flips nothing; neither does one of nine', () => {
    expect(ask([1, 203], { 散户: [1, 3], 大村: [0, 200] })).toMatchObject({ level: 'low' })
    expect(ask([1, 209], { 散户: [1, 9], 大村: [0, 200] })).toMatchObject({ level: 'low' })
  })

  test('clear majorities of five to nine answers are strong enough', () => {
    // Wilson lower ends: 5/5 0.57, 2/5 0.12, 3/8 0.14, 8/9 0.57.
    expect(ask(null, { 一: [5, 5] }).level).toBe('high')
    expect(ask(null, { 一: [2, 5] })).toMatchObject({ level: 'medium', places: ['一'] })
    expect(ask(null, { 一: [3, 8] }).level).toBe('medium')
    expect(ask(null, { 一: [8, 9] }).level).toBe('high')
  })

  test('fewer answers than k are never judged by themselves: the level would publish them', () => {
    const answer = ask([4, 204], { 四户: [4, 4], 大村: [0, 200] })
    expect(answer).toMatchObject({ level: 'low', statistics: { smallStrata: 1 } })
    expect(answer.places).toBeUndefined()
  })

  test('a hostile village cut into slices is judged as one', () => {
    const slices = Object.fromEntries(
      Array.from({ length: 6 }, (_, i) => [`组${i}`, [2, 9] as [number, number]]),
    )
    const answer = ask([12, 1054], { ...slices, 大村: [0, 1000] })
    expect(answer).toMatchObject({ level: 'medium', statistics: { smallStrata: 6 } })
    expect(answer.statistics.smallStrataShare).toBeCloseTo(12 / 54, 8)
    expect(answer.places).toHaveLength(6)
  })

  test('their shares are not among the statistics', () => {
    expect(ask(null, { 一: [5, 5], 二: [0, 100] }).statistics.highestShare).toBe(0)
  })
})

describe('without answers', () => {
  test('the rule is silent, with the reason', () => {
    expect(judgeOpposition(null, NATIONAL_428)).toMatchObject({ level: null, reason: 'no-survey' })
    expect(ask(null)).toMatchObject({ level: null, reason: 'no-survey' })
    expect(ask([0, 0], { 东村: [0, 0] })).toMatchObject({ level: null, reason: 'no-valid-answers' })
  })

  test('a stratum nobody answered in is left out', () => {
    expect(ask([10, 40], { 东村: [0, 0], 西村: [10, 40] })).toMatchObject({
      level: 'medium',
      places: ['西村'],
    })
  })
})

describe('more opposition never lowers the level', () => {
  const stratum = fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }))
    .map(([opposed, others]) => ({ opposed, valid: opposed + others }))
  type Count = { opposed: number; valid: number }
  const rank = (counts: readonly Count[]) => {
    const input: OppositionInput = {
      overall: {
        opposed: counts.reduce((sum, { opposed }) => sum + opposed, 0),
        valid: counts.reduce((sum, { valid }) => sum + valid, 0),
      },
      strata: counts.map((count, i) => ({ name: `村${i}`, ...count })),
    }
    return rankOf(judgeOpposition(input, NATIONAL_428).level ?? 'low')
  }

  test('when an answer turns into an objection', () => {
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 6 }), fc.nat(), (list, at) => {
        const turned = list.map(({ opposed, valid }, i) => ({
          opposed: i === at % list.length ? Math.min(valid, opposed + 1) : opposed,
          valid,
        }))
        expect(rank(turned)).toBeGreaterThanOrEqual(rank(list))
      }),
      { numRuns: 1000 },
    )
  })

  test('when an objection is added to a stratum, also where it ceases to be small', () => {
    fc.assert(
      fc.property(stratum, ({ opposed, valid }) => {
        const before = rank([{ opposed, valid }])
        expect(rank([{ opposed: opposed + 1, valid: valid + 1 }])).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 1000 },
    )
  })
})
