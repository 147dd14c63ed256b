import { describe, expect, test } from 'vitest'
import { chiSquareUpper, fUpper } from '../distributions.ts'
import { type SamplingPlan, type SurveyDesign, surveyDesign } from './design.ts'
import { compareGroups } from './group-comparison.ts'
import { testAssociation } from './rao-scott.ts'

function designOf(plan: SamplingPlan): SurveyDesign {
  const design = surveyDesign(plan)
  if (!design.ok) throw new Error(design.reason)
  return design.value
}

function testOf(
  design: SurveyDesign,
  rows: readonly (string | null)[],
  columns: readonly (string | null)[],
  missing: 'refuse' | 'omit' = 'refuse',
) {
  const result = testAssociation(design, rows, columns, { missing })
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

// 3 × 2 table: a 8/4, b 5/7, c 3/9
const counts: [string, string, number][] = [
  ['a', 'no', 8],
  ['a', 'yes', 4],
  ['b', 'no', 5],
  ['b', 'yes', 7],
  ['c', 'no', 3],
  ['c', 'yes', 9],
]
const people = counts.flatMap(([row, column, n]) => new Array(n).fill([row, column]) as [string, string][])
const place = people.map(([row]) => row)
const opinion = people.map(([, column]) => column)
const n = people.length
const pearson = [8, 5, 3].reduce(
  (sum, no) => sum + (no - 16 / 3) ** 2 / (16 / 3) + (16 / 3 - no) ** 2 / (20 / 3),
  0,
)

describe('independent answers', () => {
  const association = testOf(designOf({ rows: n }), place, opinion)

  test('have the table and the X² of the textbook', () => {
    expect(association.weightedTable).toEqual([
      [8, 4],
      [5, 7],
      [3, 9],
    ])
    expect(association.pearson).toBeCloseTo(pearson, 10)
  })

  test('have the generalised design effect n/(n-1) in every direction', () => {
    const deff = n / (n - 1)
    expect(association.firstOrder).toEqual({
      df: 2,
      meanDeff: expect.closeTo(deff, 10),
      p: expect.closeTo(chiSquareUpper(pearson / deff, 2), 10),
    })
    expect(association.raoScott).toEqual({
      F: expect.closeTo(pearson / (2 * deff), 10),
      ndf: expect.closeTo(2, 9),
      ddf: expect.closeTo(2 * (n - 1), 7),
      p: expect.closeTo(fUpper(pearson / (2 * deff), 2, 2 * (n - 1)), 10),
    })
  })
})

describe('a clustered sample', () => {
  test('asking everybody twice does not make the evidence stronger', () => {
    const twice = people.flatMap((person) => [person, person])
    const doubled = testOf(
      designOf({ rows: 2 * n, clusters: [twice.map((_, row) => Math.floor(row / 2))] }),
      twice.map(([row]) => row),
      twice.map(([, column]) => column),
    )
    const once = testOf(designOf({ rows: n }), place, opinion)
    expect(doubled.pearson).toBeCloseTo(2 * once.pearson, 9)
    expect(doubled.raoScott!.p).toBeCloseTo(once.raoScott!.p, 10)
    expect(doubled.wald!.p).toBeCloseTo(once.wald!.p, 10)
    expect(doubled.adjustedWald!.p).toBeCloseTo(once.adjustedWald!.p, 10)
  })

  test('design effects that differ between directions cost degrees of freedom', () => {
    // Row a comes in clusters of four equal answers, the other rows singly.
    const clusters = [
      people.map(([row, column], person) => (row === 'a' ? `${column}${person % 4}` : person)),
    ]
    const { raoScott } = testOf(designOf({ rows: n, clusters }), place, opinion)
    const df = new Set(clusters[0]).size - 1
    expect(raoScott!.ndf).toBeLessThan(1.99)
    expect(raoScott!.ndf).toBeGreaterThan(1)
    expect(raoScott!.ddf).toBeCloseTo(raoScott!.ndf * df, 9)
  })

  test('swapping the two questions changes nothing', () => {
    const design = designOf({
      rows: n,
      clusters: [people.map((_, row) => row % 7)],
      weights: people.map((_, row) => 1 + (row % 3)),
    })
    const [one, other] = [testOf(design, place, opinion), testOf(design, opinion, place)]
    expect(other.raoScott!.p).toBeCloseTo(one.raoScott!.p, 10)
    expect(other.wald!.F).toBeCloseTo(one.wald!.F, 8)
  })

  test('in a table of two by two the Wald test is the squared t of the linearised excess', () => {
    const design = designOf({ rows: n, clusters: [people.map((_, row) => row % 7)] })
    const half = place.map((name) => (name === 'a' ? 'a' : 'rest'))
    const { wald, adjustedWald } = testOf(design, half, opinion)
    expect(wald).toEqual(adjustedWald)
    expect(wald).toMatchObject({ ndf: 1, ddf: 6 })
    // The difference of the two shares of "no" tests the same hypothesis and comes close.
    const t = compareGroups(
      design,
      opinion.map((value) => Number(value === 'no')),
      half,
      ['a', 'rest'],
    )
    if (!t.ok) throw new Error(t.reason)
    expect(Math.abs(Math.sqrt(wald!.F) / Math.abs(t.value.t!) - 1)).toBeLessThan(0.25)
  })
})

describe('limits', () => {
  test('with fewer degrees of freedom than contrasts there is no Wald test', () => {
    const design = designOf({ rows: n, clusters: [people.map((_, row) => row % 2)] })
    expect(testOf(design, place, opinion)).toMatchObject({ wald: null, adjustedWald: null })
  })

  test('an empty cell is allowed', () => {
    const filled = place.map((name, row) => (name === 'c' && opinion[row] === 'no' ? 'b' : name))
    const association = testOf(designOf({ rows: n }), filled, opinion)
    expect(association.weightedTable[2]).toEqual([0, 9])
    expect(association.raoScott!.p).toBeGreaterThan(0)
    expect(association.raoScott!.p).toBeLessThan(0.05)
  })

  test('missing answers are refused or left out, the design kept whole', () => {
    const gaps = place.map((name, row) => (row === 3 ? null : name))
    const design = designOf({ rows: n })
    expect(testAssociation(design, gaps, opinion)).toMatchObject({ reason: 'missing-values' })
    expect(testOf(design, gaps, opinion, 'omit')).toMatchObject({
      nComplete: n - 1,
      raoScott: { ddf: expect.closeTo(2 * (n - 1), 0) },
    })
  })

  test('one category alone, or one nobody with weight belongs to, is refused', () => {
    const design = designOf({ rows: n, weights: place.map((name) => Number(name !== 'a')) })
    expect(testAssociation(design, place, opinion)).toMatchObject({ reason: 'empty-margin' })
    expect(
      testAssociation(
        designOf({ rows: n }),
        place,
        opinion.map(() => 'no'),
      ),
    ).toMatchObject({ reason: 'empty-margin' })
  })
})
