/** 公示和征求意见情况: who was told and for how long, who was heard by which way, what experts said, dissent included. */
import {
  type Consultation,
  hearingClocks,
  hearingLacksReason,
  personsAt,
} from '../../participation/consultation.ts'
import { COVERAGE_CHANNELS, coverageOf } from '../../participation/coverage.ts'
import { lastDayInPublic, type Notice, phaseOf } from '../../participation/notice.ts'
import { type ClockReading, readNoticeClock } from '../../participation/notice-clock.ts'
import { schemeOf } from '../../scheme/registry.ts'
import type { Block, Table } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { chineseDay, count, NONE } from '../format.ts'
import { reportDay } from '../report-day.ts'
import { item, missing, paragraph } from '../write.ts'

export const participation: Chapter = (input) => [
  item('公示情况'),
  ...told(input),
  item('征求意见活动'),
  ...held(input),
  item('各群体听取意见情况'),
  ...covered(input),
]

const NOTICE_KIND = {
  'assessment-notice': '稳评公示',
  'public-comment': '公开征求意见',
  'land-pre-notice': '征收土地预公告',
  'compensation-plan-notice': '征地补偿安置方案公告',
  'hearing-notice': '听证会公告',
  other: '其他公告',
} as const
const STANDING = { withdrawn: '撤回', corrected: '更正' } as const

function clockWords({ clock, given, met, lawfulDay, movedFrom, provisional }: ClockReading): string {
  const unit = clock.counted === 'working-days' ? '个工作日' : '日'
  return [
    `要求${clock.days}${unit}，实际${given}${unit}，${met ? '符合' : '不足'}`,
    ...(met ? [] : [`合规日期为${chineseDay(lawfulDay)}`]),
    ...(movedFrom === null ? [] : [`原应于${chineseDay(movedFrom)}届满，逢休息日顺延`]),
    ...(provisional ? ['涉及尚未公布放假安排的年份，工作日为暂算'] : []),
  ].join('；')
}

function told(input: ReportInput): Block[] {
  const { caseFile } = input
  const { clocks } = schemeOf(caseFile.schemeId)
  const notices = caseFile.participation.notices.filter(({ state }) => state !== 'draft')
  if (notices.length === 0) return [missing('案卷中没有已发布的公示。')]
  const today = reportDay(input)
  const standing = (notice: Notice) => {
    if (notice.state === 'withdrawn' || notice.state === 'corrected') {
      return `（${notice.withdrawnOn ? chineseDay(notice.withdrawnOn) : ''}${STANDING[notice.state]}）`
    }
    return phaseOf(notice, today) === 'ended' ? '' : '（公示中）'
  }
  const rows = notices.map((notice) => {
    const until = lastDayInPublic(notice)
    const reading = readNoticeClock(clocks, { ...notice, until })
    const cut = until < notice.until ? `（原定至${chineseDay(notice.until)}）` : ''
    return [
      `${notice.title}（${NOTICE_KIND[notice.kind]}）${standing(notice)}`,
      until < notice.from
        ? `开始以前已${notice.state === 'corrected' ? '更正' : '撤回'}${cut}`
        : `${chineseDay(notice.from)}至${chineseDay(until)}${cut}`,
      reading ? clockWords(reading) : '本方案未规定时限',
      [notice.shortenedBecause, notice.withdrawnBecause].filter(Boolean).join('；') || NONE,
      notice.postings.length === 0
        ? '未登记'
        : notice.postings
            .map(
              ({ place, postedOn, photo }) => `${place}，${chineseDay(postedOn)}${photo ? '（有照片）' : ''}`,
            )
            .join('\n'),
    ]
  })
  return [
    paragraph(`共发布公示${count(notices.length)}份，内容、时限和张贴情况见`, { ref: 'notices' }, '。'),
    {
      kind: 'table',
      label: 'notices',
      caption: '公示情况表',
      columns: [
        { head: '公示', width: 2.4, align: 'left' },
        { head: '公示期', width: 1.9, align: 'left' },
        { head: '时限', width: 2.4, align: 'left' },
        { head: '缩短、撤回的理由', width: 1.7, align: 'left' },
        { head: '张贴', width: 1.8, align: 'left' },
      ],
      rows,
      note: '期间开始的当日不计入；最后一日是休息日的，以其后第一个工作日为最后一日（民法典第二百零一条、第二百零三条）。',
    },
  ]
}

const KIND = {
  visit: '走访',
  meeting: '座谈会',
  hearing: '听证会',
  departments: '征求部门意见',
  experts: '专家论证',
} as const
const EXPERT_OPINION = {
  agrees: '同意',
  'agrees-with-conditions': '附条件同意',
  dissents: '不同意',
} as const

function held(input: ReportInput): Block[] {
  const { consultations } = input.caseFile.participation
  if (consultations.length === 0) return [missing('案卷中没有走访、座谈会、听证会等征求意见活动。')]
  const nameOf = (groupId: string) =>
    input.caseFile.groups.find(({ id }) => id === groupId)?.name ?? '已删除的群体'
  const whom = (one: Consultation) => {
    if (one.kind === 'experts') return `专家${count(one.experts.length)}人`
    if (one.kind === 'departments') return one.departments.join('、') || '未登记部门'
    if (one.counts.length === 0) return '未登记人数'
    return one.counts.map(({ groupId, persons }) => `${nameOf(groupId)}${count(persons)}人`).join('、')
  }
  return [
    paragraph(`共开展征求意见活动${count(consultations.length)}次，见`, { ref: 'consultations' }, '。'),
    {
      kind: 'table',
      label: 'consultations',
      caption: '征求意见活动表',
      columns: [
        { head: '日期', width: 1.6, align: 'center' },
        { head: '方式', width: 1.1, align: 'center' },
        { head: '地点', width: 1.6, align: 'left' },
        { head: '组织单位', width: 1.6, align: 'left' },
        { head: '对象', width: 2.2, align: 'left' },
      ],
      rows: consultations.map((one) => [
        chineseDay(one.heldOn),
        KIND[one.kind],
        one.place,
        one.host,
        whom(one),
      ]),
      note: '只登记各群体的人数，不登记群众姓名。',
    },
    ...consultations.flatMap((one) => [...hearingWords(input, one), ...expertTable(input, one)]),
  ]
}

function hearingWords({ caseFile }: ReportInput, one: Consultation): Block[] {
  const { clocks } = schemeOf(caseFile.schemeId)
  const readings = hearingClocks(clocks, one)
  if (readings.length === 0) return []
  const words = readings.map(({ clockId, reading }) => {
    const name = clocks.find(({ id }) => id === clockId)?.name.zh ?? clockId
    return reading ? `${name}${clockWords(reading)}` : `${name}的日期未登记`
  })
  const day = chineseDay(one.heldOn)
  return [
    paragraph(
      `${day}听证会（到会${count(personsAt(one))}人）的时限：${words.join('。')}。${
        one.shortenedBecause === '' ? '' : `时限不足的理由：${one.shortenedBecause}`
      }`,
    ),
    ...(hearingLacksReason(clocks, one) ? [missing(`${day}听证会的时限不足或者未登记，没有说明理由。`)] : []),
  ]
}

function expertTable({ caseFile }: ReportInput, one: Consultation): Block[] {
  if (one.kind !== 'experts') return []
  const least = schemeOf(caseFile.schemeId).expertPanel.value
  const day = chineseDay(one.heldOn)
  const dissents = one.experts.filter(({ opinion }) => opinion === 'dissents').length
  const table: Table = {
    kind: 'table',
    caption: `专家意见（${day}）`,
    columns: [
      { head: '专家', width: 1, align: 'left' },
      { head: '单位、职务或者职称', width: 2, align: 'left' },
      { head: '意见', width: 1.2, align: 'center' },
      { head: '理由', width: 3.4, align: 'left' },
    ],
    rows: one.experts.map(({ name, post, opinion, grounds }) => [
      name,
      post,
      EXPERT_OPINION[opinion],
      grounds || NONE,
    ]),
  }
  return [
    ...(one.experts.length < least
      ? [missing(`${day}专家论证只有${count(one.experts.length)}人，少于要求的${least}人。`)]
      : []),
    ...(dissents > 0 ? [paragraph(`${day}专家论证有${count(dissents)}名专家不同意，理由如实列出。`)] : []),
    ...(one.experts.length > 0 ? [table] : []),
  ]
}

const CHANNEL = {
  survey: '问卷（份）',
  visit: '走访（人次）',
  meeting: '座谈会（人次）',
  hearing: '听证会（人次）',
} as const

function covered({ caseFile }: ReportInput): Block[] {
  const { groups, participation: heard, survey } = caseFile
  const { rows, unheard } = coverageOf(groups, heard.consultations, survey?.responsesByGroup ?? {})
  if (rows.length === 0) return [missing('案卷中没有利益相关群体，无法说明听取了谁的意见。')]
  return [
    paragraph('各群体以何种方式被听取意见，见', { ref: 'coverage' }, '。'),
    ...(unheard.length > 0
      ? [
          missing(
            `以下群体没有以任何方式被听取意见：${unheard
              .map(({ name, effect }) => `${name}（${effect === 'direct' ? '直接' : '间接'}受影响）`)
              .join('、')}。`,
          ),
        ]
      : []),
    {
      kind: 'table',
      label: 'coverage',
      caption: '各群体听取意见情况表',
      columns: [
        { head: '群体', width: 2.6, align: 'left' },
        ...COVERAGE_CHANNELS.map((channel) => ({
          head: CHANNEL[channel],
          width: 1.4,
          align: 'right' as const,
        })),
      ],
      rows: rows.map((row) => [
        row.name,
        ...COVERAGE_CHANNELS.map((channel) => (row.heard[channel] > 0 ? count(row.heard[channel]) : NONE)),
      ]),
      note: '公示只是告知，不计入。一人可能以几种方式表达意见，人次不相加。“—”表示没有以这种方式听取。',
    },
  ]
}
