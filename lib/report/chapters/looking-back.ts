/** 后评估: printed only where somebody has looked back. */
import { schemeOf } from '../../scheme/registry.ts'
import { hindsight } from '../../verdict/hindsight.ts'
import type { Chapter } from '../chapter.ts'
import { chineseDay, count } from '../format.ts'
import { item, paragraph, written } from '../write.ts'

const OCCURRENCE = {
  'not-occurred': '未发生',
  minor: '发生，影响轻微',
  serious: '发生，影响严重',
} as const
const RECOMMENDATION = { continue: '继续实施', adjust: '调整措施', reassess: '重新评估' } as const

export const lookingBack: Chapter = ({ caseFile, results }) => {
  const { postEvaluation } = caseFile.followUp
  if (!postEvaluation) return []
  const rows = hindsight(caseFile, results)
  const { bands } = schemeOf(caseFile.schemeId).riskDegreeBands
  const misses = rows.filter(({ underestimated }) => underestimated).length
  return [
    item('后评估'),
    paragraph(
      `${postEvaluation.evaluator}于${chineseDay(postEvaluation.heldOn)}对照当时的预测和实际情况作了后评估，见`,
      { ref: 'looking-back' },
      `。${misses > 0 ? `其中${count(misses)}个因素当时估计较低，实际发生了严重影响。` : '没有估计较低而实际发生严重影响的因素。'}后评估的建议：${RECOMMENDATION[postEvaluation.recommendation]}。`,
    ),
    {
      kind: 'table',
      label: 'looking-back',
      caption: '预测与实际情况对照',
      columns: [
        { head: '序号', width: 0.6, align: 'center' },
        { head: '风险因素', width: 2.2, align: 'left' },
        { head: '当时的剩余风险', width: 1.2, align: 'center' },
        { head: '实际情况', width: 1.4, align: 'center' },
        { head: '情况说明', width: 3, align: 'left' },
      ],
      rows: rows.map(({ name, foreseen, occurrence, note, underestimated }, i) => [
        String(i + 1),
        name,
        bands.find(({ degree }) => degree === foreseen)?.name.zh ?? foreseen,
        occurrence ? `${OCCURRENCE[occurrence]}${underestimated ? '（低估）' : ''}` : '未填写',
        note || '—',
      ]),
    },
    ...written(postEvaluation.lessons),
  ]
}
