/**
 * 价格水平: flows that grow, and flows in prices of which year.
 *
 * 时价 (nominal amounts) contain inflation, 实价 (real amounts) are in prices of the first year. Either may be discounted, but
 * only with a rate of its own kind: nominal with nominal, real with real. Mixing them is the most common error of an
 * appraisal, and it flatters or condemns a project by the whole inflation of its life. The rates are tied by Fisher's
 * equation (1 + i) = (1 + r)(1 + π), so that both ways give the same present value.
 * Source: Fisher, The Theory of Interest, 1930, ch. 2; HM Treasury, The Green Book, 2022, A5.
 */
import { fail, ok, type Result } from '../result.ts'

export type PriceLevelRefusal =
  | 'not-a-number'
  | 'rate-at-or-below-minus-1'
  | 'no-periods'
  | 'amounts-not-representable'

/** Growth over many years can exceed every double. */
function representable<Value extends number | number[]>(value: Value): Result<Value, PriceLevelRefusal> {
  return [value].flat().every(Number.isFinite) ? ok(value) : fail('amounts-not-representable')
}

/** Refuses rates that are no numbers or at −100 % and below, naming which one. */
function refusalOf(rates: Readonly<Record<string, number>>): Result<never, PriceLevelRefusal> | null {
  for (const [parameter, rate] of Object.entries(rates)) {
    if (!Number.isFinite(rate)) return fail('not-a-number', { parameter })
    if (rate <= -1) return fail('rate-at-or-below-minus-1', { parameter, rate })
  }
  return null
}

/** Real rate from a nominal one and inflation (Fisher): (1 + i) / (1 + π) − 1, as shares. */
export function realRate(nominal: number, inflation: number): Result<number, PriceLevelRefusal> {
  return refusalOf({ nominal, inflation }) ?? representable((nominal - inflation) / (1 + inflation))
}

/** Nominal rate from a real one and inflation: (1 + r)(1 + π) − 1. */
export function nominalRate(real: number, inflation: number): Result<number, PriceLevelRefusal> {
  return refusalOf({ real, inflation }) ?? representable(real + inflation + real * inflation)
}

/** Nominal amounts in prices of the first year (t = 0): flowₜ / (1 + π)^t. */
export function realFlows(
  nominal: readonly number[],
  inflation: number,
): Result<number[], PriceLevelRefusal> {
  if (!nominal.every(Number.isFinite)) return fail('not-a-number', { parameter: 'flows' })
  return (
    refusalOf({ inflation }) ??
    representable(nominal.map((flow, t) => flow * Math.exp(-t * Math.log1p(inflation))))
  )
}

/** Amounts in prices of the first year as they will be paid: flowₜ · (1 + π)^t. */
export function nominalFlows(
  real: readonly number[],
  inflation: number,
): Result<number[], PriceLevelRefusal> {
  if (!real.every(Number.isFinite)) return fail('not-a-number', { parameter: 'flows' })
  return (
    refusalOf({ inflation }) ??
    representable(real.map((flow, t) => flow * Math.exp(t * Math.log1p(inflation))))
  )
}

/** n amounts of which each is (1 + growth) times the one before: first·(1 + g)^k, k = 0 … n − 1. */
export function growingFlows(first: number, growth: number, n: number): Result<number[], PriceLevelRefusal> {
  const refusal = refusalOf({ growth })
  if (refusal) return refusal
  if (!Number.isFinite(first)) return fail('not-a-number', { parameter: 'first' })
  if (!(Number.isInteger(n) && n >= 1)) return fail('no-periods', { n: String(n) })
  return representable(Array.from({ length: n }, (_, k) => first * Math.exp(k * Math.log1p(growth))))
}

/**
 * Present worth of 1, (1 + g), (1 + g)², … at the ends of n years: (1 − ((1 + g)/(1 + r))^n) / (r − g), n / (1 + r)
 * for r = g (等比系列现值系数).
 */
export function growingAnnuityFactor(
  rate: number,
  growth: number,
  n: number,
): Result<number, PriceLevelRefusal> {
  const refusal = refusalOf({ rate, growth })
  if (refusal) return refusal
  if (!(Number.isFinite(n) && n > 0)) return fail('no-periods', { n: String(n) })
  if (rate === growth) return ok(n / (1 + rate))
  return representable(-Math.expm1(n * Math.log1p((growth - rate) / (1 + rate))) / (rate - growth))
}
