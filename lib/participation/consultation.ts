/**
 * 征求意见活动: walking from house to house, sitting down together, a hearing, asking departments and experts.
 *
 * Each is recorded with its day, its place and how many came from which group, never who. Experts are the exception: they
 * speak in their office, their names stand under their opinions in the minutes, and a dissent that loses its author loses
 * its weight. A hearing has clocks of its own: it must be announced, its participants published and its papers sent in
 * time, or the shortening needs a reason that is printed.
 */
import { z } from 'zod'
import { hasPersonalData } from '../personal-data.ts'
import type { Clock, ClockId } from '../scheme/clock.ts'
import { type ClockReading, readPreceding } from './notice-clock.ts'

export const CONSULTATION_KINDS = ['visit', 'meeting', 'hearing', 'departments', 'experts'] as const
export type ConsultationKind = (typeof CONSULTATION_KINDS)[number]
/** Kinds at which residents are heard. */
export const HEARING_RESIDENTS = [
  'visit',
  'meeting',
  'hearing',
] as const satisfies readonly ConsultationKind[]

export const EXPERT_OPINIONS = ['agrees', 'agrees-with-conditions', 'dissents'] as const
export type ExpertOpinion = (typeof EXPERT_OPINIONS)[number]

const day = z.iso.date('invalid-date')
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'too-long')
    .refine((words) => !hasPersonalData(words), 'personal-data')
const needed = (max: number) => text(max).pipe(z.string().min(1, 'required'))

export const expertShape = z.object({
  name: needed(40),
  /** Office or profession, by which the expert was asked. */
  post: needed(80),
  opinion: z.enum(EXPERT_OPINIONS),
  /** Grounds; a dissent or a condition without them could not be answered. */
  grounds: text(2000),
})
export type Expert = z.infer<typeof expertShape>

export const consultationShape = z
  .object({
    kind: z.enum(CONSULTATION_KINDS),
    heldOn: day,
    place: needed(200),
    host: needed(120),
    counts: z
      .array(
        z.object({
          groupId: z.string().min(1),
          persons: z.number('not-a-number').int('not-whole').min(0, 'negative').max(100_000, 'too-large'),
        }),
      )
      .max(200, 'too-many'),
    minutes: text(20_000),
    /** Days on which a hearing was announced, its participants published, its papers sent. */
    noticeOn: day.nullable(),
    listOn: day.nullable(),
    papersOn: day.nullable(),
    shortenedBecause: text(500),
    /** Departments that were asked. */
    departments: z.array(needed(80)).max(60, 'too-many'),
    experts: z.array(expertShape).max(60, 'too-many'),
  })
  .superRefine(({ heldOn, experts, ...days }, context) => {
    for (const field of ['noticeOn', 'listOn', 'papersOn'] as const) {
      const told = days[field]
      if (told !== null && told > heldOn) {
        context.addIssue({ code: 'custom', path: [field], message: 'after-the-hearing' })
      }
    }
    experts.forEach(({ opinion, grounds }, i) => {
      if (opinion !== 'agrees' && grounds === '') {
        context.addIssue({ code: 'custom', path: ['experts', i, 'grounds'], message: 'required' })
      }
    })
  })
export type ConsultationEntry = z.infer<typeof consultationShape>

/** What has not been held yet has heard nobody. */
export const consultationShapeOn = (today: string) =>
  consultationShape.refine(({ heldOn }) => heldOn <= today, { path: ['heldOn'], message: 'after-today' })

/**
 * Whether people were heard before they were told: the first notice of the matter began later, or there is none at all. That may
 * have its reason, which is then written down and printed.
 */
export function isBeforeNotice(
  day: string,
  notices: readonly { readonly from: string; readonly state: string }[],
): boolean {
  const told = notices.filter(({ state }) => state !== 'draft').map(({ from }) => from)
  return !told.some((from) => from <= day)
}

export interface Consultation extends ConsultationEntry {
  readonly id: string
}

export interface HearingClock {
  readonly clockId: ClockId
  /** Null: nobody entered the day. */
  readonly reading: ClockReading | null
}

const HEARING_CLOCKS = [
  ['hearing-notice', 'noticeOn'],
  ['hearing-participants', 'listOn'],
  ['hearing-papers', 'papersOn'],
] as const satisfies readonly (readonly [ClockId, keyof ConsultationEntry])[]

/** The clocks of a hearing that the scheme has; none for other kinds. */
export function hearingClocks(
  clocks: readonly Clock[],
  consultation: Pick<ConsultationEntry, 'kind' | 'heldOn' | 'noticeOn' | 'listOn' | 'papersOn'>,
): HearingClock[] {
  if (consultation.kind !== 'hearing') return []
  return HEARING_CLOCKS.flatMap(([clockId, field]) => {
    const clock = clocks.find(({ id }) => id === clockId)
    if (!clock) return []
    const told = consultation[field]
    return [{ clockId, reading: told === null ? null : readPreceding(clock, told, consultation.heldOn) }]
  })
}

/** A hearing whose clocks are missed or unknown while no reason is given. */
export function hearingLacksReason(clocks: readonly Clock[], consultation: ConsultationEntry): boolean {
  return (
    consultation.shortenedBecause === '' &&
    hearingClocks(clocks, consultation).some(({ reading }) => reading === null || !reading.met)
  )
}

/** Persons who came, as far as they were counted. */
export function personsAt(consultation: Pick<ConsultationEntry, 'counts'>): number {
  return consultation.counts.reduce((sum, { persons }) => sum + persons, 0)
}
