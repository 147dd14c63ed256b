/**
 * 盈亏平衡: the output at which revenue just covers cost, and how far above it the plan lies.
 */

export interface BreakEvenInput {
  readonly fixedCost: number
  readonly price: number
  readonly variableCost: number
  /** Taxes per unit sold. */
  readonly unitTax: number
  readonly capacity: number
}

export interface BreakEven {
  /** Units; null when a unit sold brings nothing. */
  readonly quantity: number | null
  /** quantity / capacity (生产能力利用率). */
  readonly utilisation: number | null
  /** The price that just covers cost at full capacity. */
  readonly priceAtCapacity: number
  /** 1 − utilisation (经营安全率). */
  readonly safetyMargin: number | null
}

export function breakEven({ fixedCost, price, variableCost, unitTax, capacity }: BreakEvenInput): BreakEven {
  const margin = price - variableCost - unitTax
  const quantity = margin > 0 ? fixedCost / margin : null
  const utilisation = quantity === null ? null : quantity / capacity
  return {
    quantity,
    utilisation,
    priceAtCapacity: fixedCost / capacity + variableCost + unitTax,
    safetyMargin: utilisation === null ? null : 1 - utilisation,
  }
}
