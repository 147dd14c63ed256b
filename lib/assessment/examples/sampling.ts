/**
 * The sampling plan of the worked example. The paper names no plan, only that 300 of 1,128 households were interviewed; ±5
 * points at 95 % with a simple random sample ask for 287 of them, and 96 % answering for 299 visits. Settling herders is a
 * welfare programme and takes nobody's land, so it is held to the floor for major policies (200 directly affected); for
 * land or environment its 292 answers would not do.
 */
import { type PlanEntry, STARTING_PLAN } from '../../survey/sampling/plan.ts'

export const EXAMPLE_SAMPLING: PlanEntry = {
  ...STARTING_PLAN,
  designEffect: 1,
  responsePercent: 96,
  matters: ['policy'],
}
