import type { AppraisalRefusal } from '../economics/appraisal.ts'
import type { DistributionRefusal } from '../economics/distribution.ts'
import type { FinancialRefusal } from '../economics/financial-appraisal.ts'

const WHY = {
  'no-years': '案卷未录入现金流量',
  'years-not-consecutive': '现金流量的年份不连续，不能计算',
  'amount-not-finite': '现金流量中有不是数字的金额，不能计算',
  'amount-negative': '现金流量中有负数，不能计算',
  'rate-out-of-range': '社会折现率不在0至1之间，不能计算',
  'no-cost': '现金流量中没有费用，不能计算',
  'no-benefit': '现金流量中没有效益，不能计算',
} as const satisfies Record<AppraisalRefusal, string>

/** Why there is no appraisal. */
export function economicsSilence(reason: AppraisalRefusal): string {
  return `${WHY[reason]}，本节无数据。`
}

const WHY_NOT_SHARED = {
  ...WHY,
  'nothing-allocated': '案卷未说明费用由谁承担、效益归谁所得',
  'unknown-party': '分配比例中有不存在的群体，不能计算',
  'share-out-of-range': '分配比例不在0至1之间，不能计算',
  'shares-exceed-one': '有的项目分出的多于全部，不能计算',
} as const satisfies Record<DistributionRefusal, string>

/** Why nobody can say who gains and who pays. */
export function distributionSilence(reason: DistributionRefusal): string {
  return `${WHY_NOT_SHARED[reason]}，本节无数据。`
}

const WHY_NO_FINANCES = {
  ...WHY,
  'rate-out-of-range': '财务基准收益率不在0至1之间，不能计算',
  'no-cost': '计入财务的费用没有金额，不能计算',
  'no-basis': '案卷未填写财务基准收益率和计入财务的费用',
} as const satisfies Record<FinancialRefusal, string>

/** Why there is no financial appraisal. */
export function financialSilence(reason: FinancialRefusal): string {
  return `${WHY_NO_FINANCES[reason]}，本节无数据。`
}
