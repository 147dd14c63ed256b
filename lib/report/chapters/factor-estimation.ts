/** 风险识别和估计的评估: the factors as the matter stands before measures (T1), their places and the composite index. */
import { RISK_DEGREES } from '../../scheme/band.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { factorTable } from '../factor-table.ts'
import { riskMatrix } from '../figures/risk-matrix.ts'
import { indexStatement } from '../index-statement.ts'
import { degreeName } from '../scheme-terms.ts'
import { listed } from '../wording.ts'
import { missing, paragraph, section, withFootnote } from '../write.ts'

export const factorEstimation: Chapter = (input) => {
  const heading = section('风险识别和估计的评估')
  if (input.caseFile.factors.length === 0) return [heading, missing('案卷未登记风险因素，本节无数据。')]
  return [
    heading,
    withFootnote(
      paragraph(
        identified(input),
        '各因素的概率、影响程度和风险程度见',
        { ref: 'T1' },
        '，在风险矩阵中的位置见',
        { ref: 'initial-matrix' },
        '。',
      ),
      '风险程度R＝p·q，p为发生概率，q为影响程度，取值均为0至1；综合风险指数T＝ΣW·R，W为权重，各因素权重之和为1。',
    ),
    factorTable(input, 'initial'),
    riskMatrix(input, 'initial'),
    indexStatement(input, 'initial'),
  ]
}

function identified({ caseFile: { factors, schemeId }, results }: ReportInput): string {
  const categories = [...new Set(factors.map((factor) => factor.category))]
  const bands = RISK_DEGREES.toReversed().flatMap((band) => {
    const n = results.factors.filter((factor) => factor.initialBand === band).length
    return n > 0 ? [`${degreeName(schemeId, band)}${n}项`] : []
  })
  return `共识别风险因素${factors.length}项，涉及${listed(categories)}${categories.length}类。按采取措施前的风险程度，${listed(bands)}。`
}
