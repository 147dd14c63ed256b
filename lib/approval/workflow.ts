/**
 * 审定流程: from the frozen draft to the archive, as one explicit state machine.
 *
 * 内部复核 → 专家评审 → 决策 → 备案 → 归档, with the way back at every step before the decision. The same hand may not hold two
 * stamps: who drafted or edited may not review, advise or decide, who reviewed may not decide, and whoever has a conflict of
 * interest says so and steps aside. Dissent of an expert is not outvoted silently: the decider answers it in writing.
 * The state is derived from the steps that were taken, and steps are only ever added.
 */
import { z } from 'zod'
import type { Actor, Role } from '../assessment/access.ts'
import { fail, ok, type Result } from '../result.ts'
import { DECISIONS, type Decision, GOES_AHEAD } from '../scheme/decision-gate.ts'

export const APPROVAL_STATES = [
  'internal-review',
  'expert-panel',
  'decision',
  'filing',
  'archiving',
  'archived',
  'sent-back',
] as const
export type ApprovalState = (typeof APPROVAL_STATES)[number]

/** The way of a version that nobody sends back. */
export const STAGES = [
  'internal-review',
  'expert-panel',
  'decision',
  'filing',
  'archiving',
  'archived',
] as const satisfies readonly ApprovalState[]

const words = (max: number) => z.string().trim().max(max, 'too-long')
const needed = (max: number) => words(max).pipe(z.string().min(1, 'required'))

export const OPINIONS = ['agree', 'agree-with-conditions', 'dissent'] as const
export type PanelOpinion = (typeof OPINIONS)[number]

/** 利益冲突申报: everybody who signs says whether the matter touches his own interest. */
const interest = z.enum(['none', 'conflict'])

/** What each step is filled in with. */
export const STEP_SHAPES = {
  'pass-review': z.object({ kind: z.literal('pass-review'), interest, remarks: words(2000) }),
  'send-back': z.object({ kind: z.literal('send-back'), reason: needed(2000) }),
  'give-opinion': z
    .object({ kind: z.literal('give-opinion'), interest, opinion: z.enum(OPINIONS), grounds: words(4000) })
    .superRefine(({ interest: declared, opinion, grounds }, context) => {
      if (declared === 'none' && opinion !== 'agree' && grounds === '')
        context.addIssue({ code: 'custom', path: ['grounds'], message: 'required' })
    }),
  'close-panel': z.object({ kind: z.literal('close-panel') }),
  decide: z.object({
    kind: z.literal('decide'),
    interest,
    decision: z.enum(DECISIONS),
    conditions: words(4000),
    /** What is answered to the experts who dissented. */
    dissentAnswer: words(4000),
  }),
  file: z.object({ kind: z.literal('file'), filingNumber: needed(120), filedOn: z.iso.date('invalid-date') }),
  archive: z.object({ kind: z.literal('archive'), place: needed(200) }),
} as const

export const stepShape = z.discriminatedUnion('kind', [
  STEP_SHAPES['pass-review'],
  STEP_SHAPES['send-back'],
  STEP_SHAPES['give-opinion'],
  STEP_SHAPES['close-panel'],
  STEP_SHAPES.decide,
  STEP_SHAPES.file,
  STEP_SHAPES.archive,
])
export type Step = z.infer<typeof stepShape>
export type StepKind = Step['kind']

export interface TakenStep {
  readonly step: Step
  readonly actorId: string
  readonly actorName: string
  readonly role: Role
  /** YYYY-MM-DD. */
  readonly takenOn: string
}

/** Which steps a state knows, and who takes them. `drafter`: whoever may edit the assessment. */
const WAYS = {
  'internal-review': { 'pass-review': ['reviewer'], 'send-back': ['reviewer'] },
  'expert-panel': { 'give-opinion': ['expert'], 'close-panel': ['reviewer'], 'send-back': ['reviewer'] },
  decision: { decide: ['decider'], 'send-back': ['decider'] },
  filing: { file: ['assessor', 'administrator'] },
  archiving: { archive: ['assessor', 'administrator'] },
  archived: {},
  'sent-back': {},
} as const satisfies Record<ApprovalState, Partial<Record<StepKind, readonly Role[]>>>

const NEXT = {
  'pass-review': 'expert-panel',
  'send-back': 'sent-back',
  'give-opinion': 'expert-panel',
  'close-panel': 'decision',
  decide: 'filing',
  file: 'archiving',
  archive: 'archived',
} as const satisfies Record<StepKind, ApprovalState>

/** Roles that take a step in a state; empty: the state does not know it. */
export function rolesFor(state: ApprovalState, kind: StepKind): readonly Role[] {
  return (WAYS[state] as Partial<Record<StepKind, readonly Role[]>>)[kind] ?? []
}

/** The steps a state knows, in the order in which they are offered. */
export function stepsIn(state: ApprovalState): readonly StepKind[] {
  return Object.keys(WAYS[state]) as StepKind[]
}

export function stateOf(steps: readonly TakenStep[]): ApprovalState {
  return steps.reduce<ApprovalState>(
    // Somebody who steps aside for a conflict of interest moves nothing.
    (state, { step }) => ('interest' in step && step.interest === 'conflict' ? state : NEXT[step.kind]),
    'internal-review',
  )
}

export interface PanelVote {
  readonly actorName: string
  readonly opinion: PanelOpinion
  readonly grounds: string
  readonly takenOn: string
}

/** Opinions that count: one per expert, without conflict of interest. */
export function panelOf(steps: readonly TakenStep[]): PanelVote[] {
  return steps.flatMap(({ step, actorName, takenOn }) =>
    step.kind === 'give-opinion' && step.interest === 'none'
      ? [{ actorName, opinion: step.opinion, grounds: step.grounds, takenOn }]
      : [],
  )
}

export function decisionOf(steps: readonly TakenStep[]) {
  for (const { step, actorName, takenOn } of steps)
    if (step.kind === 'decide' && step.interest === 'none') return { ...step, actorName, takenOn }
  return null
}

/** What a step is judged against. */
export interface ApprovalCase {
  readonly steps: readonly TakenStep[]
  /** Accounts that changed anything of the assessment, the one who froze it among them. */
  readonly editorIds: readonly string[]
  /** The case was changed after freezing. */
  readonly voided: boolean
  /** A newer version was frozen. */
  readonly superseded: boolean
  /** Decisions that the two verdicts leave open. */
  readonly allowed: readonly Decision[]
  /** Fewest experts of a panel, from the scheme. */
  readonly fewestExperts: number
}

export type StepRefusal =
  | 'step-out-of-order'
  | 'not-your-step'
  | 'version-voided'
  | 'version-superseded'
  | 'drafter-may-not-approve'
  | 'two-stamps'
  | 'opinion-given'
  | 'panel-too-small'
  | 'decision-not-allowed'
  | 'dissent-unanswered'
  | 'conditions-missing'

/** Steps that judge the draft; the others carry out. */
const JUDGING: readonly StepKind[] = ['pass-review', 'send-back', 'give-opinion', 'close-panel', 'decide']

/** Why this person may not take a step of this kind now, whatever is written in it; null: may. */
export function obstacle(actor: Actor, kind: StepKind, approval: ApprovalCase): StepRefusal | null {
  const { steps, editorIds, voided, superseded } = approval
  const state = stateOf(steps)
  const roles = rolesFor(state, kind)
  if (roles.length === 0) return 'step-out-of-order'
  // What was decided is still filed and archived, though the case has gone on since.
  if (voided && JUDGING.includes(kind)) return 'version-voided'
  if (superseded && JUDGING.includes(kind)) return 'version-superseded'
  if (!roles.includes(actor.role)) return 'not-your-step'
  if (!JUDGING.includes(kind)) return null
  if (editorIds.includes(actor.id)) return 'drafter-may-not-approve'
  const mine = steps.filter(({ actorId }) => actorId === actor.id).map(({ step }) => step.kind)
  if (kind === 'give-opinion') {
    if (mine.includes('give-opinion')) return 'opinion-given'
    if (mine.length > 0) return 'two-stamps'
  }
  if (kind === 'decide' && mine.length > 0) return 'two-stamps'
  if ((kind === 'pass-review' || kind === 'close-panel') && mine.includes('give-opinion')) return 'two-stamps'
  if (kind === 'close-panel' && panelOf(steps).length < approval.fewestExperts) return 'panel-too-small'
  return null
}

declare const proof: unique symbol

/** Proof that this actor may take this step now; only `proveStep` mints it. */
export interface ProvenStep {
  readonly actor: Actor
  readonly step: Step
  readonly [proof]: 'step'
}

export function proveStep(actor: Actor, step: Step, approval: ApprovalCase): Result<ProvenStep, StepRefusal> {
  const refusal = obstacle(actor, step.kind, approval)
  if (refusal) return fail(refusal)
  // Whoever declares a conflict steps aside: the declaration is recorded and nothing else of the step counts.
  const stepsAside = 'interest' in step && step.interest === 'conflict'
  if (step.kind === 'decide' && !stepsAside) {
    if (!approval.allowed.includes(step.decision)) return fail('decision-not-allowed')
    const dissent = panelOf(approval.steps).some(({ opinion }) => opinion === 'dissent')
    if (dissent && GOES_AHEAD.includes(step.decision) && step.dissentAnswer === '')
      return fail('dissent-unanswered')
    if (step.decision === 'partial' && step.conditions === '') return fail('conditions-missing')
  }
  return ok({ actor, step } as ProvenStep)
}
