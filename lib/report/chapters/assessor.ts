/** 评估主体: who decides, who assesses, who carries out, and who scored. Three roles, kept apart or declared. */
import { assessorIsImplementer } from '../../assessment/matter.ts'
import type { Finding } from '../../dimensions/finding.ts'
import type { Block } from '../blocks.ts'
import type { Chapter } from '../chapter.ts'
import { daySpan } from '../format.ts'
import { missing, paragraph, section } from '../write.ts'

export const assessor: Chapter = ({ caseFile: { matter, findings } }) => [
  section('评估主体'),
  {
    kind: 'facts',
    rows: [
      { label: '决策主体', value: matter.decisionBody },
      { label: '评估主体', value: matter.assessor },
      { label: '实施主体', value: matter.implementer },
    ],
  },
  ...(assessorIsImplementer(matter)
    ? [
        missing(
          '利益关系声明：评估主体与实施主体为同一单位，本次评估属于自我评估。现行规则不禁止这种安排，请审批时予以考虑。',
        ),
      ]
    : [paragraph('评估主体与实施主体不是同一单位。')]),
  ...scorers(findings),
]

function scorers(findings: readonly Finding[]): Block[] {
  if (findings.length === 0) return [missing('尚无评估人员对四性指标作出评定。')]
  const names = [...new Set(findings.map((finding) => finding.scorerName))]
  return [
    paragraph('参加四性指标评定的人员见', { ref: 'scorers' }, '。'),
    {
      kind: 'table',
      label: 'scorers',
      caption: '四性指标评定人员',
      columns: [
        { head: '序号', width: 0.6, align: 'center' },
        { head: '评定人员', width: 2, align: 'left' },
        { head: '评定指标数', width: 1.2, align: 'right' },
        { head: '评定日期', width: 3.4, align: 'center' },
      ],
      rows: names.map((name, i) => {
        const days = daysOf(findings.filter((finding) => finding.scorerName === name))
        return [String(i + 1), name, String(days.length), daySpan(days)]
      }),
    },
  ]
}

function daysOf(findings: readonly Finding[]): string[] {
  return findings.map((finding) => finding.scoredOn)
}
