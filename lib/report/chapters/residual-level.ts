/** 落实措施后的风险等级: the factors after measures (T3), and what every rule says, with the worst deciding. */
import type { LevelVerdict } from '../../risk/level.ts'
import type { Block } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { factorTable } from '../factor-table.ts'
import { riskMatrix } from '../figures/risk-matrix.ts'
import { degree } from '../format.ts'
import { indexStatement } from '../index-statement.ts'
import { levelSentence, ruleTable } from '../rule-table.ts'
import { LEVEL, quoted, STAGE, type Stage } from '../wording.ts'
import { item, missing, paragraph, section, withFootnote } from '../write.ts'

export const residualLevel: Chapter = (input) => {
  const heading = section('落实措施后的风险等级')
  if (input.caseFile.factors.length === 0) return [heading, missing('案卷未登记风险因素，本节无数据。')]
  return [
    heading,
    item('各因素的风险程度'),
    paragraph(
      '落实措施后各因素的风险程度见',
      { ref: 'T3' },
      '，措施前后位置的变化见',
      { ref: 'residual-matrix' },
      '。',
    ),
    factorTable(input, 'residual'),
    riskMatrix(input, 'residual'),
    indexStatement(input, 'residual'),
    item('各项规则的判定结果'),
    ...rules(input),
  ]
}

function rules(input: ReportInput): Block[] {
  const { initial, residual } = input.results
  if (!initial.level.ok || !residual.level.ok) {
    return [missing('评估所需的数据不全或者不符合要求，风险等级暂不能判定。')]
  }
  return [
    withFootnote(
      paragraph('风险等级取各项规则中最严重的结果，各项规则的结果见', { ref: 'rules' }, '。'),
      '综合风险指数是加权平均数，增加轻微因素总会使其降低，因此不单独作为判定等级的依据。',
    ),
    ruleTable(input, initial.level.value, residual.level.value),
    paragraph(levelSentence('initial', initial.level.value)),
    paragraph(levelSentence('residual', residual.level.value)),
    ...unanswered(residual.level.value),
    ...diluted('initial', initial.level.value),
    ...diluted('residual', residual.level.value),
  ]
}

function unanswered(verdict: LevelVerdict): Block[] {
  if (verdict.unassessed.length === 0) return []
  return [missing('部分规则缺少数据，没有结果。缺少的数据补齐后，等级可能高于上述结果，不会低于上述结果。')]
}

function diluted(stage: Stage, { dilution }: LevelVerdict): Block[] {
  if (!dilution) return []
  return [
    paragraph(
      `${STAGE[stage]}不计${quoted(dilution.removedFactors)}等轻微因素时，综合风险指数为${degree(dilution.index)}，按该指数为${LEVEL[dilution.level]}；轻微因素冲淡了综合风险指数。`,
    ),
  ]
}
