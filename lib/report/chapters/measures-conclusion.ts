/** 防范化解措施: who has to do how much by when. The measures themselves stand in T2. */
import type { Chapter } from '../chapter.ts'
import { chineseDay } from '../format.ts'
import { missing, paragraph, section } from '../write.ts'

export const measuresConclusion: Chapter = ({ caseFile }) => {
  const heading = section('防范化解措施')
  const measures = caseFile.factors.flatMap((factor) => factor.measures)
  if (measures.length === 0) return [heading, missing('案卷未登记防范化解措施，本节无数据。')]
  const owners = [...new Set(measures.map((measure) => measure.owner))]
  return [
    heading,
    paragraph(
      `共有防范化解措施${measures.length}项，责任主体${owners.length}个，各责任主体的任务和时限见`,
      { ref: 'owners' },
      '，措施内容见',
      { ref: 'T2' },
      '。',
    ),
    {
      kind: 'table',
      label: 'owners',
      caption: '防范化解措施的责任主体和时限',
      columns: [
        { head: '序号', width: 0.7, align: 'center' },
        { head: '责任主体', width: 3.4, align: 'left' },
        { head: '措施数', width: 1, align: 'right' },
        { head: '最早完成时限', width: 2, align: 'center' },
        { head: '最迟完成时限', width: 2, align: 'center' },
      ],
      rows: owners.map((owner, i) => {
        const days = measures.filter((measure) => measure.owner === owner).map((measure) => measure.deadline)
        days.sort()
        return [
          String(i + 1),
          owner,
          String(days.length),
          chineseDay(days[0] ?? ''),
          chineseDay(days.at(-1) ?? ''),
        ]
      }),
    },
  ]
}
