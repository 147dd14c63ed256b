import { describe, expect, test } from 'vitest'
import { categoriesOf, crossedDomains } from './categories.ts'
import { surveyDesign } from './design.ts'
import { compareGroups, groupTTest } from './group-comparison.ts'
import { linearisedCovariance } from './linearised-variance.ts'
import { estimateMean } from './means-and-totals.ts'

const planned = surveyDesign({
  rows: 8,
  clusters: [['p', 'p', 'q', 'q', 'r', 'r', 's', 's']],
  weights: [1, 2, 2, 1, 3, 1, 1, 1],
})
if (!planned.ok) throw new Error(planned.reason)
const design = planned.value
const groups = ['f', 'm', 'f', 'm', 'f', 'm', 'm', null]
const values = [5, 3, 8, 4, 6, 7, 2, 100]

describe('a difference of two groups', () => {
  const compared = compareGroups(design, values, groups, ['f', 'm'])
  if (!compared.ok) throw new Error(compared.reason)
  const difference = compared.value

  test('is the difference of their means; rows without a group take no part', () => {
    const meanF = (5 + 16 + 18) / 6
    const meanM = (6 + 4 + 7 + 2) / 5
    expect(difference.estimate).toBeCloseTo(meanF - meanM, 12)
  })

  test('keeps the covariance through shared clusters', () => {
    const influence = (group: string) => {
      const domain = groups.map((name) => name === group)
      const mean = estimateMean(design, values, { domain })
      if (!mean.ok) throw new Error(mean.reason)
      return values.map((y, row) => (domain[row] ? (y - mean.value.estimate) / mean.value.weightSum : 0))
    }
    const covariance = linearisedCovariance(design, [influence('f'), influence('m')])
    if (!covariance.ok) throw new Error(covariance.reason)
    const [[vf = 0, cov = 0] = [], [, vm = 0] = []] = covariance.value
    expect(Math.abs(cov)).toBeGreaterThan(0.01)
    expect(difference.se).toBeCloseTo(Math.sqrt(vf + vm - 2 * cov), 12)
  })

  test('turns its sign with the order, and nothing else', () => {
    const turned = compareGroups(design, values, groups, ['m', 'f'])
    if (!turned.ok) throw new Error(turned.reason)
    expect(turned.value.estimate).toBeCloseTo(-difference.estimate, 12)
    expect(turned.value.p).toBeCloseTo(difference.p!, 12)
    expect(turned.value.interval!.low).toBeCloseTo(-difference.interval!.high, 12)
  })

  test('p and interval agree: the interval of confidence 1 - p ends at zero', () => {
    const edge = compareGroups(design, values, groups, ['f', 'm'], { confidence: 1 - difference.p! })
    if (!edge.ok) throw new Error(edge.reason)
    const ends = [edge.value.interval!.low, edge.value.interval!.high]
    expect(Math.min(...ends.map(Math.abs))).toBeLessThan(1e-9)
  })

  test('the regression form is second minus first with one degree of freedom less', () => {
    const regression = groupTTest(design, values, groups)
    if (!regression.ok) throw new Error(regression.reason)
    expect(regression.value.estimate).toBeCloseTo(-difference.estimate, 12)
    expect(regression.value.se).toBeCloseTo(difference.se, 12)
    expect(regression.value.df).toBe(difference.df - 1)
    expect(regression.value.p!).toBeGreaterThan(difference.p!)
  })

  test('equal answers have no t', () => {
    const equal = compareGroups(design, [1, 1, 1, 1, 1, 1, 1, 1], groups, ['f', 'm'])
    expect(equal).toMatchObject({ ok: true, value: { estimate: 0, se: 0, t: null, p: null } })
  })
})

describe('refusals', () => {
  test('a group without anybody', () => {
    expect(compareGroups(design, values, groups, ['f', 'x'])).toEqual({
      ok: false,
      reason: 'empty-domain',
      details: { group: 'x' },
    })
  })

  test('three groups, or one', () => {
    const three = groups.map((group, row) => (row === 0 ? 'x' : group))
    expect(groupTTest(design, values, three)).toMatchObject({ reason: 'not-two-groups' })
    expect(
      groupTTest(
        design,
        values,
        groups.map(() => 'f'),
      ),
    ).toMatchObject({ reason: 'not-two-groups' })
  })

  test('a list of another length', () => {
    expect(compareGroups(design, values, ['f'], ['f', 'm'])).toMatchObject({ reason: 'length-mismatch' })
  })
})

describe('categories', () => {
  test('are listed by number if all are numbers, else by character code', () => {
    expect(categoriesOf(['10', '9', null, '', '9'])).toEqual(['9', '10'])
    expect(categoriesOf(['b', '10', '9', 'B'])).toEqual(['10', '9', 'B', 'b'])
  })

  test('crossed domains run through the first variable fastest and leave out the empty ones', () => {
    const domains = crossedDomains([
      { name: 'sex', labels: ['f', 'm', 'f', 'f'] },
      { name: 'age', labels: ['old', 'young', 'young', null] },
    ])
    expect(domains.map(({ categories }) => categories)).toEqual([
      { sex: 'f', age: 'old' },
      { sex: 'f', age: 'young' },
      { sex: 'm', age: 'young' },
    ])
    expect(domains[1]!.rows).toEqual([false, false, true, false])
  })
})
