/**
 * The words of a printed report, in one place.
 *
 * They are not the messages of the screens: a screen may be reworded tomorrow, a report says today what the reader of a
 * filed copy will find in ten years. Terms follow the field's own (2012〕2号, 〔2012〕2492号).
 */
import type { MatterKind } from '../assessment/matter.ts'
import type { Conclusion, FindingGrade } from '../dimensions/finding.ts'
import type { Dimension } from '../dimensions/indicators.ts'
import type { AllocatedRow, FixedParty } from '../economics/allocation.ts'
import type { EconomicVerdict } from '../economics/appraisal.ts'
import type { CashFlowRow } from '../economics/cash-flow-table.ts'
import type { Standing } from '../economics/distribution.ts'
import type { MeasureState } from '../follow-up/measure-progress.ts'
import type { Phase } from '../risk/factor.ts'
import type { LevelRule, RiskLevel } from '../risk/level.ts'
import type { ProcedureRule } from '../scheme/procedure-rule.ts'
import type { Decision } from '../scheme/scheme.ts'
import type { QuestionTypeName } from '../survey/question-types/definitions.ts'
import type { IndexName } from '../survey/questionnaire.ts'
import type { Missing } from '../verdict/results.ts'

export const MATTER_KIND = {
  decision: '重大决策',
  policy: '重要政策',
  project: '重点工程项目',
  event: '重大活动',
} as const satisfies Record<MatterKind, string>

/** The first section is called 项目概况 in the official outline; other matters are not projects. */
export const OVERVIEW = {
  decision: '决策概况',
  policy: '政策概况',
  project: '项目概况',
  event: '活动概况',
} as const satisfies Record<MatterKind, string>

export const EFFECT = { direct: '直接影响', indirect: '间接影响' } as const

export const PHASE = {
  decision: '决策',
  preparation: '准备',
  implementation: '实施',
  operation: '运营',
} as const satisfies Record<Phase, string>

export const MEASURE_STATE = {
  planned: '未开始',
  'under-way': '进行中',
  done: '已落实',
  'given-up': '已放弃',
} as const satisfies Record<MeasureState, string>

export const STAGE = { initial: '措施前', residual: '措施后' } as const
export type Stage = keyof typeof STAGE

export const LEVEL = {
  low: '低风险',
  medium: '中风险',
  high: '高风险',
} as const satisfies Record<RiskLevel, string>

export const DIMENSION = {
  legality: '合法性',
  reasonableness: '合理性',
  feasibility: '可行性',
  safety: '安全性（可控性）',
} as const satisfies Record<Dimension, string>

export const FINDING_GRADE = {
  met: '符合',
  'partly-met': '基本符合',
  'not-met': '不符合',
  'not-applicable': '不适用',
} as const satisfies Record<FindingGrade, string>

export const CONCLUSION = {
  passes: '符合要求',
  'passes-with-gaps': '基本符合要求，尚有需要完善之处',
  fails: '不符合要求',
  incomplete: '指标尚未全部评定，暂不能作出结论',
} as const satisfies Record<Conclusion, string>

export const RULE = {
  index: '综合风险指数规则',
  'single-factor': '单因素规则',
  opposition: '反对比例规则',
  'expected-event': '可能事件规模规则',
  direct: '直接判定规则',
  penalty: '扣分规则',
} as const satisfies Record<LevelRule, string>

export const INDEX = {
  satisfaction: '满意度',
  support: '支持度',
  confidence: '信心度',
  opposition: '反对比例',
} as const satisfies Record<IndexName, string>

export const QUESTION_TYPE = {
  single: '单选题',
  multiple: '多选题',
  scale: '五级量表题',
  matrix: '矩阵题',
  ranking: '排序题',
  number: '数字题',
  date: '日期题',
  text: '填空题',
  info: '说明文字',
} as const satisfies Record<QuestionTypeName, string>

export const CASH_FLOW_ROW = {
  investment: '建设投资',
  operation: '运营费用',
  compensation: '补偿费用',
  mitigation: '化解措施费用',
  benefit: '效益',
  revenue: '财务收入',
} as const satisfies Record<CashFlowRow, string>

export const ALLOCATED_ROW = {
  ...CASH_FLOW_ROW,
  received: '补偿的领取',
} as const satisfies Record<AllocatedRow, string>

export const FIXED_PARTY = {
  $treasury: '财政',
  $owner: '项目业主',
  $public: '社会公众',
} as const satisfies Record<FixedParty, string>

export const STANDING = {
  'only-pays': '只付出',
  loses: '净付出',
  balanced: '持平',
  gains: '净受益',
  compensated: '只领补偿',
  untouched: '无得失',
} as const satisfies Record<Standing, string>

export const ECONOMIC_VERDICT = {
  pass: '经济可行',
  marginal: '经济临界',
  fail: '经济不可行',
} as const satisfies Record<EconomicVerdict, string>

export const DECISION = {
  implement: '可实施',
  partial: '部分（分步）实施',
  defer: '暂缓实施',
  reject: '不实施',
} as const satisfies Record<Decision, string>

/** What a verdict still needs, as items of a list. */
const MISSING_PART = {
  groups: '利益相关群体',
  dimensions: '四性指标的全部评定',
  factors: '风险因素',
  weights: '合计为1的风险因素权重',
  'event-size': '可能发生的最大事件的涉及人数',
  survey: '问卷调查',
  'survey-open': '问卷调查的结束（调查尚在进行）',
  'survey-counting': '开箱计票的完成',
  'survey-empty': '有效答卷（调查未收到答卷）',
  'opposition-item': '问卷中计算反对比例的题目',
  'groups-unheard': '向每一个利益相关群体听取的意见',
  'opinions-unanswered': '全部意见的归类和各主题的答复',
  economics: '经济评价（现金流量未录入或不能计算）',
  'sample-insufficient': '达到抽样下限的答卷',
  'no-notice': '稳评公示或者公开征求意见（其他公告不能代替）',
  'notice-too-short': '期限符合要求，或者依规定说明缩短理由的公示',
  'notice-shortened': '足期的公示',
  'notice-running': '公示的期满',
  'hearing-without-reason': '期限符合要求，或者说明了缩短理由的听证会',
  'hearing-shortened': '足期的听证会',
  'few-experts': '人数符合要求的专家论证',
  'no-screening': '决策前的矛盾纠纷排查',
  'no-emergency-plan': '载明情景的应急处置预案',
  'reduction-unfounded': '措施后数值降低所依据的措施（责任主体、完成时限和依据）',
  'measures-lapsed': '到期措施的落实证明',
} as const satisfies Record<Missing, string>

/** Faults of procedure that stand beside a verdict, as statements. */
const RESERVATION = {
  'no-notice': '没有发布稳评公示或者公开征求意见公告',
  'notice-too-short': '有公示的期限不足，没有可以接受的理由',
  'notice-shortened': '有公示说明理由后缩短了期限',
  'notice-running': '公示尚未期满，仍可能收到意见',
  'hearing-without-reason': '听证会的期限不足或者未登记，没有说明理由',
  'hearing-shortened': '听证会说明理由后缩短了期限',
  'few-experts': '没有专家论证，或者专家人数少于要求',
  'no-screening': '决策前没有排查矛盾纠纷',
  'no-emergency-plan': '没有载明情景的应急处置预案',
  'reduction-unfounded': '有因素措施后的数值降低，没有写明责任主体、完成时限和依据的措施',
  'measures-lapsed': '有措施到期没有证明或者已经放弃，风险等级不因此改变',
} as const satisfies Record<ProcedureRule, string>

/** 甲、乙、丙 */
export function listed(items: readonly string[]): string {
  return items.join('、')
}

/** “甲”“乙”“丙”: between quotation marks stands no comma (GB/T 15834). */
export function quoted(items: readonly string[]): string {
  return items.map((item) => `“${item}”`).join('')
}

export function reservationList(reservations: readonly ProcedureRule[]): string {
  return reservations.map((rule) => RESERVATION[rule]).join('；')
}

export function missingList(missing: readonly Missing[]): string {
  return missing.map((part) => MISSING_PART[part]).join('；')
}
