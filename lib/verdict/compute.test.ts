import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CaseFile, NOTHING_ENTERED } from '../assessment/case-file.ts'
import { EXAMPLE_CONSULTATIONS } from '../assessment/examples/participation.ts'
import {
  EXAMPLE_CASH_FLOWS,
  EXAMPLE_EVENT_PERSONS,
  EXAMPLE_FACTORS,
  EXAMPLE_MATTER,
  EXAMPLE_QUESTIONNAIRE,
  exampleFindings,
} from '../assessment/examples/resettlement.ts'
import { reconstructedAnswers, XIAHE_RESIDENTS } from '../assessment/examples/xiahe.ts'
import { NOTHING_COUNTED } from '../survey/survey-record.ts'
import { tallyResponses } from '../survey/tally.ts'
import { compute } from './compute.ts'

const answers = reconstructedAnswers()

const CASE: CaseFile = {
  ...NOTHING_ENTERED,
  id: 'a',
  version: 1,
  example: true,
  createdOn: '2026-11-23',
  schemeId: 'national-428',
  matter: EXAMPLE_MATTER,
  groups: [{ id: 'g', effect: 'direct', ...XIAHE_RESIDENTS }],
  findings: exampleFindings().map((entry) => ({ ...entry, scorerName: '示例', scoredOn: '2026-11-23' })),
  dimensionComments: [],
  factors: EXAMPLE_FACTORS.map((factor, i) => ({ ...factor, id: `f${i}` })),
  expertPanel: null,
  expectedEventPersons: EXAMPLE_EVENT_PERSONS,
  directConditions: null,
  survey: {
    id: 's',
    state: 'closed',
    questionnaire: EXAMPLE_QUESTIONNAIRE,
    links: [{ groupId: 'g', token: 't' }],
    publishedOn: '2026-11-01',
    closedOn: '2026-11-20',
    ...NOTHING_COUNTED,
    responsesByGroup: { g: answers.length },
    tally: tallyResponses(
      EXAMPLE_QUESTIONNAIRE,
      ['g'],
      answers.map((one) => ({ groupId: 'g', answers: one })),
    ),
  },
  economics: EXAMPLE_CASH_FLOWS,
}

describe('the verdict on the worked example', () => {
  const results = compute(CASE)

  test('T before and after is the weighted mean of p·q', () => {
    // 0.2·0.49 + 0.18·0.42 + 0.16·0.36 + 0.12·0.3 + 0.14·0.25 + 0.1·0.24 + 0.1·0.12
    // and 0.2·0.24 + 0.18·0.2 + 0.16·0.15 + 0.12·0.12 + 0.14·0.12 + 0.1·0.1 + 0.1·0.08.
    expect(results.initial.index).toBeCloseTo(0.3382, 9)
    expect(results.residual.index).toBeCloseTo(0.1572, 9)
  })

  test('the level is medium before the measures by the single-factor rule alone, and low after them', () => {
    if (!results.initial.level.ok || !results.residual.level.ok) throw new Error('no level')
    expect(results.initial.level.value).toMatchObject({ level: 'medium', decidingRules: ['single-factor'] })
    expect(results.residual.level.value.level).toBe('low')
  })

  test('gives both verdicts and what may be decided', () => {
    expect(results.verdict).toMatchObject({
      status: 'given',
      initialLevel: 'medium',
      level: 'low',
      economic: 'pass',
      decisions: ['implement', 'partial'],
      failedDimensions: [],
    })
  })

  test('a failed dimension takes away the decisions to go ahead, whatever the level', () => {
    const [first, ...rest] = CASE.findings
    const verdict = compute({ ...CASE, findings: [{ ...first!, grade: 'not-met' }, ...rest] }).verdict
    if (verdict.status !== 'given') throw new Error('no verdict')
    expect(verdict.failedDimensions).toHaveLength(1)
    expect(verdict.decisions).not.toContain('implement')
    expect(verdict.decisions).not.toContain('partial')
  })
})

describe('what is missing', () => {
  const missing = (caseFile: CaseFile) => {
    const { verdict } = compute(caseFile)
    return verdict.status === 'given' ? [] : verdict.missing
  }
  const survey = CASE.survey!

  test('an empty case names everything it lacks', () => {
    const empty: CaseFile = {
      ...CASE,
      groups: [],
      findings: [],
      factors: [],
      expectedEventPersons: null,
      survey: null,
      economics: { socialDiscountRate: 0.08, years: [] },
    }
    expect(missing(empty)).toEqual(['groups', 'dimensions', 'factors', 'event-size', 'survey', 'economics'])
  })

  test('a group that nobody heard withholds the verdict until somebody has been there', () => {
    const tenants = { id: 'tenants', name: '租户', effect: 'direct' as const, households: 5, persons: 9 }
    const groups = [...CASE.groups, tenants]
    expect(missing({ ...CASE, groups })).toEqual(['groups-unheard'])
    const visit = {
      ...EXAMPLE_CONSULTATIONS[0]!,
      id: 'v',
      kind: 'visit' as const,
      heldOn: '2026-03-10',
      counts: [{ groupId: 'tenants', persons: 4 }],
    }
    const participation = { ...CASE.participation, consultations: [visit] }
    expect(missing({ ...CASE, groups, participation })).toEqual([])
  })

  test('opinions without an answer withhold the verdict', () => {
    const participation = { ...CASE.participation, uncodedOpinions: 1 }
    expect(missing({ ...CASE, participation })).toEqual(['opinions-unanswered'])
  })

  test('an open survey, weights that do not sum to one and an unmeasured opposition each withhold the verdict', () => {
    expect(missing({ ...CASE, survey: { ...survey, state: 'published', tally: null } })).toEqual([
      'survey-open',
    ])
    const [first, ...rest] = CASE.factors
    expect(missing({ ...CASE, factors: [{ ...first!, weight: 0.3 }, ...rest] })).toEqual(['weights'])
    const questionnaire = {
      ...EXAMPLE_QUESTIONNAIRE,
      indices: { ...EXAMPLE_QUESTIONNAIRE.indices, opposition: null },
    }
    expect(missing({ ...CASE, survey: { ...survey, questionnaire } })).toEqual(['opposition-item'])
    const nobody = tallyResponses(EXAMPLE_QUESTIONNAIRE, ['g'], [])
    expect(missing({ ...CASE, survey: { ...survey, tally: nobody } })).toEqual(['survey-empty'])
  })
})

describe('laws', () => {
  /** The same value with every object's keys in another order. */
  function shuffled(value: unknown, order: (keys: string[]) => string[]): unknown {
    if (Array.isArray(value)) return value.map((item) => shuffled(item, order))
    if (typeof value !== 'object' || value === null) return value
    const record = value as Record<string, unknown>
    return Object.fromEntries(order(Object.keys(record)).map((key) => [key, shuffled(record[key], order)]))
  }

  test('the same case gives the same results, whatever the order of its keys', () => {
    const reversed = shuffled(CASE, (keys) => keys.reverse()) as CaseFile
    expect(compute(reversed)).toEqual(compute(CASE))
    expect(JSON.stringify(compute(structuredClone(CASE)))).toBe(JSON.stringify(compute(CASE)))
  })

  test('raising a likelihood, an impact, the event or the opposition never lowers the level', () => {
    const rank = { low: 0, medium: 1, high: 2 }
    const levelOf = (caseFile: CaseFile) => {
      const { level } = compute(caseFile).residual
      if (!level.ok) throw new Error(level.reason)
      return rank[level.value.level]
    }
    const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100)
    fc.assert(
      fc.property(fc.nat(CASE.factors.length - 1), share, share, fc.nat(300), (i, p, q, persons) => {
        const factors = CASE.factors.map((factor, k) =>
          k === i
            ? {
                ...factor,
                residualProbability: Math.max(p, factor.residualProbability),
                residualImpact: Math.max(q, factor.residualImpact),
              }
            : factor,
        )
        const expectedEventPersons = Math.max(persons, EXAMPLE_EVENT_PERSONS)
        expect(levelOf({ ...CASE, factors, expectedEventPersons })).toBeGreaterThanOrEqual(levelOf(CASE))
      }),
      { numRuns: 60 },
    )
  })
})
