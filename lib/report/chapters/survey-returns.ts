/** 风险调查评估: how the survey was held and how many answered. */
import type { SurveyRecord } from '../../survey/survey-record.ts'
import type { Block, Table } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { chineseDay, count, NONE, percent } from '../format.ts'
import { surveySilence } from '../survey-silence.ts'
import { item, missing, paragraph, section, withFootnote } from '../write.ts'

export const surveyReturns: Chapter = (input) => [
  section('风险调查评估及各方意见采纳情况'),
  item('调查的组织'),
  ...organisation(input),
]

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
      `问卷《${survey.questionnaire.title}》共${survey.questionnaire.questions.length}题，${days.join('，')}，按群体分别发放链接，共收到答卷${count(results.survey?.responses ?? responses)}份，各群体收到的份数见`,
      { ref: 'returns' },
      '。',
    ),
    returns(input, survey),
    withFootnote(
      paragraph(
        '问卷不记名，不记录设备和网络地址，因此不能完全排除同一人重复作答和未受影响者作答。下列区间只反映抽样误差，不反映拒答和自行选择作答造成的偏差。',
      ),
      '区间为威尔逊法95%置信区间，以各份答卷相互独立为前提：E. B. Wilson, J. Am. Stat. Assoc. 22 (1927), 209–212.',
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
