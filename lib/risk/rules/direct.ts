/**
 * 直接判定规则: conditions that set a level "at least", because no average may outweigh them.
 *
 * A body without authority to decide, a compensation without money: such a condition either holds or does not. Nobody
 * having looked is a third thing; then the rule is silent.
 */
import { fail, ok, type Result } from '../../result.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import { type RuleAnswer, worstOf } from './rule-answer.ts'

export type DirectReason = 'unknown-direct-condition'

/** A condition the scheme does not know is refused: ignoring it would quietly lower the level. */
export function checkDirectConditions(
  conditions: readonly string[] | null,
  scheme: Scheme,
): Result<null, DirectReason> {
  const unknown = conditions?.find((condition) => !scheme.directRules.some(({ id }) => id === condition))
  return unknown === undefined ? ok(null) : fail('unknown-direct-condition', { condition: unknown })
}

/**
 * `conditions`: ids of those that hold; empty when all were examined and none does; null when they were not examined.
 * Statistics: `conditions` (how many hold). Places: their ids. Null when the scheme has no direct rules.
 */
export function judgeDirect(conditions: readonly string[] | null, scheme: Scheme): RuleAnswer | null {
  if (scheme.directRules.length === 0) return null
  if (conditions === null) {
    return { rule: 'direct', level: null, reason: 'conditions-not-examined', statistics: {} }
  }
  const holding = scheme.directRules.filter(({ id }) => conditions.includes(id))
  return {
    rule: 'direct',
    level: worstOf(holding.map(({ level }) => level)),
    statistics: { conditions: holding.length },
    ...(holding.length > 0 ? { places: holding.map(({ id }) => id) } : {}),
  }
}
