/**
 * 结论 of the 风险分析篇章: factors, the four tests, level and measures in one place. The project unit analyses; it does
 * not decide, so no decision stands here.
 */
import { DIMENSIONS } from '../../dimensions/indicators.ts'
import type { Chapter } from '../chapter.ts'
import { levelSentence } from '../rule-table.ts'
import { CONCLUSION, DIMENSION, missingList } from '../wording.ts'
import { missing, paragraph } from '../write.ts'

export const analysisConclusion: Chapter = ({ caseFile: { factors }, results }) => {
  const { initial, residual, verdict, dimensions } = results
  const measures = factors.reduce((sum, factor) => sum + factor.measures.length, 0)
  const lacking =
    verdict.status === 'cannot-be-given' && verdict.missing.length > 0
      ? `尚缺：${missingList(verdict.missing)}。`
      : ''
  return [
    ...(factors.length === 0
      ? [missing('案卷未登记风险因素。')]
      : [paragraph(`共识别风险因素${factors.length}项，登记防范化解措施${measures}项。`)]),
    ...DIMENSIONS.map((dimension) =>
      paragraph(`${DIMENSION[dimension]}：${CONCLUSION[dimensions[dimension].conclusion]}。`),
    ),
    ...(verdict.status === 'given' && initial.level.ok && residual.level.ok
      ? [
          paragraph(levelSentence('initial', initial.level.value)),
          paragraph(levelSentence('residual', residual.level.value)),
          paragraph('落实措施后的风险等级以各项措施按期落实为前提。'),
        ]
      : [missing(`风险等级的结论暂不能作出。${lacking}`)]),
  ]
}
