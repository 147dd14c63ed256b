/**
 * 应急处置预案: what is done when it happens all the same.
 *
 * Scenarios with their trigger, the level of response (I to IV, as 《突发事件应对法》 grades warnings), the unit that answers and
 * what it does; whom to call, by office and never by person; and the drills that were held, for a plan nobody has tried
 * is paper.
 */
import { z } from 'zod'
import { hasPersonalData, possibleNames } from '../personal-data.ts'

export const RESPONSE_LEVELS = ['I', 'II', 'III', 'IV'] as const

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

export const emergencyPlanShape = z.object({
  scenarios: z
    .array(
      z.object({
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
        heldOn: z.iso.date('invalid-date'),
        scenario: plain(120),
        units: plain(300),
        lessons: plain(1000),
      }),
    )
    .max(50, 'too-many'),
})
export type EmergencyPlan = z.infer<typeof emergencyPlanShape>
