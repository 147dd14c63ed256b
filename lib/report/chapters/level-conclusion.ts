/** 风险等级: the level as the results give it, with the rule that decided; or that it cannot be given, and why. */
import type { Chapter } from '../chapter.ts'
import { degree, NONE } from '../format.ts'
import { levelSentence } from '../rule-table.ts'
import { indexThresholds } from '../scheme-terms.ts'
import { DECISION, listed, missingList } from '../wording.ts'
import { missing, paragraph, section, withFootnote } from '../write.ts'

/** 发改投资〔2012〕2492号. */
const MEANING =
  '高风险：大部分群众对项目有意见、反应特别强烈，可能引发大规模群体性事件。中风险：部分群众对项目有意见、反应强烈，可能引发矛盾冲突。低风险：多数群众理解支持但少部分人对项目有意见，通过有效工作可防范和化解矛盾（发改投资〔2012〕2492号）。'

export const levelConclusion: Chapter = ({ caseFile, results }) => {
  const heading = section('风险等级')
  const { initial, residual, verdict } = results
  if (verdict.status === 'cannot-be-given') {
    const lacking = verdict.missing.length > 0 ? `尚缺：${missingList(verdict.missing)}。` : ''
    return [heading, missing(`风险等级的结论暂不能作出。${lacking}`)]
  }
  const thresholds = indexThresholds(caseFile.schemeId)
  const index = (value: number | null) => (value === null ? NONE : degree(value, thresholds))
  if (!initial.level.ok || !residual.level.ok) return [heading, missing('风险等级的结论暂不能作出。')]
  return [
    heading,
    withFootnote(paragraph(levelSentence('initial', initial.level.value)), MEANING),
    paragraph(levelSentence('residual', residual.level.value)),
    paragraph(
      `综合风险指数T措施前为${index(initial.index)}，措施后为${index(residual.index)}；各项规则的依据和结果见`,
      { ref: 'rules' },
      '。',
    ),
    paragraph(
      `风险等级和经济评价结论并列，允许的决策为：${listed(verdict.decisions.map((decision) => DECISION[decision]))}，见`,
      { ref: 'dual' },
      '。',
    ),
  ]
}
