/**
 * The words of a printed report, in one place.
 *
 * They are not the messages of the screens: a screen may be reworded tomorrow, a report says today what the reader of a
 * filed copy will find in ten years. Terms follow the field's own (2012〕2号, 〔2012〕2492号).
 */
import type { MatterKind } from '../assessment/matter.ts'
import type { Conclusion, FindingGrade } from '../dimensions/finding.ts'
import type { Dimension } from '../dimensions/indicators.ts'
import type { EconomicVerdict } from '../economics/appraisal.ts'
import type { CashFlowRow } from '../economics/cash-flow-table.ts'
import type { Phase } from '../risk/factor.ts'
import type { LevelRule, RiskLevel } from '../risk/level.ts'
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
} as const satisfies Record<CashFlowRow, string>

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
  'survey-empty': '有效答卷（调查未收到答卷）',
  'opposition-item': '问卷中计算反对比例的题目',
  'groups-unheard': '向每一个利益相关群体听取的意见',
  'opinions-unanswered': '全部意见的归类和各主题的答复',
  economics: '经济评价（现金流量未录入或不能计算）',
} as const satisfies Record<Missing, string>

/** 甲、乙、丙 */
export function listed(items: readonly string[]): string {
  return items.join('、')
}

/** “甲”“乙”“丙”: between quotation marks stands no comma (GB/T 15834). */
export function quoted(items: readonly string[]): string {
  return items.map((item) => `“${item}”`).join('')
}

export function missingList(missing: readonly Missing[]): string {
  return missing.map((part) => MISSING_PART[part]).join('；')
}
