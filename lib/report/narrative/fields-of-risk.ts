/** The four tests, the factors, the index and the level before and after measures. */
import { DIMENSIONS } from '../../dimensions/indicators.ts'
import { progressOf } from '../../follow-up/measure-progress.ts'
import { RISK_DEGREES, type RiskDegreeBand } from '../../scheme/band.ts'
import type { Names } from '../../scheme/threshold.ts'
import { measuresOf } from '../../verdict/early-warning.ts'
import { count, degree, wanYuan } from '../format.ts'
import { decidedBy } from '../rule-table.ts'
import { indexThresholds } from '../scheme-terms.ts'
import { CONCLUSION, DIMENSION, LEVEL, STAGE } from '../wording.ts'
import { type BoundField, counted, field } from './bound-field.ts'

const DIMENSION_EN = {
  legality: 'Legality',
  reasonableness: 'Reasonableness',
  feasibility: 'Feasibility',
  safety: 'Safety (controllability)',
} as const

export const DIMENSION_FIELDS: readonly BoundField[] = DIMENSIONS.flatMap((dimension) => [
  field(
    `dimensions.${dimension}.conclusion`,
    `${DIMENSION[dimension]}结论`,
    `${DIMENSION_EN[dimension]}, conclusion`,
    ({ results }) => CONCLUSION[results.dimensions[dimension].conclusion],
  ),
  counted(
    `dimensions.${dimension}.indicators`,
    `${DIMENSION[dimension]}指标数`,
    `${DIMENSION_EN[dimension]}, indicators`,
    ({ results }) => results.dimensions[dimension].indicators,
  ),
])

/** The words of the national frame; a scheme with other words prints its own in the tables. */
const DEGREE = {
  negligible: { zh: '微小', en: 'negligible' },
  minor: { zh: '较小', en: 'minor' },
  moderate: { zh: '一般', en: 'moderate' },
  major: { zh: '较大', en: 'major' },
  critical: { zh: '重大', en: 'critical' },
} as const satisfies Record<RiskDegreeBand, Names>

const STAGES = ['initial', 'residual'] as const
const STAGE_EN = { initial: 'before measures', residual: 'after measures' } as const

export const RISK_FIELDS: readonly BoundField[] = [
  counted('factors.count', '风险因素项数', 'Risk factors', ({ caseFile }) => caseFile.factors.length),
  counted(
    'factors.categories',
    '风险因素类别数',
    'Categories of risk factors',
    ({ caseFile }) => new Set(caseFile.factors.map(({ category }) => category)).size,
  ),
  ...STAGES.flatMap((stage) => [
    ...RISK_DEGREES.map((band) =>
      counted(
        `factors.${stage}.${band}`,
        `${STAGE[stage]}${DEGREE[band].zh}因素项数`,
        `Factors ${STAGE_EN[stage]}: ${DEGREE[band].en}`,
        ({ results }) => results.factors.filter((factor) => factor[`${stage}Band`] === band).length,
      ),
    ),
    field(
      `risk.${stage}.index`,
      `${STAGE[stage]}综合风险指数T`,
      `Composite index T ${STAGE_EN[stage]}`,
      ({ results, caseFile }) => {
        const { index } = results[stage]
        return index === null ? null : degree(index, indexThresholds(caseFile.schemeId))
      },
    ),
    field(
      `risk.${stage}.level`,
      `${STAGE[stage]}风险等级`,
      `Level ${STAGE_EN[stage]}`,
      ({ results: { verdict } }) =>
        verdict.status === 'given' ? LEVEL[stage === 'initial' ? verdict.initialLevel : verdict.level] : null,
    ),
    field(
      `risk.${stage}.deciding`,
      `${STAGE[stage]}等级的决定规则`,
      `Deciding rule ${STAGE_EN[stage]}`,
      ({ results }) => {
        const { level } = results[stage]
        return results.verdict.status === 'given' && level.ok ? decidedBy(level.value) : null
      },
    ),
  ]),
  field('event.persons', '最大可能事件涉及人数', 'Persons in the largest event', ({ caseFile }) =>
    caseFile.expectedEventPersons === null ? null : count(caseFile.expectedEventPersons),
  ),
  counted('measures.count', '防范化解措施项数', 'Measures', ({ caseFile }) => measuresOf(caseFile).length),
  counted(
    'measures.proven',
    '有证明的措施项数',
    'Measures with proof',
    ({ caseFile }) =>
      measuresOf(caseFile).filter(
        ({ factorId, measureId }) =>
          progressOf(caseFile.followUp.measures, factorId, measureId).state === 'done',
      ).length,
  ),
  counted(
    'measures.bare',
    '没有措施的因素项数',
    'Factors without a measure',
    ({ caseFile }) => caseFile.factors.filter(({ measures }) => measures.length === 0).length,
  ),
  counted(
    'measures.owners',
    '措施责任主体数',
    'Owners of measures',
    ({ caseFile }) =>
      new Set(caseFile.factors.flatMap(({ measures }) => measures.map(({ owner }) => owner))).size,
  ),
  field('measures.cost', '措施费用合计', 'Cost of the measures', ({ caseFile }) =>
    measuresOf(caseFile).length === 0
      ? null
      : wanYuan(measuresOf(caseFile).reduce((sum, { cost }) => sum + cost, 0)),
  ),
]
