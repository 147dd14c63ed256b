/** 评估过程: when what was done, as far as the case dates it. */
import type { Chapter } from '../chapter.ts'
import { chineseDay, daySpan } from '../format.ts'
import { item, paragraph, section } from '../write.ts'

export const course: Chapter = ({
  caseFile: { createdOn, findings, participation, survey, sampling, disputes },
}) => {
  const steps: (readonly [first: string, words: string, what: string])[] = [
    [createdOn, chineseDay(createdOn), '建立评估案卷'],
  ]
  for (const { title, publishedOn } of participation.notices) {
    if (publishedOn) steps.push([publishedOn, chineseDay(publishedOn), `发布公示《${title}》`])
  }
  const meetings = participation.consultations.map(({ heldOn }) => heldOn).sort()
  if (meetings.length > 0) {
    steps.push([meetings[0] ?? '', daySpan(meetings), `开展征求意见活动${meetings.length}次`])
  }
  for (const { from, to, area } of disputes.rounds) {
    steps.push([from, daySpan([from, to]), `排查${area}的矛盾纠纷`])
  }
  for (const { savedOn, version } of sampling.plans) {
    steps.push([savedOn, chineseDay(savedOn), `保存抽样方案第${version}版`])
  }
  for (const { outcome } of sampling.draws) {
    if (outcome) steps.push([outcome.drawnOn, chineseDay(outcome.drawnOn), '随机抽户'])
  }
  if (findings.length > 0) {
    const days = findings.map((finding) => finding.scoredOn).sort()
    steps.push([days[0] ?? '', daySpan(days), `评定四性指标${findings.length}项`])
  }
  if (survey?.publishedOn) steps.push([survey.publishedOn, chineseDay(survey.publishedOn), '发布问卷'])
  if (survey?.closedOn) steps.push([survey.closedOn, chineseDay(survey.closedOn), '结束问卷并计票'])
  return [
    section('评估过程和方法'),
    item('评估过程'),
    paragraph('评估过程见', { ref: 'timeline' }, '。'),
    {
      kind: 'table',
      label: 'timeline',
      caption: '评估过程',
      columns: [
        { head: '日期', width: 2.8, align: 'center' },
        { head: '工作', width: 3.6, align: 'left' },
      ],
      rows: steps
        .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
        .map(([, words, what]) => [words, what]),
      note: '注：案卷不记录风险因素评分和现金流量录入的日期。',
    },
  ]
}
