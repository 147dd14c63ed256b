/**
 * 折旧: the yearly part of an asset's cost. Not a flow of money, and so no row of the cash-flow table; but it decides taxes
 * and book values, from which a residual value at the end of the period may be taken.
 */
import { fail, ok, type Result } from '../result.ts'

export type DepreciationRefusal = 'not-a-number' | 'life-not-positive' | 'life-not-whole'

function refusalOf(amounts: readonly number[], life: number): Result<never, DepreciationRefusal> | null {
  if (![...amounts, life].every(Number.isFinite)) return fail('not-a-number')
  return life > 0 ? null : fail('life-not-positive', { life })
}

/** 直线法: (cost − salvage) / life. */
export function straightLine(
  cost: number,
  salvage: number,
  life: number,
): Result<number, DepreciationRefusal> {
  return refusalOf([cost, salvage], life) ?? ok((cost - salvage) / life)
}

/** 年数总和法: (cost − salvage) · (life − k) / (1 + … + life) for year k = 0, 1, …; life in whole years. */
export function sumOfYears(
  cost: number,
  salvage: number,
  life: number,
): Result<number[], DepreciationRefusal> {
  const refusal = refusalOf([cost, salvage], life)
  if (refusal) return refusal
  if (!Number.isInteger(life)) return fail('life-not-whole', { life })
  const total = (life * (life + 1)) / 2
  return ok(Array.from({ length: life }, (_, k) => ((cost - salvage) * (life - k)) / total))
}

/** 双倍余额递减法, first year: 2 · cost / life. */
export function doubleDecliningFirst(cost: number, life: number): Result<number, DepreciationRefusal> {
  return refusalOf([cost], life) ?? ok((2 * cost) / life)
}
