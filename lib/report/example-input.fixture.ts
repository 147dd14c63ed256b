/**
 * A filled-in case with results, for the tests of the report: the worked example around the published Xiahe survey, with
 * an attitude question of invented counts, a factor of two measures and one without any.
 */
import { type CaseFile, NOTHING_ENTERED } from '../assessment/case-file.ts'
import { procedureMet } from '../assessment/examples/procedure.fixture.ts'
import {
  EXAMPLE_EVENT_PERSONS,
  EXAMPLE_FACTORS,
  EXAMPLE_MATTER,
  EXAMPLE_QUESTIONNAIRE,
  exampleEconomics,
  exampleFindings,
} from '../assessment/examples/resettlement.ts'
import { reconstructedAnswers } from '../assessment/examples/xiahe.ts'
import type { Result } from '../result.ts'
import type { RiskFactor } from '../risk/factor.ts'
import type { Questionnaire } from '../survey/questionnaire.ts'
import { NOTHING_COUNTED } from '../survey/survey-record.ts'
import { tallyResponses } from '../survey/tally.ts'
import { compute } from '../verdict/compute.ts'
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
              id: 'm2',
              controlNode: '',
              cost: 0,
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
  ...NOTHING_ENTERED,
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
  expertPanel: null,
  expectedEventPersons: EXAMPLE_EVENT_PERSONS,
  directConditions: null,
  survey: {
    id: 'survey',
    state: 'closed',
    questionnaire,
    links: [],
    publishedOn: '2026-09-20',
    closedOn: '2026-10-08',
    ...NOTHING_COUNTED,
    responsesByGroup: Object.fromEntries(tally.map((group) => [group.groupId, group.responses])),
    tally,
  },
  economics: exampleEconomics(groups.map(({ id }) => id)),
  ...procedureMet(groups),
}

export const EXAMPLE_RESULTS: Results = compute(EXAMPLE_CASE)

export const EXAMPLE_INPUT: ReportInput = { caseFile: EXAMPLE_CASE, results: EXAMPLE_RESULTS }

/** The parts that tests vary, out of their wrapping. */
export const RESIDUAL_LEVEL = given(EXAMPLE_RESULTS.residual.level)
export const EXAMPLE_APPRAISAL = given(EXAMPLE_RESULTS.economics)
export const EXAMPLE_CREDIBILITY = given(EXAMPLE_RESULTS.credibility)

function given<Value>(result: Result<Value> | null): Value {
  if (!result?.ok) throw new Error('the example is complete')
  return result.value
}
