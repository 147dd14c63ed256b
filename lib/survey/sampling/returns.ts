/** What came in beside what was planned, by group. */
import type { SamplingPlan } from './plan.ts'

export interface StratumReturn {
  readonly groupId: string
  readonly name: string
  readonly planned: number
  readonly invited: number
  readonly received: number
  /** Answers still missing; 0 when the plan is met. */
  readonly short: number
}

export interface PlanReturns {
  readonly strata: readonly StratumReturn[]
  readonly planned: number
  readonly received: number
  /** Groups that stay below what was planned for them. */
  readonly below: readonly string[]
}

/** @param received answers by group id; groups that the plan does not know are counted with a plan of nothing. */
export function planReturns(
  plan: SamplingPlan,
  received: Readonly<Record<string, number>>,
  groups: readonly { readonly id: string; readonly name: string }[],
): PlanReturns {
  const strata = groups.map(({ id, name }): StratumReturn => {
    const planned = plan.strata.find(({ groupId }) => groupId === id)
    const answers = received[id] ?? 0
    return {
      groupId: id,
      name,
      planned: planned?.answers ?? 0,
      invited: planned?.invited ?? 0,
      received: answers,
      short: Math.max(0, (planned?.answers ?? 0) - answers),
    }
  })
  const sum = (of: (row: StratumReturn) => number) => strata.reduce((total, row) => total + of(row), 0)
  return {
    strata,
    planned: sum(({ planned }) => planned),
    received: sum((row) => row.received),
    below: strata.filter(({ short }) => short > 0).map(({ groupId }) => groupId),
  }
}
