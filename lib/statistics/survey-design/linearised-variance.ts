/**
 * Variance of anything that can be written as a weighted total.
 *
 * Every estimate of a survey is, to first order, a total Σ w·u over the rows: a mean is Σ w·(y - ȳ)/Σw, a ratio is
 * Σ w·(y - r·x)/Σ w·x, and so on. u is the row's *influence*: what one more person of that kind would change. Once a
 * result is in this form, one formula gives its variance under any multi-stage design (Taylor linearisation): add up the
 * influences per village, and see how much the villages of a stratum differ.
 *
 * With n of N units drawn in a stratum and t the weighted sums of the units, the stage contributes
 *
 *     (1 - n/N) · n/(n-1) · Σ (t - t̄)²
 *
 * and every further stage the same within its cluster, times the sampling fraction n/N of the stages before it.
 * Units without a member of the domain count with t = 0: they were drawn, and found empty.
 *
 * Sources: Woodruff (1971), JASA 66:411; Särndal, Swensson & Wretman (1992), §4.3, §5.5; Binder (1983), Int. Stat.
 * Rev. 51:279; lonely units as in Lumley, R package survey 4.5.
 */
import { fail, ok, type Result } from '../../result.ts'
import { calibrationResiduals } from './calibration.ts'
import type { Stage, SurveyDesign } from './design.ts'

/** A sampling fraction this close to 1 is a census of the stratum: sizes of the order of 10⁷ cannot tell it from 1. */
const CENSUS = 1e-7

/**
 * The covariance matrix of the weighted totals Σ w·u, one row and column per entry of `influences` (each a list with
 * one u per row of data, 0 outside the domain).
 *
 * `domain` names the rows the question is about. Strata without any of them contribute nothing and need no second unit;
 * all other strata keep their full number of units. For calibrated weights the influences are first replaced by their
 * residuals on the calibration variables, and the whole sample takes part.
 *
 * Fails with `lonely-psu` when a stratum has a single unit and the design's `lonelyPsu` does not say how to proceed
 * (details.stage, and details.row, a row of that unit), or when the whole sample is one unit.
 */
export function linearisedCovariance(
  design: SurveyDesign,
  influences: readonly (readonly number[])[],
  domain: readonly boolean[] | null = null,
): Result<number[][], 'lonely-psu'> {
  if (design.stages[0].drawOfUnit.length < 2) return fail('lonely-psu', { stage: 1, row: 0 })
  const { calibration } = design
  const columns = influences.map((influence) => {
    const u = calibration ? calibrationResiduals(calibration, influence) : influence
    return u.map((value, row) => value * design.weights[row]!)
  })
  const present = calibration ? null : domain

  const total = zeros(columns.length)
  for (const [index, stage] of design.stages.entries()) {
    const contribution = stageCovariance(stage, columns, present, design.lonelyPsu)
    if (!contribution.ok) return fail('lonely-psu', { ...contribution.details, stage: index + 1 })
    addScaled(total, contribution.value, 1)
  }
  return ok(total)
}

/** The variance of one weighted total Σ w·u; see `linearisedCovariance`. */
export function linearisedVariance(
  design: SurveyDesign,
  influence: readonly number[],
  domain: readonly boolean[] | null = null,
): Result<number, 'lonely-psu'> {
  const covariance = linearisedCovariance(design, [influence], domain)
  return covariance.ok ? ok(covariance.value[0]![0]!) : covariance
}

function stageCovariance(
  stage: Stage,
  columns: readonly (readonly number[])[],
  present: readonly boolean[] | null,
  lonelyPsu: SurveyDesign['lonelyPsu'],
): Result<number[][], 'lonely-psu'> {
  const touched = new Array<boolean>(stage.draws.length).fill(false)
  for (const [row, unit] of stage.unitOfRow.entries())
    if (!present || present[row]) touched[stage.drawOfUnit[unit]!] = true

  const unitTotals = columns.map((column) => {
    const totals = new Array<number>(stage.drawOfUnit.length).fill(0)
    for (const [row, unit] of stage.unitOfRow.entries()) totals[unit]! += column[row]!
    return totals
  })
  const unitsOfDraw: number[][] = stage.draws.map(() => [])
  for (const [unit, draw] of stage.drawOfUnit.entries()) unitsOfDraw[draw]!.push(unit)

  const draws = stage.draws.map((draw, index) => ({ ...draw, index })).filter(({ index }) => touched[index])
  const unitsTouched = draws.reduce((count, draw) => count + draw.sampled, 0)
  const grandMean = unitTotals.map(
    (totals) =>
      draws.reduce((sum, { index }) => sum + sumOver(totals, unitsOfDraw[index]!), 0) / unitsTouched,
  )

  const covariance = zeros(columns.length)
  let unmeasured = 0
  for (const { sampled, population, inclusion, index } of draws) {
    const unsampled = 1 - sampled / population
    if (unsampled < CENSUS) continue
    const units = unitsOfDraw[index]!
    if (sampled === 1) {
      if (lonelyPsu === 'fail') return fail('lonely-psu', { row: stage.unitOfRow.indexOf(units[0]!) })
      if (lonelyPsu === 'average') unmeasured += 1
      if (lonelyPsu === 'adjust')
        addScaled(covariance, crossProduct(unitTotals, units, grandMean), inclusion * unsampled)
      continue
    }
    const mean = unitTotals.map((totals) => sumOver(totals, units) / sampled)
    const scale = inclusion * unsampled * (sampled / (sampled - 1))
    addScaled(covariance, crossProduct(unitTotals, units, mean), scale)
  }
  if (unmeasured === 0) return ok(covariance)
  if (unmeasured === draws.length) return fail('lonely-psu', { row: 0 })
  const averaged = zeros(columns.length)
  addScaled(averaged, covariance, draws.length / (draws.length - unmeasured))
  return ok(averaged)
}

function sumOver(totals: readonly number[], units: readonly number[]): number {
  return units.reduce((sum, unit) => sum + totals[unit]!, 0)
}

/** Σ (t - centre)(t - centre)ᵀ over the units. */
function crossProduct(
  unitTotals: readonly (readonly number[])[],
  units: readonly number[],
  centre: readonly number[],
): number[][] {
  const product = zeros(unitTotals.length)
  for (const unit of units) {
    const deviations = unitTotals.map((totals, column) => totals[unit]! - centre[column]!)
    for (const [i, left] of deviations.entries())
      for (const [j, right] of deviations.entries()) product[i]![j]! += left * right
  }
  return product
}

function addScaled(target: number[][], source: readonly (readonly number[])[], factor: number): void {
  for (const [i, line] of source.entries())
    for (const [j, value] of line.entries()) target[i]![j]! += factor * value
}

function zeros(size: number): number[][] {
  return Array.from({ length: size }, () => new Array<number>(size).fill(0))
}
