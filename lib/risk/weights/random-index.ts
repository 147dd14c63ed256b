/**
 * The random index RI: how inconsistent comparisons are that somebody threw with dice.
 *
 * CR = CI/RI measures inconsistency in units of pure chance; below 0.1 comparisons are usable. The published tables
 * differ, because they are simulations: Saaty's of 1980 (500 matrices, the one Chinese textbooks print) has 0.58 for
 * n = 3, where enumeration of all 17³ matrices gives 0.5245. A CR is only as comparable as its table, so the table is
 * named.
 */
import { fail, ok, type Result } from '../../result.ts'
import { fromUpperTriangle, isPositive } from './comparison-matrix.ts'
import { principalEigenpair } from './principal-eigenvector.ts'

/** RI by size of the matrix; sizes 1 and 2 are always consistent. */
export type RandomIndexTable = Readonly<Record<number, number>>

/** T. L. Saaty, The Analytic Hierarchy Process (1980). */
export const SAATY_1980: RandomIndexTable = {
  1: 0,
  2: 0,
  3: 0.58,
  4: 0.9,
  5: 1.12,
  6: 1.24,
  7: 1.32,
  8: 1.41,
  9: 1.45,
  10: 1.49,
  11: 1.51,
  12: 1.48,
  13: 1.56,
  14: 1.57,
  15: 1.59,
}

/** The later table used by Saaty and Forman. */
export const SAATY_FORMAN: RandomIndexTable = {
  1: 0,
  2: 0,
  3: 0.52,
  4: 0.89,
  5: 1.11,
  6: 1.25,
  7: 1.35,
  8: 1.4,
  9: 1.45,
  10: 1.49,
}

/** J. A. Alonso and M. T. Lamata (2006), 100,000 matrices per size. */
export const ALONSO_LAMATA: RandomIndexTable = {
  1: 0,
  2: 0,
  3: 0.5245,
  4: 0.8815,
  5: 1.1086,
  6: 1.2479,
  7: 1.3417,
  8: 1.4056,
  9: 1.4499,
  10: 1.4854,
}

export const RANDOM_INDEX_TABLES = {
  'saaty-1980': SAATY_1980,
  'saaty-forman': SAATY_FORMAN,
  'alonso-lamata': ALONSO_LAMATA,
} satisfies Record<string, RandomIndexTable>

/** 1/9 … 9. */
export const SAATY_SCALE: readonly number[] = [
  ...Array.from({ length: 8 }, (_, i) => 1 / (9 - i)),
  ...Array.from({ length: 9 }, (_, i) => i + 1),
]

/** Enough for n = 3 on any scale in use and for n = 4 on seven values. */
const MOST_MATRICES = 150_000

export type RandomIndexReason = 'size-out-of-range' | 'empty' | 'non-positive' | 'too-many-matrices'

/**
 * RI by enumeration: the mean CI = (λmax - n)/(n - 1) over all reciprocal matrices of size n whose entries above the
 * diagonal are drawn, each equally likely, from a scale. For n = 3, λmax = 1 + c + 1/c with c = (a₁₂·a₂₃/a₁₃)^⅓.
 */
export function randomIndexByEnumeration(
  n: number,
  scale: readonly number[] = SAATY_SCALE,
): Result<number, RandomIndexReason> {
  if (!(Number.isInteger(n) && n >= 1)) return fail('size-out-of-range', { n })
  if (scale.length === 0) return fail('empty')
  const wrong = scale.findIndex((value) => !isPositive(value))
  if (wrong >= 0) return fail('non-positive', { place: wrong })
  if (n <= 2) return ok(0)
  const pairs = (n * (n - 1)) / 2
  const matrices = scale.length ** pairs
  if (matrices > MOST_MATRICES) return fail('too-many-matrices', { matrices, most: MOST_MATRICES })
  let sum = 0
  for (let number = 0; number < matrices; number++) {
    // The digits of the number, in base "length of the scale", choose the entries above the diagonal.
    const above = Array.from(
      { length: pairs },
      (_, k) => scale[Math.floor(number / scale.length ** k) % scale.length] ?? 1,
    )
    sum += (largestEigenvalue(n, above) - n) / (n - 1)
  }
  return ok(Math.max(0, sum / matrices))
}

function largestEigenvalue(n: number, above: readonly number[]): number {
  if (n === 3) {
    const [a12 = 1, a13 = 1, a23 = 1] = above
    const c = Math.cbrt((a12 * a23) / a13)
    return 1 + c + 1 / c
  }
  const place = (i: number, j: number) => i * n - (i * (i + 1)) / 2 + (j - i - 1)
  return principalEigenpair(fromUpperTriangle(n, (i, j) => above[place(i, j)] ?? 1).rows).lambdaMax
}
