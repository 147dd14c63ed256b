/**
 * The independent truth here is enumeration: for a population small enough, every sample the plan can draw is drawn, and
 * the variance formula must be right on average over all of them (it is unbiased for totals).
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LonelyPsu, type SamplingPlan, type SurveyDesign, surveyDesign } from './design.ts'
import { linearisedCovariance, linearisedVariance } from './linearised-variance.ts'

function designOf(plan: SamplingPlan): SurveyDesign {
  const design = surveyDesign(plan)
  if (!design.ok) throw new Error(design.reason)
  return design.value
}

function varianceOf(design: SurveyDesign, values: readonly number[], domain?: readonly boolean[]): number {
  const variance = linearisedVariance(design, values, domain)
  if (!variance.ok) throw new Error(variance.reason)
  return variance.value
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]]
  return items.flatMap((item, index) =>
    subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  )
}

function product<T>(lists: readonly T[][]): T[][] {
  return lists.reduce<T[][]>((all, list) => all.flatMap((head) => list.map((item) => [...head, item])), [[]])
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('enumeration of every possible sample', () => {
  test('simple random sampling without replacement', () => {
    const population = [3, 8, 1, 15, 6, 6]
    const samples = subsets(population, 3)
    const totals = samples.map((sample) => 2 * sample.reduce((sum, value) => sum + value, 0))
    const truth = average(totals.map((total) => (total - average(totals)) ** 2))
    const estimated = samples.map((sample) =>
      varianceOf(designOf({ rows: 3, populationSizes: [[6, 6, 6]] }), sample),
    )
    expect(average(estimated)).toBeCloseTo(truth, 9)
  })

  test('two stages within strata', () => {
    // stratum → village → households
    const population = [
      [
        [1, 4, 9],
        [2, 2, 7, 5],
        [11, 3],
      ],
      [
        [6, 1, 1],
        [8, 20],
      ],
    ]
    const samples = product(
      population.map((villages, stratum) =>
        subsets([...villages.keys()], 2).flatMap((drawn) =>
          product(drawn.map((village) => subsets(villages[village]!, 2))).map((households) => ({
            stratum,
            drawn,
            households,
          })),
        ),
      ),
    )
    const outcomes = samples.map((sample) => {
      const rows = sample.flatMap(({ stratum, drawn, households }) =>
        drawn.flatMap((village, position) =>
          households[position]!.map((value, household) => ({ stratum, village, household, value })),
        ),
      )
      const design = designOf({
        rows: rows.length,
        clusters: [rows.map((row) => row.village), rows.map((row) => row.household)],
        strata: rows.map((row) => row.stratum),
        populationSizes: [
          rows.map((row) => population[row.stratum]!.length),
          rows.map((row) => population[row.stratum]![row.village]!.length),
        ],
      })
      const values = rows.map((row) => row.value)
      return {
        total: values.reduce((sum, value, row) => sum + value * design.weights[row]!, 0),
        variance: varianceOf(design, values),
        chance: 1,
      }
    })
    // Samples are not equally likely here: a village of 4 has 6 pairs of households, a village of 2 has one.
    const chances = samples.map((sample) =>
      sample.reduce(
        (chance, { stratum, drawn }) =>
          drawn.reduce(
            (rest, village) => rest / pairs(population[stratum]![village]!.length),
            chance / pairs(population[stratum]!.length),
          ),
        1,
      ),
    )
    const expectation = (value: (index: number) => number) =>
      chances.reduce((sum, chance, index) => sum + chance * value(index), 0)
    const mean = expectation((index) => outcomes[index]!.total)
    expect(mean).toBeCloseTo(
      population.flat(2).reduce((sum, value) => sum + value, 0),
      9,
    )
    const truth = expectation((index) => (outcomes[index]!.total - mean) ** 2)
    expect(expectation((index) => outcomes[index]!.variance) / truth).toBeCloseTo(1, 9)
  })
})

function pairs(n: number): number {
  return (n * (n - 1)) / 2
}

describe('lonely units', () => {
  // Stratum b has one unit of 10. Weighted values: a 2·3, 2·5; b 10·7; c 4·1, 4·2, 4·6.
  const plan = (lonelyPsu: LonelyPsu): SamplingPlan => ({
    rows: 6,
    strata: ['a', 'a', 'b', 'c', 'c', 'c'],
    populationSizes: [[4, 4, 10, 12, 12, 12]],
    lonelyPsu,
  })
  const values = [3, 5, 7, 1, 2, 6]
  const varianceA = (1 - 2 / 4) * 2 * (4 + 4)
  const varianceC = (1 - 3 / 12) * 1.5 * ((4 - 12) ** 2 + (8 - 12) ** 2 + (24 - 12) ** 2)

  test('fail names a row of the unit', () => {
    expect(linearisedVariance(designOf(plan('fail')), values)).toEqual({
      ok: false,
      reason: 'lonely-psu',
      details: { stage: 1, row: 2 },
    })
  })

  test.each(['remove', 'certainty'] as const)('%s counts nothing', (option) => {
    expect(varianceOf(designOf(plan(option)), values)).toBeCloseTo(varianceA + varianceC, 9)
  })

  test('adjust measures from the mean of all units', () => {
    const mean = (6 + 10 + 70 + 4 + 8 + 24) / 6
    const lonely = (1 - 1 / 10) * (70 - mean) ** 2
    expect(varianceOf(designOf(plan('adjust')), values)).toBeCloseTo(varianceA + varianceC + lonely, 9)
  })

  test('average spreads what the other strata show', () => {
    expect(varianceOf(designOf(plan('average')), values)).toBeCloseTo((varianceA + varianceC) * (3 / 2), 9)
  })

  test('a stratum outside the domain needs no second unit', () => {
    const domain = [true, true, false, true, true, true]
    const inside = values.map((value, row) => (domain[row] ? value : 0))
    expect(varianceOf(designOf(plan('fail')), inside, domain)).toBeCloseTo(varianceA + varianceC, 9)
    expect(varianceOf(designOf(plan('average')), inside, domain)).toBeCloseTo(varianceA + varianceC, 9)
  })

  test('the only unit there is counts as certain', () => {
    const design = designOf({ ...plan('fail'), populationSizes: [[4, 4, 1, 12, 12, 12]] })
    expect(varianceOf(design, values)).toBeCloseTo(varianceA + varianceC, 9)
  })

  test('nothing to average, or one unit altogether, is refused under every option', () => {
    const alone = designOf({ rows: 2, strata: ['a', 'b'], lonelyPsu: 'average' })
    expect(linearisedVariance(alone, [1, 2])).toMatchObject({ ok: false, reason: 'lonely-psu' })
    const single = designOf({ rows: 3, clusters: [['v', 'v', 'v']], lonelyPsu: 'certainty' })
    expect(linearisedVariance(single, [1, 2, 3])).toMatchObject({ ok: false, reason: 'lonely-psu' })
  })

  test('one household in a village is lonely at the second stage', () => {
    const twoStage = (lonelyPsu: LonelyPsu) =>
      designOf({
        rows: 3,
        clusters: [
          ['v', 'v', 'w'],
          [1, 2, 1],
        ],
        populationSizes: [
          [4, 4, 4],
          [6, 6, 5],
        ],
        lonelyPsu,
      })
    expect(linearisedVariance(twoStage('fail'), [1, 2, 3])).toEqual({
      ok: false,
      reason: 'lonely-psu',
      details: { stage: 2, row: 2 },
    })
    const first = (1 - 2 / 4) * 2 * 2 * ((6 * (1 + 2) - 30) / 2) ** 2
    const second = (2 / 4) * (1 - 2 / 6) * 2 * (3 ** 2 + 3 ** 2)
    expect(varianceOf(twoStage('certainty'), [1, 2, 3])).toBeCloseTo(first + second, 9)
  })
})

describe('laws', () => {
  const values = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 8, maxLength: 8 })
  const strata = ['a', 'a', 'a', 'b', 'b', 'b', 'b', 'b']
  const clusters = [['p', 'p', 'q', 'r', 'r', 's', 't', 't']]
  const weights = [1, 2, 3, 1, 1, 4, 2, 2]
  const close = (left: number, right: number) =>
    expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(left)))

  test('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(
        values,
        fc.shuffledSubarray([...strata.keys()], { minLength: 8, maxLength: 8 }),
        (y, order) => {
          const design = designOf({ rows: 8, strata, clusters, weights })
          const shuffled = designOf({
            rows: 8,
            strata: order.map((row) => strata[row]!),
            clusters: [order.map((row) => clusters[0]![row]!)],
            weights: order.map((row) => weights[row]!),
          })
          close(
            varianceOf(design, y),
            varianceOf(
              shuffled,
              order.map((row) => y[row]!),
            ),
          )
        },
      ),
    )
  })

  test('variance of c·total is c² times the variance, and a covariance matrix adds up', () => {
    const design = designOf({ rows: 8, strata, clusters, weights })
    fc.assert(
      fc.property(values, values, fc.double({ min: -10, max: 10, noNaN: true }), (x, y, c) => {
        const covariance = linearisedCovariance(design, [x, y])
        if (!covariance.ok) throw new Error(covariance.reason)
        const [[vx = 0, cov = 0] = [], [mirrored = 0, vy = 0] = []] = covariance.value
        expect(mirrored).toBe(cov)
        const combined = varianceOf(
          design,
          x.map((value, row) => value + c * y[row]!),
        )
        const expected = vx + 2 * c * cov + c * c * vy
        const size = Math.max(1, vx + c * c * vy)
        expect(Math.abs(combined - expected)).toBeLessThanOrEqual(1e-9 * size)
      }),
    )
  })

  test('asking everybody in a cluster twice adds no information', () => {
    const once = designOf({ rows: 3, weights: [2, 2, 2] })
    const twice = designOf({ rows: 6, clusters: [[1, 1, 2, 2, 3, 3]], weights: [1, 1, 1, 1, 1, 1] })
    expect(varianceOf(twice, [4, 4, 7, 7, 1, 1])).toBeCloseTo(varianceOf(once, [4, 7, 1]), 9)
  })
})
