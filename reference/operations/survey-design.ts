/**
 * The operations `survey.*`: estimation from complex samples.
 *
 * `inputs.design` names columns of a CSV file; this file turns them into the engine's lists, one entry per row, and the
 * engine's answers back into the shape of `expected`.
 */
import type { Result } from '../../lib/result.ts'
import { calibrationDiagnostics } from '../../lib/statistics/survey-design/calibration.ts'
import type { DistanceName } from '../../lib/statistics/survey-design/calibration-distance.ts'
import { crossedDomains } from '../../lib/statistics/survey-design/categories.ts'
import { estimateCategories } from '../../lib/statistics/survey-design/category-shares.ts'
import {
  type Label,
  type LonelyPsu,
  type SurveyDesign,
  surveyDesign,
} from '../../lib/statistics/survey-design/design.ts'
import type { Answers, EstimationOptions } from '../../lib/statistics/survey-design/domain-rows.ts'
import { compareGroups, groupTTest } from '../../lib/statistics/survey-design/group-comparison.ts'
import type { Interval } from '../../lib/statistics/survey-design/interval.ts'
import {
  calibrateToMargins,
  calibrateToModel,
  type Margin,
  type ModelVariable,
} from '../../lib/statistics/survey-design/known-totals.ts'
import {
  estimateMean,
  estimateTotal,
  type SurveyEstimate,
} from '../../lib/statistics/survey-design/means-and-totals.ts'
import { estimateProportion } from '../../lib/statistics/survey-design/proportions.ts'
import { testAssociation } from '../../lib/statistics/survey-design/rao-scott.ts'
import { estimateRatio } from '../../lib/statistics/survey-design/ratios.ts'
import type { CaseFiles, Operations } from '../operation.ts'

interface DesignColumns {
  readonly ids: readonly string[]
  readonly strata: string | null
  readonly weights: string | null
  readonly fpc: readonly string[]
  readonly lonelyPsu: LonelyPsu
}

interface SurveyInputs {
  readonly data: string
  readonly design: DesignColumns
  readonly level?: number
  readonly missing?: 'none' | 'omit'
}

interface Survey {
  readonly design: SurveyDesign
  labels(column: string): Label[]
  numbers(column: string): Answers
  /** True where the column has the value, null where it is empty. */
  equals(column: string, value: unknown): (boolean | null)[]
}

/** The failure of the engine as the format states it. */
interface Refused {
  readonly error: string
}

function surveyOperation<Inputs extends SurveyInputs>(
  evaluate: (survey: Survey, inputs: Inputs, options: EstimationOptions) => unknown,
): Operations[string] {
  return (raw, files) => {
    const inputs = raw as unknown as Inputs
    const survey = openSurvey(inputs, files)
    if (!survey.ok) return { error: survey.reason }
    return evaluate(survey.value, inputs, {
      confidence: inputs.level ?? 0.95,
      // Operations without the field state results over the complete answers.
      missing: inputs.missing === 'none' ? 'refuse' : 'omit',
    })
  }
}

function openSurvey(inputs: SurveyInputs, files: CaseFiles): Result<Survey> {
  const table = files.csv(inputs.data)
  const labels = (column: string): Label[] =>
    table.map((line) => {
      const field = line[column]
      if (field === undefined) throw new Error(`${inputs.data} has no column ${column}`)
      return field === '' ? null : field
    })
  const answers = (column: string) => labels(column).map((field) => (field === null ? null : Number(field)))
  const required = (column: string) => answers(column).map((value) => value ?? Number.NaN)
  const { ids, strata, weights, fpc, lonelyPsu } = inputs.design
  const design = surveyDesign({
    rows: table.length,
    clusters: ids.map(labels),
    strata: strata === null ? null : labels(strata),
    weights: weights === null ? null : required(weights),
    populationSizes: fpc.map(required),
    lonelyPsu,
  })
  if (!design.ok) return design
  return {
    ok: true,
    value: {
      design: design.value,
      labels,
      numbers: answers,
      equals: (column, value) =>
        labels(column).map((field) => {
          if (field === null) return null
          return typeof value === 'number' ? Number(field) === value : String(field) === String(value)
        }),
    },
  }
}

function pair(interval: Interval | null): [number, number] | null {
  return interval && [interval.low, interval.high]
}

function answer<Value>(result: Result<Value>, shape: (value: Value) => unknown): unknown {
  return result.ok ? shape(result.value) : ({ error: result.reason } satisfies Refused)
}

function shapeEstimate(value: SurveyEstimate) {
  return {
    estimate: value.estimate,
    se: value.se,
    variance: value.variance,
    df: value.df,
    dfComplete: value.dfDomain,
    ci: pair(value.interval),
    ciNormal: pair(value.intervalNormal),
    cv: value.cv,
    deff: value.deff,
    deffReplace: value.deffReplace,
    n: value.n,
    sumWeights: value.weightSum,
  }
}

interface DomainInputs extends SurveyInputs {
  readonly variable: string
  readonly by: readonly string[]
  readonly statistic: 'mean' | 'total' | 'ratio'
  readonly denominator?: string
}

function domainEstimate(survey: Survey, inputs: DomainInputs, options: EstimationOptions) {
  const values = survey.numbers(inputs.variable)
  switch (inputs.statistic) {
    case 'mean':
      return estimateMean(survey.design, values, options)
    case 'total':
      return estimateTotal(survey.design, values, options)
    case 'ratio':
      return estimateRatio(survey.design, values, survey.numbers(inputs.denominator ?? ''), options)
    default:
      throw new Error(`unknown statistic ${String(inputs.statistic)}`)
  }
}

function byDomain(survey: Survey, inputs: DomainInputs, options: EstimationOptions): unknown {
  const variables = inputs.by.map((name) => ({ name, labels: survey.labels(name) }))
  const domains: unknown[] = []
  let df: number | null = null
  for (const { categories, rows } of crossedDomains(variables)) {
    const result = domainEstimate(survey, inputs, { ...options, domain: rows })
    if (!result.ok && result.reason !== 'empty-domain' && result.reason !== 'zero-denominator')
      return { error: result.reason }
    const value = result.ok ? result.value : null
    df ??= value?.df ?? null
    domains.push({
      domain: categories,
      estimate: value?.estimate ?? null,
      se: value?.se ?? null,
      ci: pair(value?.interval ?? null),
      n: value?.n ?? 0,
      sumWeights: value?.weightSum ?? 0,
      dfDomain: value?.dfDomain ?? null,
      ciDomainDf: pair(value?.intervalDomain ?? null),
    })
  }
  return { df, domains }
}

interface SubsetInputs extends SurveyInputs {
  readonly variable: string
  readonly filter: { readonly variable: string; readonly equals: unknown }
}

const subset = surveyOperation<SubsetInputs>((survey, inputs, options) => {
  const domain = survey.equals(inputs.filter.variable, inputs.filter.equals).map((inside) => inside === true)
  const values = survey.numbers(inputs.variable)
  const mean = estimateMean(survey.design, values, { ...options, domain })
  const total = estimateTotal(survey.design, values, { ...options, domain })
  if (!total.ok) return { error: total.reason }
  if (!mean.ok && mean.reason !== 'empty-domain') return { error: mean.reason }
  return {
    n: total.value.n,
    mean: mean.ok ? mean.value.estimate : null,
    meanSe: mean.ok ? mean.value.se : null,
    total: total.value.estimate,
    totalSe: total.value.se,
  }
})

interface ProportionInputs extends SurveyInputs {
  readonly variable: string
  readonly equals: unknown
}

const proportion = surveyOperation<ProportionInputs>((survey, inputs, options) =>
  answer(
    estimateProportion(survey.design, survey.equals(inputs.variable, inputs.equals), options),
    ({ estimate, se, df, n, rows, effectiveSize, deff, intervals, unweighted }) => ({
      estimate,
      se,
      df,
      n,
      nRows: rows,
      nEff: effectiveSize,
      deff,
      ci: {
        mean: pair(intervals.mean),
        logit: pair(intervals.logit),
        // R has two routes to the same interval: a regression (logit) and the delta method (xlogit).
        xlogit: pair(intervals.logit),
        beta: pair(intervals.kornGraubard),
        asin: pair(intervals.asin),
        wilson: pair(intervals.wilson),
        likelihood: pair(intervals.likelihood),
        likelihoodR: pair(intervals.quasiLikelihood),
        kornGraubardCapped: pair(intervals.kornGraubardCapped),
        clopperPearsonN: pair(unweighted.clopperPearson),
        wilsonN: pair(unweighted.wilson),
      },
    }),
  ),
)

interface CalibrationInputs extends SurveyInputs {
  readonly variables: readonly string[]
  readonly calfun?: DistanceName
  readonly bounds?: readonly [number, number] | null
}

interface MarginInputs extends CalibrationInputs {
  readonly margins: readonly { readonly variable: string; readonly totals: Record<string, number> }[]
}

interface ModelInputs extends CalibrationInputs {
  /** A right-hand side such as `~stype+api99`. */
  readonly model: string
  readonly population: Readonly<Record<string, number>>
}

const byMargins = surveyOperation<MarginInputs>((survey, inputs, options) => {
  const margins = inputs.margins.map(
    ({ variable, totals }): Margin => ({ name: variable, labels: survey.labels(variable), counts: totals }),
  )
  return calibrationAnswer(survey, inputs, calibrateToMargins(survey.design, margins), options)
})

const byModel = surveyOperation<ModelInputs>((survey, inputs, options) => {
  const terms = inputs.model
    .replace(/^\s*~/, '')
    // Whether there is an intercept follows from `population`, so `+0`, `-1` and `+1` add nothing.
    .replace(/-\s*1\s*$/, '')
    .split('+')
    .map((term) => term.trim())
    .filter((term) => term !== '' && term !== '0' && term !== '1')
  const variables = terms.map((name): ModelVariable => {
    const numbers = survey.numbers(name)
    return numbers.some(Number.isNaN) ? { name, labels: survey.labels(name) } : { name, numbers }
  })
  const calibrated = calibrateToModel(survey.design, variables, inputs.population, {
    distance: inputs.calfun ?? 'linear',
    bounds: inputs.bounds ?? null,
  })
  return calibrationAnswer(survey, inputs, calibrated, options)
})

function calibrationAnswer(
  survey: Survey,
  inputs: CalibrationInputs,
  calibrated: ReturnType<typeof calibrateToModel>,
  options: EstimationOptions,
): unknown {
  if (!calibrated.ok) return { error: calibrated.reason }
  const design = calibrated.value
  const { smallestFactor, largestFactor, weightSum, kishDeff } = calibrationDiagnostics(design)
  const estimates: unknown[] = []
  for (const variable of inputs.variables) {
    const mean = estimateMean(design, survey.numbers(variable), options)
    const total = estimateTotal(design, survey.numbers(variable), options)
    if (!mean.ok) return { error: mean.reason }
    if (!total.ok) return { error: total.reason }
    estimates.push({
      variable,
      mean: mean.value.estimate,
      meanSe: mean.value.se,
      total: total.value.estimate,
      totalSe: total.value.se,
    })
  }
  return {
    weights: design.weights,
    gMin: smallestFactor,
    gMax: largestFactor,
    sumWeights: weightSum,
    kishDeff,
    estimates,
  }
}

export const operations = {
  'survey.mean': surveyOperation<SurveyInputs & { variable: string }>((survey, inputs, options) =>
    answer(estimateMean(survey.design, survey.numbers(inputs.variable), options), shapeEstimate),
  ),

  'survey.total': surveyOperation<SurveyInputs & { variable: string }>((survey, inputs, options) =>
    answer(estimateTotal(survey.design, survey.numbers(inputs.variable), options), shapeEstimate),
  ),

  'survey.ratio': surveyOperation<SurveyInputs & { numerator: string; denominator: string }>(
    (survey, inputs, options) =>
      answer(
        estimateRatio(
          survey.design,
          survey.numbers(inputs.numerator),
          survey.numbers(inputs.denominator),
          options,
        ),
        ({ estimate, se, variance, df, interval, intervalNormal, deff, n }) => ({
          estimate,
          se,
          variance,
          df,
          ci: pair(interval),
          ciNormal: pair(intervalNormal),
          deff,
          n,
        }),
      ),
  ),

  'survey.domain': surveyOperation<DomainInputs>(byDomain),
  'survey.domainSubset': subset,
  'survey.domainEmpty': subset,

  'survey.domainDifference': surveyOperation<
    SurveyInputs & { variable: string; by: string; groupA: Label; groupB: Label }
  >((survey, inputs, options) =>
    answer(
      compareGroups(
        survey.design,
        survey.numbers(inputs.variable),
        survey.labels(inputs.by),
        [inputs.groupA, inputs.groupB],
        options,
      ),
      ({ interval, ...test }) => ({ ...test, ci: pair(interval) }),
    ),
  ),

  'survey.ttest': surveyOperation<SurveyInputs & { variable: string; by: string }>(
    (survey, inputs, options) =>
      answer(
        groupTTest(survey.design, survey.numbers(inputs.variable), survey.labels(inputs.by), options),
        ({ estimate, interval, ...test }) => ({ difference: estimate, ...test, ci: pair(interval) }),
      ),
  ),

  'survey.proportion': proportion,
  'survey.proportionEdge': proportion,

  'survey.categories': surveyOperation<SurveyInputs & { variable: string }>((survey, inputs, options) =>
    answer(estimateCategories(survey.design, survey.labels(inputs.variable), options), (categories) => ({
      df: categories[0]!.share.df,
      categories: categories.map(({ category, share, total }) => ({
        category,
        estimate: share.estimate,
        se: share.se,
        ci: pair(share.interval),
        deff: share.deff,
        total: total.estimate,
        totalSe: total.se,
      })),
    })),
  ),

  'survey.postStratify': byMargins,
  'survey.rake': byMargins,
  'survey.calibrate': byModel,

  'survey.chiSquare': surveyOperation<SurveyInputs & { row: string; column: string }>(
    (survey, inputs, options) =>
      answer(
        testAssociation(survey.design, survey.labels(inputs.row), survey.labels(inputs.column), options),
        (test) => ({
          rows: test.rows,
          columns: test.columns,
          weightedTable: test.weightedTable,
          nComplete: test.nComplete,
          nRows: survey.design.rows,
          pearsonX2: test.pearson,
          raoScottF: test.raoScott,
          raoScottChisq: test.firstOrder,
          wald: test.wald,
          adjWald: test.adjustedWald,
        }),
      ),
  ),
} satisfies Operations
