import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { POINTS_TABLE } from '../scheme/points-table.fixture.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { NATIONAL_428 } from '../scheme/schemes/national-428.ts'
import { SICHUAN_DEFAULT } from '../scheme/schemes/sichuan-default.ts'
import type { ScoredFactor } from './composite-index.ts'
import { judgeLevel, type LevelInput, type LevelRule, type LevelVerdict } from './level.ts'
import { rankOf } from './rules/rule-answer.ts'

const scored = (name: string, weight: number, probability: number, impact: number): ScoredFactor => ({
  id: name,
  name,
  weight,
  probability,
  impact,
})

const QUIET: LevelInput = {
  factors: [scored('尘', 0.6, 0.4, 0.5), scored('路', 0.4, 0.3, 0.4)],
  opposition: { overall: { opposed: 4, valid: 200 }, strata: [] },
  expectedEventPersons: 5,
  directConditions: [],
}

function verdict(input: Partial<LevelInput>, scheme: Scheme = NATIONAL_428): LevelVerdict {
  const judged = judgeLevel({ ...QUIET, ...input }, scheme)
  if (!judged.ok) throw new Error(judged.reason)
  return judged.value
}

const answerOf = (judged: LevelVerdict, rule: LevelRule) =>
  judged.answers.find((answer) => answer.rule === rule)

describe('the level', () => {
  test('is low when every rule says low, and all of them decide', () => {
    expect(verdict({})).toMatchObject({
      level: 'low',
      decidingRules: ['index', 'single-factor', 'opposition', 'expected-event'],
      unassessed: [],
      dilution: null,
    })
  })

  test('two grave factors among eight trifles: T says low, the single-factor rule high, and the dilution is shown', () => {
    const factors = [
      scored('征收', 0.1, 0.9, 0.9),
      scored('补偿', 0.1, 0.9, 0.9),
      ...Array.from({ length: 8 }, (_, i) => scored(`琐事${i}`, 0.1, 0.2, 0.2)),
    ]
    const judged = verdict({ factors })
    expect(answerOf(judged, 'index')).toMatchObject({ level: 'low', statistics: { index: 0.194 } })
    expect(judged.level).toBe('high')
    expect(judged.decidingRules).toEqual(['single-factor'])
    expect(answerOf(judged, 'single-factor')?.places).toEqual(['征收', '补偿'])
    expect(judged.dilution).toMatchObject({ index: 0.81, level: 'high' })
    expect(judged.dilution?.removedFactors).toHaveLength(8)
  })

  test('everybody strongly opposed: a local table gives 35 points, low; the opposition rule says high', () => {
    const scheme = { ...NATIONAL_428, penaltyTable: POINTS_TABLE }
    const judged = verdict(
      {
        opposition: { overall: { opposed: 300, valid: 300 }, strata: [] },
        penalty: {
          permits: { kind: 'options', option: 'complete' },
          opposition: { kind: 'opinion', counts: { strong: 300 }, valid: 300 },
          households: { kind: 'number', value: 80 },
        },
      },
      scheme,
    )
    expect(answerOf(judged, 'penalty')).toMatchObject({
      level: 'low',
      statistics: { points: 35, total: 100 },
    })
    expect(judged.level).toBe('high')
    expect(judged.decidingRules).toEqual(['opposition'])
  })

  test('T on the thresholds: 0.36 is medium, 0.64 still medium', () => {
    const at = (p: number, q: number) =>
      answerOf(verdict({ factors: [scored('一', 1, p, q)] }), 'index')?.level
    expect([at(0.6, 0.59), at(0.6, 0.6), at(0.8, 0.8), at(0.8, 0.81)]).toEqual([
      'low',
      'medium',
      'medium',
      'high',
    ])
  })

  test('one critical and three major are medium; one critical and four major are high, as five major are', () => {
    const factorsOf = (critical: number, major: number) =>
      Array.from({ length: critical + major }, (_, i) =>
        scored(`因素${i}`, 1 / (critical + major), i < critical ? 0.9 : 0.7, i < critical ? 0.9 : 0.7),
      )
    const level = (critical: number, major: number) =>
      answerOf(verdict({ factors: factorsOf(critical, major) }), 'single-factor')?.level
    expect(level(0, 1)).toBe('low')
    expect(level(0, 2)).toBe('medium')
    expect(level(0, 4)).toBe('medium')
    expect(level(0, 5)).toBe('high')
    expect(level(1, 0)).toBe('medium')
    expect(level(1, 3)).toBe('medium')
    expect(level(1, 4)).toBe('high')
    expect(level(2, 0)).toBe('high')
  })

  test('the severe factors are named, gravest first', () => {
    const factors = [
      scored('扬尘', 0.5, 0.7, 0.7),
      scored('补偿', 0.3, 0.9, 0.9),
      scored('绿化', 0.2, 0.5, 0.4),
    ]
    expect(answerOf(verdict({ factors }), 'single-factor')?.places).toEqual(['补偿', '扬尘'])
  })

  test('the size of the expected event: 19, 20, 199, 200', () => {
    const levels = [19, 20, 199, 200].map((persons) => verdict({ expectedEventPersons: persons }).level)
    expect(levels).toEqual(['low', 'medium', 'medium', 'high'])
  })

  test('direct conditions set a level at least', () => {
    expect(answerOf(verdict({}), 'direct')).toBeUndefined()
    expect(answerOf(verdict({}, SICHUAN_DEFAULT), 'direct')).toMatchObject({ level: 'low' })
    const judged = verdict(
      { directConditions: ['compensation-unfunded', 'decision-without-authority'] },
      SICHUAN_DEFAULT,
    )
    expect(judged).toMatchObject({ level: 'high', decidingRules: ['direct'] })
    expect(answerOf(judged, 'direct')?.places).toEqual([
      'decision-without-authority',
      'compensation-unfunded',
    ])
  })
})

describe('what is missing', () => {
  test('silences its rule with a reason, and never counts as low', () => {
    const scheme = { ...SICHUAN_DEFAULT, penaltyTable: POINTS_TABLE }
    const judged = verdict(
      { opposition: null, expectedEventPersons: null, directConditions: null, penalty: null },
      scheme,
    )
    expect(judged.unassessed).toEqual(['opposition', 'expected-event', 'direct', 'penalty'])
    expect(judged.answers.slice(2).map(({ level, reason }) => [level, reason])).toEqual([
      [null, 'no-survey'],
      [null, 'event-not-judged'],
      [null, 'conditions-not-examined'],
      [null, 'penalty-not-scored'],
    ])
    expect(judged.decidingRules).toEqual(['index', 'single-factor'])
  })

  test('weights that do not add up silence the index rule only', () => {
    const judged = verdict({ factors: [scored('一', 0.5, 0.9, 0.9), scored('二', 0.44, 0.9, 0.9)] })
    expect(answerOf(judged, 'index')).toMatchObject({
      level: null,
      reason: 'weights-not-normalised',
      statistics: { weightSum: 0.94 },
    })
    expect(judged).toMatchObject({ level: 'high', unassessed: ['index'], dilution: null })
  })

  test('an unanswered item of a points table is named', () => {
    const scheme = { ...NATIONAL_428, penaltyTable: POINTS_TABLE }
    const judged = verdict({ penalty: { permits: { kind: 'options', option: 'missing' } } }, scheme)
    expect(answerOf(judged, 'penalty')).toMatchObject({
      level: null,
      reason: 'penalty-item-unanswered',
      places: ['opposition'],
    })
  })
})

describe('what is wrong', () => {
  const tabled = { ...NATIONAL_428, penaltyTable: POINTS_TABLE }
  test.each<[string, Partial<LevelInput>, Scheme]>([
    ['no-factors', { factors: [] }, NATIONAL_428],
    ['probability-out-of-range', { factors: [scored('一', 1, Number.NaN, 0.5)] }, NATIONAL_428],
    ['impact-out-of-range', { factors: [scored('一', 1, 0.5, 1.01)] }, NATIONAL_428],
    [
      'opposition-counts-invalid',
      { opposition: { overall: null, strata: [{ name: '东村', opposed: 5, valid: 4 }] } },
      NATIONAL_428,
    ],
    [
      'opposition-counts-invalid',
      { opposition: { overall: { opposed: -1, valid: 4 }, strata: [] } },
      NATIONAL_428,
    ],
    ['event-size-invalid', { expectedEventPersons: -1 }, NATIONAL_428],
    ['event-size-invalid', { expectedEventPersons: Number.POSITIVE_INFINITY }, NATIONAL_428],
    ['unknown-direct-condition', { directConditions: ['weather'] }, SICHUAN_DEFAULT],
    ['penalty-answer-invalid', { penalty: { permits: { kind: 'options', option: 'lost' } } }, tabled],
    ['unknown-penalty-item', { penalty: { colour: { kind: 'number', value: 3 } } }, tabled],
  ])('is refused with its place: %s', (reason, input, scheme) => {
    const judged = judgeLevel({ ...QUIET, ...input }, scheme)
    expect(judged).toMatchObject({ ok: false, reason })
    if (!judged.ok && reason !== 'no-factors') expect(Object.keys(judged.details ?? {})).not.toEqual([])
  })

  test('opinions beyond the valid answers are refused', () => {
    const penalty = {
      permits: { kind: 'options', option: 'complete' },
      opposition: { kind: 'opinion', counts: { strong: 8, mild: 3 }, valid: 10 },
      households: { kind: 'number', value: 80 },
    } as const
    expect(judgeLevel({ ...QUIET, penalty }, tabled)).toMatchObject({
      reason: 'penalty-answer-invalid',
      details: { item: 'opposition' },
    })
  })
})

const score = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100)
const shares = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 12 })
const factorList = shares.chain((parts) => {
  const total = parts.reduce((sum, part) => sum + part, 0)
  return fc
    .array(fc.tuple(score, score), { minLength: parts.length, maxLength: parts.length })
    .map((scores) => scores.map(([p, q], i) => scored(`因素${i}`, (parts[i] ?? 1) / total, p, q)))
})
const counts = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([valid, share]) => ({ valid, opposed: Math.floor(valid * share) }))
const strata = fc
  .array(counts, { maxLength: 5 })
  .map((list) => list.map((count, i) => ({ name: `村${i}`, ...count })))
const anyInput: fc.Arbitrary<LevelInput> = fc.record({
  factors: factorList,
  opposition: fc.record({ overall: counts, strata }),
  expectedEventPersons: fc.integer({ min: 0, max: 400 }),
  directConditions: fc.subarray(SICHUAN_DEFAULT.directRules.map(({ id }) => id)),
})

/** The same matter with one thing worse. */
const worsening = fc.oneof(
  fc.record({ what: fc.constantFrom('probability', 'impact'), at: fc.nat(), to: score }),
  fc.record({ what: fc.constantFrom('overall', 'stratum'), at: fc.nat(), to: fc.constant(0) }),
  fc.record({ what: fc.constant('event'), at: fc.nat(), to: fc.integer({ min: 0, max: 400 }) }),
)

function worsened(input: LevelInput, { what, at, to }: { what: string; at: number; to: number }): LevelInput {
  const { opposition } = input
  switch (what) {
    case 'probability':
    case 'impact':
      return {
        ...input,
        factors: input.factors.map((factor, i) =>
          i === at % input.factors.length ? { ...factor, [what]: Math.max(factor[what], to) } : factor,
        ),
      }
    case 'overall': {
      const overall = opposition?.overall
      if (!overall || !opposition) return input
      const opposed = Math.min(overall.valid, overall.opposed + 1)
      return { ...input, opposition: { ...opposition, overall: { ...overall, opposed } } }
    }
    case 'stratum':
      if (!opposition) return input
      return {
        ...input,
        opposition: {
          ...opposition,
          strata: opposition.strata.map((stratum, i) =>
            i === at % opposition.strata.length
              ? { ...stratum, opposed: Math.min(stratum.valid, stratum.opposed + 1) }
              : stratum,
          ),
        },
      }
    default:
      return { ...input, expectedEventPersons: Math.max(input.expectedEventPersons ?? 0, to) }
  }
}

describe('laws', () => {
  test('raising any p, q, opposition or event size never lowers the level, nor any rule’s answer', () => {
    fc.assert(
      fc.property(anyInput, worsening, (input, change) => {
        const before = verdict(input, SICHUAN_DEFAULT)
        const after = verdict(worsened(input, change), SICHUAN_DEFAULT)
        expect(rankOf(after.level)).toBeGreaterThanOrEqual(rankOf(before.level))
        for (const [i, answer] of before.answers.entries()) {
          const then = after.answers[i]?.level
          if (answer.level && then) expect(rankOf(then)).toBeGreaterThanOrEqual(rankOf(answer.level))
        }
      }),
      { numRuns: 500 },
    )
  })

  test('the order of factors, strata and conditions does not matter', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const turned = verdict(
          {
            factors: input.factors.toReversed(),
            opposition: input.opposition && {
              ...input.opposition,
              strata: input.opposition.strata.toReversed(),
            },
            expectedEventPersons: input.expectedEventPersons,
            directConditions: input.directConditions?.toReversed() ?? null,
          },
          SICHUAN_DEFAULT,
        )
        const { level, decidingRules } = verdict(input, SICHUAN_DEFAULT)
        expect({ level: turned.level, decidingRules: turned.decidingRules }).toEqual({ level, decidingRules })
      }),
    )
  })

  test('the level is the worst answer, and the deciding rules are those that give it', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { level, decidingRules, answers } = verdict(input, SICHUAN_DEFAULT)
        for (const answer of answers) {
          expect(rankOf(answer.level ?? 'low')).toBeLessThanOrEqual(rankOf(level))
          expect(decidingRules.includes(answer.rule)).toBe(answer.level === level)
        }
      }),
    )
  })

  test('a trifle added lowers no rule but the index, and where it lowers T the verdict says so', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 90 }), (input, hundredths) => {
        const weight = hundredths / 100
        const diluted = {
          ...input,
          factors: [
            ...input.factors.map((factor) => ({ ...factor, weight: factor.weight * (1 - weight) })),
            scored('琐事', weight, 0.2, 0.1),
          ],
        }
        const before = verdict(input, SICHUAN_DEFAULT)
        const after = verdict(diluted, SICHUAN_DEFAULT)
        for (const answer of before.answers) {
          if (answer.rule === 'index') continue
          expect(answerOf(after, answer.rule)?.level).toBe(answer.level)
        }
        const [t, diluteT] = [before, after].map((judged) => answerOf(judged, 'index')?.statistics.index ?? 0)
        const somethingElse = input.factors.some(({ probability, impact }) => probability * impact > 0.041)
        if (somethingElse && (diluteT ?? 0) < (t ?? 0)) {
          expect(after.dilution?.removedFactors).toContain('琐事')
          expect(after.dilution?.index).toBeGreaterThanOrEqual((t ?? 0) - 2e-9)
        }
      }),
    )
  })
})
