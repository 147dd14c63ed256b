/**
 * 效益费用比: present value of benefits over present value of costs.
 *
 * The ratio depends on whether operating costs stand in the denominator or are taken off the benefits; only its side of
 * one does not. Each variant therefore carries its name, and the one used for the verdict has all costs below.
 */
import { netPresentValue } from './present-value.ts'

export interface BenefitCost {
  readonly pvBenefits: number
  readonly pvCosts: number
  /** Null when there are no costs to divide by. */
  readonly ratio: number | null
  readonly npv: number
}

/** Costs and benefits as positive numbers by year, the first at t = 0. */
export function benefitCost(
  benefits: readonly number[],
  costs: readonly number[],
  rate: number,
): BenefitCost {
  const pvBenefits = netPresentValue(benefits, rate)
  const pvCosts = netPresentValue(costs, rate)
  return {
    pvBenefits,
    pvCosts,
    ratio: pvCosts === 0 ? null : pvBenefits / pvCosts,
    npv: pvBenefits - pvCosts,
  }
}

export interface RatioVariants {
  /** benefits / (investment + operating): the one used for the verdict. */
  readonly allCosts: number | null
  /** (benefits − operating) / investment. */
  readonly netOfOperating: number | null
  /** 1 + NPV / investment. */
  readonly profitabilityIndex: number | null
  readonly npvPerInvestment: number | null
}

export function ratioVariants(
  flows: { investment: readonly number[]; operating: readonly number[]; benefits: readonly number[] },
  rate: number,
): RatioVariants {
  const investment = netPresentValue(flows.investment, rate)
  const operating = netPresentValue(flows.operating, rate)
  const benefits = netPresentValue(flows.benefits, rate)
  const over = (amount: number, base: number) => (base === 0 ? null : amount / base)
  const perInvestment = over(benefits - operating - investment, investment)
  return {
    allCosts: over(benefits, investment + operating),
    netOfOperating: over(benefits - operating, investment),
    profitabilityIndex: perInvestment === null ? null : 1 + perInvestment,
    npvPerInvestment: perInvestment,
  }
}
