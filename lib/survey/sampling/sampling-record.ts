/** Everything about the sample of an assessment: lists, plans and draws, none of them with a person in it. */
import type { HouseholdListFacts } from '../frame/frame.ts'
import type { SamplingPlan } from './plan.ts'
import type { SamplingDraw } from './sampling-draw.ts'

export interface SamplingRecord {
  /** The list in force of each group that brought one. */
  readonly lists: readonly HouseholdListFacts[]
  /** Every version, the last one in force. */
  readonly plans: readonly SamplingPlan[]
  /** Every announcement and draw, in their order; none is ever removed. */
  readonly draws: readonly SamplingDraw[]
}

export const NO_SAMPLING: SamplingRecord = { lists: [], plans: [], draws: [] }

export function planInForce({ plans }: SamplingRecord): SamplingPlan | null {
  return plans.at(-1) ?? null
}
