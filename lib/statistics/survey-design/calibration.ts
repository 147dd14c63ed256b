/**
 * Calibration: making the sample agree with what is known of the population.
 *
 * The register says that 4,421 of 6,194 households are of type E; the weighted sample says 4,874. Calibration changes
 * the weights as little as possible so that the known totals come out exactly. One method covers three names:
 * *post-stratification* (one table of counts), *raking* (several margins at once) and *regression estimation* (GREG,
 * totals of numbers such as area). They differ in how "as little as possible" is measured:
 *
 * - `linear`: Σ d(g-1)²; one step, but a weight may become negative or large, unless `bounds` limit g = w/d.
 * - `raking`: Σ d(g ln g - g + 1); weights stay positive; the limit of iterative proportional fitting.
 * - `logit`: strictly inside given bounds.
 *
 * Whatever the answers share with the known totals is no longer uncertain, so the standard error is that of the
 * *residuals* of the answers in a regression (with the design weights) on the calibration variables.
 *
 * Internally the calibration variables are replaced by orthonormal combinations of themselves. That tolerates margins
 * which repeat each other (every margin sums to the population), finds totals that contradict each other, and keeps
 * Newton's method well conditioned.
 *
 * Sources: Deville & Särndal (1992), JASA 87:376; Deville, Särndal & Sautory (1993), JASA 88:1013; Särndal, Swensson &
 * Wretman (1992), ch. 6–7.
 */
import { Matrix, pseudoInverse } from 'ml-matrix'
import { fail, ok, type Result } from '../../result.ts'
import { sum } from '../descriptive.ts'
import { type Adjustment, adjustmentOf, type DistanceName } from './calibration-distance.ts'
import type { Calibration, SurveyDesign } from './design.ts'
import { kishDesignEffect } from './design-effect.ts'

/** A known population total of one variable. */
export interface KnownTotal {
  readonly name: string
  /** The variable, one value per row. */
  readonly values: readonly number[]
  /** Its sum over the population. */
  readonly total: number
}

export interface CalibrationOptions {
  /** Default `linear`. */
  readonly distance?: DistanceName
  /** Limits of g = calibrated weight / design weight, around 1; null or absent: none. Required for `logit`. */
  readonly bounds?: readonly [number, number] | null
}

export type CalibratedDesign = SurveyDesign & { readonly calibration: Calibration }

export type CalibrationReason =
  /** no total is given */
  | 'no-totals'
  | 'length-mismatch'
  /** a variable or a total is NaN or infinite; details.name */
  | 'not-a-number'
  /** a total contradicts the others, or nobody in the sample could make it up; details.name */
  | 'totals-disagree'
  /** the bounds do not enclose 1, or `logit` has none */
  | 'invalid-bounds'
  /** no weights within the bounds, or no positive ones, reach the totals */
  | 'totals-out-of-reach'
  | 'already-calibrated'

/** Two totals, or an equation between totals, agree if they do to this relative precision. */
const AGREEMENT = 1e-9
const MAX_STEPS = 200

/** The design with weights calibrated to `totals`; every estimate from it uses residual-based standard errors. */
export function calibrate(
  design: SurveyDesign,
  totals: readonly KnownTotal[],
  options: CalibrationOptions = {},
): Result<CalibratedDesign, CalibrationReason> {
  if (design.calibration) return fail('already-calibrated')
  const refusal = refuseTotals(design, totals)
  if (refusal) return refusal
  const adjustment = adjustmentOf(options.distance ?? 'linear', options.bounds ?? null)
  if (!adjustment) return fail('invalid-bounds')
  const basis = orthonormalise(totals, design.weights)
  if (!basis.ok) return basis
  const factors = solve(basis.value, design.weights, adjustment)
  if (!factors || !meets(totals, design.weights, factors)) return fail('totals-out-of-reach')
  return ok({
    ...design,
    weights: design.weights.map((weight, row) => weight * factors[row]!),
    calibration: {
      designWeights: design.weights,
      basis: basis.value.map((variable) => variable.values),
      factors,
    },
  })
}

export interface CalibrationDiagnostics {
  /** The smallest and the largest g among rows of positive design weight: far from 1 means that few speak for many. */
  readonly smallestFactor: number
  readonly largestFactor: number
  /** The population the calibrated weights add up to. */
  readonly weightSum: number
  /** Kish's design effect of the calibrated weights; null if they sum to 0. */
  readonly kishDeff: number | null
}

/** What a report should state about calibrated weights. Negative weights show as a negative `smallestFactor`. */
export function calibrationDiagnostics({
  weights,
  calibration: { designWeights, factors },
}: CalibratedDesign): CalibrationDiagnostics {
  const used = factors.filter((_, row) => designWeights[row]! > 0)
  const kish = kishDesignEffect(weights)
  return {
    smallestFactor: used.reduce((least, g) => Math.min(least, g), Infinity),
    largestFactor: used.reduce((most, g) => Math.max(most, g), -Infinity),
    weightSum: sum(weights),
    kishDeff: kish.ok ? kish.value : null,
  }
}

/** u minus its weighted regression (with the design weights) on the calibration variables. */
export function calibrationResiduals(
  { designWeights, basis }: Calibration,
  influence: readonly number[],
): number[] {
  const residuals = [...influence]
  for (const q of basis) {
    const coefficient = weightedProduct(designWeights, q, influence)
    for (const [row, value] of q.entries()) residuals[row]! -= coefficient * value
  }
  return residuals
}

function refuseTotals(
  design: SurveyDesign,
  totals: readonly KnownTotal[],
): Extract<Result<never, CalibrationReason>, { ok: false }> | null {
  if (totals.length === 0) return fail('no-totals')
  for (const { name, values, total } of totals) {
    if (values.length !== design.rows)
      return fail('length-mismatch', { name, length: values.length, rows: design.rows })
    if (!Number.isFinite(total) || !values.every(Number.isFinite)) return fail('not-a-number', { name })
  }
  return null
}

/**
 * Modified Gram–Schmidt in the inner product Σ d·x·y, each variable orthogonalised twice (Giraud & Langou 2005: twice is
 * enough), carrying the totals along. A variable that is a combination of earlier ones adds nothing; its total must be
 * the same combination of theirs.
 */
function orthonormalise(
  totals: readonly KnownTotal[],
  weights: readonly number[],
): Result<{ values: number[]; total: number }[], 'totals-disagree'> {
  const basis: { values: number[]; total: number }[] = []
  for (const { name, values, total } of totals) {
    const rest = [...values]
    let restTotal = total
    let size = Math.abs(total)
    for (const variable of [...basis, ...basis]) {
      const coefficient = weightedProduct(weights, variable.values, rest)
      for (const [row, value] of variable.values.entries()) rest[row]! -= coefficient * value
      restTotal -= coefficient * variable.total
      size = Math.max(size, Math.abs(coefficient * variable.total))
    }
    const before = Math.sqrt(weightedProduct(weights, values, values))
    const norm = Math.sqrt(weightedProduct(weights, rest, rest))
    if (norm > AGREEMENT * before)
      basis.push({ values: rest.map((value) => value / norm), total: restTotal / norm })
    else if (Math.abs(restTotal) > AGREEMENT * Math.max(1, size))
      return fail('totals-disagree', { name, excess: restTotal })
  }
  return ok(basis)
}

/**
 * Newton's method for λ in Σ d·F(q·λ)·q = T, with the step halved until the misfit shrinks. The equations are the
 * gradient of a convex function, so the direction is always downhill. Null if the misfit cannot be brought down.
 */
function solve(
  basis: readonly { values: readonly number[]; total: number }[],
  weights: readonly number[],
  { factor, slope }: Adjustment,
): number[] | null {
  const target = basis.map((variable) => variable.total)
  const scale = Math.max(1e-300, Math.hypot(...target))
  const exponent = (lambda: readonly number[]) =>
    weights.map((_, row) =>
      basis.reduce((total, variable, k) => total + variable.values[row]! * lambda[k]!, 0),
    )
  const misfitOf = (factors: readonly number[]) =>
    basis.map(
      (variable, k) =>
        target[k]! - sum(variable.values.map((value, row) => weights[row]! * factors[row]! * value)),
    )

  let lambda = target.map(() => 0)
  let u = exponent(lambda)
  let factors = u.map(factor)
  let misfit = misfitOf(factors)
  for (let step = 0; step < MAX_STEPS && Math.hypot(...misfit) > 1e-15 * scale; step++) {
    const slopes = u.map(slope)
    const jacobian = basis.map((left) =>
      basis.map((right) =>
        left.values.reduce(
          (total, value, row) => total + weights[row]! * slopes[row]! * value * right.values[row]!,
          0,
        ),
      ),
    )
    const direction = pseudoInverse(new Matrix(jacobian)).mmul(Matrix.columnVector(misfit)).to1DArray()
    let improved = false
    for (let length = 1; length > 1e-9 && !improved; length /= 2) {
      const next = lambda.map((value, k) => value + length * direction[k]!)
      const nextU = exponent(next)
      const nextFactors = nextU.map(factor)
      if (!nextFactors.every(Number.isFinite)) continue
      const nextMisfit = misfitOf(nextFactors)
      if (!(Math.hypot(...nextMisfit) < Math.hypot(...misfit))) continue
      improved = true
      lambda = next
      u = nextU
      factors = nextFactors
      misfit = nextMisfit
    }
    // At the last digits no step improves; whether the totals are met is judged by the caller.
    if (!improved) break
  }
  return factors.every(Number.isFinite) ? factors : null
}

function meets(
  totals: readonly KnownTotal[],
  weights: readonly number[],
  factors: readonly number[],
): boolean {
  return totals.every(({ values, total }) => {
    const parts = values.map((value, row) => weights[row]! * factors[row]! * value)
    const size = Math.max(1, Math.abs(total), sum(parts.map(Math.abs)))
    return Math.abs(sum(parts) - total) <= AGREEMENT * size
  })
}

function weightedProduct(weights: readonly number[], x: readonly number[], y: readonly number[]): number {
  return sum(weights.map((weight, row) => weight * x[row]! * y[row]!))
}
