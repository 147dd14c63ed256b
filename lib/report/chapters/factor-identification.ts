/** 风险识别: which factors were found, in which phase, before anything is said of how likely or how bad they are. */
import type { Chapter } from '../chapter.ts'
import { listed, PHASE } from '../wording.ts'
import { missing, paragraph } from '../write.ts'

export const factorIdentification: Chapter = ({ caseFile: { factors } }) => {
  if (factors.length === 0) return [missing('案卷未登记风险因素，本章无数据。')]
  const categories = [...new Set(factors.map((factor) => factor.category))]
  return [
    paragraph(
      `对照风险因素参考清单并结合风险调查，共识别风险因素${factors.length}项，涉及${categories.length}类，见`,
      { ref: 'identified' },
      '。',
    ),
    {
      kind: 'table',
      label: 'identified',
      caption: '风险因素识别表',
      columns: [
        { head: '序号', width: 0.8, align: 'center' },
        { head: '阶段', width: 1.8, align: 'center' },
        { head: '风险因素', width: 5, align: 'left' },
      ],
      rows: categories.flatMap((category) => [
        [category],
        ...factors.flatMap((factor, i) =>
          factor.category === category
            ? [[String(i + 1), listed(factor.phases.map((phase) => PHASE[phase])), factor.name]]
            : [],
        ),
      ]),
      note: '注：序号为风险因素在T1中的序号。',
    },
  ]
}
