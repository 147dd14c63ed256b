import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concludeDimension, FINDING_GRADES, type Finding, findingShape } from './finding.ts'
import { DIMENSIONS, INDICATORS, indicatorsIn } from './indicators.ts'

const finding = (indicatorId: string, grade: Finding['grade']): Finding => ({
  indicatorId,
  grade,
  evidence: '依据',
  scorerName: '张',
  scoredOn: '2026-11-23',
})

const all = (grade: Finding['grade']) => indicatorsIn('legality').map(({ id }) => finding(id, grade))

describe('the conclusion of a dimension', () => {
  test('46 indicators in four dimensions, each with its own id', () => {
    expect(DIMENSIONS.map((dimension) => indicatorsIn(dimension).length)).toEqual([11, 12, 11, 12])
    expect(new Set(INDICATORS.map(({ id }) => id)).size).toBe(46)
  })

  test('one indicator that is not met fails the dimension, however many are met', () => {
    const findings = [...all('met').slice(1), finding('legality.authority', 'not-met')]
    expect(concludeDimension('legality', findings)).toMatchObject({
      conclusion: 'fails',
      deciding: ['legality.authority'],
    })
  })

  test('a missing finding leaves the dimension incomplete and is named', () => {
    expect(concludeDimension('legality', all('met').slice(1))).toMatchObject({
      conclusion: 'incomplete',
      deciding: ['legality.authority'],
    })
  })

  test('a gap is named; all met or not applicable passes', () => {
    const gap = [...all('met').slice(1), finding('legality.authority', 'partly-met')]
    expect(concludeDimension('legality', gap)).toMatchObject({
      conclusion: 'passes-with-gaps',
      deciding: ['legality.authority'],
    })
    const none = [...all('met').slice(1), finding('legality.authority', 'not-applicable')]
    expect(concludeDimension('legality', none).conclusion).toBe('passes')
  })

  test('lowering any grade never improves the conclusion', () => {
    const order = ['passes', 'passes-with-gaps', 'incomplete', 'fails']
    const grades = fc.array(fc.constantFrom(...FINDING_GRADES), { minLength: 11, maxLength: 11 })
    fc.assert(
      fc.property(grades, fc.nat(10), (drawn, worse) => {
        const findings = indicatorsIn('legality').map(({ id }, i) => finding(id, drawn[i]!))
        const lowered = findings.map((entry, i) =>
          i === worse ? { ...entry, grade: 'not-met' as const } : entry,
        )
        const rank = (entries: Finding[]) => order.indexOf(concludeDimension('legality', entries).conclusion)
        expect(rank(lowered)).toBeGreaterThanOrEqual(rank(findings))
      }),
    )
  })

  test('a finding without evidence or for an unknown indicator is refused', () => {
    const parse = (entry: unknown) =>
      findingShape.safeParse(entry).error?.issues.map((issue) => issue.message)
    expect(parse({ indicatorId: 'legality.authority', grade: 'met', evidence: '  ' })).toEqual(['required'])
    expect(parse({ indicatorId: 'people.petitioners', grade: 'met', evidence: 'x' })).toEqual([
      'unknown-indicator',
    ])
  })
})
