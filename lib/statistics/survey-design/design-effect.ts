/**
 * Design effect: how much the sampling plan costs or saves.
 *
 * deff = 9 means that the interval is as wide as that of a simple random sample of one ninth the size: asking
 * neighbours, or weighting unequally, is expensive. deff below 1 is the reward of good strata. The comparison needs the
 * variance a simple random sample of the same n would have had, which is estimated from the same answers.
 *
 * Sources: Kish (1965), Survey Sampling, §8.2; Kish (1992), J. Official Statistics 8:183 (unequal weights).
 */
import { fail, ok, type Result } from '../../result.ts'
import { sum } from '../descriptive.ts'
import type { SurveyDesign } from './design.ts'
import { type Selection, weightedSum } from './domain-rows.ts'

export interface DesignEffects {
  /** Against a simple random sample *without* replacement; null if that has no variance (census, equal answers). */
  readonly deff: number | null
  /** Against a simple random sample with replacement; null if nothing can be compared. */
  readonly deffReplace: number | null
}

const UNKNOWN: DesignEffects = { deff: null, deffReplace: null }

/**
 * Compares `variance`, the design-based variance of Σ w·u, with that of a simple random sample of the same n rows:
 * N²·S²/n·(1 - n/N) with N = Σw and S² = n/(n-1)·Σ w·(u - ū)²/N.
 *
 * `magnitude` is the size the u would have before anything was subtracted from them; a spread of less than 10⁻¹⁴ of it
 * is rounding, not difference.
 */
export function designEffects(
  design: SurveyDesign,
  selection: Selection,
  influence: readonly number[],
  variance: number,
  magnitude: number,
): DesignEffects {
  const { n, weightSum } = selection
  if (n < 2) return UNKNOWN
  const mean = weightedSum(design, selection, (row) => influence[row]!) / weightSum
  const spread = weightedSum(design, selection, (row) => (influence[row]! - mean) ** 2) / weightSum
  if (!(Math.sqrt(spread) > 1e-14 * magnitude)) return UNKNOWN

  const withReplacement = (weightSum ** 2 * spread) / (n - 1)
  const unsampled = 1 - n / weightSum
  if (unsampled > 1e-9)
    return {
      deff: variance / (withReplacement * unsampled),
      deffReplace: variance / withReplacement,
    }
  return variance === 0 ? UNKNOWN : { deff: null, deffReplace: variance / withReplacement }
}

/**
 * Kish's approximate design effect of unequal weights, n·Σw²/(Σw)² ≥ 1: what the weighting alone costs, for answers
 * unrelated to the weights. Fails with `invalid-weight` if a weight is not finite or they sum to zero.
 */
export function kishDesignEffect(weights: readonly number[]): Result<number, 'invalid-weight'> {
  const row = weights.findIndex((weight) => !Number.isFinite(weight))
  if (row >= 0) return fail('invalid-weight', { row })
  const total = sum(weights)
  if (total === 0) return fail('invalid-weight')
  return ok((weights.length * sum(weights.map((weight) => weight ** 2))) / total ** 2)
}
