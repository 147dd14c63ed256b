/** 各方意见采纳情况 and 媒体评价: the adoption register as the public page shows it, and the press with its two coders. */

import { evaluateMedia } from '../../participation/media/media-degree.ts'
import { TONES } from '../../participation/media/media-item.ts'
import { adoptionRegister } from '../../participation/opinions/adoption-register.ts'
import type { ThemeAnswerKind } from '../../participation/opinions/opinion.ts'
import type { StrikeKind, StruckCount } from '../../participation/opinions/striking.ts'
import type { Block } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { chineseDay, count, decimal, NONE, percent } from '../format.ts'
import { item, missing, paragraph } from '../write.ts'

export const opinionsAndMedia: Chapter = (input) => [
  item('各方意见采纳情况'),
  ...adoption(input),
  item('媒体评价'),
  ...media(input),
]

const ANSWER = {
  adopted: '采纳',
  partly: '部分采纳',
  'not-adopted': '不采纳',
  open: '尚未答复',
} as const satisfies Record<ThemeAnswerKind | 'open', string>

function adoption({ caseFile }: ReportInput): Block[] {
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
  const evaluation = evaluateMedia(mediaItems)
  const degree =
    evaluation.degree === null
      ? '报道少于5篇，不计算媒体评价度'
      : `媒体评价度（正面减负面，除以全部）为${decimal(evaluation.degree)}`
  const agreement =
    evaluation.kappa === null
      ? '两人一致性不能计算'
      : `其中${count(evaluation.codedTwice)}篇由两人分别判断，一致性κ为${decimal(evaluation.kappa)}`
  const [from, to] = [evaluation.from ?? '', evaluation.to ?? '']
  return [
    paragraph(
      `${chineseDay(from)}至${chineseDay(to)}，共登记${count(evaluation.outlets)}家媒体的报道${count(evaluation.pieces)}篇，${degree}；${agreement}。`,
    ),
    {
      kind: 'table',
      label: 'media',
      caption: '媒体报道的倾向',
      columns: [
        { head: '倾向', width: 2, align: 'left' },
        { head: '篇数', width: 1.4, align: 'right' },
        { head: '比例', width: 1.4, align: 'right' },
      ],
      rows: [
        ...TONES.map((tone) => [
          TONE[tone],
          decimal(evaluation.byTone[tone]),
          percent(evaluation.byTone[tone] / evaluation.pieces),
        ]),
        ['合计', decimal(evaluation.pieces), percent(1)],
      ],
      emphasised: [TONES.length],
      note: '两人判断不同的，各计半篇。只登记媒体和报道，不登记个人账号和个人言论。',
    },
  ]
}
