/**
 * The sampling plan of a survey, as arithmetic needs it.
 *
 * Households are rarely drawn one by one out of one hat. A survey of a land acquisition divides the area into strata
 * (core, edge), draws some villages in each (the clusters, or primary sampling units, PSUs), and then some households
 * in each village. Two facts follow. A household that had one chance in fifty to be drawn stands for fifty, its weight.
 * And neighbours resemble each other, so that 200 households from 10 villages tell less than 200 from 200: the
 * uncertainty of any result comes from the differences between *villages*, not between households. Formulas for a
 * simple random sample, applied to such data, report intervals that are far too short.
 *
 * A `SurveyDesign` records, for every row of data, the unit it belongs to at each stage of the drawing. Nothing is ever
 * deleted from it: a question about women only, or about those who answered, is a *domain* of the whole design, because
 * the number of women in the sample is itself left to chance.
 *
 * Sources: Cochran (1977), Sampling Techniques, ch. 5, 9–11; Särndal, Swensson & Wretman (1992), ch. 4, 10;
 * Lumley (2010), Complex Surveys, ch. 2–3.
 */
import { fail, ok, type Result } from '../../result.ts'

/** The name of a stratum, cluster or category; null or '' means that it is not known. */
export type Label = string | number | null

/**
 * What to do with a stratum in which only one unit was drawn, so that no difference within it can be seen.
 *
 * - `fail`: refuse to state an uncertainty (the default).
 * - `remove`, `certainty`: count it as free of uncertainty; too optimistic unless the unit was drawn with certainty.
 * - `adjust`: measure its distance from the mean of all strata; on the safe side.
 * - `average`: give it the average variance of the other strata.
 */
export type LonelyPsu = 'fail' | 'remove' | 'certainty' | 'adjust' | 'average'

export interface SamplingPlan {
  /** The number of rows of data (completed questionnaires). */
  readonly rows: number
  /** For each stage of the drawing the unit of every row, first stage first; none or empty if rows were drawn singly. */
  readonly clusters?: readonly (readonly Label[])[]
  /** The first-stage stratum of every row. Cluster names need to be unique within a stratum only. */
  readonly strata?: readonly Label[] | null
  /**
   * How many members of the population a row stands for. Without weights they are N/n, multiplied over the stages, from
   * `populationSizes`; without these too every row counts 1, and totals are totals of the sample.
   */
  readonly weights?: readonly number[] | null
  /**
   * For each stage the number of units there are to draw from, in the stratum (stage 1) or the cluster above (later
   * stages) of the row. A stage without sizes is taken as drawn with replacement, and the stages after it are ignored:
   * their variance is then already contained in the differences between the first units (ultimate clusters).
   */
  readonly populationSizes?: readonly (readonly number[])[]
  readonly lonelyPsu?: LonelyPsu
}

/** The units among which one drawing was made: a stratum at the first stage, a cluster at a later one. */
export interface Draw {
  /** n, the units drawn. */
  readonly sampled: number
  /** N, the units there were; Infinity if drawn with replacement. */
  readonly population: number
  /** The product of n/N over the stages before this one: the chance that this drawing took place at all. */
  readonly inclusion: number
}

export interface Stage {
  /** row → unit */
  readonly unitOfRow: readonly number[]
  /** unit → the drawing it came from */
  readonly drawOfUnit: readonly number[]
  readonly draws: readonly Draw[]
}

/** What estimation needs to remember of an adjustment of the weights to known totals; see calibration.ts. */
export interface Calibration {
  /** The weights before. */
  readonly designWeights: readonly number[]
  /** Variables with the same linear span as the calibration variables and Σ d·qᵢ·qⱼ = 1 if i = j, else 0. */
  readonly basis: readonly (readonly number[])[]
  /** g per row: weight after / weight before. */
  readonly factors: readonly number[]
}

export interface SurveyDesign {
  readonly rows: number
  readonly weights: readonly number[]
  /** The stages whose variance is counted; never empty. */
  readonly stages: readonly [Stage, ...Stage[]]
  readonly lonelyPsu: LonelyPsu
  /** Null until the weights are adjusted to known population totals. */
  readonly calibration: Calibration | null
}

export type DesignReason =
  /** there is no row */
  | 'no-rows'
  /** a list has another length than there are rows; details.column says which */
  | 'length-mismatch'
  /** the cluster or stratum of a row is not known; details.column, details.row */
  | 'missing-label'
  /** a weight is negative or not a number (details.row), or all are zero */
  | 'invalid-weight'
  /** a population size is not a number; details.stage, details.row */
  | 'invalid-population-size'
  /** rows of one drawing state different population sizes; details.stage, details.row */
  | 'population-size-varies'
  /** more units were drawn than there are; details.stage, details.row */
  | 'population-smaller-than-sample'
  /** population sizes are given for more stages than clusters */
  | 'too-many-population-sizes'
  /** neither weights nor the population sizes of all stages are given */
  | 'weights-unknown'

type Refusal = Extract<Result<never, DesignReason>, { ok: false }>

/**
 * Checks a sampling plan and prepares it for estimation. All lists have one entry per row.
 * Fails with a `DesignReason`; the first fault found is reported with its place (rows count from 0, stages from 1).
 */
export function surveyDesign(plan: SamplingPlan): Result<SurveyDesign, DesignReason> {
  const { rows, clusters = [], strata = null, weights = null, populationSizes = [] } = plan
  const refusal = refusePlan(plan)
  if (refusal) return refusal

  const units = clusters.length > 0 ? clusters : [Array.from({ length: rows }, (_, row) => row)]
  if (populationSizes.length > units.length)
    return fail('too-many-population-sizes', { stages: units.length, sizes: populationSizes.length })

  const stages: Stage[] = []
  for (const [index, labels] of units.entries()) {
    const stage = drawStage(labels, strata, populationSizes[index] ?? null, stages.at(-1) ?? null, index + 1)
    if (!stage.ok) return stage
    stages.push(stage.value)
  }
  if (!weights && populationSizes.length > 0 && populationSizes.length < stages.length)
    return fail('weights-unknown', { stage: populationSizes.length + 1 })

  const counted = stages.slice(0, Math.max(1, populationSizes.length))
  const finalWeights =
    weights ?? Array.from({ length: rows }, (_, row) => (populationSizes.length ? expansion(stages, row) : 1))
  return ok({
    rows,
    weights: finalWeights,
    stages: [counted[0]!, ...counted.slice(1)],
    lonelyPsu: plan.lonelyPsu ?? 'fail',
    calibration: null,
  })
}

/**
 * The degrees of freedom of a design-based interval: PSUs minus strata, counting only those with a row of positive
 * weight inside `domain` (default: everywhere). Source: Korn & Graubard (1999), Analysis of Health Surveys, §5.2.
 */
export function degreesOfFreedom(design: SurveyDesign, domain?: readonly boolean[]): number {
  const [first] = design.stages
  const psus = new Set<number>()
  const strata = new Set<number>()
  for (let row = 0; row < design.rows; row++) {
    if (!(design.weights[row]! > 0) || (domain && !domain[row])) continue
    const psu = first.unitOfRow[row]!
    psus.add(psu)
    strata.add(first.drawOfUnit[psu]!)
  }
  return psus.size - strata.size
}

function refusePlan({ rows, clusters, strata, weights, populationSizes }: SamplingPlan): Refusal | null {
  if (!(rows >= 1)) return fail('no-rows')
  const columns: [string, readonly unknown[]][] = [
    ...(clusters ?? []).map((column, stage): [string, readonly unknown[]] => [`clusters[${stage}]`, column]),
    ...(strata ? [['strata', strata] satisfies [string, readonly unknown[]]] : []),
    ...(weights ? [['weights', weights] satisfies [string, readonly unknown[]]] : []),
    ...(populationSizes ?? []).map((column, stage): [string, readonly unknown[]] => [
      `populationSizes[${stage}]`,
      column,
    ]),
  ]
  for (const [column, values] of columns)
    if (values.length !== rows) return fail('length-mismatch', { column, length: values.length, rows })

  for (const [stage, labels] of [...(clusters ?? []), ...(strata ? [strata] : [])].entries()) {
    const row = labels.findIndex(isMissing)
    if (row >= 0)
      return fail('missing-label', {
        column: stage < (clusters?.length ?? 0) ? `clusters[${stage}]` : 'strata',
        row,
      })
  }
  if (weights) {
    const row = weights.findIndex((weight) => !(weight >= 0 && weight < Infinity))
    if (row >= 0) return fail('invalid-weight', { row })
    if (!weights.some((weight) => weight > 0)) return fail('invalid-weight')
  }
  return null
}

function isMissing(label: Label): boolean {
  return label === null || label === '' || Number.isNaN(label)
}

/** Numbers the units of one stage and the drawings they came from. */
function drawStage(
  labels: readonly Label[],
  strata: readonly Label[] | null,
  sizes: readonly number[] | null,
  above: Stage | null,
  stage: number,
): Result<Stage, DesignReason> {
  const drawKeys = labels.map((_, row) => (above ? above.unitOfRow[row]! : (strata?.[row] ?? '')))
  const draws = numbered(drawKeys)
  const units = numbered(labels.map((label, row) => JSON.stringify([draws.of[row], String(label)])))

  const drawOfUnit = new Array<number>(units.count).fill(0)
  for (const [row, unit] of units.of.entries()) drawOfUnit[unit] = draws.of[row]!
  const sampled = new Array<number>(draws.count).fill(0)
  for (const draw of drawOfUnit) sampled[draw]! += 1

  const population = new Array<number>(draws.count).fill(Infinity)
  if (sizes) {
    for (const [row, size] of sizes.entries()) {
      const draw = draws.of[row]!
      if (!(size > 0 && size < Infinity)) return fail('invalid-population-size', { stage, row })
      if (population[draw] !== Infinity && population[draw] !== size)
        return fail('population-size-varies', { stage, row })
      // A size written with decimals (an estimate, a rounded product) may fall short of n by rounding alone.
      if (size < sampled[draw]! * (1 - 1e-9)) return fail('population-smaller-than-sample', { stage, row })
      population[draw] = size
    }
  }

  const inclusion = new Array<number>(draws.count).fill(1)
  if (above) {
    for (const [row, draw] of draws.of.entries()) {
      const parent = above.draws[above.drawOfUnit[above.unitOfRow[row]!]!]!
      inclusion[draw] = parent.inclusion * (parent.sampled / parent.population)
    }
  }
  return ok({
    unitOfRow: units.of,
    drawOfUnit,
    draws: sampled.map((n, draw) => ({
      sampled: n,
      population: population[draw]!,
      inclusion: inclusion[draw]!,
    })),
  })
}

function numbered(keys: readonly Label[]): { of: number[]; count: number } {
  const numbers = new Map<string, number>()
  const of = keys.map((key) => {
    const name = String(key)
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, numbers.size)
    return numbers.size - 1
  })
  return { of, count: numbers.size }
}

/** Π N/n over the stages: how many members of the population the row stands for. */
function expansion(stages: readonly Stage[], row: number): number {
  return stages.reduce((product, stage) => {
    const draw = stage.draws[stage.drawOfUnit[stage.unitOfRow[row]!]!]!
    return product * (draw.population / draw.sampled)
  }, 1)
}
