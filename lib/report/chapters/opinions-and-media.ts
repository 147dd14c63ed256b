/** 各方意见采纳情况 and 媒体评价: the adoption register as the public page shows it, and the press with its two coders. */

import { caseDay } from '../../assessment/case-day.ts'
import { FEWEST_PIECES, type MediaCounts, type MediaMonth } from '../../participation/media/media-degree.ts'
import { TONES } from '../../participation/media/media-item.ts'
import { adoptionRegister } from '../../participation/opinions/adoption-register.ts'
import { opinionsByGroup } from '../../participation/opinions/group-counts.ts'
import { opinionsOf, type ThemeAnswerKind } from '../../participation/opinions/opinion.ts'
import type { StrikeKind, StruckCount } from '../../participation/opinions/striking.ts'
import { TENDENCY_LINES, tendencies } from '../../participation/opinions/tendency.ts'
import { schemeOf } from '../../scheme/registry.ts'
import { pValueText } from '../../statistics/p-value-text.ts'
import type { Block, ColumnChart } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { chineseDay, count, decimal, NONE, percent } from '../format.ts'
import { mediaEvaluation } from '../media-evaluation.ts'
import { listed, quoted } from '../wording.ts'
import { item, missing, paragraph } from '../write.ts'

export const opinionsAndMedia: Chapter = (input) => [
  item('各方意见采纳情况'),
  ...adoption(input),
  item('倾向性问题'),
  ...tending(input),
  item('媒体评价'),
  ...media(input),
]

const ANSWER = {
  adopted: '采纳',
  partly: '部分采纳',
  'not-adopted': '不采纳',
  open: '尚未答复',
} as const satisfies Record<ThemeAnswerKind | 'open', string>

function adoption(input: ReportInput): Block[] {
  const { caseFile } = input
  const register = adoptionRegister(caseFile.participation)
  if (register.opinions === 0 && register.rows.length === 0 && register.struck.length === 0) {
    return [missing('案卷未登记各方意见，没有采纳情况可以列出。')]
  }
  const { byAnswer } = register
  const factorOf = (id: string | null | undefined) =>
    caseFile.factors.find((factor) => factor.id === id)?.name ?? NONE
  return [
    paragraph(
      `共登记意见${count(register.opinions)}条，归入${count(register.rows.length)}个主题。其中采纳${count(byAnswer.adopted.themes)}个主题（${count(byAnswer.adopted.opinions)}条意见），部分采纳${count(byAnswer.partly.themes)}个（${count(byAnswer.partly.opinions)}条），不采纳${count(byAnswer['not-adopted'].themes)}个（${count(byAnswer['not-adopted'].opinions)}条）。各主题的意见数和采纳情况见`,
      { ref: 'adoption' },
      '。',
    ),
    ...(register.complete
      ? []
      : [
          missing(
            `尚有${count(register.uncoded)}条意见未归类、${count(byAnswer.open.themes)}个主题（${count(byAnswer.open.opinions)}条意见）未答复。全部答复之前不能作出评估结论。`,
          ),
        ]),
    {
      kind: 'table',
      label: 'adoption',
      caption: '意见采纳情况表',
      columns: [
        { head: '主题', width: 1.9, align: 'left' },
        { head: '意见数', width: 0.9, align: 'right' },
        { head: '采纳情况', width: 1.2, align: 'center' },
        { head: '理由', width: 3, align: 'left' },
        { head: '措施', width: 2.6, align: 'left' },
        { head: '风险因素', width: 1.6, align: 'left' },
      ],
      rows: [
        ...register.rows.map(({ name, opinions, answer }) => [
          name,
          count(opinions),
          ANSWER[answer?.answer ?? 'open'],
          answer?.reason || NONE,
          answer?.measure || NONE,
          factorOf(answer?.factorId),
        ]),
        ...(register.uncoded > 0 ? [['尚未归类', count(register.uncoded), NONE, NONE, NONE, NONE]] : []),
        ['合计', count(register.opinions), '', '', '', ''],
      ],
      emphasised: [register.rows.length + (register.uncoded > 0 ? 1 : 0)],
      note: '意见来自问卷文字题、会议和走访、来信来访、网上意见，按主题由人归类；不登记提出意见的人。',
    },
    ...struck(register.struck),
    ...byGroup(input),
  ]
}

/** Which groups speak of what. */
function byGroup({ caseFile }: ReportInput): Block[] {
  const fewest = schemeOf(caseFile.schemeId).suppressionK.value
  const groupIds = caseFile.groups.map(({ id }) => id)
  const nameOf = (id: string | null) => caseFile.groups.find((group) => group.id === id)?.name ?? '未区分群体'
  const counted = caseFile.participation.themes
    .map((theme) => ({ theme, parts: opinionsByGroup(theme, groupIds, fewest) }))
    .filter(({ parts }) => parts.length > 0)
    .sort((a, b) => opinionsOf(b.theme) - opinionsOf(a.theme))
  if (counted.length === 0) return []
  return [
    paragraph('同一主题的意见来自哪些群体，见', { ref: 'opinions-by-group' }, '。'),
    {
      kind: 'table',
      label: 'opinions-by-group',
      caption: '各主题意见的群体分布',
      columns: [
        { head: '群体', width: 5, align: 'left' },
        { head: '意见数', width: 1.5, align: 'right' },
        { head: '占该主题', width: 1.5, align: 'right' },
      ],
      rows: counted.flatMap(({ theme, parts }) => {
        const total = opinionsOf(theme)
        return [
          [`${theme.name}（${count(total)}条）`],
          ...parts.map(({ groupId, opinions }) =>
            opinions === null
              ? [nameOf(groupId), '不列示', NONE]
              : [nameOf(groupId), count(opinions), percent(opinions / total)],
          ),
        ]
      }),
      note: `少于${fewest}条的和可以由此推算出来的不列示；意见只来自一个群体的主题不列入。`,
    },
  ]
}

/** Themes that are more than single voices, judged on the last day of the case. */
function tending({ caseFile }: ReportInput): Block[] {
  const { themes } = caseFile.participation
  if (themes.every((theme) => opinionsOf(theme) === 0)) {
    return [missing('案卷没有归入主题的意见，不能判断倾向性问题。')]
  }
  const { share, fewestVoices, recentDays, significance } = TENDENCY_LINES
  const day = caseDay(caseFile)
  const found = tendencies(themes, day)
  const rule = `一个主题的意见占已归类意见的${percent(share)}以上并且不少于${fewestVoices}条，或者截至${chineseDay(day)}的${recentDays}日内所占比例显著高于此前的，列为倾向性问题`
  if (found.length === 0) return [paragraph(`${rule}。没有达到上述标准的主题。`)]
  return [
    paragraph(
      `${rule}。达到标准的主题${count(found.length)}个：${quoted(found.map(({ name }) => name))}，见`,
      { ref: 'tendencies' },
      '。',
    ),
    {
      kind: 'table',
      label: 'tendencies',
      caption: '倾向性问题',
      columns: [
        { head: '主题', width: 2.4, align: 'left' },
        { head: '意见数', width: 1, align: 'right' },
        { head: '占已归类意见', width: 1.4, align: 'right' },
        { head: `近${recentDays}日比例`, width: 1.3, align: 'right' },
        { head: '此前比例', width: 1.2, align: 'right' },
        { head: '列入的依据', width: 2, align: 'left' },
      ],
      rows: found.map(({ name, opinions, share: of, byShare, growth }) => [
        name,
        count(opinions),
        percent(of, [share]),
        growth ? percent(growth.recentShare) : NONE,
        growth ? percent(growth.earlierShare) : NONE,
        listed([
          ...(byShare ? ['比例'] : []),
          ...(growth?.crosses ? [`增长（p值${pValueText(growth.p)}）`] : []),
        ]),
      ]),
      note: `增长用费希尔精确检验，显著性水平${significance}除以所检验的主题数；比例和期限为本工作台的取值。“—”表示没有可以比较的期间。`,
    },
  ]
}

const STRUCK = {
  'entered-twice': '重复登记',
  'no-opinion': '不是意见（广告、乱码、测试）',
  'other-matter': '与本事项无关',
} as const satisfies Record<StrikeKind, string>

/** What was registered and does not count; each reason is printed, or striking would be a way to lose objections. */
function struck(counts: readonly StruckCount[]): Block[] {
  if (counts.length === 0) return []
  const all = counts.reduce((sum, { n }) => sum + n, 0)
  return [
    paragraph(
      `另有${count(all)}条意见登记后剔除，不计入上表：${counts
        .map(({ kind, because, n }) => `${STRUCK[kind]}${count(n)}条，理由是“${because}”`)
        .join('；')}。`,
    ),
  ]
}

const TONE = { positive: '正面', neutral: '中性', negative: '负面' } as const

function media({ caseFile }: ReportInput): Block[] {
  const { mediaItems } = caseFile.participation
  if (mediaItems.length === 0) return [missing('案卷未登记媒体报道，没有媒体评价可以列出。')]
  const evaluation = mediaEvaluation(caseFile)
  const { window, outside } = evaluation
  const period = `${chineseDay(window.from)}至${chineseDay(window.to)}（${window.days}日）`
  const left = outside > 0 ? `另有${count(outside)}篇报道不在这一期间，不计入。` : ''
  if (evaluation.pieces === 0) return [missing(`${period}没有登记媒体报道。${left}`)]
  const degree =
    evaluation.degree === null
      ? `报道少于${FEWEST_PIECES}篇，不计算媒体评价度`
      : `媒体评价度（正面减负面，除以全部）为${decimal(evaluation.degree)}`
  const agreement =
    evaluation.codedTwice === 0
      ? '均由一人判断，没有一致性可以说明'
      : evaluation.kappa === null
        ? `其中${count(evaluation.codedTwice)}篇由两人分别判断，一致性不能计算`
        : `其中${count(evaluation.codedTwice)}篇由两人分别判断，一致性κ为${decimal(evaluation.kappa)}`
  return [
    paragraph(
      `${period}登记${count(evaluation.outlets)}家媒体的报道${count(evaluation.pieces)}篇，${degree}；${agreement}。${left}各月情况见`,
      { ref: 'media' },
      '。',
    ),
    {
      kind: 'table',
      label: 'media',
      caption: '媒体报道的倾向',
      columns: [
        { head: '月份', width: 2, align: 'left' },
        { head: '篇数', width: 1, align: 'right' },
        ...TONES.map((tone) => ({ head: TONE[tone], width: 1, align: 'right' as const })),
        { head: '评价度', width: 1.2, align: 'right' },
      ],
      rows: [
        ...evaluation.months.map(({ month, ...counts }) => toneRow(monthName(month), counts)),
        toneRow('合计', evaluation),
      ],
      emphasised: [evaluation.months.length],
      note: `两人判断不同的，各计半篇；少于${FEWEST_PIECES}篇的月份不计算评价度。只登记媒体和报道，不登记个人账号和个人言论。`,
    },
    ...(evaluation.months.filter(({ degree: of }) => of !== null).length > 1
      ? [trend(evaluation.months)]
      : []),
  ]
}

const monthName = (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`

function toneRow(name: string, { pieces, byTone, degree }: MediaCounts): string[] {
  return [
    name,
    count(pieces),
    ...TONES.map((tone) => decimal(byTone[tone])),
    degree === null ? NONE : decimal(degree),
  ]
}

function trend(months: readonly MediaMonth[]): ColumnChart {
  const columns = months.map(({ month, degree }) => ({
    text: month,
    value: degree,
    detail: degree === null ? NONE : decimal(degree),
  }))
  return {
    kind: 'column-chart',
    label: 'media-trend',
    caption: '媒体评价度的变化',
    alt: `媒体评价度按月的变化：${columns.map(({ text, detail }) => `${text}为${detail}`).join('，')}。`,
    note: `由-1（全部负面）至1（全部正面）；“—”表示报道少于${FEWEST_PIECES}篇，不计算。`,
    unit: '媒体评价度',
    valueText: '媒体评价度',
    ticks: [-1, -0.5, 0, 0.5, 1].map((at) => ({ at, text: String(at) })),
    columns,
  }
}
