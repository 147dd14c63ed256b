import { describe, expect, test } from 'vitest'
import type { SamplingFloor } from '../scheme/sampling-floor.ts'
import { NATIONAL_428 } from '../scheme/schemes/national-428.ts'
import { type EstimateFrame, weightedEstimates } from './estimates.ts'
import { type Questionnaire, questionnaireShape } from './questionnaire.ts'
import { STARTING_PLAN } from './sampling/plan.ts'
import { tallyResponses } from './tally.ts'

const questionnaire: Questionnaire = questionnaireShape.parse({
  title: '调查',
  introduction: '说明',
  questions: [
    {
      id: 'attitude',
      type: 'single',
      title: '态度',
      required: false,
      options: [
        { id: 'for', label: '支持' },
        { id: 'against', label: '反对' },
      ],
    },
  ],
  indices: {
    satisfaction: null,
    confidence: null,
    support: { questionIds: ['attitude'], optionIds: ['for'] },
    opposition: { questionIds: ['attitude'], optionIds: ['against'] },
  },
})

function tally(counts: Readonly<Record<string, readonly [pro: number, contra: number]>>) {
  const responses = Object.entries(counts).flatMap(([groupId, [pro, contra]]) => [
    ...Array.from({ length: pro }, () => ({ groupId, answers: { attitude: 'for' } })),
    ...Array.from({ length: contra }, () => ({ groupId, answers: { attitude: 'against' } })),
  ])
  return tallyResponses(questionnaire, Object.keys(counts), responses)
}

const group = (id: string, households: number, effect: 'direct' | 'indirect' = 'direct') => ({
  id,
  name: id,
  effect,
  households,
  persons: households * 3,
})
const frame = (
  groups: EstimateFrame['groups'],
  samplingFloors: readonly SamplingFloor[] = [],
): EstimateFrame => ({
  groups,
  plan: {
    version: 1,
    savedOn: '2026-11-01',
    entry: { ...STARTING_PLAN, matters: ['land'] },
    strata: [],
  },
  samplingFloors,
  fewest: 5,
})

describe('weighted estimates', () => {
  test('a small group that was asked to the last household does not decide for a large one', () => {
    // 东村 100 households, 50 asked, 40 opposed; 西村 900 households, 50 asked, 10 opposed.
    const { indices, items } = weightedEstimates(
      questionnaire,
      tally({ east: [10, 40], west: [40, 10] }),
      frame([group('east', 100), group('west', 900)]),
    )
    const opposition = indices.find(({ index }) => index === 'opposition')
    expect(opposition?.plain).toMatchObject({ share: 0.5 })
    expect(opposition?.weighted).toMatchObject({ share: 0.1 * 0.8 + 0.9 * 0.2 })
    // √(0.1²·0.5·0.16/49 + 0.9²·(1−50/900)·0.16/49) = 0.05014 by hand; logit ± t(98)·SE/(p(1−p)).
    const weighted = opposition?.weighted
    if (typeof weighted !== 'object') throw new Error('an estimate')
    const half =
      (1.984467 * Math.sqrt(0.01 * 0.5 * (0.16 / 49) + 0.81 * (850 / 900) * (0.16 / 49))) / (0.26 * 0.74)
    const logit = Math.log(0.26 / 0.74)
    expect(weighted.low).toBeCloseTo(1 / (1 + Math.exp(half - logit)), 6)
    expect(weighted.high).toBeCloseTo(1 / (1 + Math.exp(-half - logit)), 6)
    expect(items[0]?.options[1]?.weighted).toMatchObject({ share: 0.26 })
    expect(opposition?.byGroup.map(({ estimate }) => typeof estimate === 'object' && estimate.share)).toEqual(
      [0.8, 0.2],
    )
  })

  test('where a floor of the scheme is not met there is no number', () => {
    const counts = tally({ east: [10, 40], west: [40, 10] })
    const groups = [group('east', 100), group('west', 900)]
    const { indices } = weightedEstimates(questionnaire, counts, frame(groups, NATIONAL_428.samplingFloors))
    expect(NATIONAL_428.samplingFloors.some(({ matter }) => matter === 'land')).toBe(true)
    expect(indices[0]?.weighted).toBe('floor-not-met')
    expect(indices[0]?.byGroup.map(({ estimate }) => estimate)).toEqual(['floor-not-met', 'floor-not-met'])
    expect(indices[0]?.plain).toMatchObject({ share: 0.5 })
  })

  test('a group that nobody spoke for leaves no estimate for all', () => {
    const { indices } = weightedEstimates(
      questionnaire,
      tally({ east: [10, 40], west: [0, 0] }),
      frame([group('east', 100), group('west', 900)]),
    )
    expect(indices[0]?.weighted).toBe('group-unheard')
  })

  test('two opponents of a group are not to be read off its estimate, nor sharply off that of all', () => {
    const { indices } = weightedEstimates(
      questionnaire,
      tally({ east: [48, 2], west: [30, 20], north: [25, 25] }),
      frame([group('east', 100), group('west', 900), group('north', 200)]),
    )
    const opposition = indices.find(({ index }) => index === 'opposition')
    expect(opposition?.byGroup[0]?.estimate).toBe('hidden')
    expect(opposition?.byGroup.filter(({ estimate }) => estimate === 'hidden')).toHaveLength(2)
    // In whole per cent it would be the same for one number of opponents only: whoever knows the total had it.
    expect(opposition?.weighted).toBe('hidden')
  })

  test('where groups weigh alike the weighted share may stand: it is the same whichever of them the opponents are in', () => {
    const groups = [group('east', 500), group('west', 500), group('north', 200)]
    const opposition = (east: number) =>
      weightedEstimates(
        questionnaire,
        tally({ east: [250 - east, east], west: [190 + east, 60 - east], north: [100, 100] }),
        frame(groups),
      ).indices.find(({ index }) => index === 'opposition')
    const printed = opposition(3)
    expect(printed?.byGroup.map(({ estimate }) => estimate === 'hidden')).toEqual([true, true, false])
    // (2·60 + 100)/1200 = 220/1200, to a tenth of a per cent.
    expect(printed?.weighted).toMatchObject({ share: 0.183, coarse: false })
    for (const other of [1, 2, 4].map(opposition)) expect(JSON.stringify(other)).toBe(JSON.stringify(printed))
  })

  test('every household answered: the weighted share is known and its interval a point', () => {
    const { indices } = weightedEstimates(
      questionnaire,
      tally({ east: [80, 20], west: [150, 50] }),
      frame([group('east', 100), group('west', 200)]),
    )
    const opposition = indices.find(({ index }) => index === 'opposition')?.weighted
    if (typeof opposition !== 'object') throw new Error('an estimate')
    expect(opposition.share).toBeCloseTo(70 / 300, 12)
    expect(opposition.low).toBeCloseTo(70 / 300, 12)
    expect(opposition.high).toBeCloseTo(70 / 300, 12)
  })

  test('an option that hides few of all is hidden plainly and weighted', () => {
    const { items } = weightedEstimates(
      { ...questionnaire, indices: { ...questionnaire.indices, support: null, opposition: null } },
      tally({ east: [48, 1], west: [30, 2] }),
      frame([group('east', 100), group('west', 900)]),
    )
    expect(items[0]?.options.map(({ plain, weighted }) => [plain, weighted])).toEqual([
      ['hidden', 'hidden'],
      ['hidden', 'hidden'],
    ])
  })

  test('more answers than households: no correction that would make the interval shorter', () => {
    const { strata, indices } = weightedEstimates(
      questionnaire,
      tally({ east: [60, 60], west: [30, 30] }),
      frame([group('east', 100), group('west', 900)]),
    )
    expect(strata[0]?.beyondFrame).toBe(true)
    expect(indices[0]?.weighted).toMatchObject({ share: 0.5 })
  })
})
