import type { AppraisalRefusal } from '../economics/appraisal.ts'

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
