/**
 * 结束时的抽样框: the groups as they stood when a survey was closed, and the plan that was in force then.
 *
 * What a closed survey found is weighed by the sizes it was closed with. A later survey may count the groups anew and be planned
 * otherwise; neither may change an earlier result.
 */
import type { SamplingRecord } from '../sampling/sampling-record.ts'
import type { FrameGroup } from './frame.ts'

export interface ClosedFrame {
  /** In the order in which the office listed them. */
  readonly groups: readonly FrameGroup[]
  /** How many versions of the plan there were. */
  readonly plans: number
}

/**
 * The record without plans that were saved after the survey was closed. Draws stay, as every one is printed: a later one bears a
 * later day, and none of its households was asked.
 */
export function samplingAtClosing(record: SamplingRecord, { plans }: ClosedFrame): SamplingRecord {
  return { ...record, plans: record.plans.slice(0, plans) }
}
