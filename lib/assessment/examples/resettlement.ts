/**
 * The illustrative half of the worked example: matter, findings, factors, measures and cash flows around the published
 * Xiahe survey. They show how a filled-in case looks; they are not from the paper and not an assessment of the county.
 */
import type { FindingEntry, FindingGrade } from '../../dimensions/finding.ts'
import { INDICATORS } from '../../dimensions/indicators.ts'
import type { Allocation } from '../../economics/allocation.ts'
import { type CashFlowTable, FEN_PER_WAN } from '../../economics/cash-flow-table.ts'
import type { FinancialBasis } from '../../economics/financial-basis.ts'
import type { RiskFactorEntry } from '../../risk/factor.ts'
import type { Questionnaire } from '../../survey/questionnaire.ts'
import type { CaseFile } from '../case-file.ts'
import type { Matter } from '../matter.ts'
import { XIAHE_GRADES, XIAHE_ITEMS } from './xiahe.ts'

export const EXAMPLE_MATTER: Matter = {
  kind: 'project',
  title: '游牧民定居工程（二期）',
  decisionBody: '示例县人民政府',
  assessor: '示例县重大决策评估中心',
  implementer: '示例县农牧农村局',
  area: '五个定居村',
  summary:
    '在五个定居村建设住房及水电、道路、学校、卫生室等配套设施，安置游牧民 1128 户，并给予生态补偿和定居补贴。居民满意度数据来自公开发表的夏河县调查（干旱区地理 2019 年第 3 期，有效答卷 292 份，按论文公布的边际分布重建）；抽样方案、风险评分、四性认定、措施、意见和现金流量为演示用的虚构内容。',
}

export const EXAMPLE_QUESTIONNAIRE: Questionnaire = {
  title: '定居工程居民满意度调查',
  introduction:
    '为了解定居工程实施以来您对居住、环境、公共服务和补贴的真实感受，请您按实际情况作答。答案没有对错，不满意的意见同样重要。',
  questions: XIAHE_ITEMS.map((item) => ({
    id: item.id,
    title: item.name,
    required: false,
    type: 'scale',
    labels: [...XIAHE_GRADES],
  })),
  indices: {
    // The paper counts the first three grades as satisfied.
    satisfaction: { questionIds: XIAHE_ITEMS.map((item) => item.id), optionIds: ['1', '2', '3'] },
    // The published questionnaire has no question on attitude; compensation (C19) is the closest and stands in for it.
    support: { questionIds: ['C19'], optionIds: ['1', '2', '3'] },
    confidence: null,
    opposition: { questionIds: ['C19'], optionIds: ['5'] },
  },
}

const PARTLY: Readonly<Record<string, string>> = {
  'reasonableness.measured-satisfaction':
    '居室风貌、宗教空间和技术培训的不满意比例较高，需结合问卷附录改进。',
  'reasonableness.fair-compensation': '生态补偿及定居补贴的满意度偏低，补偿标准正在核定。',
  'reasonableness.resettlement': '草场退出后的就业培训尚未覆盖全部劳动力。',
  'feasibility.bearable': '部分家庭收入来源单一，定居后生活成本上升。',
  'safety.dispute-ledger': '村级矛盾纠纷台账已建立，报告时限有待明确。',
}

export function exampleFindings(): FindingEntry[] {
  return INDICATORS.map((indicator) => {
    const gap = PARTLY[indicator.id]
    const grade: FindingGrade = gap ? 'partly-met' : 'met'
    return {
      indicatorId: indicator.id,
      grade,
      evidence: gap ?? '演示：相关文件、会议纪要和现场核查记录齐备。',
    }
  })
}

const wan = (amount: number) => amount * FEN_PER_WAN

type Scores = Pick<
  RiskFactorEntry,
  'weight' | 'initialProbability' | 'initialImpact' | 'residualProbability' | 'residualImpact'
>

function factor(
  category: string,
  name: string,
  [weight, initialProbability, initialImpact, residualProbability, residualImpact]: [
    number,
    number,
    number,
    number,
    number,
  ],
  measure: {
    description: string
    owner: string
    helper: string
    deadline: string
    evidence: string
    cost: number
  },
): RiskFactorEntry {
  const scores: Scores = { weight, initialProbability, initialImpact, residualProbability, residualImpact }
  return {
    catalogueId: null,
    category,
    name,
    phases: ['implementation', 'operation'],
    ...scores,
    measures: [{ id: 'm1', phase: 'implementation', controlNode: '', ...measure, cost: wan(measure.cost) }],
  }
}

/** Costs in 万元: together the 260 of the first year in the cash flows; later years carry what it takes to keep them up. */
export const EXAMPLE_FACTORS: readonly RiskFactorEntry[] = [
  factor('土地房屋征收及补偿', '生态补偿及定居补贴标准', [0.2, 0.7, 0.7, 0.4, 0.6], {
    description: '按户核定补贴标准，公示十个工作日，逐户签字确认；对异议户上门核算。',
    owner: '农牧农村局',
    helper: '财政局、乡镇人民政府',
    deadline: '2027-03-31',
    evidence: '公示照片、逐户确认表',
    cost: 90,
  }),
  factor('土地房屋征收及补偿', '牧民就业及生活保障', [0.18, 0.6, 0.7, 0.4, 0.5], {
    description: '开设畜产品加工、驾驶、家政等培训班，对接公益岗位，优先录用定居户。',
    owner: '人力资源和社会保障局',
    helper: '农牧农村局',
    deadline: '2027-06-30',
    evidence: '培训名册统计、岗位录用统计',
    cost: 70,
  }),
  factor('当地经济社会影响', '文化和生活习惯（居室风貌）', [0.16, 0.6, 0.6, 0.3, 0.5], {
    description: '户型方案征求住户意见后调整，保留传统装饰和储物空间，允许自主装修。',
    owner: '住房和城乡建设局',
    helper: '设计单位、村民委员会',
    deadline: '2027-04-30',
    evidence: '户型意见征集记录、修改后图纸',
    cost: 20,
  }),
  factor('当地经济社会影响', '宗教习俗与公共空间', [0.12, 0.5, 0.6, 0.3, 0.4], {
    description: '在村公共空间规划中预留传统活动场地，由村民会议商定使用办法。',
    owner: '乡镇人民政府',
    helper: '民族宗教事务局',
    deadline: '2027-05-31',
    evidence: '规划图、村民会议纪要',
    cost: 10,
  }),
  factor('生态环境影响', '草场退化与村庄卫生', [0.14, 0.5, 0.5, 0.3, 0.4], {
    description: '设置垃圾收集点和清运制度，划定轮牧区，建立每季度巡查。',
    owner: '自然资源局',
    helper: '乡镇人民政府',
    deadline: '2027-06-30',
    evidence: '清运合同、巡查记录',
    cost: 40,
  }),
  factor('质量安全和社会治安', '施工安全与工程质量', [0.1, 0.4, 0.6, 0.2, 0.5], {
    description: '落实监理旁站和住户代表参与验收，缺陷责任期内免费维修。',
    owner: '项目法人',
    helper: '监理单位',
    deadline: '2027-09-30',
    evidence: '监理日志、验收表',
    cost: 20,
  }),
  factor('媒体舆论', '舆论导向及其影响', [0.1, 0.3, 0.4, 0.2, 0.4], {
    description: '每月公布工程进度和意见采纳情况，设立双语咨询电话。',
    owner: '县委宣传部',
    helper: '融媒体中心',
    deadline: '2027-03-31',
    evidence: '公布记录、咨询统计',
    cost: 10,
  }),
]

/** Persons in the largest event judged credible. */
export const EXAMPLE_EVENT_PERSONS = 15

function cashFlow(
  year: number,
  [investment, operation, compensation, mitigation, benefit, revenue]: [
    number,
    number,
    number,
    number,
    number,
    number,
  ],
) {
  return {
    year,
    investment: wan(investment),
    operation: wan(operation),
    compensation: wan(compensation),
    mitigation: wan(mitigation),
    benefit: wan(benefit),
    revenue: wan(revenue),
  }
}

export const EXAMPLE_CASH_FLOWS: CashFlowTable = {
  socialDiscountRate: 0.08,
  years: [
    cashFlow(2027, [6800, 0, 900, 260, 0, 0]),
    cashFlow(2028, [4200, 120, 600, 180, 800, 140]),
    ...Array.from({ length: 13 }, (_, i) => cashFlow(2029 + i, [0, 320, 120, i < 3 ? 60 : 0, 2600, 440])),
  ],
}

/** Who pays and who gains, what falls to the residents in even parts for each of these groups. */
export function exampleAllocation(groupIds: readonly string[]): Allocation {
  const shared = (residents: number, others: Readonly<Record<string, number>>) => ({
    ...Object.fromEntries(
      groupIds.map((id) => [id, Number((residents / groupIds.length).toFixed(6))] as const),
    ),
    ...others,
  })
  return {
    // What a household adds for a larger house.
    investment: shared(0.15, { $treasury: 0.85 }),
    operation: shared(0.4, { $treasury: 0.2, $owner: 0.4 }),
    compensation: { $treasury: 1 },
    mitigation: { $treasury: 0.8, $owner: 0.2 },
    benefit: shared(0.8, { $public: 0.15, $owner: 0.05 }),
    received: shared(1, {}),
  }
}

/** Fees for water and heating and rents of shops; ecological compensation is paid from above and passes the project by. */
export const EXAMPLE_FINANCIAL_BASIS: FinancialBasis = {
  benchmarkRate: 0.06,
  benchmarkSource: '演示取值；使用单位应当按所属行业和本地规定填写',
  costRows: ['investment', 'operation', 'mitigation'],
}

/** The whole of the economics for a case with these groups. */
export function exampleEconomics(groupIds: readonly string[]): CaseFile['economics'] {
  return {
    ...EXAMPLE_CASH_FLOWS,
    shares: exampleAllocation(groupIds),
    financial: EXAMPLE_FINANCIAL_BASIS,
  }
}
