/**
 * Distributions for uncertain quantities, each with its exact moments.
 *
 * Experts give a least, a most likely and a greatest value; the triangular and the PERT distribution turn these into
 * probabilities. PERT here is the scaled beta with λ = 4 and its own variance (μ − a)(b − μ)/(λ + 3), not the classic
 * ((b − a)/6)², which holds only for some shapes. A lognormal may be given by mean and sd of the logarithm or of the value
 * itself; which one is part of its name. Source: Vose, Risk Analysis, 3rd ed., 2008; Johnson & Kotz, vol. 1 and 2.
 */

import { exp, expm1, log, log1p, power, square } from '../../elementary.ts'
import { fail, ok, type Result } from '../../result.ts'
import {
  betaCdf,
  betaQuantile,
  lognormalCdf,
  lognormalQuantile,
  normalCdf,
  normalQuantile,
  triangularCdf,
  triangularQuantile,
} from '../distributions.ts'
import { truncatedNormal } from './truncated-normal.ts'

export type DistributionSpec =
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'triangular'; readonly min: number; readonly mode: number; readonly max: number }
  | {
      readonly kind: 'pert'
      readonly min: number
      readonly mode: number
      readonly max: number
      readonly lambda?: number
    }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | {
      readonly kind: 'truncated-normal'
      readonly mean: number
      readonly sd: number
      readonly min: number
      readonly max: number
    }
  | { readonly kind: 'lognormal-of-log'; readonly meanLog: number; readonly sdLog: number }
  | { readonly kind: 'lognormal-of-value'; readonly mean: number; readonly sd: number }
  | {
      readonly kind: 'beta'
      readonly alpha: number
      readonly beta: number
      readonly min?: number
      readonly max?: number
    }

export type DistributionRefusal =
  | 'not-a-number'
  | 'min-greater-than-max'
  | 'mode-outside-range'
  | 'negative-sd'
  | 'mean-not-positive'
  | 'shape-not-positive'
  | 'range-without-probability'
  | 'moments-not-representable'

export interface Distribution {
  readonly mean: number
  readonly variance: number
  /** Null for a constant. */
  readonly skewness: number | null
  cdf(x: number): number
  /** @param p strictly between 0 and 1. */
  quantile(p: number): number
  /**
   * The value with the normal score z, F⁻¹(Φ(z)). Unlike quantile(normalCdf(z)) it keeps its digits in the upper tail,
   * where Φ(z) is 0.999… and doubles are coarse.
   */
  fromScore(z: number): number
  /** fromScore is costly to evaluate and smooth on the scale of 1/32: simulations may tabulate it. */
  readonly tabulate: boolean
  /** Where the quantile function has a kink, as a probability: integration is split there. */
  readonly kinks: readonly number[]
}

/** fromScore by two quantile functions: the value exceeded with probability q is taken from q, not from 1 − q. */
const scored = (lower: (p: number) => number, upper: (q: number) => number) => (z: number) =>
  z <= 0 ? lower(normalCdf(z)) : upper(normalCdf(-z))

function constant(at: number): Distribution {
  return {
    mean: at,
    variance: 0,
    skewness: null,
    cdf: (x) => (x < at ? 0 : 1),
    quantile: () => at,
    fromScore: () => at,
    tabulate: false,
    kinks: [],
  }
}

function uniform(min: number, max: number): Distribution {
  const quantile = (p: number) => min + p * (max - min)
  return {
    mean: (min + max) / 2,
    variance: square(max - min) / 12,
    skewness: 0,
    cdf: (x) => Math.min(1, Math.max(0, (x - min) / (max - min))),
    quantile,
    fromScore: scored(quantile, (q) => max - q * (max - min)),
    tabulate: false,
    kinks: [],
  }
}

function triangular(a: number, c: number, b: number): Distribution {
  const width = b - a
  // Moments in units of the width: a² + b² + … of large amounts would cancel to nothing.
  const k = (c - a) / width
  const spread = 1 - k + k * k
  const quantile = (p: number) => triangularQuantile(p, a, c, b)
  return {
    mean: a + (width * (1 + k)) / 3,
    variance: (width * width * spread) / 18,
    skewness: (Math.SQRT2 * (1 - 2 * k) * (1 + k) * (2 - k)) / (5 * power(spread, 1.5)),
    cdf: (x) => triangularCdf(x, a, c, b),
    quantile,
    // Seen from the other end a triangle is a triangle.
    fromScore: scored(quantile, (q) => -triangularQuantile(q, -b, -c, -a)),
    tabulate: false,
    kinks: [k].filter((p) => p > 0 && p < 1),
  }
}

function scaledBeta(alpha: number, beta: number, min: number, max: number): Distribution {
  const width = max - min
  const total = alpha + beta
  const quantile = (p: number) => min + width * betaQuantile(p, alpha, beta)
  return {
    mean: min + (width * alpha) / total,
    variance: (width * width * alpha * beta) / (total * total * (total + 1)),
    skewness: (2 * (beta - alpha) * Math.sqrt(total + 1)) / ((total + 2) * Math.sqrt(alpha * beta)),
    cdf: (x) => betaCdf(Math.min(1, Math.max(0, (x - min) / width)), alpha, beta),
    quantile,
    fromScore: scored(quantile, (q) => max - width * betaQuantile(q, beta, alpha)),
    // Shapes below one pile up at an end so steeply that no table follows.
    tabulate: alpha >= 1 && beta >= 1,
    kinks: [],
  }
}

function normal(mean: number, sd: number): Distribution {
  return {
    mean,
    variance: sd * sd,
    skewness: 0,
    cdf: (x) => normalCdf(x, mean, sd),
    quantile: (p) => normalQuantile(p, mean, sd),
    fromScore: (z) => mean + sd * z,
    tabulate: false,
    kinks: [],
  }
}

function lognormal(meanLog: number, sdLog: number): Distribution {
  const w = exp(sdLog * sdLog)
  return {
    mean: exp(meanLog + (sdLog * sdLog) / 2),
    variance: expm1(sdLog * sdLog) * exp(2 * meanLog + sdLog * sdLog),
    skewness: (w + 2) * Math.sqrt(expm1(sdLog * sdLog)),
    cdf: (x) => (x <= 0 ? 0 : lognormalCdf(x, meanLog, sdLog)),
    quantile: (p) => lognormalQuantile(p, meanLog, sdLog),
    fromScore: (z) => exp(meanLog + sdLog * z),
    tabulate: false,
    kinks: [],
  }
}

/** A distribution whose moments overflow (a lognormal with sdLog 30) has no mean or sd to report. */
function representable(made: Distribution): Result<Distribution, DistributionRefusal> {
  const moments = [made.mean, made.variance, made.skewness ?? 0]
  return moments.every(Number.isFinite) ? ok(made) : fail('moments-not-representable')
}

function checkRange(spec: { min: number; max: number; mode?: number }): DistributionRefusal | null {
  if (spec.min > spec.max) return 'min-greater-than-max'
  if (spec.mode !== undefined && (spec.mode < spec.min || spec.mode > spec.max)) return 'mode-outside-range'
  return null
}

/** α and β of the PERT distribution: 1 + λ(c − a)/(b − a) and 1 + λ(b − c)/(b − a). */
export function pertShape({
  min,
  mode,
  max,
  lambda = 4,
}: {
  min: number
  mode: number
  max: number
  lambda?: number
}) {
  return { alpha: 1 + (lambda * (mode - min)) / (max - min), beta: 1 + (lambda * (max - mode)) / (max - min) }
}

/** Parameters of ln X from mean and sd of X. */
export function logParameters(mean: number, sd: number): { meanLog: number; sdLog: number } {
  const variance = log1p(square(sd / mean))
  return { meanLog: log(mean) - variance / 2, sdLog: Math.sqrt(variance) }
}

/**
 * Builds a distribution, or says what is wrong with its parameters. A range of no width or an sd of 0 gives a constant. A
 * range so far out in a normal tail that it holds no probability is refused, and so are moments beyond all doubles.
 */
export function distributionOf(spec: DistributionSpec): Result<Distribution, DistributionRefusal> {
  for (const [name, value] of Object.entries(spec)) {
    if (name !== 'kind' && value !== undefined && !Number.isFinite(value))
      return fail('not-a-number', { parameter: name })
  }
  switch (spec.kind) {
    case 'uniform':
    case 'triangular':
    case 'pert': {
      const wrong = checkRange(spec)
      if (wrong) return fail(wrong)
      if (spec.min === spec.max) return ok(constant(spec.min))
      if (spec.kind === 'uniform') return representable(uniform(spec.min, spec.max))
      if (spec.kind === 'triangular') return representable(triangular(spec.min, spec.mode, spec.max))
      if ((spec.lambda ?? 4) <= 0) return fail('shape-not-positive')
      const { alpha, beta } = pertShape(spec)
      return representable(scaledBeta(alpha, beta, spec.min, spec.max))
    }
    case 'normal':
      if (spec.sd < 0) return fail('negative-sd')
      return representable(spec.sd === 0 ? constant(spec.mean) : normal(spec.mean, spec.sd))
    case 'truncated-normal': {
      if (spec.sd < 0) return fail('negative-sd')
      const wrong = checkRange(spec)
      if (wrong) return fail(wrong)
      if (spec.min === spec.max) return ok(constant(spec.min))
      if (spec.sd === 0) return ok(constant(Math.min(spec.max, Math.max(spec.min, spec.mean))))
      const made = truncatedNormal(spec.mean, spec.sd, spec.min, spec.max)
      return made ? representable(made) : fail('range-without-probability')
    }
    case 'lognormal-of-log':
      if (spec.sdLog < 0) return fail('negative-sd')
      return representable(
        spec.sdLog === 0 ? constant(exp(spec.meanLog)) : lognormal(spec.meanLog, spec.sdLog),
      )
    case 'lognormal-of-value': {
      if (spec.mean <= 0) return fail('mean-not-positive')
      if (spec.sd < 0) return fail('negative-sd')
      if (spec.sd === 0) return ok(constant(spec.mean))
      const { meanLog, sdLog } = logParameters(spec.mean, spec.sd)
      return representable(lognormal(meanLog, sdLog))
    }
    case 'beta': {
      const [min, max] = [spec.min ?? 0, spec.max ?? 1]
      const wrong = checkRange({ min, max })
      if (wrong) return fail(wrong)
      if (spec.alpha <= 0 || spec.beta <= 0) return fail('shape-not-positive')
      return representable(min === max ? constant(min) : scaledBeta(spec.alpha, spec.beta, min, max))
    }
  }
}
