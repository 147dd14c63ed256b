/**
 * 应急处置预案: what is done when it happens all the same.
 *
 * Scenarios with their trigger, the level of response (I to IV, as 《突发事件应对法》 grades warnings), the unit that answers and
 * what it does; whom to call, by office and never by person; and the drills that were held, for a plan nobody has tried
 * is paper. A scenario that answers a rule of the scheme carries the rule's id. A plan without a scenario is none.
 */
import { z } from 'zod'
import { happenedOn } from '../happened-on.ts'
import { hasPersonalData } from '../personal-data.ts'
import { possibleNames } from '../personal-names.ts'
import { addDays } from '../working-days.ts'

export const RESPONSE_LEVELS = ['I', 'II', 'III', 'IV'] as const
export type ResponseLevel = (typeof RESPONSE_LEVELS)[number]

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'required')
    .max(max, 'too-long')
    .refine((text) => possibleNames(text).length === 0, 'name-in-text')
const plain = (max: number) => line(max).refine((text) => !hasPersonalData(text), 'personal-data')

/** An office's line: an area code with its number, or a short public number. A mobile phone belongs to a person. */
const officePhone = z
  .string()
  .trim()
  .regex(/^(?:0\d{2,3}-?\d{7,8}|1[12]\d|123\d{2}|9\d{4})$/, 'not-an-office-phone')

/** @param today YYYY-MM-DD in China: a drill is recorded when it has been held. */
export const emergencyPlanShape = (today: string) =>
  z.object({
    scenarios: z
      .array(
        z.object({
          /** The rule of the scheme it answers; null for a scenario of one's own. */
          ruleId: z.string().min(1).max(80).nullable(),
          name: plain(120),
          trigger: plain(500),
          level: z.enum(RESPONSE_LEVELS),
          unit: plain(120),
          response: plain(1000),
        }),
      )
      .max(30, 'too-many'),
    contacts: z
      .array(z.object({ office: plain(120), duty: plain(200), phone: officePhone }))
      .max(50, 'too-many'),
    drills: z
      .array(
        z.object({
          heldOn: happenedOn(today),
          scenario: plain(120),
          units: plain(300),
          lessons: plain(1000),
        }),
      )
      .max(50, 'too-many'),
  })
export type EmergencyPlan = z.infer<ReturnType<typeof emergencyPlanShape>>

/** Scenarios make a plan; an empty form that was saved is none. */
export function isPlan(plan: EmergencyPlan | null): plan is EmergencyPlan {
  return plan !== null && plan.scenarios.length > 0
}

/**
 * The day by which the plan has to be drilled again: `everyDays` after the last drill, a number of the scheme. Null before the
 * first drill, which is due at once.
 */
export function nextDrill(plan: EmergencyPlan, everyDays: number): string | null {
  const last = plan.drills
    .map(({ heldOn }) => heldOn)
    .sort()
    .at(-1)
  return last === undefined ? null : addDays(last, everyDays)
}
