import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CaseFile, NOTHING_ENTERED } from '../assessment/case-file.ts'
import { EXAMPLE_PLAN } from '../assessment/examples/emergency-plan.ts'
import { EXAMPLE_CONSULTATIONS } from '../assessment/examples/participation.ts'
import { procedureMet, sampledAs } from '../assessment/examples/procedure.fixture.ts'
import {
  EXAMPLE_EVENT_PERSONS,
  EXAMPLE_FACTORS,
  EXAMPLE_MATTER,
  EXAMPLE_QUESTIONNAIRE,
  exampleEconomics,
  exampleFindings,
} from '../assessment/examples/resettlement.ts'
import { reconstructedAnswers, XIAHE_RESIDENTS } from '../assessment/examples/xiahe.ts'
import { STEP_IDS } from '../assessment/steps.ts'
import { en } from '../messages/en.ts'
import { zhCN } from '../messages/zh-CN.ts'
import { NOTHING_COUNTED } from '../survey/survey-record.ts'
import { tallyResponses } from '../survey/tally.ts'
import { compute } from './compute.ts'
import { MISSING_STEP } from './missing-step.ts'
import { MISSING } from './results.ts'

const answers = reconstructedAnswers()

const GROUPS = [{ id: 'g', effect: 'direct' as const, ...XIAHE_RESIDENTS }]

const CASE: CaseFile = {
  ...NOTHING_ENTERED,
  id: 'a',
  version: 1,
  example: true,
  createdOn: '2026-11-23',
  schemeId: 'national-428',
  matter: EXAMPLE_MATTER,
  groups: GROUPS,
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
  economics: exampleEconomics([]),
  ...procedureMet(GROUPS),
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
      ...NOTHING_ENTERED,
      groups: [],
      findings: [],
      factors: [],
      expectedEventPersons: null,
      survey: null,
      economics: { ...exampleEconomics([]), years: [] },
    }
    expect(missing(empty)).toEqual([
      'groups',
      'dimensions',
      'factors',
      'event-size',
      'survey',
      'economics',
      'no-notice',
    ])
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

describe('a sample that is too small', () => {
  const verdictWith = (part: Partial<CaseFile>) => compute({ ...CASE, ...part }).verdict
  const insufficient = { status: 'cannot-be-given', missing: ['sample-insufficient'] }

  test('292 of 1,128 households do for a major policy, not for land, environment or a neighbour nobody wants', () => {
    expect(verdictWith({}).status).toBe('given')
    for (const matter of ['land', 'environment', 'nimby'] as const)
      expect(verdictWith({ sampling: sampledAs([matter], GROUPS) })).toEqual(insufficient)
  })

  test('without a plan, or with one that declares nothing, the floor for the undeclared holds', () => {
    expect(verdictWith({ sampling: NOTHING_ENTERED.sampling })).toEqual(insufficient)
    expect(verdictWith({ sampling: sampledAs([], GROUPS) })).toEqual(insufficient)
    const matter = { ...CASE.matter, kind: 'policy' as const }
    expect(verdictWith({ matter, sampling: NOTHING_ENTERED.sampling }).status).toBe('given')
  })

  test('whoever announces that land is taken is held to the floor for land', () => {
    const [notice] = CASE.participation.notices
    const land = { ...notice!, id: 'land', kind: 'land-pre-notice' as const }
    const participation = { ...CASE.participation, notices: [notice!, land] }
    expect(verdictWith({ participation })).toEqual(insufficient)
  })

  test('a frame of persons without households does not lift a floor that counts households', () => {
    const groups = [{ ...GROUPS[0]!, households: 0 }]
    const sampling = { ...CASE.sampling, plans: [] }
    expect(verdictWith({ groups, sampling })).toMatchObject(insufficient)
  })

  test('fewer than five answers decide nothing, whatever the frame', () => {
    const groups = [{ ...GROUPS[0]!, households: 4, persons: 4 }]
    const four = answers.slice(0, 4).map((one) => ({ groupId: 'g', answers: one }))
    const survey = {
      ...CASE.survey!,
      responsesByGroup: { g: 4 },
      tally: tallyResponses(EXAMPLE_QUESTIONNAIRE, ['g'], four),
    }
    expect(verdictWith({ groups, survey, sampling: sampledAs(['policy'], groups) })).toMatchObject(
      insufficient,
    )
  })
})

describe('faults of procedure', () => {
  const [notice] = CASE.participation.notices
  const noticed = (...notices: Partial<typeof notice>[]): Partial<CaseFile> => ({
    participation: {
      ...CASE.participation,
      notices: notices.map((part, i) => ({ ...notice!, id: `n${i}`, ...part })),
    },
  })
  const hearing = (part: object): Partial<CaseFile> => ({
    participation: {
      ...CASE.participation,
      consultations: [
        ...CASE.participation.consultations,
        {
          ...EXAMPLE_CONSULTATIONS[0]!,
          id: 'hearing',
          kind: 'hearing',
          heldOn: '2026-09-08',
          counts: [{ groupId: 'g', persons: 30 }],
          noticeOn: '2026-08-01',
          listOn: '2026-08-20',
          papersOn: '2026-08-25',
          ...part,
        },
      ],
    },
  })
  const read = (part: Partial<CaseFile>) => {
    const { verdict, reservations } = compute({ ...CASE, ...part })
    return verdict.status === 'given' ? { reservations } : { missing: verdict.missing, reservations }
  }

  test('none in the example', () => {
    expect(read({})).toEqual({ reservations: [] })
    expect(read(hearing({}))).toEqual({ reservations: [] })
  })

  test.each<[string, Partial<CaseFile>, string[]]>([
    ['a notice of a day under another name', noticed({ kind: 'other', until: '2026-08-04' }), ['no-notice']],
    ['a notice taken down again', noticed({ state: 'withdrawn', withdrawnOn: '2026-08-05' }), ['no-notice']],
    ['a draft', noticed({ state: 'draft', publishedOn: null }), ['no-notice']],
    ['a comment of ten days without a reason', noticed({ until: '2026-08-13' }), ['notice-too-short']],
    [
      'a period fixed by law, shortened with any reason',
      {
        ...noticed({}, { kind: 'compensation-plan-notice', until: '2026-08-10', shortenedBecause: '工期紧' }),
        groups: [{ ...GROUPS[0]!, households: 292, persons: 900 }],
      },
      ['notice-too-short'],
    ],
    ['a hearing announced a week before', hearing({ noticeOn: '2026-09-01' }), ['hearing-without-reason']],
    ['a hearing whose papers nobody dated', hearing({ papersOn: null }), ['hearing-without-reason']],
    [
      'no emergency plan where the level before measures is medium',
      { followUp: { ...CASE.followUp, emergencyPlan: { ...EXAMPLE_PLAN, scenarios: [] } } },
      ['no-emergency-plan'],
    ],
    [
      'a value that falls by a measure nobody owns',
      {
        factors: CASE.factors.map((factor, i) =>
          i === 0 ? { ...factor, measures: factor.measures.map((one) => ({ ...one, owner: ' ' })) } : factor,
        ),
      },
      ['reduction-unfounded'],
    ],
  ])('%s withholds the verdict', (_, part, missing) => {
    expect(read(part)).toMatchObject({ missing })
  })

  test.each<[string, Partial<CaseFile>, string[]]>([
    [
      'a comment shortened with a reason',
      noticed({ until: '2026-08-13', shortenedBecause: '汛期将至' }),
      ['notice-shortened'],
    ],
    ['a comment that still runs', noticed({ until: '2027-01-10' }), ['notice-running']],
    [
      'a hearing shortened with a reason',
      hearing({ noticeOn: '2026-09-01', shortenedBecause: '参加人要求提前' }),
      ['hearing-shortened'],
    ],
    ['no expert panel', { participation: { ...CASE.participation, consultations: [] } }, ['few-experts']],
    ['no screening', { disputes: NOTHING_ENTERED.disputes }, ['no-screening']],
  ])('%s is a reservation beside the verdict', (_, part, reservations) => {
    expect(read(part)).toEqual({ reservations })
  })

  test('a scheme that asks for screening withholds the verdict without it', () => {
    expect(
      read({ disputes: NOTHING_ENTERED.disputes, schemeId: 'sichuan-default', directConditions: [] }),
    ).toEqual({
      missing: ['no-screening'],
      reservations: [],
    })
  })

  test('without an emergency plan a matter that was low from the start carries a reservation', () => {
    const factors = CASE.factors.map((factor) => ({
      ...factor,
      initialProbability: factor.residualProbability,
      initialImpact: factor.residualImpact,
    }))
    expect(read({ factors, followUp: { ...CASE.followUp, emergencyPlan: null } })).toEqual({
      reservations: ['no-emergency-plan'],
    })
  })

  test('a measure whose day has passed without proof lowers no level; one that is proven, or not yet due, does', () => {
    const due = (deadline: string, i: number) => ({
      factors: CASE.factors.map((factor, k) => ({
        ...factor,
        measures: factor.measures.map((one) => ({ ...one, deadline: k === i ? deadline : one.deadline })),
      })),
    })
    const [first] = CASE.factors
    const progress = (state: 'done' | 'given-up') => ({
      factorId: first!.id,
      measureId: first!.measures[0]!.id,
      state,
      doneOn: state === 'done' ? '2026-10-01' : null,
      proof: '记录',
    })
    // The two factors that make the matter medium are the first and the second; the example's last day is 2026-11-23.
    expect(read(due('2026-11-22', 0))).toEqual({ reservations: ['measures-lapsed'] })
    const both = {
      factors: due('2026-11-22', 0).factors.map((factor, k) =>
        k === 1 ? due('2026-11-22', 1).factors[1]! : factor,
      ),
    }
    expect(read(both)).toEqual({ missing: ['measures-lapsed'], reservations: [] })
    expect(read(due('2026-11-23', 0))).toEqual({ reservations: [] })
    const done = { followUp: { ...CASE.followUp, measures: [progress('done')] } }
    expect(read({ ...due('2026-11-22', 0), ...done })).toEqual({ reservations: [] })
    const givenUp = { followUp: { ...CASE.followUp, measures: [progress('given-up')] } }
    expect(read(givenUp)).toEqual({ reservations: ['measures-lapsed'] })
  })
})

test('what a verdict may wait for has words in both languages and a step that mends it', () => {
  for (const part of MISSING) {
    expect(Object.keys(zhCN.verdict.missing.items)).toContain(part)
    expect(Object.keys(en.verdict.missing.items)).toContain(part)
    expect(STEP_IDS).toContain(MISSING_STEP[part])
  }
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
    const base = levelOf(CASE)
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
        expect(levelOf({ ...CASE, factors, expectedEventPersons })).toBeGreaterThanOrEqual(base)
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
