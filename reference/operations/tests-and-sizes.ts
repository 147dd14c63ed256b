/**
 * Oracle operations of distributions, simple proportions, sample sizes, tests, agreement and descriptive statistics.
 *
 * Field names of the oracle format on the left, the engine on the right; a refusal becomes `{ error: reason }`.
 */
import type { Result } from '../../lib/result.ts'
import { cronbachAlpha } from '../../lib/statistics/agreement/cronbach-alpha.ts'
import { type Icc, intraclassCorrelations } from '../../lib/statistics/agreement/intraclass-correlation.ts'
import { cohenKappa, fleissKappa } from '../../lib/statistics/agreement/kappa.ts'
import { kendallW } from '../../lib/statistics/agreement/kendall-w.ts'
import { krippendorffAlpha, SCALES } from '../../lib/statistics/agreement/krippendorff-alpha.ts'
import { independenceTest, type Table } from '../../lib/statistics/association/contingency.ts'
import { type Answers, kendallTauB, pearson, spearman } from '../../lib/statistics/association/correlation.ts'
import { fisherExact } from '../../lib/statistics/association/fisher-exact.ts'
import { goodnessOfFit } from '../../lib/statistics/association/goodness-of-fit.ts'
import { kruskalWallis } from '../../lib/statistics/association/kruskal-wallis.ts'
import { mannWhitney } from '../../lib/statistics/association/mann-whitney.ts'
import { tTest } from '../../lib/statistics/association/t-test.ts'
import { twoProportions } from '../../lib/statistics/association/two-proportions.ts'
import { moments, QUANTILE_TYPES, quantiles } from '../../lib/statistics/descriptive.ts'
import * as curves from '../../lib/statistics/distributions.ts'
import { type ProportionMethod, proportionInterval } from '../../lib/statistics/proportion-intervals.ts'
import {
  allocate,
  allocateCapped,
  roundToTotal,
  stratifiedVariance,
} from '../../lib/statistics/sample-allocation.ts'
import {
  type Certainty,
  clusterDesignEffect,
  kishEffectiveSize,
  krejcieMorgan,
  marginOfError,
  sampleSizeForMean,
  sampleSizeForProportion,
  sampleSizeForTwoProportions,
  yamane,
} from '../../lib/statistics/sample-size.ts'
import type { Operation, Operations } from '../operation.ts'

/** The largest table for which the oracle format lists an exact p. */
const LARGEST_EXACT_TABLE = 150

function operation<Inputs>(answer: (inputs: Inputs) => unknown): Operation {
  return (inputs) => answer(inputs as Inputs)
}

function shaped<Value>(result: Result<Value>, shape: (value: Value) => unknown): unknown {
  return result.ok ? shape(result.value) : { error: result.reason }
}

function valueOrNull<Value>(result: Result<Value>): Value | null {
  return result.ok ? result.value : null
}

/** JSON has no infinity, so the format writes it as a word. */
function finite(x: number): number | string {
  return Number.isFinite(x) ? x : String(x)
}

interface DistributionInputs {
  distribution: string
  x?: number[]
  p?: number[]
  [parameter: string]: unknown
}

interface Curve {
  cdf(x: number, ...parameters: number[]): number
  upper(x: number, ...parameters: number[]): number
  quantile(p: number, ...parameters: number[]): number
}

function curveOf(inputs: DistributionInputs): { curve: Curve; parameters: number[] } | null {
  const named = (...names: string[]) => names.map((name) => inputs[name]).filter((v) => typeof v === 'number')
  switch (inputs.distribution) {
    case 'normal':
      return {
        curve: { cdf: curves.normalCdf, upper: curves.normalUpper, quantile: curves.normalQuantile },
        parameters: named('mean', 'sd'),
      }
    case 't':
      return {
        curve: { cdf: curves.tCdf, upper: curves.tUpper, quantile: curves.tQuantile } as Curve,
        parameters: named('df'),
      }
    case 'chi2':
      return {
        curve: {
          cdf: curves.chiSquareCdf,
          upper: curves.chiSquareUpper,
          quantile: curves.chiSquareQuantile,
        } as Curve,
        parameters: named('df'),
      }
    case 'F':
      return {
        curve: { cdf: curves.fCdf, upper: curves.fUpper, quantile: curves.fQuantile } as Curve,
        parameters: named('df1', 'df2'),
      }
    case 'beta':
      return {
        curve: { cdf: curves.betaCdf, upper: curves.betaUpper, quantile: curves.betaQuantile } as Curve,
        parameters: named('alpha', 'beta'),
      }
    case 'gamma':
      return {
        curve: { cdf: curves.gammaCdf, upper: curves.gammaUpper, quantile: curves.gammaQuantile } as Curve,
        parameters: named('shape', 'rate'),
      }
    case 'lognormal':
      return {
        curve: {
          cdf: curves.lognormalCdf,
          upper: curves.lognormalUpper,
          quantile: curves.lognormalQuantile,
        } as Curve,
        parameters: named('meanlog', 'sdlog'),
      }
    case 'triangular':
      return {
        curve: {
          cdf: curves.triangularCdf,
          upper: curves.triangularUpper,
          quantile: curves.triangularQuantile,
        } as Curve,
        parameters: named('min', 'mode', 'max'),
      }
    case 'binomial':
      return {
        curve: {
          cdf: curves.binomialCdf,
          upper: curves.binomialUpper,
          quantile: curves.binomialQuantile,
        } as Curve,
        parameters: named('n', 'prob'),
      }
    default:
      return null
  }
}

const INTERVALS: Readonly<Record<string, ProportionMethod>> = {
  wald: 'wald',
  wilson: 'wilson',
  wilsonContinuity: 'wilson-continuity',
  clopperPearson: 'clopper-pearson',
  agrestiCoull: 'agresti-coull',
  jeffreys: 'jeffreys',
  logit: 'logit',
}

function certaintyOf(inputs: { level?: number | null; z?: number | null }): Certainty {
  if (typeof inputs.z === 'number') return { z: inputs.z }
  return { confidence: inputs.level ?? Number.NaN }
}

function iccShape(icc: Icc) {
  return { icc: icc.icc, F: icc.f ?? 'Infinity', df1: icc.df1, df2: icc.df2, p: icc.p, ci: icc.interval }
}

export const operations: Operations = {
  'dist.functions': operation<DistributionInputs>((inputs) => {
    const found = curveOf(inputs)
    if (!found) return { error: 'unknown-distribution' }
    const { curve, parameters } = found
    try {
      return {
        cdf: (inputs.x ?? []).map((x) => ({
          x,
          value: curve.cdf(x, ...parameters),
          upper: curve.upper(x, ...parameters),
        })),
        quantile: (inputs.p ?? []).map((p) => ({ p, value: finite(curve.quantile(p, ...parameters)) })),
      }
    } catch (error) {
      // The curves throw on parameters outside their range, because inside the engine that is a programming error.
      if (error instanceof RangeError) return { error: 'parameter-out-of-range' }
      throw error
    }
  }),

  'prop.ci': operation<{ x: number; n: number; level: number }>(({ x, n, level }) => {
    const interval = (method: ProportionMethod) => proportionInterval(x, n, { method, confidence: level })
    return shaped(interval('wald'), ({ estimate, standardError }) => ({
      estimate,
      se: standardError,
      ...Object.fromEntries(
        Object.entries(INTERVALS).map(([name, method]) => {
          const found = interval(method)
          return [name, found.ok ? [found.value.low, found.value.high] : null]
        }),
      ),
    }))
  }),

  'size.proportion': operation<{
    level: number | null
    z: number | null
    p: number
    margin: number
    population: number | null
    deff?: number
    responseRate?: number
  }>((inputs) =>
    shaped(
      sampleSizeForProportion({
        certainty: certaintyOf(inputs),
        share: inputs.p,
        margin: inputs.margin,
        population: inputs.population,
        designEffect: inputs.deff ?? 1,
        responseRate: inputs.responseRate ?? 1,
      }),
      (size) => ({
        n0: size.unlimited,
        nFpc: size.finite,
        nDeffBeforeFpc: size.designBeforeCorrection,
        nDeffAfterFpc: size.designAfterCorrection,
        required: size.required,
        invitedDeffBeforeFpc: size.invitedBeforeCorrection,
        invitedDeffAfterFpc: size.invitedAfterCorrection,
      }),
    ),
  ),

  'size.krejcieMorgan': operation<{ population: number; chiSquare: number; p: number; margin: number }>(
    ({ population, chiSquare, p, margin }) =>
      shaped(krejcieMorgan({ population, chiSquare, share: p, margin }), (size) => size),
  ),

  'size.yamane': operation<{ population: number; margin: number }>(({ population, margin }) =>
    shaped(yamane(population, margin), (size) => size),
  ),

  'size.mean': operation<{
    level: number
    z?: number | null
    sd: number
    margin: number
    population: number | null
  }>((inputs) =>
    shaped(
      sampleSizeForMean({
        certainty: certaintyOf(inputs),
        sd: inputs.sd,
        margin: inputs.margin,
        population: inputs.population,
      }),
      (size) => ({ n0: size.unlimited, nFpc: size.finite, required: size.required }),
    ),
  ),

  'size.margin': operation<{
    level: number
    z?: number | null
    p: number
    n: number
    population: number | null
  }>((inputs) =>
    shaped(
      marginOfError({
        certainty: certaintyOf(inputs),
        share: inputs.p,
        n: inputs.n,
        population: inputs.population,
      }),
      (margin) => ({ margin }),
    ),
  ),

  'size.allocation': operation<{ n: number; strata: { N: number; sd: number; cost?: number }[] }>(
    (inputs) => {
      const strata = inputs.strata.map(({ N, sd, cost = 1 }) => ({ size: N, sd, cost }))
      return shaped(allocate(inputs.n, strata, 'proportional'), (proportional) => {
        const capped = valueOrNull(allocateCapped(inputs.n, strata, 'neyman'))
        return {
          proportional,
          neyman: valueOrNull(allocate(inputs.n, strata, 'neyman')),
          optimal: valueOrNull(allocate(inputs.n, strata, 'optimal')),
          neymanCapped: capped,
          proportionalRounded: roundToTotal(proportional),
          neymanCappedRounded: capped && roundToTotal(capped),
          varianceProportional: valueOrNull(stratifiedVariance(strata, proportional)),
          varianceNeymanCapped: capped && valueOrNull(stratifiedVariance(strata, capped)),
        }
      })
    },
  ),

  'size.twoProportions': operation<{ p1: number; p2: number; alpha: number; power: number }>((inputs) =>
    shaped(
      sampleSizeForTwoProportions({
        shares: [inputs.p1, inputs.p2],
        alpha: inputs.alpha,
        power: inputs.power,
      }),
      (size) => ({
        nPerGroup: size.perGroup,
        nPerGroupContinuity: size.perGroupContinuity,
        required: size.required,
      }),
    ),
  ),

  'size.clusterDeff': operation<{ clusterSize: number; rho: number; clusterSizeCv: number | null }>(
    (inputs) =>
      shaped(
        clusterDesignEffect({
          size: inputs.clusterSize,
          correlation: inputs.rho,
          sizeCv: inputs.clusterSizeCv,
        }),
        (deff) => ({ deff }),
      ),
  ),

  'weights.kish': operation<{ weights: number[] }>(({ weights }) =>
    shaped(kishEffectiveSize(weights), ({ designEffect, effectiveSize }) => ({
      deffWeighting: designEffect,
      nEff: effectiveSize,
    })),
  ),

  'assoc.correlation': operation<{ x: Answers; y: Answers; level?: number }>(({ x, y, level }) => {
    const r = pearson(x, y, { confidence: level ?? 0.95 })
    if (!r.ok && r.reason !== 'no-variation') return { error: r.reason }
    const rho = spearman(x, y)
    const tau = kendallTauB(x, y)
    const steep = (t: number | null, coefficient: number, df: number) =>
      t ?? (df > 0 ? finite(coefficient * Infinity) : null)
    return {
      n: r.ok ? r.value.n : x.filter((value, i) => value !== null && y[i] !== null).length,
      pearson: r.ok
        ? {
            r: r.value.coefficient,
            t: steep(r.value.t, r.value.coefficient, r.value.df),
            df: r.value.df,
            p: r.value.p,
            ci: r.value.interval,
          }
        : { r: null, t: null, df: null, p: null, ci: null },
      spearman: rho.ok
        ? {
            rho: rho.value.coefficient,
            t: steep(rho.value.t, rho.value.coefficient, rho.value.df),
            p: rho.value.p,
          }
        : { rho: null, t: null, p: null },
      kendallTauB: tau.ok ? tau.value.tau : null,
    }
  }),

  'assoc.chiSquare': operation<{ table: Table }>(({ table }) =>
    shaped(independenceTest(table), (test) => ({
      statistic: test.statistic,
      df: test.df,
      p: test.p,
      expected: test.expected,
      minExpected: test.smallestExpected,
      cramersV: test.cramersV,
      yates: test.yates,
      gStatistic: test.likelihoodRatio.statistic,
      gP: test.likelihoodRatio.p,
      fisherP: valueOrNull(fisherExact(table, { largestTotal: LARGEST_EXACT_TABLE })),
    })),
  ),

  'assoc.goodnessOfFit': operation<{ observed: number[]; probabilities: number[] }>((inputs) =>
    shaped(goodnessOfFit(inputs.observed, inputs.probabilities), (fit) => ({
      statistic: fit.statistic,
      df: fit.df,
      p: fit.p,
      expected: fit.expected,
    })),
  ),

  'assoc.mannWhitney': operation<{ x: number[]; y: number[] }>(({ x, y }) =>
    shaped(mannWhitney(x, y), (test) => ({
      u1: test.u1,
      u2: test.u2,
      n1: x.length,
      n2: y.length,
      sigma: test.sigma,
      zNoCorrection: test.zNoCorrection,
      pNoCorrection: test.pNoCorrection,
      z: test.z,
      p: test.p,
      pExact: test.hasTies ? null : test.pExact,
      pExactPermutation: test.pExact,
      rankBiserial: test.rankBiserial,
    })),
  ),

  'assoc.twoProportions': operation<{ x: [number, number]; n: [number, number]; level?: number }>(
    ({ x, n, level }) =>
      shaped(
        twoProportions(
          { successes: x[0], n: n[0] },
          { successes: x[1], n: n[1] },
          { confidence: level ?? 0.95 },
        ),
        (test) => ({
          difference: test.difference,
          zPooled: test.pooled?.z ?? null,
          p: test.pooled?.p ?? null,
          chiSquare: test.pooled?.chiSquare ?? null,
          zUnpooled: test.unpooled?.z ?? null,
          pUnpooled: test.unpooled?.p ?? null,
          ciWald: test.wald,
          ciNewcombe: test.newcombe,
          yatesP: test.yatesP,
          cohensH: test.cohensH,
        }),
      ),
  ),

  'assoc.tTest': operation<{ x: number[]; y: number[]; level?: number }>(({ x, y, level }) =>
    shaped(tTest(x, y, { confidence: level ?? 0.95 }), ({ welch, pooled }) => ({
      welch: { t: welch.t, df: welch.df, p: welch.p, ci: welch.interval },
      pooled: { t: pooled.t, df: pooled.df, p: pooled.p, ci: pooled.interval },
    })),
  ),

  'assoc.kruskalWallis': operation<{ groups: number[][] }>(({ groups }) => {
    const test = kruskalWallis(groups)
    if (!test.ok && test.reason === 'no-variation') {
      return { statistic: null, df: groups.length - 1, p: null }
    }
    return shaped(test, (value) => value)
  }),

  'reliability.krippendorffAlpha': operation<{ ratings: (number | null)[][] }>(({ ratings }) =>
    shaped(krippendorffAlpha(ratings, 'nominal'), ({ pairableValues, units }) => ({
      ...Object.fromEntries(
        SCALES.map((scale) => [scale, valueOrNull(krippendorffAlpha(ratings, scale))?.alpha ?? null]),
      ),
      pairableValues,
      units,
    })),
  ),

  'reliability.cohenKappa': operation<{ table: number[][] }>(({ table }) =>
    shaped(cohenKappa(table), (kappa) => kappa),
  ),

  'reliability.fleissKappa': operation<{ counts: number[][] }>(({ counts }) =>
    shaped(fleissKappa(counts), (kappa) => kappa),
  ),

  'reliability.cronbachAlpha': operation<{ rows: (number | null)[][] }>(({ rows }) =>
    shaped(cronbachAlpha(rows), (scale) => ({
      alpha: scale.alpha,
      standardizedAlpha: scale.standardizedAlpha,
      items: scale.items,
      n: scale.n,
      alphaIfDeleted: scale.alphaIfDeleted,
      correctedItemTotal: scale.correctedItemTotal,
      meanInterItemR: scale.meanInterItemCorrelation,
    })),
  ),

  'reliability.icc': operation<{ rows: number[][]; level?: number }>(({ rows, level }) =>
    shaped(intraclassCorrelations(rows, { confidence: level ?? 0.95 }), (forms) =>
      Object.fromEntries(Object.entries(forms).map(([form, icc]) => [form, iccShape(icc)])),
    ),
  ),

  'reliability.kendallW': operation<{ ratings: number[][] }>(({ ratings }) =>
    shaped(kendallW(ratings), (found) => ({
      W: found.w,
      WnoTieCorrection: found.wWithoutTieCorrection,
      chiSquare: found.chiSquare,
      df: found.df,
      p: found.p,
      meanSpearman: found.meanSpearman,
      rankSums: found.rankSums,
      S: found.squares,
    })),
  ),

  'quantile.types': operation<{ x: number[]; p: number[] }>(({ x, p }) => {
    const refused = quantiles(x, p)
    return shaped(refused, () =>
      Object.fromEntries(QUANTILE_TYPES.map((type) => [`type${type}`, valueOrNull(quantiles(x, p, type))])),
    )
  }),

  'descriptive.moments': operation<{ x: number[] }>(({ x }) =>
    shaped(moments(x), (found) => ({
      n: found.n,
      mean: found.mean,
      variance: found.variance,
      sd: found.sd,
      variancePopulation: found.variancePopulation,
      skewnessG1: found.skewness,
      skewnessAdjusted: found.skewnessAdjusted,
      excessKurtosis: found.excessKurtosis,
      cv: found.coefficientOfVariation,
      median: found.median,
    })),
  ),
}
