/**
 * 矛盾纠纷: one dispute about the matter, from registration to its outcome.
 *
 * A dispute is described by its subject, the groups it concerns and its size, never by persons. It is referred to one of
 * the three linked kinds of mediation (大调解: 人民调解、行政调解、司法调解) with an office that answers for it and a day by which
 * it must. Only the steps below exist: nothing is closed that was not mediated, a failed mediation goes to another track
 * or is closed with the reason, and what flares up again is opened again under the same entry. A dispute closed without an
 * agreement is closed on paper only: it is counted by itself and keeps warning. State, track and deadline follow from the
 * steps; a wrong step is taken back with a reason and stays in sight.
 */
import { z } from 'zod'
import { happenedOn } from '../happened-on.ts'
import { hasPersonalData } from '../personal-data.ts'
import { possibleNames } from '../personal-names.ts'
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

/** @param today YYYY-MM-DD in China; nothing is registered that has not happened yet. */
export const disputeShape = (today: string) =>
  z.object({
    subject: impersonal(300).pipe(z.string().min(1, 'required')),
    groupIds: z.array(z.string().min(1)).max(50, 'too-many'),
    size: z.enum(SIZE_BANDS),
    severity: z.enum(SEVERITIES),
    registeredOn: happenedOn(today),
    /** The round that found it; null where it was reported in between. */
    roundId: z.string().min(1).nullable(),
    /** The risk factor it belongs to. */
    factorId: z.string().min(1).nullable(),
  })
export type DisputeEntry = z.infer<ReturnType<typeof disputeShape>>

/** @param today YYYY-MM-DD in China. The deadline of a referral may lie behind it, for what is entered later. */
export const stepShape = (today: string) =>
  z
    .object({
      disputeId: z.string().min(1),
      step: z.enum(STEPS),
      on: happenedOn(today),
      /** What was done or agreed; why it failed or was closed. */
      note: impersonal(1000),
      track: z.enum(TRACKS).nullable(),
      owner: impersonal(120),
      deadline: z.iso.date('invalid-date').nullable(),
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
export type StepEntry = z.infer<ReturnType<typeof stepShape>>

/** Why something is taken back: a reason that stays in sight, without names. */
export const reasonShape = impersonal(500).pipe(z.string().min(1, 'required'))

export interface Referral {
  readonly track: Track
  /** The office that mediates. */
  readonly owner: string
  readonly deadline: string
}

export interface DisputeEvent {
  readonly on: string
  readonly step: DisputeStep
  readonly note: string
  /** Where a `refer` sent it. */
  readonly referral?: Referral
  /** Why the step was taken back; it counts no more and stays in the record. */
  readonly takenBack?: string
}

/** Where a dispute stands after its steps. */
export interface Standing {
  readonly state: DisputeState
  readonly track: Track | null
  /** The office that mediates. */
  readonly owner: string
  readonly deadline: string | null
}

export interface Dispute extends DisputeEntry, Standing {
  readonly id: string
  readonly events: readonly DisputeEvent[]
}

/** The steps that hold: all but those taken back. */
function holding(events: readonly DisputeEvent[]): DisputeEvent[] {
  return events.filter(({ takenBack }) => takenBack === undefined)
}

/** The standing that follows from the steps; those taken back count for nothing. */
export function standingOf(events: readonly DisputeEvent[]): Standing {
  let standing: Standing = { state: 'registered', track: null, owner: '', deadline: null }
  for (const { step, referral } of holding(events)) {
    const base = step === 'reopen' ? { track: null, owner: '', deadline: null } : (referral ?? standing)
    standing = {
      state: PATHS[step].to,
      track: base.track,
      owner: base.owner,
      deadline: base.deadline,
    }
  }
  return standing
}

/** What is not referred or not brought to an outcome. */
export function isOpen({ state }: Pick<Dispute, 'state'>): boolean {
  return state !== 'settled' && state !== 'closed'
}

export const OUTCOMES = ['open', 'agreed', 'not-agreed'] as const
/** 未了结、达成协议、未达成协议而了结. */
export type Outcome = (typeof OUTCOMES)[number]

/** How a dispute ended: a closed one by its last mediation, for closing a file settles nothing. */
export function outcomeOf(dispute: Pick<Dispute, 'state' | 'events'>): Outcome {
  if (isOpen(dispute)) return 'open'
  if (dispute.state === 'settled') return 'agreed'
  const last = holding(dispute.events).findLast(({ step }) => step === 'settle' || step === 'fail')
  return last?.step === 'settle' ? 'agreed' : 'not-agreed'
}

/** Open, or closed without an agreement: in either case people still disagree. */
export function isUnresolved(dispute: Pick<Dispute, 'state' | 'events'>): boolean {
  return outcomeOf(dispute) !== 'agreed'
}

/** The day from which the present state holds. */
export function standsSince({ registeredOn, events }: Pick<Dispute, 'registeredOn' | 'events'>): string {
  return holding(events).at(-1)?.on ?? registeredOn
}

export type StepRefusal = 'step-out-of-order' | 'step-before-last'

/** The dispute after a step; refused where the step does not lead from its state or lies before the one it follows. */
export function takeStep(dispute: Dispute, entry: StepEntry): Result<Dispute, StepRefusal> {
  if (!stepsFrom(dispute.state).includes(entry.step)) return fail('step-out-of-order')
  const last = standsSince(dispute)
  if (entry.on < last) return fail('step-before-last', { last })
  const { on, step, note, track, owner, deadline } = entry
  const referral =
    step === 'refer' && track !== null && deadline !== null ? { referral: { track, owner, deadline } } : {}
  const events = [...dispute.events, { on, step, note, ...referral }]
  return ok({ ...dispute, ...standingOf(events), events })
}

export type TakeBackRefusal = 'no-step-to-take-back'

/** The dispute without its last step, which stays in the record with the reason. */
export function takeBackStep(dispute: Dispute, reason: string): Result<Dispute, TakeBackRefusal> {
  const at = dispute.events.findLastIndex(({ takenBack }) => takenBack === undefined)
  if (at < 0) return fail('no-step-to-take-back')
  const events = dispute.events.map((event, i) => (i === at ? { ...event, takenBack: reason } : event))
  return ok({ ...dispute, ...standingOf(events), events })
}

/** A registration may be moved only up to the first step that rests on it. */
export function mayBeRegisteredOn({ events }: Pick<Dispute, 'events'>, day: string): boolean {
  const [first] = holding(events)
  return first === undefined || day <= first.on
}
