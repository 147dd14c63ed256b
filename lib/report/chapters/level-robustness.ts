/** 等级稳健性: whether the level after measures would be another if a weight, a value or a silence were. */
import type { WeightSensitivity } from '../../risk/robustness.ts'
import { type LevelTurn, nearestTippingPoints } from '../../verdict/nearest-tipping-points.ts'
import type { LevelRobustness } from '../../verdict/robustness.ts'
import type { Block, Table } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { change, count, degree, grade, percent } from '../format.ts'
import { panelRobustness } from '../panel-robustness.ts'
import { fewestAnswers, indexThresholds, oppositionThresholds } from '../scheme-terms.ts'
import { LEVEL } from '../wording.ts'
import { item, missing, paragraph } from '../write.ts'

export const levelRobustness: Chapter = (input) => {
  const { residual } = input.results
  if (!residual.level.ok) return [missing('没有风险等级，等级的稳健性未检验。')]
  const { robustness } = residual
  return [
    item('等级稳健性'),
    paragraph('逐一改变不能完全确定的判断，其余不变，重新判定落实措施后的风险等级，看等级是否随之改变。'),
    ...weights(input, robustness),
    ...tipping(input, robustness),
    ...silence(input, robustness),
    ...panelRobustness(robustness.panel, residual.level.value.level),
  ]
}

/** How far each weight is moved, in either direction. */
const WEIGHT_SHARE = 0.2

function weights(input: ReportInput, { weights: moved }: LevelRobustness): Block[] {
  if (!moved.ok) return [missing('权重不全或者合计不等于1，权重变动的影响未检验。')]
  const { shifts, changes, changesIndexLevel, level } = moved.value
  const trial = `各因素的权重逐一增减${percentOf(WEIGHT_SHARE)}，其余权重按比例调整，共试算${shifts.length}次，${indexSpan(input, shifts)}`
  if (changes) {
    return [paragraph(`${trial}使等级改变的有：${turningShifts(input, moved.value)}。`)]
  }
  const hidden = changesIndexLevel
    ? '其中综合风险指数规则的结果有时改变，但等级由其他规则决定，没有随之改变。'
    : ''
  return [paragraph(`${trial}风险等级均为${LEVEL[level]}，没有改变。${hidden}`)]
}

function indexSpan({ caseFile }: ReportInput, shifts: WeightSensitivity['shifts']): string {
  const values = shifts.flatMap(({ index }) => index ?? [])
  if (values.length === 0) return ''
  const thresholds = indexThresholds(caseFile.schemeId)
  return `综合风险指数T在${degree(Math.min(...values), thresholds)}至${degree(Math.max(...values), thresholds)}之间。`
}

function turningShifts(input: ReportInput, { shifts, level }: WeightSensitivity): string {
  const thresholds = indexThresholds(input.caseFile.schemeId)
  return shifts
    .filter((shift) => shift.level !== level)
    .map(
      (shift) =>
        `“${nameOf(input, shift.factor)}”的权重${shift.change < 0 ? '减少' : '增加'}${percentOf(shift.change)}，${shift.index === null ? '' : `T＝${degree(shift.index, thresholds)}，`}为${LEVEL[shift.level]}`,
    )
    .join('；')
}

const percentOf = (share: number) => change(Math.abs(share)).replace('+', '')

/** Rows printed: beyond them a value would have to be quite another. */
const MOST_ROWS = 8

function tipping(input: ReportInput, { tipping: found }: LevelRobustness): Block[] {
  if (!found.ok) return [missing('因素取值变动的影响未检验。')]
  const turns = nearestTippingPoints(found.value, Number.POSITIVE_INFINITY)
  if (turns.length === 0) {
    return [
      paragraph(
        '任何一项因素的概率p或者影响q单独改变，无论在0至1之间取何值，风险等级都不改变；等级不取决于对单项因素的估计。',
      ),
    ]
  }
  const factors = new Set(turns.map(({ factor }) => factor)).size
  return [
    paragraph(
      `单独改变概率p或者影响q即能使等级改变的因素有${factors}项，离现值最近的转折点见`,
      { ref: 'tipping' },
      '。离现值越近，该项估计越需要核实。',
    ),
    tippingTable(input, turns),
  ]
}

const PART = { probability: '概率p', impact: '影响q' } as const

function tippingTable(input: ReportInput, turns: readonly LevelTurn[]): Table {
  const shown = turns.slice(0, MOST_ROWS)
  return {
    kind: 'table',
    label: 'tipping',
    caption: '使等级改变的因素取值',
    columns: [
      { head: '序号', width: 0.7, align: 'center' },
      { head: '风险因素', width: 3, align: 'left' },
      { head: '取值', width: 1, align: 'center' },
      { head: '现值', width: 0.9, align: 'center' },
      { head: '转折点', width: 3, align: 'center' },
      { head: '相差', width: 1, align: 'right' },
    ],
    rows: shown.map(({ factor, part, now, direction, at, change: distance }) => [
      String(input.caseFile.factors.findIndex((candidate) => candidate.id === factor) + 1),
      nameOf(input, factor),
      PART[part],
      grade(now),
      direction === 'worse' ? `${degree(at)}及以上，等级升高` : `${degree(at)}及以下，等级降低`,
      `${distance > 0 ? '+' : ''}${degree(distance)}`,
    ]),
    note: `注：序号为风险因素在T1中的序号；其余取值保持不变，逐一试算，精确到0.001。${
      turns.length > shown.length ? `共${turns.length}处，列离现值最近的${shown.length}处。` : ''
    }`,
  }
}

function silence(input: ReportInput, { silence: answer }: LevelRobustness): Block[] {
  const withheld = withheldSilence(input)
  if (withheld) return [missing(withheld)]
  if (!answer.ok) {
    return [
      missing(
        answer.reason === 'no-survey'
          ? '没有可以计算反对比例的调查，未作答户的影响未检验。'
          : '有的群体有效作答多于登记的户数，或者没有登记户数，未作答户的影响不能推算。',
      ),
    ]
  }
  const { silent, shareIfAllObject, level, levelIfAllObject, changes } = answer.value
  if (silent === 0) return [paragraph('各群体均已作答，没有未作答户。')]
  const share =
    shareIfAllObject === null
      ? ''
      : `反对比例为${percent(shareIfAllObject, oppositionThresholds(input.caseFile.schemeId))}，`
  const outcome = changes
    ? `等级由${LEVEL[level]}变为${LEVEL[levelIfAllObject]}；等级依赖于未作答户的态度，应当继续听取其意见`
    : `等级仍为${LEVEL[level]}，没有改变`
  return [
    paragraph(
      `有效作答按一份一户计，未作有效作答的有${count(silent)}户。假设其全部反对，${share}${outcome}。这是未作答可能造成的最大影响，不是对未作答户态度的判断。`,
    ),
  ]
}

/** The share if all objected tells how many did: what is too few to print stays so here. */
function withheldSilence({ caseFile, results }: ReportInput): string | null {
  const fewest = fewestAnswers(caseFile.schemeId)
  const opposition = results.survey?.indices.opposition.estimate
  return opposition && opposition.n < fewest
    ? `计算反对比例的有效作答不足${fewest}份，为保护答卷人不列示未作答户的影响。`
    : null
}

function nameOf({ caseFile }: ReportInput, factorId: string): string {
  return caseFile.factors.find((factor) => factor.id === factorId)?.name ?? factorId
}
