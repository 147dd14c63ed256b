/**
 * 评估事项: the matter under assessment, and the people it touches.
 *
 * Three roles are kept apart on purpose: the body that decides, the body that assesses, and the one that carries the
 * matter out. When assessor and implementer are the same, the assessment judges itself; the workbench allows it, since
 * the rules do, but says so. Stakeholder groups are the frame of everything that follows: the survey's strata, the
 * coverage of consultations, the shares of cost and benefit. A group is described by its place and its interest and by
 * numbers of households and persons, never by names.
 */
import { z } from 'zod'

export const MATTER_KINDS = ['decision', 'policy', 'project', 'event'] as const
export type MatterKind = (typeof MATTER_KINDS)[number]

const line = (max: number) => z.string().trim().min(1, 'required').max(max, 'too-long')

export const matterShape = z.object({
  kind: z.enum(MATTER_KINDS),
  title: line(120),
  decisionBody: line(120),
  assessor: line(120),
  implementer: line(120),
  area: line(200),
  summary: line(4000),
})
export type Matter = z.infer<typeof matterShape>

const count = (max: number) =>
  z.number('not-a-number').int('not-whole').min(0, 'negative').max(max, 'too-large')

export const stakeholderGroupShape = z
  .object({
    name: line(80),
    effect: z.enum(['direct', 'indirect']),
    /** Upper bounds: no county in China has more than three million persons in one group. */
    households: count(1_000_000),
    persons: count(3_000_000),
  })
  .refine((group) => group.persons >= group.households, {
    path: ['persons'],
    message: 'fewer-persons-than-households',
  })
export type StakeholderGroupEntry = z.infer<typeof stakeholderGroupShape>

export interface StakeholderGroup extends StakeholderGroupEntry {
  readonly id: string
}

/** True when the body that assesses also carries the matter out: lawful, but to be declared in the report. */
export function assessorIsImplementer(matter: Matter): boolean {
  return matter.assessor.trim() === matter.implementer.trim()
}
