/**
 * Degrees of membership: how much something belongs to a grade.
 *
 * "Rather satisfied" has no sharp border. A membership in [0, 1] is read from votes (12 of 20 panel members say 较大, so
 * 0.6) or from a measured value by a function: rising from 0 to 1 and back.
 */
import { fail, ok, type Result } from '../result.ts'

/** Corner points, ascending. */
export type MembershipFunction =
  /** 0 until a, 1 at b, 0 from c. */
  | { readonly kind: 'triangular'; readonly params: readonly [a: number, b: number, c: number] }
  /** 0 until a, 1 from b to c, 0 from d. */
  | { readonly kind: 'trapezoid'; readonly params: readonly [a: number, b: number, c: number, d: number] }
  /** 0 until a, 1 from b. */
  | { readonly kind: 'half-rising'; readonly params: readonly [a: number, b: number] }
  /** 1 until a, 0 from b. */
  | { readonly kind: 'half-falling'; readonly params: readonly [a: number, b: number] }

export type MembershipReason = 'parameters-not-ascending' | 'not-a-number'

/**
 * μ(x), piecewise linear. Where two corners coincide the edge is vertical and the corner belongs to the higher side. Fails
 * when the corners do not ascend or x is not a finite number.
 */
export function membership(fuzzy: MembershipFunction, x: number): Result<number, MembershipReason> {
  const corners: readonly number[] = fuzzy.params
  if (!Number.isFinite(x)) return fail('not-a-number')
  if (!corners.every((corner, i) => Number.isFinite(corner) && corner >= (corners[i - 1] ?? corner))) {
    return fail('parameters-not-ascending')
  }
  switch (fuzzy.kind) {
    case 'triangular':
      return ok(
        Math.min(rise(fuzzy.params[0], fuzzy.params[1], x), fall(fuzzy.params[1], fuzzy.params[2], x)),
      )
    case 'trapezoid':
      return ok(
        Math.min(rise(fuzzy.params[0], fuzzy.params[1], x), fall(fuzzy.params[2], fuzzy.params[3], x)),
      )
    case 'half-rising':
      return ok(rise(...fuzzy.params, x))
    case 'half-falling':
      return ok(fall(...fuzzy.params, x))
  }
}

function rise(from: number, to: number, x: number): number {
  if (x >= to) return 1
  return x <= from ? 0 : (x - from) / (to - from)
}

function fall(from: number, to: number, x: number): number {
  if (x <= from) return 1
  return x >= to ? 0 : (to - x) / (to - from)
}

export type VotesReason = 'empty' | 'not-rectangular' | 'negative-count'

/**
 * Membership rows from counts of votes: one row per factor, one column per grade. A row without any vote is null: nobody
 * judged that factor, which is not the same as "belongs to nothing".
 */
export function membershipFromVotes(
  counts: readonly (readonly number[])[],
): Result<(readonly number[] | null)[], VotesReason> {
  const grades = counts[0]?.length ?? 0
  if (grades === 0) return fail('empty')
  for (const [row, votes] of counts.entries()) {
    if (votes.length !== grades) return fail('not-rectangular', { row })
    if (!votes.every((vote) => vote >= 0 && Number.isFinite(vote))) return fail('negative-count', { row })
  }
  return ok(
    counts.map((votes) => {
      const total = votes.reduce((sum, vote) => sum + vote, 0)
      return total > 0 ? votes.map((vote) => vote / total) : null
    }),
  )
}
