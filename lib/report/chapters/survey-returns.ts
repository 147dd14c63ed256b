/** 风险调查评估: how the survey was held and how many answered. */
import { CHANNELS, type Channel } from '../../survey/channel.ts'
import type { AccountFault } from '../../survey/closing-account.ts'
import { type Fieldwork, fieldwork } from '../../survey/fieldwork.ts'
import type { SurveyRecord } from '../../survey/survey-record.ts'
import type { Block, Table } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { chineseDay, count, NONE, percent } from '../format.ts'
import { surveySilence } from '../survey-silence.ts'
import { listed } from '../wording.ts'
import { item, missing, paragraph, section, withFootnote } from '../write.ts'

export const surveyReturns: Chapter = (input) => [
  section('风险调查评估及各方意见采纳情况'),
  item('调查的组织'),
  ...organisation(input),
]

const HANDED_OUT = {
  'open-link': '按群体分别公布链接',
  code: '发放一次性作答码',
  assisted: '调查员上门辅助填答',
  paper: '发放纸质问卷',
} as const satisfies Record<Channel, string>

const CHANNEL = {
  'open-link': '公开链接',
  code: '一次性作答码',
  assisted: '辅助填答',
  paper: '纸质问卷',
} as const satisfies Record<Channel, string>

const FAULT = {
  'receipts-without-answers': '发出的回执多于收到的答卷，有的回执没有对应的答卷',
  'answers-without-receipts': '收到的答卷多于发出的回执，有的答卷无人能够查验',
  'door-count-differs': '居民端登记的份数与打开的答卷不符',
  'door-count-changed': '调查结束以后居民端登记的份数又被改动',
} as const satisfies Record<AccountFault, string>

/** By which ways people were asked: those that brought an answer or of which something was handed out. */
function waysOf({ caseFile: { custody } }: ReportInput, survey: SurveyRecord): string {
  const used = CHANNELS.filter(
    (channel) =>
      survey.counts.some((one) => one.channel === channel && one.n > 0) ||
      (channel === 'code' && custody.codes.length > 0) ||
      (channel === 'paper' && custody.paper.length > 0),
  )
  return used.length === 0 ? '' : `${used.map((channel) => HANDED_OUT[channel]).join('，')}，`
}

function organisation(input: ReportInput): Block[] {
  const { caseFile, results } = input
  const { survey } = caseFile
  if (!survey || survey.state === 'draft') return [missing(surveySilence(input) ?? '')]
  const days = [
    survey.publishedOn ? `于${chineseDay(survey.publishedOn)}发布` : '',
    survey.closedOn ? `于${chineseDay(survey.closedOn)}结束` : '尚未结束',
  ].filter((part) => part !== '')
  const responses = Object.values(survey.responsesByGroup).reduce((sum, n) => sum + n, 0)
  return [
    paragraph(
      `问卷《${survey.questionnaire.title}》共${survey.questionnaire.questions.length}题，${days.join('，')}，${waysOf(input, survey)}共收到答卷${count(results.survey?.responses ?? responses)}份，各群体收到的份数见`,
      { ref: 'returns' },
      '。',
    ),
    returns(input, survey),
    ...(survey.state === 'closed' ? accounted(input, survey) : []),
    withFootnote(
      paragraph(
        '问卷不记名，不记录设备和网络地址，因此不能完全排除同一人重复作答和未受影响者作答。下列区间只反映抽样误差，不反映拒答和自行选择作答造成的偏差。',
      ),
      '区间为威尔逊法95%置信区间，以各份答卷相互独立为前提：E. B. Wilson, J. Am. Stat. Assoc. 22 (1927), 209–212.',
    ),
  ]
}

/** Channel mix, what was not counted, and whether the box held what was put into it. */
function accounted({ caseFile }: ReportInput, survey: SurveyRecord): Block[] {
  const work = fieldwork(survey, caseFile.groups, caseFile.sampling)
  const { channels, account, faults } = work
  const mix = channels.map(
    ({ channel, counted }) =>
      `${CHANNEL[channel]}${count(counted)}份${work.responses > 0 ? `（${percent(counted / work.responses)}）` : ''}`,
  )
  return [
    ...(mix.length > 0 ? [paragraph(`计入结果的答卷中，${mix.join('，')}。`)] : []),
    ...nonResponse(work),
    ...(account
      ? [
          paragraph(
            `封卷核对：居民端收到答卷${count(account.accepted)}份，发出回执${count(account.receipts)}份；计入结果${count(account.counted)}份，${
              account.unreadable === 0
                ? '没有无法打开的答卷。'
                : `另有${count(account.unreadable)}份密封答卷无法打开（损坏或者伪造），没有计入；回执与答卷互不相连，查不出是哪几份。`
            }`,
          ),
        ]
      : []),
    ...(faults.length > 0
      ? [missing(`封卷核对不符，须查明并说明：${faults.map((fault) => FAULT[fault]).join('；')}。`)]
      : []),
  ]
}

/** Those who were to be asked and did not answer, as far as draw or plan says who was to be asked. */
function nonResponse({ groups, invitedFrom }: Fieldwork): Block[] {
  if (invitedFrom === null || groups.some(({ unheard }) => unheard === null)) return []
  const [invited, unheard] = [
    groups.reduce((sum, group) => sum + (group.invited ?? 0), 0),
    groups.reduce((sum, group) => sum + (group.unheard ?? 0), 0),
  ]
  if (invited === 0) return []
  const silent = groups.filter(({ responses }) => responses === 0).map(({ name }) => name)
  return [
    paragraph(
      `按${invitedFrom === 'draw' ? '抽户结果' : '抽样方案'}应访${count(invited)}，没有作答的${count(unheard)}，占${percent(unheard / invited)}；没有作答者的意见不在结果之中。${silent.length > 0 ? `没有一份答卷的群体：${listed(silent)}。` : ''}`,
    ),
  ]
}

function returns({ caseFile }: ReportInput, survey: SurveyRecord): Table {
  const asked = caseFile.groups.filter((group) => group.id in survey.responsesByGroup)
  const rows = asked.map((group) => ({ ...group, responses: survey.responsesByGroup[group.id] ?? 0 }))
  const households = rows.reduce((sum, row) => sum + row.households, 0)
  const responses = rows.reduce((sum, row) => sum + row.responses, 0)
  const perHousehold = (n: number, of: number) => (of > 0 ? percent(n / of) : NONE)
  return {
    kind: 'table',
    label: 'returns',
    caption: '各群体答卷份数',
    columns: [
      { head: '序号', width: 0.7, align: 'center' },
      { head: '群体', width: 3.6, align: 'left' },
      { head: '户数', width: 1.2, align: 'right' },
      { head: '答卷份数', width: 1.2, align: 'right' },
      { head: '份数与户数之比', width: 1.6, align: 'right' },
    ],
    rows: [
      ...rows.map((row, i) => [
        String(i + 1),
        row.name,
        count(row.households),
        count(row.responses),
        perHousehold(row.responses, row.households),
      ]),
      ['', '合计', count(households), count(responses), perHousehold(responses, households)],
    ],
    emphasised: [rows.length],
  }
}
