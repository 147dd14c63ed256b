/** 评估结论提要: the whole on one page, for those who decide. It repeats, and adds nothing. */
import { DIMENSIONS } from '../../dimensions/indicators.ts'
import { groupsThat } from '../../economics/distribution.ts'
import { CHECK_NAMES } from '../../survey/credibility/finding.ts'
import { checkTitle } from '../../survey/credibility/wording.ts'
import type { Block, Fact } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { credibilitySilence } from '../credibility-silence.ts'
import { degree, interval, percent, wanYuan } from '../format.ts'
import { partyName } from '../party-name.ts'
import { decidedBy } from '../rule-table.ts'
import { fewestAnswers, indexThresholds, oppositionThresholds } from '../scheme-terms.ts'
import { surveySilence } from '../survey-silence.ts'
import {
  CONCLUSION,
  DECISION,
  DIMENSION,
  ECONOMIC_VERDICT,
  INDEX,
  LEVEL,
  listed,
  missingList,
  quoted,
  reservationList,
} from '../wording.ts'
import { missing } from '../write.ts'

export const summary: Chapter = (input) => [
  ...pending(input),
  {
    kind: 'facts',
    place: 'summary',
    rows: [
      { label: '评估事项', value: input.caseFile.matter.title },
      { label: '风险等级', value: level(input), emphasised: true },
      { label: '综合风险指数', value: index(input) },
      { label: '调查指数', value: indices(input) },
      { label: '反对比例', value: opposition(input) },
      { label: '调查可信度', value: credibility(input) },
      ...DIMENSIONS.map((dimension) => ({
        label: DIMENSION[dimension],
        value: CONCLUSION[input.results.dimensions[dimension].conclusion],
      })),
      { label: '经济评价', value: economics(input) },
      { label: '防范化解措施', value: measures(input) },
      { label: '允许的决策', value: decisions(input), emphasised: true },
      ...reserved(input),
    ],
  },
]

function reserved({ results: { reservations } }: ReportInput): Fact[] {
  return reservations.length > 0 ? [{ label: '须注明的问题', value: reservationList(reservations) }] : []
}

const UNDECIDED = '结论暂不能作出'

function pending({ results: { verdict } }: ReportInput): Block[] {
  if (verdict.status === 'given') return []
  const lacking = verdict.missing.length > 0 ? `尚缺：${missingList(verdict.missing)}。` : ''
  return [missing(`${UNDECIDED}。${lacking}`)]
}

function level({ results }: ReportInput): string {
  const { initial, residual, verdict } = results
  if (verdict.status !== 'given' || !initial.level.ok || !residual.level.ok) return UNDECIDED
  return [
    `落实措施后：${LEVEL[verdict.level]}（${decidedBy(residual.level.value)}）`,
    `采取措施前：${LEVEL[verdict.initialLevel]}（${decidedBy(initial.level.value)}）`,
  ].join('\n')
}

function index({ caseFile, results }: ReportInput): string {
  const thresholds = indexThresholds(caseFile.schemeId)
  const { initial, residual } = results
  if (initial.index === null || residual.index === null) return '暂不能计算'
  return `措施前T＝${degree(initial.index, thresholds)}，措施后T＝${degree(residual.index, thresholds)}`
}

function indices(input: ReportInput): string {
  const { survey } = input.results
  if (surveySilence(input) || !survey) return '无数据'
  const fewest = fewestAnswers(input.caseFile.schemeId)
  return listed(
    (['satisfaction', 'support', 'confidence'] as const).map((name) => {
      const { estimate } = survey.indices[name]
      return `${INDEX[name]}${estimate && estimate.n >= fewest ? percent(estimate.share) : '无数据'}`
    }),
  )
}

function measures({ caseFile: { factors } }: ReportInput): string {
  if (factors.length === 0) return '未登记风险因素'
  const total = factors.reduce((sum, factor) => sum + factor.measures.length, 0)
  const bare = factors.filter((factor) => factor.measures.length === 0).length
  return `风险因素${factors.length}项，措施${total}项${bare > 0 ? `，其中${bare}项因素没有措施` : ''}`
}

function opposition(input: ReportInput): string {
  const silent = surveySilence(input)
  if (silent) return silent
  const estimate = input.results.survey?.indices.opposition.estimate
  if (!estimate) return '无数据'
  const fewest = fewestAnswers(input.caseFile.schemeId)
  if (estimate.n < fewest) return `有效作答不足${fewest}份，为保护答卷人不予列示`
  const thresholds = oppositionThresholds(input.caseFile.schemeId)
  return `${percent(estimate.share, thresholds)}（95%置信区间${interval(estimate.low, estimate.high, thresholds)}，有效作答${estimate.n}份）`
}

function credibility(input: ReportInput): string {
  const { credibility: checked } = input.results
  if (credibilitySilence(input) || !checked?.ok) return '未能核查'
  const { findings, made } = checked.value
  const flagged = new Set(
    findings.filter(({ severity }) => severity === 'flag').map(({ check }) => checkTitle(check, 'zh-CN')),
  )
  const outcome = flagged.size > 0 ? `须作说明${flagged.size}项：${quoted([...flagged])}` : '没有须作说明的'
  return `核查${made}项，${outcome}；缺少记录未能核查${CHECK_NAMES.length - made}项`
}

function economics({ caseFile, results: { economics: appraised, distribution } }: ReportInput): string {
  if (!appraised.ok) return UNDECIDED
  const payers = distribution.ok ? groupsThat(distribution.value, 'only-pays') : []
  return [
    `${ECONOMIC_VERDICT[appraised.value.verdict]}（经济净现值${wanYuan(appraised.value.enpvFen)}）`,
    ...(payers.length > 0
      ? [`只付出的群体：${listed(payers.map((party) => partyName(caseFile, party)))}`]
      : []),
  ].join('\n')
}

function decisions({ results: { verdict } }: ReportInput): string {
  if (verdict.status !== 'given') return UNDECIDED
  return listed(verdict.decisions.map((decision) => DECISION[decision]))
}
