/**
 * 跟踪督查: what was promised is only worth what is done of it. The measures of the risk factors with what proves them, and
 * the emergency plan for what may happen all the same.
 */
import type { EmergencyPlan } from './emergency-plan.ts'
import type { MeasureProgress } from './measure-progress.ts'
import type { PostEvaluation } from './post-evaluation.ts'

export interface FollowUp {
  /** Only measures of which something was said; the others are planned. */
  readonly measures: readonly MeasureProgress[]
  /** Null until one was entered. */
  readonly emergencyPlan: EmergencyPlan | null
  /** Null until somebody has looked back. */
  readonly postEvaluation: PostEvaluation | null
}

export const NO_FOLLOW_UP: FollowUp = { measures: [], emergencyPlan: null, postEvaluation: null }
