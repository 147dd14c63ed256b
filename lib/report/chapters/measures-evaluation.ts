/**
 * 防范化解措施的评估: what will be done against each factor (T2), and what each change of likelihood or impact rests on (T4).
 *
 * Nothing is discounted by a fixed ratio: a lower value after measures has a measure with owner, deadline and evidence.
 */
import type { RiskFactor } from '../../risk/factor.ts'
import type { Table } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { chineseDay, degree, grade, NONE } from '../format.ts'
import { degreeName } from '../scheme-terms.ts'
import { PHASE, quoted } from '../wording.ts'
import { missing, paragraph, section } from '../write.ts'

export const measuresEvaluation: Chapter = (input) => {
  const heading = section('防范化解措施的评估')
  const { factors } = input.caseFile
  if (factors.length === 0) return [heading, missing('案卷未登记风险因素，本节无数据。')]
  const measures = factors.reduce((sum, factor) => sum + factor.measures.length, 0)
  const bare = factors.filter((factor) => factor.measures.length === 0).map((factor) => factor.name)
  const uncovered =
    bare.length > 0
      ? [missing(`下列风险因素没有登记防范化解措施，措施后的概率和影响程度不低于措施前：${quoted(bare)}。`)]
      : []
  if (measures === 0) return [heading, ...uncovered]
  return [
    heading,
    paragraph(
      `针对${factors.length - bare.length}项风险因素登记防范化解措施${measures}项，见`,
      { ref: 'T2' },
      '。',
    ),
    ...uncovered,
    measureTable(factors),
    paragraph(
      '措施后的概率或者影响程度低于措施前的，均须有明确责任主体、完成时限和依据的措施，不按固定比例折减。各因素措施前后的变化及其依据见',
      { ref: 'T4' },
      '。',
    ),
    effectTable(input),
  ]
}

function measureTable(factors: readonly RiskFactor[]): Table {
  return {
    kind: 'table',
    label: 'T2',
    caption: '风险防范化解措施（T2）',
    columns: [
      { head: '序号', width: 0.75, align: 'center' },
      { head: '阶段', width: 0.75, align: 'center' },
      { head: '风险因素', width: 1.6, align: 'left' },
      { head: '防范化解措施', width: 2.9, align: 'left' },
      { head: '完成时限', width: 2.1, align: 'center' },
      { head: '责任主体', width: 1.3, align: 'left' },
      { head: '协助单位', width: 1.3, align: 'left' },
    ],
    rows: factors.flatMap((factor, i) =>
      factor.measures.map((measure, k) => [
        factor.measures.length > 1 ? `${i + 1}.${k + 1}` : String(i + 1),
        PHASE[measure.phase],
        factor.name,
        measure.description,
        chineseDay(measure.deadline),
        measure.owner,
        measure.helper === '' ? NONE : measure.helper,
      ]),
    ),
  }
}

function effectTable({ caseFile: { factors, schemeId }, results }: ReportInput): Table {
  return {
    kind: 'table',
    label: 'T4',
    caption: '措施前后风险程度的变化和依据（T4）',
    columns: [
      { head: '序号', width: 0.75, align: 'center' },
      { head: '风险因素', width: 2, align: 'left' },
      { head: '概率p', width: 1.3, align: 'center' },
      { head: '影响q', width: 1.3, align: 'center' },
      { head: '风险程度R', width: 2, align: 'center' },
      { head: '依据', width: 2.8, align: 'left' },
    ],
    rows: factors.map((factor, i) => {
      const result = results.factors.find((candidate) => candidate.factorId === factor.id)
      return [
        String(i + 1),
        factor.name,
        `${grade(factor.initialProbability)}→${grade(factor.residualProbability)}`,
        `${grade(factor.initialImpact)}→${grade(factor.residualImpact)}`,
        result
          ? `${degree(result.initialDegree)}→${degree(result.residualDegree)}\n${degreeName(schemeId, result.initialBand)}→${degreeName(schemeId, result.residualBand)}`
          : NONE,
        factor.measures.length === 0
          ? '无措施'
          : [...new Set(factor.measures.map((measure) => measure.evidence))].join('；'),
      ]
    }),
  }
}
