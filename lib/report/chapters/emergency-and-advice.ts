/** 应急预案和建议: what the case says about the emergency plan, and advice that follows from named results only. */
import { DIMENSIONS, INDICATORS } from '../../dimensions/indicators.ts'
import { RISK_DEGREES } from '../../scheme/band.ts'
import type { Block } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { count } from '../format.ts'
import { FINDING_GRADE, quoted } from '../wording.ts'
import { item, missing, paragraph, section, written } from '../write.ts'

const EMERGENCY_PLAN = 'safety.emergency-plan'

export const emergencyAndAdvice: Chapter = (input) => [
  section('应急预案和建议'),
  item('应急预案'),
  ...emergencyPlan(input),
  item('建议'),
  ...advice(input),
]

function emergencyPlan({ caseFile }: ReportInput): Block[] {
  const finding = caseFile.findings.find((candidate) => candidate.indicatorId === EMERGENCY_PLAN)
  const persons = caseFile.expectedEventPersons
  return [
    persons === null
      ? missing('可能发生的最大事件的涉及人数尚未判断。')
      : paragraph(`可能发生的最大事件，涉及人数判断为${count(persons)}人。`),
    ...(finding
      ? [
          paragraph(`应急预案的评定为“${FINDING_GRADE[finding.grade]}”，依据如下：`),
          ...written(finding.evidence),
        ]
      : [missing('应急预案尚未评定。')]),
    missing('案卷未收录应急预案文本，本报告未对其内容作审查。'),
  ]
}

function advice({ caseFile, results }: ReportInput): Block[] {
  const graded = (grade: 'partly-met' | 'not-met') =>
    caseFile.findings
      .filter((finding) => finding.grade === grade)
      .map((finding) => INDICATORS.find(({ id }) => id === finding.indicatorId)?.zh ?? finding.indicatorId)
  const named = (wanted: (i: number) => boolean) =>
    caseFile.factors.filter((_, i) => wanted(i)).map((factor) => factor.name)
  const lasting = named((i) => {
    const band = results.factors[i]?.residualBand
    return band !== undefined && RISK_DEGREES.indexOf(band) >= RISK_DEGREES.indexOf('moderate')
  })
  const bare = named((i) => caseFile.factors[i]?.measures.length === 0)
  const items = [
    [graded('not-met'), (list: string) => `对不符合要求的指标进行整改后重新评定：${list}`],
    [graded('partly-met'), (list: string) => `补足基本符合的指标存在的差距：${list}`],
    [bare, (list: string) => `对没有措施的风险因素制定防范化解措施：${list}`],
    [lasting, (list: string) => `对措施后风险程度仍为一般及以上的因素，在实施中重点跟踪督查：${list}`],
  ] as const
  const given = items.filter(([list]) => list.length > 0)
  const unfinished =
    caseFile.factors.length === 0 ||
    DIMENSIONS.some((dimension) => results.dimensions[dimension].conclusion === 'incomplete')
  if (given.length === 0 && unfinished) {
    return [missing('四性指标和风险因素尚未全部评定，暂不能提出建议。')]
  }
  if (given.length === 0) {
    return [paragraph('指标评定和风险因素中没有需要另提建议的事项。')]
  }
  return given.map(([list, phrase], i) =>
    paragraph(`（${i + 1}）${phrase(quoted(list))}${i === given.length - 1 ? '。' : '；'}`),
  )
}
