/**
 * 盈亏平衡: the output at which revenue just covers cost, and how far above it the plan lies.
 *
 * A unit sold leaves its price less variable cost and tax; so many units that these margins add up to the fixed cost are
 * the break-even point. Source: 建设项目经济评价方法与参数（第三版）, 2006, 不确定性分析.
 */
import { fail, ok, type Result } from '../result.ts'

export interface BreakEvenInput {
  readonly fixedCost: number
  readonly price: number
  readonly variableCost: number
  /** Taxes per unit sold. */
  readonly unitTax: number
  /** Units a year; more than zero. */
  readonly capacity: number
}

export interface BreakEven {
  /** fixedCost / (price − variableCost − unitTax), in units; null when a unit sold brings nothing. */
  readonly quantity: number | null
  /** quantity / capacity (生产能力利用率). */
  readonly utilisation: number | null
  /** The price that just covers cost at full capacity. */
  readonly priceAtCapacity: number
  /** 1 − utilisation (经营安全率). */
  readonly safetyMargin: number | null
}

export type BreakEvenRefusal = 'not-a-number' | 'capacity-not-positive'

/** 0.8 − 0.7 − 0.1 is 3e-17 in doubles: a margin this small beside price and costs is none. */
const ROUNDING = 8 * Number.EPSILON

/** Every amount in one currency; fails for a number that is not finite (`details.parameter`) or a capacity of zero and less. */
export function breakEven(input: BreakEvenInput): Result<BreakEven, BreakEvenRefusal> {
  const { fixedCost, price, variableCost, unitTax, capacity } = input
  for (const [parameter, value] of Object.entries({ fixedCost, price, variableCost, unitTax, capacity })) {
    if (!Number.isFinite(value)) return fail('not-a-number', { parameter })
  }
  if (capacity <= 0) return fail('capacity-not-positive', { capacity })
  const margin = price - variableCost - unitTax
  const earns = margin > ROUNDING * (Math.abs(price) + Math.abs(variableCost) + Math.abs(unitTax))
  const quantity = earns ? fixedCost / margin : null
  const utilisation = quantity === null ? null : quantity / capacity
  return ok({
    quantity,
    utilisation,
    priceAtCapacity: fixedCost / capacity + variableCost + unitTax,
    safetyMargin: utilisation === null ? null : 1 - utilisation,
  })
}
