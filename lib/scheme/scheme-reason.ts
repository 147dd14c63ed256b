/**
 * Why a rule set is refused. A local scheme is typed in from a paper regulation, and the errors of such papers are
 * known: maxima that cannot be reached, options worth more than their item, bands that overlap, thresholds in the wrong
 * order. Each has a word of its own, so that the person at the keyboard is told what is wrong and where.
 */
import type { z } from 'zod'

export const SCHEME_REASONS = [
  /** The value has not the structure of a scheme (details.message says what was expected). */
  'wrong-shape',
  /** A list of bounds or a pair of thresholds does not rise, or grades stand in another order than their scale. */
  'not-ascending',
  /** The last band ends below or above the end of its scale. */
  'scale-not-covered',
  'bands-overlap',
  'bands-leave-gap',
  /** Parts do not add up to their whole (details.sum, details.whole). */
  'sum-differs',
  /** No combination of answers reaches the stated maximum. */
  'maximum-unreachable',
  /** An option or band is worth more than its item's maximum. */
  'above-maximum',
  'duplicate-id',
  /** The gate lets a matter go ahead against one of its two verdicts. */
  'veto-lifted',
] as const
export type SchemeReason = (typeof SCHEME_REASONS)[number]

/** Adds an issue of the domain (not of the structure) at a place. */
export function raise(
  context: z.core.$RefinementCtx,
  reason: Exclude<SchemeReason, 'wrong-shape'>,
  path: (string | number)[],
): void {
  context.addIssue({ code: 'custom', path, message: reason })
}

/** Raises `duplicate-id` at every entry whose id has been used before it. */
export function raiseDuplicates(
  context: z.core.$RefinementCtx,
  entries: readonly { readonly id: string }[],
  path: (string | number)[] = [],
): void {
  const seen = new Set<string>()
  entries.forEach(({ id }, i) => {
    if (seen.has(id)) raise(context, 'duplicate-id', [...path, i, 'id'])
    seen.add(id)
  })
}
