import { describe, expect, test } from 'vitest'
import { NATIONAL_428 } from '../scheme/schemes/national-428.ts'
import type { ScoredFactor } from './composite-index.ts'
import type { JudgedFactor } from './experts.ts'
import type { LevelInput } from './level.ts'
import { simulateLevel } from './level-simulation.ts'
import { ifSilentObject, leaveOneExpertOut, tippingPoints, weightSensitivity } from './robustness.ts'

const scored = (name: string, weight: number, probability: number, impact: number): ScoredFactor => ({
  id: name,
  name,
  weight,
  probability,
  impact,
})

const REST = {
  opposition: { overall: { opposed: 2, valid: 100 }, strata: [] },
  expectedEventPersons: 5,
  directConditions: null,
} satisfies Omit<LevelInput, 'factors'>

function value<Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

describe('weights moved by a fifth', () => {
  test('turn an index that lies close to its threshold', () => {
    // T = 0.5·0.49 + 0.5·0.2 = 0.345; with the first weight at 0.6/1.1 it is 0.358, with the second at 0.4/0.9 it is 0.361.
    const input = { ...REST, factors: [scored('甲', 0.5, 0.7, 0.7), scored('乙', 0.5, 0.4, 0.5)] }
    const { level, shifts, changes } = value(weightSensitivity(input, NATIONAL_428))
    expect(level).toBe('low')
    expect(changes).toBe(true)
    expect(shifts).toHaveLength(4)
    const shift = (factor: string, change: number) =>
      shifts.find((each) => each.factor === factor && each.change === change)
    expect(shift('甲', 0.2)?.index).toBeCloseTo((0.6 * 0.49 + 0.5 * 0.2) / 1.1, 9)
    expect(shift('甲', 0.2)?.level).toBe('low')
    expect(shift('乙', -0.2)?.index).toBeCloseTo((0.5 * 0.49 + 0.4 * 0.2) / 0.9, 9)
    expect(shift('乙', -0.2)?.level).toBe('medium')
  })

  test('leave a clear case alone, and say what the index does where another rule hides it', () => {
    const clear = { ...REST, factors: [scored('甲', 0.5, 0.2, 0.2), scored('乙', 0.5, 0.3, 0.2)] }
    expect(value(weightSensitivity(clear, NATIONAL_428))).toMatchObject({
      changes: false,
      changesIndexLevel: false,
    })
    const hidden = {
      ...REST,
      expectedEventPersons: 500,
      factors: [scored('甲', 0.5, 0.7, 0.7), scored('乙', 0.5, 0.4, 0.5)],
    }
    expect(value(weightSensitivity(hidden, NATIONAL_428))).toMatchObject({
      level: 'high',
      changes: false,
      changesIndexLevel: true,
    })
  })

  test('need weights', () => {
    const input = { ...REST, factors: [scored('甲', 0.5, 0.7, 0.7)] }
    expect(weightSensitivity(input, NATIONAL_428)).toMatchObject({ reason: 'weights-not-normalised' })
  })
})

const PANEL: JudgedFactor[] = [
  {
    id: 'a',
    name: '甲',
    weight: 0.5,
    judgements: [
      { probability: 0.9, impact: 0.9 },
      { probability: 0.5, impact: 0.5 },
      { probability: 0.9, impact: 0.9 },
    ],
  },
  {
    id: 'b',
    name: '乙',
    weight: 0.5,
    judgements: [
      { probability: 0.3, impact: 0.3 },
      { probability: 0.3, impact: 0.3 },
      { probability: 0.3, impact: 0.3 },
    ],
  },
]

describe('leaving one expert out', () => {
  test('shows on whom the level rests', () => {
    const sensitivity = value(leaveOneExpertOut(PANEL, REST, NATIONAL_428))
    expect(sensitivity.level).toBe('medium') // one critical factor
    expect(sensitivity.without.map(({ level }) => level)).toEqual(['low', 'medium', 'low'])
    expect(sensitivity.changes).toBe(true)
  })

  test('a factor only that expert judged cannot be judged without him', () => {
    const panel = PANEL.map((factor) =>
      factor.id === 'a' ? { ...factor, judgements: [factor.judgements[0] ?? null, null, null] } : factor,
    )
    const { without } = value(leaveOneExpertOut(panel, REST, NATIONAL_428))
    expect(without.map(({ level }) => level)).toEqual([null, 'medium', 'medium'])
  })

  test('needs two experts', () => {
    const alone = PANEL.map((factor) => ({ ...factor, judgements: factor.judgements.slice(0, 1) }))
    expect(leaveOneExpertOut(alone, REST, NATIONAL_428)).toMatchObject({ reason: 'too-few-experts' })
  })
})

describe('drawing experts', () => {
  test('gives each level its probability: two of three see a critical factor', () => {
    const simulation = value(simulateLevel(PANEL, REST, NATIONAL_428, { seed: 7, draws: 20_000 }))
    const { probabilities, standardErrors } = simulation
    expect(Math.abs(probabilities.medium - 2 / 3)).toBeLessThan(5 * Math.sqrt(2 / 9 / 20_000))
    expect(probabilities.low + probabilities.medium + probabilities.high).toBeCloseTo(1, 12)
    expect(standardErrors.medium).toBeCloseTo(Math.sqrt(2 / 9 / 20_000), 4)
    expect(simulation.byExpert).toEqual(['medium', 'low', 'medium'])
    expect(simulation.index).toEqual({ low: 0.17, median: 0.45, high: 0.45 })
  })

  test('is the same for the same seed and another for another', () => {
    const run = (seed: number) => value(simulateLevel(PANEL, REST, NATIONAL_428, { seed, draws: 500 }))
    expect(run(1)).toEqual(run(1))
    expect(run(1).probabilities).not.toEqual(run(2).probabilities)
  })

  test('experts who agree leave nothing to chance; other rules hold', () => {
    const agreed = PANEL.slice(1).map((factor) => ({ ...factor, weight: 1 }))
    expect(value(simulateLevel(agreed, REST, NATIONAL_428, { draws: 50 })).probabilities.low).toBe(1)
    const crowd = { ...REST, expectedEventPersons: 300 }
    expect(value(simulateLevel(PANEL, crowd, NATIONAL_428, { draws: 50 })).probabilities.high).toBe(1)
  })

  test('refuses an absurd plan', () => {
    expect(simulateLevel(PANEL, REST, NATIONAL_428, { draws: 0 })).toMatchObject({
      reason: 'draws-out-of-range',
    })
    expect(simulateLevel(PANEL, REST, NATIONAL_428, { seed: 0.5 })).toMatchObject({
      reason: 'seed-not-whole',
    })
  })
})

describe('if all who kept silent objected', () => {
  const input: LevelInput = {
    ...REST,
    factors: [scored('甲', 1, 0.3, 0.3)],
    opposition: {
      overall: { opposed: 2, valid: 90 },
      strata: [
        { name: '东村', opposed: 0, valid: 50 },
        { name: '西村', opposed: 2, valid: 40 },
      ],
    },
  }

  test('a high response leaves no room for another level', () => {
    const frame = {
      overall: 96,
      strata: [
        { name: '东村', units: 54 },
        { name: '西村', units: 42 },
      ],
    }
    expect(value(ifSilentObject(input, frame, NATIONAL_428))).toMatchObject({
      level: 'low',
      levelIfAllObject: 'low',
      silent: 6,
      shareIfAllObject: 8 / 96,
      changes: false,
    })
  })

  test('a low response in one village does', () => {
    const frame = {
      overall: 130,
      strata: [
        { name: '东村', units: 80 },
        { name: '西村', units: 50 },
      ],
    }
    expect(value(ifSilentObject(input, frame, NATIONAL_428))).toMatchObject({
      levelIfAllObject: 'high', // 30 of 80 in the east
      changes: true,
      silent: 40,
    })
  })

  test('a village where nobody answered is silent as a whole', () => {
    const frame = {
      overall: 102,
      strata: [
        { name: '东村', units: 50 },
        { name: '西村', units: 40 },
        { name: '南村', units: 12 },
      ],
    }
    expect(value(ifSilentObject(input, frame, NATIONAL_428)).levelIfAllObject).toBe('high')
  })

  test('needs a survey and a frame that fits it', () => {
    const strata = [{ name: '东村', units: 50 }]
    const ask = (asked: LevelInput, frame: Parameters<typeof ifSilentObject>[1]) =>
      ifSilentObject(asked, frame, NATIONAL_428)
    expect(ask({ ...input, opposition: null }, { overall: 90, strata })).toMatchObject({
      reason: 'no-survey',
    })
    expect(ask(input, { overall: 90, strata })).toMatchObject({
      reason: 'stratum-without-frame',
      details: { stratum: '西村' },
    })
    const small = { overall: 80, strata: [...strata, { name: '西村', units: 40 }] }
    expect(ask(input, small)).toMatchObject({ reason: 'frame-smaller-than-answers' })
  })
})

describe('tipping points', () => {
  test('say how far p or q alone must move', () => {
    const input = { ...REST, factors: [scored('甲', 1, 0.6, 0.5)] }
    const points = value(tippingPoints(input, NATIONAL_428))
    // Medium begins at T = 0.36: p = 0.72 with q = 0.5, or q = 0.6 with p = 0.6.
    expect(points).toEqual([
      { factor: '甲', part: 'probability', now: 0.6, worseFrom: 0.72, betterUpTo: null },
      { factor: '甲', part: 'impact', now: 0.5, worseFrom: 0.6, betterUpTo: null },
    ])
  })

  test('downwards: the factor on which a level rests', () => {
    const input = {
      ...REST,
      factors: [scored('甲', 0.1, 0.9, 0.9), scored('乙', 0.9, 0.2, 0.2)],
    }
    const points = value(tippingPoints(input, NATIONAL_428))
    // One critical factor makes it medium; at R ≤ 0.64, p ≤ 0.711, it is one major factor: low.
    expect(points[0]).toMatchObject({ worseFrom: null, betterUpTo: 0.711 })
    expect(points[2]).toMatchObject({ factor: '乙', betterUpTo: null })
  })

  test('nothing turns what the residents decide', () => {
    const input = {
      ...REST,
      opposition: { overall: { opposed: 60, valid: 100 }, strata: [] },
      factors: [scored('甲', 1, 0.5, 0.5)],
    }
    for (const point of value(tippingPoints(input, NATIONAL_428))) {
      expect([point.worseFrom, point.betterUpTo]).toEqual([null, null])
    }
  })
})
