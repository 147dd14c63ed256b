/**
 * A filled-in case with results, for the tests of the report: the worked example around the published Xiahe survey, with
 * an attitude question of invented counts, a factor of two measures and one without any.
 *
 * Level and economics are written down here instead of being computed, so that a test of a sentence does not depend on a
 * threshold.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import {
  EXAMPLE_CASH_FLOWS,
  EXAMPLE_EVENT_PERSONS,
  EXAMPLE_FACTORS,
  EXAMPLE_MATTER,
  EXAMPLE_QUESTIONNAIRE,
  exampleFindings,
} from '../assessment/examples/resettlement.ts'
import { reconstructedAnswers } from '../assessment/examples/xiahe.ts'
import { concludeDimension } from '../dimensions/finding.ts'
import type { Appraisal } from '../economics/appraisal.ts'
import { CASH_FLOW_ROWS, FEN_PER_WAN } from '../economics/cash-flow-table.ts'
import { ok } from '../result.ts'
import type { RiskFactor } from '../risk/factor.ts'
import type { LevelVerdict, RuleAnswer } from '../risk/level.ts'
import { RISK_DEGREES } from '../scheme/band.ts'
import type { Questionnaire } from '../survey/questionnaire.ts'
import { surveyResults } from '../survey/results.ts'
import { tallyResponses } from '../survey/tally.ts'
import type { Results } from '../verdict/results.ts'
import type { ReportInput } from './chapter.ts'

/** The five villages with their published numbers; which village gave which answer is invented. */
const groups = (
  [
    ['桑科新村', 235, 1125],
    ['西科村', 191, 1013],
    ['其莫尔村', 214, 1320],
    ['科才村', 250, 1272],
    ['赞布宁村', 238, 1190],
  ] as const
).map(([name, households, persons], i) => ({
  id: `village-${i + 1}`,
  name,
  effect: 'direct' as const,
  households,
  persons,
}))

const questionnaire: Questionnaire = {
  ...EXAMPLE_QUESTIONNAIRE,
  questions: [
    ...EXAMPLE_QUESTIONNAIRE.questions,
    {
      id: 'attitude',
      type: 'single',
      title: '您对本工程的态度是',
      required: false,
      options: [
        { id: 'for', label: '支持' },
        { id: 'if', label: '有条件支持' },
        { id: 'any', label: '无所谓' },
        { id: 'against', label: '反对' },
      ],
    },
    {
      id: 'worries',
      type: 'multiple',
      title: '您最担心的问题是（可多选）',
      required: false,
      options: [
        { id: 'income', label: '定居后收入减少' },
        { id: 'pasture', label: '草场使用权' },
        { id: 'school', label: '子女上学' },
        { id: 'none', label: '没有担心' },
      ],
    },
    { id: 'words', type: 'text', title: '您还有什么意见和建议', required: false, maxLength: 500 },
  ],
  indices: {
    ...EXAMPLE_QUESTIONNAIRE.indices,
    support: { questionIds: ['attitude'], optionIds: ['for', 'if'] },
    opposition: { questionIds: ['attitude'], optionIds: ['against'] },
  },
}

/** Every eleventh household objects, most of them in the third village; every ninth leaves the attitude open. */
const responses = reconstructedAnswers().map((answers, i) => {
  const village = (i % 5) + 1
  const against = i % 19 === 0 || (village === 3 && i % 4 === 0)
  const attitude = against ? 'against' : (['for', 'for', 'if', 'for', 'any'] as const)[i % 5]!
  return {
    groupId: `village-${village}`,
    answers: {
      ...answers,
      ...(i % 9 === 0 && !against ? {} : { attitude }),
      worries: [['income'], ['pasture', 'school'], ['none']][i % 3]!,
      ...(i % 6 === 0 ? { words: '希望早日办理产权证。' } : {}),
    },
  }
})
const tally = tallyResponses(
  questionnaire,
  groups.map((group) => group.id),
  responses,
)

const bare: RiskFactor = {
  id: 'factor-8',
  catalogueId: null,
  category: '当地经济社会影响',
  name: '周边交通',
  phases: ['implementation'],
  weight: 0,
  initialProbability: 0.3,
  initialImpact: 0.3,
  residualProbability: 0.3,
  residualImpact: 0.3,
  measures: [],
}
const factors: RiskFactor[] = [
  ...EXAMPLE_FACTORS.map((factor, i) => ({
    ...factor,
    id: `factor-${i + 1}`,
    measures:
      i === 0
        ? [
            ...factor.measures,
            {
              description: '对补贴发放情况每季度公布一次，设立异议复核窗口，十个工作日内书面答复。',
              owner: '财政局',
              helper: '',
              phase: 'operation' as const,
              deadline: '2027-12-31',
              evidence: '公布记录、复核台账',
            },
          ]
        : factor.measures,
  })),
  bare,
]

export const EXAMPLE_CASE: CaseFile = {
  id: 'V1StGXR8-Z5jdHi6B-myT',
  version: 12,
  example: true,
  createdOn: '2026-09-01',
  schemeId: 'national-428',
  matter: EXAMPLE_MATTER,
  groups,
  findings: exampleFindings().map((finding, i) => ({
    ...finding,
    scorerName: i % 3 === 0 ? '专家乙' : '评估员甲',
    scoredOn: `2026-10-${10 + (i % 9)}`,
  })),
  dimensionComments: [{ dimension: 'reasonableness', comment: '补偿标准核定后应当再次公示。' }],
  factors,
  expectedEventPersons: EXAMPLE_EVENT_PERSONS,
  survey: {
    id: 'survey',
    state: 'closed',
    questionnaire,
    links: [],
    publishedOn: '2026-09-20',
    closedOn: '2026-10-08',
    responsesByGroup: Object.fromEntries(tally.map((group) => [group.groupId, group.responses])),
    tally,
  },
  economics: EXAMPLE_CASH_FLOWS,
}

const bandOf = (degree: number) =>
  RISK_DEGREES[[0.04, 0.16, 0.36, 0.64, 1].findIndex((limit) => degree <= limit + 1e-9)] ?? 'critical'
const degreeOf = (p: number, q: number) => Number((p * q).toFixed(9))

const net = EXAMPLE_CASH_FLOWS.years.map(
  (year) => year.benefit - year.investment - year.operation - year.compensation - year.mitigation,
)
const enpv = 3700 * FEN_PER_WAN
const swing = { benefit: 9000, investment: 4200, operation: 1100, compensation: 760, mitigation: 210 }

export const EXAMPLE_APPRAISAL: Appraisal = {
  enpvFen: enpv,
  eirr: { status: 'unique', rates: [0.1262] },
  ebcr: 1.19,
  paybackYears: 7.64,
  discountedPaybackYears: 10.92,
  paybackCrossings: 1,
  netFlowFen: net,
  cumulativeFen: net.map((_, i) => net.slice(0, i + 1).reduce((sum, flow) => sum + flow, 0)),
  verdict: 'pass',
  criteria: [
    { criterion: 'enpv', value: enpv, threshold: 0, met: true },
    { criterion: 'eirr', value: 0.1262, threshold: 0.08, met: true },
    { criterion: 'ebcr', value: 1.19, threshold: 1, met: true },
  ],
  sensitivity: CASH_FLOW_ROWS.map((row) => {
    const slope = ((row === 'benefit' ? 1 : -1) * swing[row] * FEN_PER_WAN) / 0.4
    return {
      row,
      changes: [-0.2, -0.1, -0.05, 0.05, 0.1, 0.2].map((change) => ({
        change,
        enpvFen: enpv + slope * change,
        eirr: 0.1262,
      })),
      elasticity: slope / enpv,
      switchingChange: -enpv / slope,
      swingFen: swing[row] * FEN_PER_WAN,
    }
  }),
}

const opposition: RuleAnswer = {
  rule: 'opposition',
  level: 'medium',
  statistics: {
    share: 29 / 263,
    low: 0.0778,
    high: 0.1537,
    opposed: 29,
    valid: 263,
    highestShare: 16 / 54,
    highestUpper: 0.4282,
  },
  places: ['其莫尔村'],
}
const event: RuleAnswer = { rule: 'expected-event', level: 'low', statistics: { persons: 15 } }

const INITIAL_LEVEL: LevelVerdict = {
  level: 'medium',
  decidingRules: ['single-factor', 'opposition'],
  answers: [
    { rule: 'index', level: 'low', statistics: { index: 0.3382, weightSum: 1 } },
    {
      rule: 'single-factor',
      level: 'medium',
      statistics: { critical: 0, major: 2, majorOrWorse: 2, factors: 8 },
      places: ['生态补偿及定居补贴标准', '牧民就业及生活保障'],
    },
    opposition,
    event,
  ],
  unassessed: [],
  dilution: null,
}

export const RESIDUAL_LEVEL: LevelVerdict = {
  level: 'medium',
  decidingRules: ['opposition'],
  answers: [
    { rule: 'index', level: 'low', statistics: { index: 0.1576, weightSum: 1 } },
    {
      rule: 'single-factor',
      level: 'low',
      statistics: { critical: 0, major: 0, majorOrWorse: 0, factors: 8 },
    },
    opposition,
    event,
  ],
  unassessed: [],
  dilution: { index: 0.1612, level: 'low', removedFactors: ['舆论导向及其影响'] },
}

export const EXAMPLE_RESULTS: Results = {
  engineVersion: '0.1.0',
  dimensions: {
    legality: concludeDimension('legality', EXAMPLE_CASE.findings),
    reasonableness: concludeDimension('reasonableness', EXAMPLE_CASE.findings),
    feasibility: concludeDimension('feasibility', EXAMPLE_CASE.findings),
    safety: concludeDimension('safety', EXAMPLE_CASE.findings),
  },
  factors: factors.map((factor) => {
    const initialDegree = degreeOf(factor.initialProbability, factor.initialImpact)
    const residualDegree = degreeOf(factor.residualProbability, factor.residualImpact)
    return {
      factorId: factor.id,
      initialDegree,
      initialBand: bandOf(initialDegree),
      residualDegree,
      residualBand: bandOf(residualDegree),
    }
  }),
  weightSum: 1,
  initial: { index: 0.3382, level: ok(INITIAL_LEVEL) },
  residual: { index: 0.1576, level: ok(RESIDUAL_LEVEL) },
  survey: surveyResults(questionnaire, tally),
  economics: ok(EXAMPLE_APPRAISAL),
  verdict: {
    status: 'given',
    initialLevel: 'medium',
    level: 'medium',
    economic: 'pass',
    decisions: ['defer', 'reject'],
    failedDimensions: [],
  },
}

export const EXAMPLE_INPUT: ReportInput = { caseFile: EXAMPLE_CASE, results: EXAMPLE_RESULTS }
