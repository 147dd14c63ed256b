/**
 * Distributions for uncertain quantities, each with its exact moments.
 *
 * Experts give a least, a most likely and a greatest value; the triangular and the PERT distribution turn these into
 * probabilities. PERT here is the scaled beta with λ = 4 and its own variance (μ − a)(b − μ)/(λ + 3), not the classic
 * ((b − a)/6)², which holds only for some shapes. A lognormal may be given by mean and sd of the logarithm or of the value
 * itself; which one is part of its name. Source: Vose, Risk Analysis, 3rd ed., 2008; Johnson & Kotz, vol. 1 and 2.
 */
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

export interface Distribution {
  readonly mean: number
  readonly variance: number
  /** Null for a constant. */
  readonly skewness: number | null
  cdf(x: number): number
  /** @param p strictly between 0 and 1. */
  quantile(p: number): number
  /** Where the quantile function has a kink, as a probability: integration is split there. */
  readonly kinks: readonly number[]
}

function constant(at: number): Distribution {
  return {
    mean: at,
    variance: 0,
    skewness: null,
    cdf: (x) => (x < at ? 0 : 1),
    quantile: () => at,
    kinks: [],
  }
}

function uniform(min: number, max: number): Distribution {
  return {
    mean: (min + max) / 2,
    variance: (max - min) ** 2 / 12,
    skewness: 0,
    cdf: (x) => Math.min(1, Math.max(0, (x - min) / (max - min))),
    quantile: (p) => min + p * (max - min),
    kinks: [],
  }
}

function triangular(a: number, c: number, b: number): Distribution {
  const spread = a * a + b * b + c * c - a * b - a * c - b * c
  return {
    mean: (a + b + c) / 3,
    variance: spread / 18,
    skewness: (Math.SQRT2 * (a + b - 2 * c) * (2 * a - b - c) * (a - 2 * b + c)) / (5 * spread ** 1.5),
    cdf: (x) => triangularCdf(x, a, c, b),
    quantile: (p) => triangularQuantile(p, a, c, b),
    kinks: [(c - a) / (b - a)].filter((p) => p > 0 && p < 1),
  }
}

function scaledBeta(alpha: number, beta: number, min: number, max: number): Distribution {
  const width = max - min
  const total = alpha + beta
  return {
    mean: min + (width * alpha) / total,
    variance: (width * width * alpha * beta) / (total * total * (total + 1)),
    skewness: (2 * (beta - alpha) * Math.sqrt(total + 1)) / ((total + 2) * Math.sqrt(alpha * beta)),
    cdf: (x) => betaCdf(Math.min(1, Math.max(0, (x - min) / width)), alpha, beta),
    quantile: (p) => min + width * betaQuantile(p, alpha, beta),
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
    kinks: [],
  }
}

function lognormal(meanLog: number, sdLog: number): Distribution {
  const w = Math.exp(sdLog * sdLog)
  return {
    mean: Math.exp(meanLog + (sdLog * sdLog) / 2),
    variance: Math.expm1(sdLog * sdLog) * Math.exp(2 * meanLog + sdLog * sdLog),
    skewness: (w + 2) * Math.sqrt(Math.expm1(sdLog * sdLog)),
    cdf: (x) => (x <= 0 ? 0 : lognormalCdf(x, meanLog, sdLog)),
    quantile: (p) => lognormalQuantile(p, meanLog, sdLog),
    kinks: [],
  }
}

const density = (z: number) => (Number.isFinite(z) ? Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) : 0)

function truncatedNormal(mean: number, sd: number, min: number, max: number): Distribution {
  const [alpha, beta] = [(min - mean) / sd, (max - mean) / sd]
  const [low, high] = [normalCdf(alpha), normalCdf(beta)]
  const mass = high - low
  const edge = (k: number) => {
    const at = (z: number) => (Number.isFinite(z) ? z ** k * density(z) : 0)
    return (at(beta) - at(alpha)) / mass
  }
  // Raw moments of the standardised variable: mₖ = (k − 1)·mₖ₋₂ − [z^(k−1)·φ(z)] between the bounds / mass.
  const m1 = -edge(0)
  const m2 = 1 - edge(1)
  const m3 = 2 * m1 - edge(2)
  const variance = m2 - m1 * m1
  return {
    mean: mean + sd * m1,
    variance: sd * sd * variance,
    skewness: (m3 - 3 * m1 * m2 + 2 * m1 ** 3) / variance ** 1.5,
    cdf: (x) => Math.min(1, Math.max(0, (normalCdf((x - mean) / sd) - low) / mass)),
    quantile: (p) => mean + sd * normalQuantile(low + p * mass),
    kinks: [],
  }
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
  const variance = Math.log1p((sd / mean) ** 2)
  return { meanLog: Math.log(mean) - variance / 2, sdLog: Math.sqrt(variance) }
}

/** Builds a distribution, or says what is wrong with its parameters. */
export function distributionOf(spec: DistributionSpec): Result<Distribution, DistributionRefusal> {
  for (const [name, value] of Object.entries(spec)) {
    if (name !== 'kind' && !Number.isFinite(value)) return fail('not-a-number', { parameter: name })
  }
  switch (spec.kind) {
    case 'uniform':
    case 'triangular':
    case 'pert': {
      const wrong = checkRange(spec)
      if (wrong) return fail(wrong)
      if (spec.min === spec.max) return ok(constant(spec.min))
      if (spec.kind === 'uniform') return ok(uniform(spec.min, spec.max))
      if (spec.kind === 'triangular') return ok(triangular(spec.min, spec.mode, spec.max))
      if ((spec.lambda ?? 4) <= 0) return fail('shape-not-positive')
      const { alpha, beta } = pertShape(spec)
      return ok(scaledBeta(alpha, beta, spec.min, spec.max))
    }
    case 'normal':
      if (spec.sd < 0) return fail('negative-sd')
      return ok(spec.sd === 0 ? constant(spec.mean) : normal(spec.mean, spec.sd))
    case 'truncated-normal': {
      if (spec.sd < 0) return fail('negative-sd')
      const wrong = checkRange(spec)
      if (wrong) return fail(wrong)
      if (spec.min === spec.max) return ok(constant(spec.min))
      if (spec.sd === 0) return ok(constant(Math.min(spec.max, Math.max(spec.min, spec.mean))))
      return ok(truncatedNormal(spec.mean, spec.sd, spec.min, spec.max))
    }
    case 'lognormal-of-log':
      if (spec.sdLog < 0) return fail('negative-sd')
      return ok(spec.sdLog === 0 ? constant(Math.exp(spec.meanLog)) : lognormal(spec.meanLog, spec.sdLog))
    case 'lognormal-of-value': {
      if (spec.mean <= 0) return fail('mean-not-positive')
      if (spec.sd < 0) return fail('negative-sd')
      if (spec.sd === 0) return ok(constant(spec.mean))
      const { meanLog, sdLog } = logParameters(spec.mean, spec.sd)
      return ok(lognormal(meanLog, sdLog))
    }
    case 'beta': {
      const [min, max] = [spec.min ?? 0, spec.max ?? 1]
      const wrong = checkRange({ min, max })
      if (wrong) return fail(wrong)
      if (spec.alpha <= 0 || spec.beta <= 0) return fail('shape-not-positive')
      return ok(min === max ? constant(min) : scaledBeta(spec.alpha, spec.beta, min, max))
    }
  }
}
