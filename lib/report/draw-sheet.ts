/**
 * An announcement or a draw as one sheet of paper to hang up: with it, and the list of numbers, anybody can work out the
 * same households again.
 */
import { drawState, type SamplingDraw } from '../survey/sampling/sampling-draw.ts'
import { calendarDay, chineseDay, count } from './format.ts'
import type { NoticeSheet } from './notice-sheet.ts'

const RULE = [
  '一、本次抽取按群体分别进行，名册中每户被抽中的机会相等。',
  '二、抽样框摘要值由各群体的名称、户数、名册摘要值和应抽户数算出，预告之后任何改动都会使摘要值不同，不能再用同一号码抽取。',
  '三、种子为“抽样框摘要值:公开号码”，公开号码去掉空格。',
  '四、对“种子:群体名称:户编号”计算SHA-256，得到该户的签号；每个群体按签号从小到大取应抽户数。',
  '五、签号不大于本群体末位签号的，就是抽中。任何人用任何SHA-256工具都可以核对。',
].join('\n')

const STATE_WORDS = { awaited: '预告', drawn: '记录', replaced: '预告' } as const

export function drawSheet(
  draw: SamplingDraw,
  draws: readonly SamplingDraw[],
  matter: { readonly title: string; readonly assessor: string },
): NoticeSheet {
  const state = drawState(draw, draws)
  const { outcome } = draw
  const day = outcome?.drawnOn ?? draw.announcedOn
  return {
    title: `${matter.title}\n民意调查随机抽户${STATE_WORDS[state]}`,
    author: matter.assessor,
    mark: state === 'replaced' ? '已被取代' : null,
    parts: [
      { heading: '怎样抽取', text: RULE },
      {
        heading: outcome ? '抽取结果' : '用哪个号码',
        text: outcome
          ? `公开号码为“${outcome.publicNumber}”，共抽中${count(total(draw))}户。抽中名单按户编号另行列出，由调查人员对照村（社区）名册入户。入户后由家中最近过生日的成年人作答；没有人在家的改日再访，不换户。`
          : `将以${chineseDay(draw.revealOn)}公布的“${draw.source}”为公开号码。号码公布之前，任何人都不能知道哪些户会被抽中。`,
      },
    ],
    facts: [
      { label: '第几次', value: `第${draw.seq}次` },
      { label: '预告日', value: chineseDay(draw.announcedOn) },
      { label: '公开号码来源', value: draw.source },
      { label: '号码公布日', value: chineseDay(draw.revealOn) },
      ...(draw.reason === '' ? [] : [{ label: '重新抽取的理由', value: draw.reason }]),
      { label: '抽样框摘要值', value: draw.frameDigest },
      ...draw.strata.map(({ groupId, name, size, sample, listDigest }) => {
        const last = outcome?.lastTickets[groupId]
        return {
          label: name,
          value: [
            `名册${count(size)}户，抽取${count(sample)}户`,
            `名册摘要值：${listDigest}`,
            ...(last === undefined ? [] : [`末位签号：${last}`]),
          ].join('\n'),
        }
      }),
      ...(outcome ? [{ label: '抽中名单摘要值', value: outcome.digest }] : []),
    ],
    codes: [],
    closing: [matter.assessor, chineseDay(day)],
    date: calendarDay(day),
  }
}

function total({ strata }: SamplingDraw): number {
  return strata.reduce((sum, { sample }) => sum + sample, 0)
}
