/** 专家意见的分歧: whether the level stands without any one expert, and over all that the experts said. */
import { RISK_LEVELS, type RiskLevel } from '../scheme/level-rules.ts'
import type { PanelRobustness } from '../verdict/robustness.ts'
import type { Block } from './blocks.ts'
import { count, decimal, degree, percent } from './format.ts'
import { LEVEL } from './wording.ts'
import { missing, paragraph, withFootnote } from './write.ts'

/** `level` is the one the report states, from the factors' own values. */
export function panelRobustness(panel: PanelRobustness | null, level: RiskLevel): Block[] {
  if (!panel) {
    return [missing('没有专家组对各因素分别评分，专家意见的分歧对等级的影响未检验。')]
  }
  return [...withoutExpert(panel, level), ...simulation(panel), ...agreement(panel)]
}

function withoutExpert({ withoutExpert: left }: PanelRobustness, stated: RiskLevel): Block[] {
  if (!left.ok) {
    return [
      missing(
        left.reason === 'too-few-experts'
          ? '专家组只有一名专家，专家意见的分歧未检验。'
          : '专家组的评分不全，逐一去掉专家的影响未检验。',
      ),
    ]
  }
  const { level, without } = left.value
  const turned = without.filter((one) => one.level !== null && one.level !== level)
  const silent = without.filter((one) => one.level === null).length
  const outcome =
    turned.length === 0
      ? '，等级没有改变'
      : `：${turned.map((one) => `去掉第${one.expert + 1}名专家为${one.level ? LEVEL[one.level] : ''}`).join('，')}；等级依赖于个别专家`
  const differs = level === stated ? '' : `，与按登记取值判定的${LEVEL[stated]}不同`
  return [
    paragraph(
      `专家组${without.length}人分别评分，取中位数时的等级为${LEVEL[level]}${differs}。逐一去掉一名专家${outcome}。${
        silent > 0 ? `有${silent}名专家不能去掉，因为有的因素只有其评分。` : ''
      }`,
    ),
  ]
}

function simulation({ simulation: drawn }: PanelRobustness): Block[] {
  if (!drawn.ok) return [missing('专家组的评分不全，未作随机模拟。')]
  const { probabilities, draws, seed, index } = drawn.value
  const shares = RISK_LEVELS.map((level) => `${LEVEL[level]}${percent(probabilities[level])}`).join('，')
  const range = index
    ? `综合风险指数T的中位数为${degree(index.median)}（5%至95%分位数为${degree(index.low)}至${degree(index.high)}）。`
    : ''
  return [
    withFootnote(
      paragraph(`在专家评分中逐项随机抽取，重复${count(draws)}次，各等级出现的比例为：${shares}。${range}`),
      `每项因素等概率取一名专家的概率和影响，各因素独立；随机数种子${seed}，可以重复得到相同结果。`,
    ),
  ]
}

function agreement({ agreement: measured }: PanelRobustness): Block[] {
  if (!measured.ok) return []
  const parts = (
    [
      ['概率p', measured.value.probability],
      ['影响q', measured.value.impact],
    ] as const
  ).flatMap(([name, { kendallW, krippendorffAlpha }]) => {
    const values = [
      ...(kendallW === null ? [] : [`肯德尔协调系数W＝${decimal(kendallW)}`]),
      ...(krippendorffAlpha === null ? [] : [`克里彭多夫系数α＝${decimal(krippendorffAlpha)}`]),
    ]
    return values.length > 0 ? [`${name}：${values.join('，')}`] : []
  })
  if (parts.length === 0) return [missing('专家评分不足以计算一致性。')]
  return [paragraph(`专家意见的一致性，${parts.join('；')}。W和α越接近1，意见越一致。`)]
}
