/** 主要风险因素: those that are 一般 or worse before measures, worst after measures first. */
import { RISK_DEGREES } from '../../scheme/band.ts'
import type { FactorResult } from '../../verdict/results.ts'
import type { Chapter } from '../chapter.ts'
import { degree } from '../format.ts'
import { degreeName } from '../scheme-terms.ts'
import { missing, paragraph, section } from '../write.ts'

const atLeastModerate = ({ initialBand }: FactorResult) =>
  RISK_DEGREES.indexOf(initialBand) >= RISK_DEGREES.indexOf('moderate')

export const mainFactors: Chapter = ({ caseFile, results }) => {
  const heading = section('主要风险因素')
  if (caseFile.factors.length === 0) return [heading, missing('案卷未登记风险因素，本节无数据。')]
  const main = results.factors
    .filter(atLeastModerate)
    .toSorted((a, b) => b.residualDegree - a.residualDegree || b.initialDegree - a.initialDegree)
  if (main.length === 0) {
    return [heading, paragraph('各项风险因素措施前的风险程度均在一般以下，没有主要风险因素。')]
  }
  return [
    heading,
    paragraph(
      `措施前风险程度为一般及以上的因素共${main.length}项，按措施后的风险程度由高到低列于`,
      { ref: 'main-factors' },
      '。',
    ),
    {
      kind: 'table',
      label: 'main-factors',
      caption: '主要风险因素',
      columns: [
        { head: '序号', width: 0.7, align: 'center' },
        { head: '风险因素', width: 3.2, align: 'left' },
        { head: '类型', width: 2.4, align: 'left' },
        { head: '措施前R', width: 1.5, align: 'center' },
        { head: '措施后R', width: 1.5, align: 'center' },
      ],
      rows: main.map((result) => {
        const position = caseFile.factors.findIndex((factor) => factor.id === result.factorId)
        const factor = caseFile.factors[position]
        return [
          String(position + 1),
          factor?.name ?? '',
          factor?.category ?? '',
          `${degree(result.initialDegree)}（${degreeName(caseFile.schemeId, result.initialBand)}）`,
          `${degree(result.residualDegree)}（${degreeName(caseFile.schemeId, result.residualBand)}）`,
        ]
      }),
      note: '注：序号为风险因素在T1中的序号。',
    },
  ]
}
