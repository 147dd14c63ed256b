import { describe, expect, test } from 'vitest'
import { degreesOfFreedom, type SamplingPlan, type SurveyDesign, surveyDesign } from './design.ts'

function designOf(plan: SamplingPlan): SurveyDesign {
  const design = surveyDesign(plan)
  if (!design.ok) throw new Error(design.reason)
  return design.value
}

describe('weights', () => {
  test('without weights a row stands for N/n rows of its stratum', () => {
    const design = designOf({ rows: 3, strata: ['a', 'a', 'b'], populationSizes: [[10, 10, 7]] })
    expect(design.weights).toEqual([5, 5, 7])
  })

  test('the factors of several stages multiply', () => {
    const design = designOf({
      rows: 3,
      clusters: [
        ['v', 'v', 'w'],
        [1, 2, 1],
      ],
      populationSizes: [
        [8, 8, 8],
        [6, 6, 5],
      ],
    })
    // 2 of 8 villages; 2 of 6 households in v, 1 of 5 in w.
    expect(design.weights).toEqual([12, 12, 20])
  })

  test('given weights are taken as they are', () => {
    expect(designOf({ rows: 2, weights: [3, 0.5], populationSizes: [[9, 9]] }).weights).toEqual([3, 0.5])
  })

  test('with nothing known every row counts once', () => {
    expect(designOf({ rows: 2 }).weights).toEqual([1, 1])
  })
})

describe('units', () => {
  test('a cluster name used in two strata means two clusters', () => {
    const design = designOf({ rows: 4, clusters: [[1, 1, 1, 2]], strata: ['a', 'a', 'b', 'b'] })
    expect(design.stages[0].drawOfUnit).toHaveLength(3)
  })

  test('a household number used in two villages means two households', () => {
    const design = designOf({
      rows: 4,
      clusters: [
        ['v', 'v', 'w', 'w'],
        [1, 2, 1, 2],
      ],
      populationSizes: [
        [5, 5, 5, 5],
        [9, 9, 9, 9],
      ],
    })
    expect(design.stages[1]?.drawOfUnit).toHaveLength(4)
    expect(design.stages[1]?.draws.map((draw) => draw.inclusion)).toEqual([2 / 5, 2 / 5])
  })

  test('stages without population sizes are ignored, the first one never', () => {
    const clusters = [
      ['v', 'v', 'w', 'w'],
      [1, 2, 3, 4],
    ]
    expect(designOf({ rows: 4, clusters, weights: [1, 1, 1, 1] }).stages).toHaveLength(1)
    expect(
      designOf({ rows: 4, clusters, weights: [1, 1, 1, 1], populationSizes: [[5, 5, 5, 5]] }).stages,
    ).toHaveLength(1)
  })
})

describe('degrees of freedom', () => {
  const design = designOf({
    rows: 6,
    clusters: [['p', 'p', 'q', 'r', 's', 't']],
    strata: ['a', 'a', 'a', 'b', 'b', 'b'],
    weights: [1, 1, 1, 1, 1, 0],
  })

  test('are PSUs minus strata, a PSU of weight zero not counted', () => {
    expect(degreesOfFreedom(design)).toBe(4 - 2)
  })

  test('count inside the domain only', () => {
    expect(degreesOfFreedom(design, [true, false, true, false, false, true])).toBe(2 - 1)
  })
})

describe('a plan that cannot be is refused with its place', () => {
  const refusals: [string, SamplingPlan, object][] = [
    ['no-rows', { rows: 0 }, {}],
    ['length-mismatch', { rows: 2, weights: [1] }, { column: 'weights' }],
    ['length-mismatch', { rows: 2, clusters: [['a']] }, { column: 'clusters[0]' }],
    ['missing-label', { rows: 2, strata: ['a', ''] }, { column: 'strata', row: 1 }],
    ['missing-label', { rows: 2, clusters: [['a', null]] }, { column: 'clusters[0]', row: 1 }],
    ['invalid-weight', { rows: 2, weights: [1, -1] }, { row: 1 }],
    ['invalid-weight', { rows: 2, weights: [1, Number.NaN] }, { row: 1 }],
    ['invalid-weight', { rows: 2, weights: [0, 0] }, {}],
    ['invalid-population-size', { rows: 2, populationSizes: [[5, Number.NaN]] }, { stage: 1, row: 1 }],
    ['population-size-varies', { rows: 2, populationSizes: [[5, 6]] }, { stage: 1, row: 1 }],
    ['population-smaller-than-sample', { rows: 2, populationSizes: [[1, 1]] }, { stage: 1, row: 0 }],
    [
      'too-many-population-sizes',
      {
        rows: 2,
        populationSizes: [
          [5, 5],
          [5, 5],
        ],
      },
      { stages: 1, sizes: 2 },
    ],
    [
      'weights-unknown',
      {
        rows: 2,
        clusters: [
          ['v', 'w'],
          [1, 1],
        ],
        populationSizes: [[5, 5]],
      },
      { stage: 2 },
    ],
  ]
  test.each(refusals)('%s %#', (reason, plan, details) => {
    const design = surveyDesign(plan)
    expect(design).toMatchObject({ ok: false, reason })
    if (!design.ok) expect(design.details ?? {}).toMatchObject(details)
  })

  test('population sizes may differ between strata and between villages', () => {
    expect(surveyDesign({ rows: 2, strata: ['a', 'b'], populationSizes: [[5, 6]] }).ok).toBe(true)
  })
})
