/**
 * 跟踪督查: what was promised is only worth what is done of it. The measures of the risk factors with their control
 * nodes, cost and evidence of completion, and the emergency plan for what may happen all the same.
 */
export interface FollowUp {
  readonly measures: readonly never[]
  readonly emergencyPlan: null
}

export const NO_FOLLOW_UP: FollowUp = { measures: [], emergencyPlan: null }
