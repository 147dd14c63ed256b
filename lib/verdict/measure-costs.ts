/**
 * 措施费用入经济评价: what the measures cost, by the year in which each is due.
 *
 * What it costs to treat people fairly belongs in the same rows as everything else. The sum that is typed a second time is
 * the sum that differs, so the mitigation row of the cash flow can be taken from the measures; where both stand, they are
 * compared year by year.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import type { YearCost } from '../economics/cash-flow-draft.ts'

/** Costs of all measures by the year of their deadline, the first year first; years without a cost are absent. */
export function measureCosts({ factors }: Pick<CaseFile, 'factors'>): YearCost[] {
  const byYear = new Map<number, number>()
  for (const { deadline, cost } of factors.flatMap(({ measures }) => measures)) {
    const year = Number(deadline.slice(0, 4))
    if (cost > 0) byYear.set(year, (byYear.get(year) ?? 0) + cost)
  }
  return [...byYear].map(([year, fen]) => ({ year, fen })).sort((a, b) => a.year - b.year)
}

export interface CostDifference {
  readonly year: number
  /** In fen, in the cash-flow table. */
  readonly entered: number
  /** In fen, over the measures. */
  readonly measures: number
}

/** The years in which the mitigation row and the measures differ; empty where they agree. */
export function costDifferences(caseFile: Pick<CaseFile, 'factors' | 'economics'>): CostDifference[] {
  const costs = measureCosts(caseFile)
  const { years } = caseFile.economics
  const all = [...new Set([...costs, ...years].map(({ year }) => year))].sort((a, b) => a - b)
  return all
    .map((year) => ({
      year,
      entered: years.find((one) => one.year === year)?.mitigation ?? 0,
      measures: costs.find((one) => one.year === year)?.fen ?? 0,
    }))
    .filter(({ entered, measures }) => entered !== measures)
}
