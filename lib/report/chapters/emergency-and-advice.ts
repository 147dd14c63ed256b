/** 应急预案和建议: what the case says about the emergency plan, and advice that follows from named results only. */
import { DIMENSIONS, INDICATORS } from '../../dimensions/indicators.ts'
import type { EmergencyPlan } from '../../follow-up/emergency-plan.ts'
import { RISK_DEGREES } from '../../scheme/band.ts'
import type { Block } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { chineseDay, count } from '../format.ts'
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
    ...plan(caseFile.followUp.emergencyPlan),
  ]
}

function plan(entered: EmergencyPlan | null): Block[] {
  if (entered === null) return [missing('案卷未收录应急处置预案。')]
  const { scenarios, contacts, drills } = entered
  return [
    ...(scenarios.length === 0
      ? [missing('应急处置预案没有登记情景。')]
      : [
          paragraph('应急处置的情景、响应级别和处置单位见', { ref: 'scenarios' }, '。'),
          {
            kind: 'table',
            label: 'scenarios',
            caption: '应急处置情景',
            columns: [
              { head: '情景', width: 1.4, align: 'left' },
              { head: '触发条件', width: 2.4, align: 'left' },
              { head: '级别', width: 0.8, align: 'center' },
              { head: '处置单位', width: 1.5, align: 'left' },
              { head: '处置措施', width: 3.2, align: 'left' },
            ],
            rows: scenarios.map(({ name, trigger, level, unit, response }) => [
              name,
              trigger,
              RESPONSE_LEVEL[level],
              unit,
              response,
            ]),
          } as const,
        ]),
    ...(contacts.length === 0
      ? [missing('应急处置预案没有登记联系单位。')]
      : [
          {
            kind: 'table',
            caption: '应急联系单位',
            columns: [
              { head: '单位', width: 2.4, align: 'left' },
              { head: '职责', width: 3, align: 'left' },
              { head: '电话', width: 1.6, align: 'center' },
            ],
            rows: contacts.map(({ office, duty, phone }) => [office, duty, phone]),
          } as const,
        ]),
    drills.length === 0
      ? missing('没有登记应急演练。')
      : paragraph(
          `登记应急演练${count(drills.length)}次，最近一次在${chineseDay(
            drills
              .map(({ heldOn }) => heldOn)
              .sort()
              .at(-1) ?? '',
          )}。`,
        ),
  ]
}

const RESPONSE_LEVEL = { I: 'Ⅰ级', II: 'Ⅱ级', III: 'Ⅲ级', IV: 'Ⅳ级' } as const

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
