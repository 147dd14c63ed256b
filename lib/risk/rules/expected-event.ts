/**
 * 可能事件规模规则: how many people the largest credible event would bring together.
 *
 * Not those affected and not those who have gathered before, but the largest gathering that experience with like matters
 * makes credible if nothing is done. Rare and large is what T, a mean of products, weighs lightest.
 */
import { fail, ok, type Result } from '../../result.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import { levelAt, type RuleAnswer } from './rule-answer.ts'

export type EventReason = 'event-size-invalid'

/** Null (not judged yet) or a finite number ≥ 0. */
export function checkExpectedEvent(persons: number | null): Result<null, EventReason> {
  if (persons === null || (Number.isFinite(persons) && persons >= 0)) return ok(null)
  return fail('event-size-invalid', { persons: String(persons) })
}

/** Statistics: `persons`. Silent until judged. */
export function judgeExpectedEvent(persons: number | null, scheme: Scheme): RuleAnswer {
  if (persons === null) {
    return { rule: 'expected-event', level: null, reason: 'event-not-judged', statistics: {} }
  }
  return {
    rule: 'expected-event',
    level: levelAt(persons, scheme.expectedEventRule),
    statistics: { persons },
  }
}
