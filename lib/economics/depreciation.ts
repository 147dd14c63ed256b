/** 折旧: the yearly part of an asset's cost. Not a flow of money, but it decides taxes and book values. */

/** (cost − salvage) / life. */
export function straightLine(cost: number, salvage: number, life: number): number {
  return (cost - salvage) / life
}

/** 年数总和法: (cost − salvage) · (life − k) / (1 + … + life) for year k = 0, 1, … */
export function sumOfYears(cost: number, salvage: number, life: number): number[] {
  const total = (life * (life + 1)) / 2
  return Array.from({ length: life }, (_, k) => ((cost - salvage) * (life - k)) / total)
}

/** 双倍余额递减法, first year: 2 · cost / life. */
export function doubleDecliningFirst(cost: number, life: number): number {
  return (2 * cost) / life
}
