/**
 * 审定流程: from the frozen draft to the archive, as one explicit state machine.
 *
 * 内部复核 → 专家评审 → 决策 → 备案 → 归档, with the way back at every step before the decision. The same hand may not hold two
 * stamps: who drafted or edited may not review, advise or decide, and who reviewed may not decide. Everybody who judges says
 * first whether the matter touches his own interest; whoever says so has stepped aside, and nothing he signs or signed on
 * this version counts. Dissent of an expert is not outvoted silently: the decider answers it in writing.
 *
 * Steps are only ever added. Who signed by mistake adds the withdrawal, with its reason, as long as nobody has built on the
 * signature. The state is derived from the steps that count.
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

const words = (max: number) => z.string().trim().max(max, 'too-long')
const needed = (max: number) => words(max).pipe(z.string().min(1, 'required'))

export const OPINIONS = ['agree', 'agree-with-conditions', 'dissent'] as const
export type PanelOpinion = (typeof OPINIONS)[number]

/** 利益冲突申报: signed with every judgement. Who cannot say it takes the step `step-aside` instead, and no other. */
const interest = z.literal('none')

/** What each step is filled in with. */
export const STEP_SHAPES = {
  'pass-review': z.object({ kind: z.literal('pass-review'), interest, remarks: words(2000) }),
  'send-back': z.object({ kind: z.literal('send-back'), interest, reason: needed(2000) }),
  'give-opinion': z
    .object({ kind: z.literal('give-opinion'), interest, opinion: z.enum(OPINIONS), grounds: words(4000) })
    .superRefine(({ opinion, grounds }, context) => {
      if (opinion !== 'agree' && grounds === '')
        context.addIssue({ code: 'custom', path: ['grounds'], message: 'required' })
    }),
  'close-panel': z.object({ kind: z.literal('close-panel'), interest }),
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
  /** What the interest is may stay private; that there is one may not. */
  'step-aside': z.object({ kind: z.literal('step-aside'), grounds: words(2000) }),
  withdraw: z.object({
    kind: z.literal('withdraw'),
    /** Which step of the version is withdrawn, counted from 1. */
    seq: z.number().int().min(1),
    reason: needed(2000),
  }),
} as const

export const stepShape = z.discriminatedUnion('kind', [
  STEP_SHAPES['pass-review'],
  STEP_SHAPES['send-back'],
  STEP_SHAPES['give-opinion'],
  STEP_SHAPES['close-panel'],
  STEP_SHAPES.decide,
  STEP_SHAPES.file,
  STEP_SHAPES.archive,
  STEP_SHAPES['step-aside'],
  STEP_SHAPES.withdraw,
])
export type Step = z.infer<typeof stepShape>
export type StepKind = Step['kind']
/** Steps that belong to a state; a withdrawal belongs to the step it takes back. */
export type StageStep = Exclude<StepKind, 'withdraw'>

export interface TakenStep {
  readonly step: Step
  readonly actorId: string
  readonly actorName: string
  readonly role: Role
  /** YYYY-MM-DD. */
  readonly takenOn: string
}

/** Which steps a state knows, and who takes them. */
const WAYS = {
  'internal-review': {
    'pass-review': ['reviewer'],
    'send-back': ['reviewer'],
    'step-aside': ['reviewer'],
  },
  'expert-panel': {
    'give-opinion': ['expert'],
    'close-panel': ['reviewer'],
    'send-back': ['reviewer'],
    'step-aside': ['expert', 'reviewer'],
  },
  decision: { decide: ['decider'], 'send-back': ['decider'], 'step-aside': ['decider'] },
  filing: { file: ['assessor', 'administrator'] },
  archiving: { archive: ['assessor', 'administrator'] },
  archived: {},
  'sent-back': {},
} as const satisfies Record<ApprovalState, Partial<Record<StageStep, readonly Role[]>>>

/** Roles that take a step in a state; empty: the state does not know it. */
export function rolesFor(state: ApprovalState, kind: StepKind): readonly Role[] {
  return (WAYS[state] as Partial<Record<StepKind, readonly Role[]>>)[kind] ?? []
}

/** The steps a state knows, in the order in which they are offered. */
export function stepsIn(state: ApprovalState): readonly StageStep[] {
  return Object.keys(WAYS[state]) as StageStep[]
}

/** Steps that judge the draft; the others carry out. */
const JUDGING: readonly StepKind[] = [
  'pass-review',
  'send-back',
  'give-opinion',
  'close-panel',
  'decide',
  'step-aside',
]

/** Steps that ask first for the declaration of interest. */
export function asksForInterest(kind: StepKind): boolean {
  return JUDGING.includes(kind) && kind !== 'step-aside'
}

function steppedAside(steps: readonly TakenStep[]): ReadonlySet<string> {
  return new Set(steps.filter(({ step }) => step.kind === 'step-aside').map(({ actorId }) => actorId))
}

export type Standing = 'counts' | 'withdrawn' | 'stepped-aside'

/**
 * What became of each step, in their order: `withdrawn` by its signer, or void because the signer has `stepped-aside` from
 * this version. A declaration and a withdrawal count by what they do to others.
 */
export function standings(steps: readonly TakenStep[]): Standing[] {
  const withdrawn = new Set(steps.flatMap(({ step }) => (step.kind === 'withdraw' ? [step.seq] : [])))
  const aside = steppedAside(steps)
  return steps.map(({ step, actorId }, i) => {
    if (withdrawn.has(i + 1)) return 'withdrawn'
    return asksForInterest(step.kind) && aside.has(actorId) ? 'stepped-aside' : 'counts'
  })
}

/** The steps on which the state rests. */
export function countedSteps(steps: readonly TakenStep[]): TakenStep[] {
  const standing = standings(steps)
  return steps.filter((_, i) => standing[i] === 'counts')
}

/** What ends a stage. A stage whose end does not count is open again, though later ones were taken. */
const STAGE_ENDS = [
  ['internal-review', 'pass-review'],
  ['expert-panel', 'close-panel'],
  ['decision', 'decide'],
  ['filing', 'file'],
  ['archiving', 'archive'],
] as const satisfies readonly (readonly [ApprovalState, StepKind])[]

export function stateOf(steps: readonly TakenStep[]): ApprovalState {
  const taken = new Set(countedSteps(steps).map(({ step }) => step.kind))
  if (taken.has('send-back')) return 'sent-back'
  return STAGE_ENDS.find(([, end]) => !taken.has(end))?.[0] ?? 'archived'
}

export interface PanelVote {
  readonly actorName: string
  readonly opinion: PanelOpinion
  readonly grounds: string
  readonly takenOn: string
}

/** Opinions that count: one per expert, neither withdrawn nor with a conflict of interest. */
export function panelOf(steps: readonly TakenStep[]): PanelVote[] {
  return countedSteps(steps).flatMap(({ step, actorName, takenOn }) =>
    step.kind === 'give-opinion'
      ? [{ actorName, opinion: step.opinion, grounds: step.grounds, takenOn }]
      : [],
  )
}

export function decisionOf(steps: readonly TakenStep[]) {
  for (const { step, actorName, takenOn } of countedSteps(steps))
    if (step.kind === 'decide') return { ...step, actorName, takenOn }
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
  /** YYYY-MM-DD. */
  readonly today: string
}

export type StepRefusal =
  | 'step-out-of-order'
  | 'not-your-step'
  | 'version-voided'
  | 'version-superseded'
  | 'drafter-may-not-approve'
  | 'conflict-declared'
  | 'two-stamps'
  | 'opinion-given'
  | 'panel-too-small'
  | 'decision-not-allowed'
  | 'dissent-unanswered'
  | 'conditions-missing'
  | 'filed-in-future'
  | 'filed-before-decision'
  | 'not-your-signature'
  | 'not-withdrawable'
  | 'already-withdrawn'
  | 'built-upon'

/**
 * Why this person may not take a step of this kind now, whatever is written in it; null: may.
 *
 * A version that was changed or superseded is neither judged nor filed: what goes to the files is what was decided upon.
 * Once filed, it is put into the archive as what it is, for a record is kept whatever became of the matter.
 */
export function obstacle(actor: Actor, kind: StageStep, approval: ApprovalCase): StepRefusal | null {
  const { steps, editorIds, voided, superseded } = approval
  const roles = rolesFor(stateOf(steps), kind)
  if (roles.length === 0) return 'step-out-of-order'
  const bound = JUDGING.includes(kind) || kind === 'file'
  if (superseded && bound) return 'version-superseded'
  if (voided && bound) return 'version-voided'
  if (!roles.includes(actor.role)) return 'not-your-step'
  if (!JUDGING.includes(kind)) return null
  if (editorIds.includes(actor.id)) return 'drafter-may-not-approve'
  if (steppedAside(steps).has(actor.id)) return 'conflict-declared'
  const mine = countedSteps(steps)
    .filter(({ actorId }) => actorId === actor.id)
    .map(({ step }) => step.kind)
    .filter(asksForInterest)
  switch (kind) {
    case 'give-opinion':
      if (mine.includes('give-opinion')) return 'opinion-given'
      return mine.length > 0 ? 'two-stamps' : null
    case 'decide':
      return mine.length > 0 ? 'two-stamps' : null
    case 'pass-review':
    case 'send-back':
    case 'close-panel':
      if (mine.includes('give-opinion')) return 'two-stamps'
      return kind === 'close-panel' && panelOf(steps).length < approval.fewestExperts
        ? 'panel-too-small'
        : null
    case 'step-aside':
    case 'file':
    case 'archive':
      return null
  }
}

/**
 * Why a step that was taken cannot be withdrawn by this person; null: can. Opinions of experts stand side by side; everything
 * else builds on what was signed before it. A declared conflict is not withdrawn: who once had an interest does not lose it.
 *
 * @param seq of the step, counted from 1.
 */
export function withdrawalObstacle(
  actor: Pick<Actor, 'id'>,
  seq: number,
  { steps, voided, superseded }: ApprovalCase,
): StepRefusal | null {
  const taken = steps[seq - 1]
  if (!taken) return 'step-out-of-order'
  const { kind } = taken.step
  if (taken.actorId !== actor.id) return 'not-your-signature'
  if (kind === 'withdraw' || kind === 'step-aside') return 'not-withdrawable'
  const standing = standings(steps)
  if (standing[seq - 1] !== 'counts') return 'already-withdrawn'
  if (superseded) return 'version-superseded'
  // Whoever was told to change the draft and has begun to has built on the sending back.
  if (kind === 'send-back' && voided) return 'built-upon'
  const builds = (later: StepKind) =>
    later !== 'withdraw' && later !== 'step-aside' && !(kind === 'give-opinion' && later === 'give-opinion')
  const builtUpon = steps.some(({ step }, i) => i >= seq && standing[i] === 'counts' && builds(step.kind))
  return builtUpon ? 'built-upon' : null
}

declare const proof: unique symbol

/** Proof that this actor may take this step now; only `proveStep` mints it. */
export interface ProvenStep {
  readonly actor: Actor
  readonly step: Step
  readonly [proof]: 'step'
}

export function proveStep(actor: Actor, step: Step, approval: ApprovalCase): Result<ProvenStep, StepRefusal> {
  const refusal =
    step.kind === 'withdraw'
      ? withdrawalObstacle(actor, step.seq, approval)
      : obstacle(actor, step.kind, approval)
  if (refusal) return fail(refusal)
  if (step.kind === 'decide') {
    if (!approval.allowed.includes(step.decision)) return fail('decision-not-allowed')
    const dissent = panelOf(approval.steps).some(({ opinion }) => opinion === 'dissent')
    if (dissent && GOES_AHEAD.includes(step.decision) && step.dissentAnswer === '')
      return fail('dissent-unanswered')
    if (step.decision === 'partial' && step.conditions === '') return fail('conditions-missing')
  }
  if (step.kind === 'file') {
    const decidedOn = decisionOf(approval.steps)?.takenOn
    if (step.filedOn > approval.today) return fail('filed-in-future', { today: approval.today })
    if (decidedOn && step.filedOn < decidedOn) return fail('filed-before-decision', { decidedOn })
  }
  return ok({ actor, step } as ProvenStep)
}
