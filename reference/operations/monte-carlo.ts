/** Adapter of the distribution, correlation and Monte-Carlo operations; the mathematics is in lib/statistics/monte-carlo. */
import { annuityFactor, checkFlows } from '../../lib/economics/present-value.ts'
import { copulaCorrelation, copulaCovariance } from '../../lib/statistics/monte-carlo/copula.ts'
import {
  correlationRoot,
  kendallFromNormal,
  nearestCorrelation,
  normalFromSpearman,
  spearmanFromNormal,
} from '../../lib/statistics/monte-carlo/correlation.ts'
import {
  type Distribution,
  type DistributionSpec,
  distributionOf,
  logParameters,
  pertShape,
} from '../../lib/statistics/monte-carlo/distribution.ts'
import { linearMoments, lognormalProduct } from '../../lib/statistics/monte-carlo/linear-combination.ts'
import { shareBelow, simulate, sortedQuantile } from '../../lib/statistics/monte-carlo/simulation.ts'
import type { Operations } from '../operation.ts'

const DRAWS = 200_000
const SEED = 20_121_001

type Given = Record<string, number> & { dist: string }

function specOf(given: Given): DistributionSpec {
  const { dist, ...parameters } = given
  if (dist === 'lognormal') {
    return 'meanlog' in given
      ? { kind: 'lognormal-of-log', meanLog: given.meanlog!, sdLog: given.sdlog! }
      : { kind: 'lognormal-of-value', mean: given.mean!, sd: given.sd! }
  }
  const kind = dist === 'truncnormal' ? 'truncated-normal' : dist
  return { kind, ...parameters } as unknown as DistributionSpec
}

class Refusal extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(reason)
    this.reason = reason
  }
}

function must(given: Given): Distribution {
  const made = distributionOf(specOf(given))
  if (!made.ok) throw new Refusal(made.reason)
  return made.value
}

/** An engine refusal becomes the format's { error }. */
const refusing =
  (work: (inputs: Record<string, unknown>) => unknown) =>
  (inputs: Record<string, unknown>): unknown => {
    try {
      return work(inputs)
    } catch (error) {
      if (error instanceof Refusal) return { error: error.reason }
      throw error
    }
  }

function summary(inputs: Record<string, unknown>) {
  const { distribution: given, p } = inputs as unknown as { distribution: Given; p: number[] }
  const made = must(given)
  const sd = Math.sqrt(made.variance)
  const spec = specOf(given)
  const shape = spec.kind === 'pert' && spec.max > spec.min ? pertShape(spec) : {}
  const logs =
    spec.kind === 'lognormal-of-log'
      ? { meanlog: spec.meanLog, sdlog: spec.sdLog }
      : spec.kind === 'lognormal-of-value'
        ? {
            meanlog: logParameters(spec.mean, spec.sd).meanLog,
            sdlog: logParameters(spec.mean, spec.sd).sdLog,
          }
        : {}
  return {
    mean: made.mean,
    variance: made.variance,
    sd,
    skewness: made.skewness,
    quantiles: p.map((at) => ({ p: at, value: made.quantile(at) })),
    // The format tabulates the distribution function at mean − sd, mean, mean + sd, each to eight digits.
    cdf: [made.mean - sd, made.mean, made.mean + sd].map((at) => {
      const x = Number(at.toPrecision(8))
      return { x, value: made.cdf(x) }
    }),
    ...shape,
    ...(spec.kind === 'pert' ? { classicVariance: ((spec.max - spec.min) / 6) ** 2 } : {}),
    ...logs,
  }
}

interface LinearInputs {
  terms: { coefficient: number; distribution: Given }[]
  constant?: number
  p: number[]
  correlation: number[][] | number | null
  correlationOf?: string
}

function linear(inputs: Record<string, unknown>) {
  const { terms, constant = 0, p, correlation, correlationOf } = inputs as unknown as LinearInputs
  const quantities = terms.map(({ distribution }) => must(distribution))
  const coefficients = terms.map(({ coefficient }) => coefficient)
  const bySpearman = correlationOf?.includes('spearman') ?? false
  // What is no correlation goes through unconverted, to be refused by correlationRoot.
  const convert = (rho: number) => (bySpearman && Math.abs(rho) <= 1 ? normalFromSpearman(rho) : rho)
  const matrix =
    typeof correlation === 'number'
      ? [
          [1, convert(correlation)],
          [convert(correlation), 1],
        ]
      : (correlation?.map((row, i) => row.map((rho, j) => (i === j ? rho : convert(rho)))) ?? null)
  const root = matrix && correlationRoot(matrix)
  if (root && !root.ok) return { error: root.reason, ...root.details }
  const { mean, variance } = linearMoments(coefficients, quantities, constant, matrix)
  const values = simulate(
    quantities,
    (draw) => {
      let sum = constant
      for (let i = 0; i < draw.length; i++) sum += coefficients[i]! * draw[i]!
      return sum
    },
    { draws: DRAWS, seed: SEED, ...(root ? { root: root.value.cholesky } : {}) },
  )
  return { quantities, matrix, sorted: values.sort(), mean, variance, p }
}

type LinearFound = Exclude<ReturnType<typeof linear>, { error: string }>

function linearShape({ sorted, mean, variance, p }: LinearFound, inputs: Record<string, unknown>) {
  const limit = (inputs as { probability?: { below: number } }).probability?.below
  return {
    draws: DRAWS,
    mean,
    variance,
    sd: Math.sqrt(variance),
    quantiles: p.map((at) => ({ p: at, value: sortedQuantile(sorted, at) })),
    ...(limit === undefined ? {} : { probability: { below: limit, value: shareBelow(sorted, limit) } }),
  }
}

function linearAnswer(inputs: Record<string, unknown>) {
  const found = linear(inputs)
  return 'error' in found ? found : linearShape(found, inputs)
}

function copulaAnswer(inputs: Record<string, unknown>) {
  const found = linear(inputs)
  if ('error' in found) return found
  const [x, y] = found.quantities
  const rho = found.matrix?.[0]?.[1] ?? 0
  return {
    ...linearShape(found, inputs),
    covariance: copulaCovariance(x!, y!, rho),
    pearsonOfValues: copulaCorrelation(x!, y!, rho),
    spearman: spearmanFromNormal(rho),
    rhoNormal: rho,
  }
}

function product(inputs: Record<string, unknown>) {
  const { factors, correlation, p } = inputs as unknown as {
    factors: Given[]
    correlation: number[][]
    p: number[]
  }
  const quantities = factors.map(must)
  const root = correlationRoot(correlation)
  if (!root.ok) return { error: root.reason, ...root.details }
  const logs = factors.map((factor) => {
    const spec = specOf(factor)
    if (spec.kind === 'lognormal-of-log') return spec
    if (spec.kind === 'lognormal-of-value') return logParameters(spec.mean, spec.sd)
    throw new Error('a product of other quantities than lognormals is not part of the format')
  })
  const { meanLog, sdLog } = lognormalProduct(logs, correlation)
  const whole = distributionOf({ kind: 'lognormal-of-log', meanLog, sdLog })
  if (!whole.ok) return { error: whole.reason }
  return {
    meanlog: meanLog,
    sdlog: sdLog,
    mean: whole.value.mean,
    variance: whole.value.variance,
    quantiles: p.map((at) => ({ p: at, value: whole.value.quantile(at) })),
    pearsonOfValues: quantities.map((x, i) =>
      quantities.map((y, j) => (i === j ? 1 : copulaCorrelation(x, y, correlation[i]![j]!))),
    ),
  }
}

function irrProbability(inputs: Record<string, unknown>) {
  const { investment, annualNetBenefit, life, rate } = inputs as unknown as {
    investment: Given
    annualNetBenefit: Given
    life: number
    rate: number
  }
  const [cost, benefit] = [must(investment), must(annualNetBenefit)]
  const checked = checkFlows([life], rate)
  if (!checked.ok) return { error: checked.reason }
  const factor = annuityFactor(rate, life)
  // One outlay and even benefits: the internal rate is below the rate exactly when the NPV at that rate is negative.
  const values = simulate([cost, benefit], (draw) => draw[1]! * factor - draw[0]!, {
    draws: DRAWS,
    seed: SEED,
  })
  const { mean, variance } = linearMoments([-1, factor], [cost, benefit], 0)
  return {
    draws: DRAWS,
    probabilityIrrBelow: shareBelow(values, 0),
    npvMean: mean,
    npvSd: Math.sqrt(variance),
  }
}

export const operations = {
  'dist.summary': refusing(summary),
  'mc.linear': refusing(linearAnswer),
  'mc.copulaSum': refusing(copulaAnswer),
  'mc.product': refusing(product),
  'mc.irrProbability': refusing(irrProbability),
  'corr.cholesky': (inputs) => {
    const root = correlationRoot((inputs as { matrix: number[][] }).matrix)
    if (!root.ok) return { error: root.reason, minEigenvalue: root.details?.minEigenvalue ?? null }
    return {
      cholesky: root.value.cholesky,
      minEigenvalue: root.value.minEigenvalue,
      positiveSemidefinite: true,
    }
  },
  'corr.nearest': (inputs) => {
    const found = nearestCorrelation((inputs as { matrix: number[][] }).matrix)
    return found.ok
      ? { nearest: found.value.nearest, frobenius: found.value.distance }
      : { error: found.reason }
  },
  'corr.copulaConversion': (inputs) => {
    const { spearman } = inputs as { spearman: number }
    const possible = correlationRoot([
      [1, spearman],
      [spearman, 1],
    ])
    if (!possible.ok) return { error: possible.reason }
    const rhoNormal = normalFromSpearman(spearman)
    return { rhoNormal, kendall: kendallFromNormal(rhoNormal) }
  },
} satisfies Operations
