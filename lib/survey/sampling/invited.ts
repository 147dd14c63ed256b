/**
 * How many of each group were to be asked: what a draw names household by household, a plan only by number.
 *
 * Without it a low response and a small sample look alike. A plan saved after the survey was closed says nothing of who was
 * asked, and is not looked at.
 */
import { drawInForce } from './sampling-draw.ts'
import type { SamplingRecord } from './sampling-record.ts'

export interface Invited {
  readonly from: 'draw' | 'plan'
  readonly byGroup: ReadonlyMap<string, number>
}

/** @param until the last day of the survey, YYYY-MM-DD; null: it is still open. Null where neither draw nor plan is known. */
export function invitedByGroup({ draws, plans }: SamplingRecord, until: string | null): Invited | null {
  const inTime = (day: string) => until === null || day <= until
  const draw = drawInForce(draws.filter(({ outcome }) => outcome !== null && inTime(outcome.drawnOn)))
  if (draw)
    return { from: 'draw', byGroup: new Map(draw.strata.map(({ groupId, sample }) => [groupId, sample])) }
  const plan = plans.findLast(({ savedOn }) => inTime(savedOn))
  if (!plan) return null
  return { from: 'plan', byGroup: new Map(plan.strata.map(({ groupId, invited }) => [groupId, invited])) }
}
