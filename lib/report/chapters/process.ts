/** 评估过程和方法: when what was done, and by which rules numbers became a level. */
import type { Block } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { chineseDay, daySpan, decimal, percent } from '../format.ts'
import { indexThresholds, oppositionThresholds, schemeName } from '../scheme-terms.ts'
import { paragraph, section, withFootnote } from '../write.ts'

export const process: Chapter = (input) => [
  section('评估过程和方法'),
  paragraph('评估过程见', { ref: 'timeline' }, '。'),
  timeline(input),
  ...methods(input),
]

function timeline({ caseFile }: ReportInput): Block {
  const { createdOn, findings, survey } = caseFile
  const steps: (readonly [day: string, words: string, what: string])[] = [
    [createdOn, chineseDay(createdOn), '建立评估案卷'],
  ]
  if (findings.length > 0) {
    const days = findings.map((finding) => finding.scoredOn).sort()
    steps.push([days[0] ?? '', daySpan(days), `评定四性指标${findings.length}项`])
  }
  if (survey?.publishedOn) steps.push([survey.publishedOn, chineseDay(survey.publishedOn), '发布问卷'])
  if (survey?.closedOn) steps.push([survey.closedOn, chineseDay(survey.closedOn), '结束问卷并计票'])
  return {
    kind: 'table',
    label: 'timeline',
    caption: '评估过程',
    columns: [
      { head: '日期', width: 2.6, align: 'center' },
      { head: '工作', width: 4, align: 'left' },
    ],
    rows: steps.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, words, what]) => [words, what]),
    note: '注：案卷未记录风险因素评分和现金流量录入的日期。',
  }
}

function methods({ caseFile }: ReportInput): Block[] {
  const [medium = 0, high = 0] = indexThresholds(caseFile.schemeId)
  const [someOppose = 0, manyOppose = 0] = oppositionThresholds(caseFile.schemeId)
  return [
    paragraph(
      `本次评估采用评估方案参数“${schemeName(caseFile.schemeId)}”。风险因素按发生概率和影响程度估计风险程度，加权得出综合风险指数T，T小于${decimal(medium)}为低风险，大于${decimal(high)}为高风险，其间为中风险。`,
    ),
    withFootnote(
      paragraph(
        `风险等级取综合风险指数、单因素、反对比例、可能事件规模等规则中最严重的结果，并标明起决定作用的规则。反对比例以${percent(someOppose)}和${percent(manyOppose)}为界。`,
      ),
      '界限和参数属评估方案参数，各地规定不同的，以当地规定为准。',
    ),
    paragraph(
      '合法性、合理性、可行性、可控性逐项评定，每项附依据，以最弱一项为准。民意数据只来自答卷，列出有效作答数和95%置信区间。经济评价逐年计列投资、运营、补偿、化解措施费用和效益，与风险等级并列，不相抵消。',
    ),
  ]
}
