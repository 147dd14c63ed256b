/**
 * 情景建议: the emergency scenarios that the scheme's own rules ask about.
 *
 * What a rule would call a high risk is what a plan must have an answer for: each direct condition, and an event of each size
 * between whose bounds the expected-event rule decides. The proposal gives the scenario its name, its trigger and the level
 * of response that fits the rule (high: Ⅱ, medium: Ⅲ, below: Ⅳ; the workbench's own starting values); the office says
 * who answers and what is done, which no rule knows.
 */
import type { Scheme } from '../scheme/scheme.ts'
import type { EmergencyPlan, ResponseLevel } from './emergency-plan.ts'

export type Scenario = EmergencyPlan['scenarios'][number]

const RESPONSE = { high: 'II', medium: 'III' } as const satisfies Record<string, ResponseLevel>

const scenario = (ruleId: string, name: string, trigger: string, level: ResponseLevel): Scenario => ({
  ruleId,
  name,
  trigger,
  level,
  unit: '',
  response: '',
})

/** All that the scheme proposes: events by size, the largest first, then its direct conditions. Words of the report. */
export function scenariosOf({ expectedEventRule, directRules }: Scheme): Scenario[] {
  const medium = expectedEventRule.medium.value
  const high = expectedEventRule.high.value
  return [
    scenario('event-high', `${high}人以上的群体性事件`, `同一时间、同一事由聚集${high}人以上`, RESPONSE.high),
    scenario(
      'event-medium',
      `${medium}至${high}人的聚集`,
      `同一时间、同一事由聚集${medium}人以上、不足${high}人`,
      RESPONSE.medium,
    ),
    scenario('event-below', `${medium}人以下的集体反映`, `五人以上、不足${medium}人到场反映同一诉求`, 'IV'),
    ...directRules.map(({ id, name, level }) =>
      scenario(`direct-${id}`, name.zh, `发现或者有人反映“${name.zh}”`, RESPONSE[level]),
    ),
  ]
}

/** What the scheme proposes and the plan does not answer yet. */
export function proposedScenarios(scheme: Scheme, plan: Pick<EmergencyPlan, 'scenarios'>): Scenario[] {
  return scenariosOf(scheme).filter(({ ruleId }) => plan.scenarios.every((one) => one.ruleId !== ruleId))
}
