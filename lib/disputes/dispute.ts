/**
 * 矛盾纠纷: one dispute about the matter, from registration to its outcome.
 *
 * A dispute is described by its subject, the groups it concerns and its size, never by persons. It is referred to one of
 * the three linked kinds of mediation (大调解: 人民调解、行政调解、司法调解) with an office that answers for it and a day by which
 * it must. Only the steps below exist: nothing is closed that was not mediated, a failed mediation goes to another track
 * or is closed with the reason, and what flares up again is opened again under the same entry.
 */
import { z } from 'zod'
import { hasPersonalData, possibleNames } from '../personal-data.ts'
import { fail, ok, type Result } from '../result.ts'

export const TRACKS = ['people', 'administrative', 'judicial'] as const
export type Track = (typeof TRACKS)[number]

/** Persons concerned: single, group visit from five on (《信访工作条例》 art. 20 limits visits to five), and mass events. */
export const SIZE_BANDS = ['1-4', '5-29', '30-199', '200+'] as const
export type SizeBand = (typeof SIZE_BANDS)[number]

export const SEVERITIES = ['general', 'significant', 'serious'] as const
export type Severity = (typeof SEVERITIES)[number]

export const DISPUTE_STATES = [
  'registered',
  'referred',
  'in-mediation',
  'settled',
  'not-settled',
  'closed',
] as const
export type DisputeState = (typeof DISPUTE_STATES)[number]

export const STEPS = ['refer', 'begin', 'settle', 'fail', 'close', 'reopen'] as const
export type DisputeStep = (typeof STEPS)[number]

/** From which states a step leads, and where to. */
const PATHS = {
  refer: { from: ['registered', 'referred', 'not-settled'], to: 'referred' },
  begin: { from: ['referred'], to: 'in-mediation' },
  settle: { from: ['in-mediation'], to: 'settled' },
  fail: { from: ['in-mediation'], to: 'not-settled' },
  close: { from: ['settled', 'not-settled'], to: 'closed' },
  reopen: { from: ['settled', 'closed'], to: 'registered' },
} as const satisfies Record<DisputeStep, { from: readonly DisputeState[]; to: DisputeState }>

/** The steps that are open from a state. */
export function stepsFrom(state: DisputeState): DisputeStep[] {
  return STEPS.filter((step) => (PATHS[step].from as readonly DisputeState[]).includes(state))
}

/** Text about a matter, not about persons: no numbers that lead to somebody and no names. */
export const impersonal = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'too-long')
    .refine((text) => !hasPersonalData(text), 'personal-data')
    .refine((text) => possibleNames(text).length === 0, 'name-in-text')

const day = z.iso.date('invalid-date')

export const disputeShape = z.object({
  subject: impersonal(300).pipe(z.string().min(1, 'required')),
  groupIds: z.array(z.string().min(1)).max(50, 'too-many'),
  size: z.enum(SIZE_BANDS),
  severity: z.enum(SEVERITIES),
  registeredOn: day,
  /** The round that found it; null where it was reported in between. */
  roundId: z.string().min(1).nullable(),
  /** The risk factor it belongs to. */
  factorId: z.string().min(1).nullable(),
})
export type DisputeEntry = z.infer<typeof disputeShape>

export const stepShape = z
  .object({
    disputeId: z.string().min(1),
    step: z.enum(STEPS),
    on: day,
    /** What was done or agreed; why it failed or was closed. */
    note: impersonal(1000),
    track: z.enum(TRACKS).nullable(),
    owner: impersonal(120),
    deadline: day.nullable(),
  })
  .superRefine(({ step, track, owner, deadline, note, on }, context) => {
    const missing = (path: string, message = 'required') =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (step === 'refer') {
      if (track === null) missing('track')
      if (owner === '') missing('owner')
      if (deadline === null) missing('deadline')
      else if (deadline < on) missing('deadline', 'deadline-before-start')
    } else if (step !== 'begin' && note === '') missing('note')
  })
export type StepEntry = z.infer<typeof stepShape>

export interface DisputeEvent {
  readonly on: string
  readonly step: DisputeStep
  readonly note: string
}

export interface Dispute extends DisputeEntry {
  readonly id: string
  readonly state: DisputeState
  readonly track: Track | null
  /** The office that mediates. */
  readonly owner: string
  readonly deadline: string | null
  readonly events: readonly DisputeEvent[]
}

/** What is not referred or not brought to an outcome. */
export function isOpen({ state }: Pick<Dispute, 'state'>): boolean {
  return state !== 'settled' && state !== 'closed'
}

export type StepRefusal = 'step-out-of-order' | 'step-before-last'

/** The dispute after a step; refused where the step does not lead from its state or lies before the one it follows. */
export function takeStep(dispute: Dispute, entry: StepEntry): Result<Dispute, StepRefusal> {
  if (!stepsFrom(dispute.state).includes(entry.step)) return fail('step-out-of-order')
  const last = dispute.events.at(-1)?.on ?? dispute.registeredOn
  if (entry.on < last) return fail('step-before-last', { last })
  const refers = entry.step === 'refer'
  const reopens = entry.step === 'reopen'
  return ok({
    ...dispute,
    state: PATHS[entry.step].to,
    track: refers ? entry.track : reopens ? null : dispute.track,
    owner: refers ? entry.owner : reopens ? '' : dispute.owner,
    deadline: refers ? entry.deadline : reopens ? null : dispute.deadline,
    events: [...dispute.events, { on: entry.on, step: entry.step, note: entry.note }],
  })
}
