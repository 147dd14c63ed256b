import type { Block } from './blocks.ts'
import type { ReportInput } from './chapter.ts'
import { degree, weight } from './format.ts'
import { indexThresholds } from './scheme-terms.ts'
import { STAGE, type Stage } from './wording.ts'
import { missing, paragraph } from './write.ts'

/** The sum of the weights and T, or why there is no T. */
export function indexStatement({ caseFile, results }: ReportInput, stage: Stage): Block {
  const { index } = results[stage]
  const sum = weight(results.weightSum)
  if (index === null) {
    return missing(`各因素权重之和为${sum}，权重或者取值不符合要求，${STAGE[stage]}综合风险指数不能计算。`)
  }
  return paragraph(
    `各因素权重之和为${sum}，${STAGE[stage]}综合风险指数T＝${degree(index, indexThresholds(caseFile.schemeId))}。`,
  )
}
