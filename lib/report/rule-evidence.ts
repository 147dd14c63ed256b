/** The numbers one rule's answer rests on, in words. */
import type { RuleAnswer } from '../risk/level.ts'
import type { SilentReason } from '../risk/rules/rule-answer.ts'
import { schemeOf } from '../scheme/registry.ts'
import type { ReportInput } from './chapter.ts'
import { count, decimal, degree, interval, percent, weight } from './format.ts'
import { degreeName, fewestAnswers, indexThresholds, oppositionThresholds } from './scheme-terms.ts'
import { hiddenOpposition } from './survey-release.ts'
import { listed, quoted } from './wording.ts'

/** Why a rule has no answer. */
const SILENT = {
  'no-weights': '没有权重',
  'wrong-number-of-weights': '权重的个数与因素不符',
  'weight-out-of-range': '权重超出0至1的范围',
  'weights-not-normalised': '权重之和不等于1',
  'no-survey': '没有已经结束的问卷调查，或者问卷没有计算反对比例的题目',
  'no-valid-answers': '没有有效作答',
  'event-not-judged': '可能事件的涉及人数尚未判断',
  'conditions-not-examined': '直接判定的情形尚未审查',
  'penalty-not-scored': '扣分表尚未评分',
  'penalty-item-unanswered': '扣分表尚有未评分的项目',
} as const satisfies Record<SilentReason, string>

export function ruleEvidence(input: ReportInput, answer: RuleAnswer): string {
  const { statistics, places = [] } = answer
  if (answer.level === null) {
    const sum = statistics.weightSum
    return `${answer.reason ? SILENT[answer.reason] : '缺少数据'}${sum === undefined ? '' : `（${weight(sum)}）`}`
  }
  const { schemeId } = input.caseFile
  const number = (name: string) => statistics[name] ?? 0
  switch (answer.rule) {
    case 'index':
      return `T＝${degree(number('index'), indexThresholds(schemeId))}`
    case 'single-factor': {
      const counts = `${degreeName(schemeId, 'critical')}${number('critical')}项，${degreeName(schemeId, 'major')}${number('major')}项`
      return places.length > 0 ? `${counts}：${quoted(places)}` : counts
    }
    case 'opposition':
      return opposition(input, answer)
    case 'expected-event':
      return `${count(number('persons'))}人`
    case 'direct': {
      const names = schemeOf(schemeId)
        .directRules.filter(({ id }) => places.includes(id))
        .map(({ name }) => name.zh)
      return names.length > 0 ? `成立的情形${names.length}项：${quoted(names)}` : '没有成立的情形'
    }
    case 'penalty':
      return `扣${decimal(number('points'))}分，满分${decimal(number('total'))}分`
  }
}

function opposition(input: ReportInput, { statistics, places = [] }: RuleAnswer): string {
  const { caseFile } = input
  const thresholds = oppositionThresholds(caseFile.schemeId)
  const { share, low, high, valid = 0, highestShare, highestUpper } = statistics
  const fewest = fewestAnswers(caseFile.schemeId)
  if (valid > 0 && valid < fewest) return `有效作答不足${fewest}份，为保护答卷人不列示`
  const parts: string[] = []
  if (share !== undefined && low !== undefined && high !== undefined) {
    parts.push(
      `总体${percent(share, thresholds)}（95%置信区间${interval(low, high, thresholds)}，有效作答${count(valid)}份）`,
    )
  }
  // The highest share may be that of a group which is withheld so that a smaller one cannot be worked out.
  const withheld = hiddenOpposition(input)
  const tellsOfHidden = input.results.survey?.oppositionByGroup.some(
    ({ groupId, estimate }) =>
      withheld.has(groupId) && (estimate?.share === highestShare || estimate?.high === highestUpper),
  )
  if (highestShare !== undefined && highestUpper !== undefined && !tellsOfHidden) {
    parts.push(`群体中最高${percent(highestShare, thresholds)}（上限${percent(highestUpper, thresholds)}）`)
  }
  if (places.length > 0) parts.push(`达到界限的群体：${listed(places)}`)
  return parts.length > 0 ? parts.join('；') : '没有反对意见'
}
