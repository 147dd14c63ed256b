/**
 * A question with several options: the share and the number of people behind each of them.
 *
 * Each option is a yes-or-no question of its own over the same rows, so every share is a mean of zeros and ones and
 * every count a total. The shares sum to 1; their errors are not independent.
 */
import { ok, type Result } from '../../result.ts'
import { categoriesOf } from './categories.ts'
import type { Label, SurveyDesign } from './design.ts'
import type { EstimationOptions } from './domain-rows.ts'
import { type EstimateReason, estimateMean, estimateTotal, type SurveyEstimate } from './means-and-totals.ts'

export interface CategoryShare {
  readonly category: string
  /** The share of the population in this category. */
  readonly share: SurveyEstimate
  /** The number of its members. */
  readonly total: SurveyEstimate
}

/**
 * Shares and totals of every category that occurs in `labels`, listed as by `categoriesOf`.
 * A missing label is a missing answer. Fails like `estimateMean`; without any label, with `empty-domain`.
 */
export function estimateCategories(
  design: SurveyDesign,
  labels: readonly Label[],
  options: EstimationOptions = {},
): Result<CategoryShare[], EstimateReason> {
  const shares: CategoryShare[] = []
  const categories = categoriesOf(labels)
  if (categories.length === 0) return { ok: false, reason: 'empty-domain' }
  for (const category of categories) {
    const indicator = labels.map((label) =>
      label === null || label === '' ? null : Number(String(label) === category),
    )
    const share = estimateMean(design, indicator, options)
    if (!share.ok) return share
    const total = estimateTotal(design, indicator, options)
    if (!total.ok) return total
    shares.push({ category, share: share.value, total: total.value })
  }
  return ok(shares)
}
