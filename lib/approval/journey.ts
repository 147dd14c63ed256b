/**
 * 审定进程 as a picture: where the paper is, who had it, since when, and who has it now. A county official should see this at a
 * glance and without knowing the workflow.
 */
import type { Role } from '../assessment/access.ts'
import {
  type ApprovalCase,
  type ApprovalState,
  countedSteps,
  decisionOf,
  panelOf,
  rolesFor,
  type StepKind,
  stateOf,
} from './workflow.ts'

export const WAYPOINTS = [
  'frozen',
  'internal-review',
  'expert-panel',
  'decision',
  'filing',
  'archiving',
] as const satisfies readonly ('frozen' | ApprovalState)[]
export type Stage = (typeof WAYPOINTS)[number]

export interface Waypoint {
  readonly stage: Stage
  /** `stopped`: the paper goes no further from here. */
  readonly place: 'done' | 'now' | 'ahead' | 'stopped'
  readonly stoppedBy: 'sent-back' | 'voided' | 'superseded' | null
  /** Who carried it through, or sent it back. */
  readonly by: readonly string[]
  /** The day it was carried through or sent back; for `now` the day since which it waits. */
  readonly on: string | null
  /** Who is awaited: for `now` and `ahead`. */
  readonly roles: readonly Role[]
  /** Of the panel, as soon as it has begun. */
  readonly panel: { readonly opinions: number; readonly dissents: number; readonly needed: number } | null
  readonly decision: NonNullable<ReturnType<typeof decisionOf>>['decision'] | null
}

/** The step that carries a stage through. */
const CARRIES = {
  'internal-review': 'pass-review',
  'expert-panel': 'close-panel',
  decision: 'decide',
  filing: 'file',
  archiving: 'archive',
} as const satisfies Record<Exclude<Stage, 'frozen'>, StepKind>

type Travelled = Pick<ApprovalCase, 'steps' | 'voided' | 'superseded' | 'fewestExperts'> & {
  readonly frozenBy: string
  readonly frozenOn: string
}

export function journeyOf({
  steps,
  voided,
  superseded,
  fewestExperts,
  frozenBy,
  frozenOn,
}: Travelled): Waypoint[] {
  const counted = countedSteps(steps)
  const state = stateOf(steps)
  const sentBack = counted.find(({ step }) => step.kind === 'send-back')
  const votes = panelOf(steps)
  // A version that was sent back stands where its last stage was not carried through.
  const open = WAYPOINTS.find(
    (stage) => stage !== 'frozen' && !counted.some(({ step }) => step.kind === CARRIES[stage]),
  )
  const now = WAYPOINTS.indexOf(open ?? 'archiving')
  const since = counted.at(-1)?.takenOn ?? frozenOn
  return WAYPOINTS.map((stage, i): Waypoint => {
    if (stage === 'frozen') {
      const nothing = { stoppedBy: null, roles: [], panel: null, decision: null } as const
      return { stage, place: 'done', by: [frozenBy], on: frozenOn, ...nothing }
    }
    const carried = counted.find(({ step }) => step.kind === CARRIES[stage])
    const done = carried !== undefined && (i < now || state === 'archived')
    const stoppedBy = sentBack
      ? 'sent-back'
      : superseded && stage !== 'archiving'
        ? 'superseded'
        : voided && stage !== 'archiving'
          ? 'voided'
          : null
    const place = done ? 'done' : i > now ? 'ahead' : stoppedBy ? 'stopped' : 'now'
    const signers =
      place === 'stopped' && sentBack
        ? [sentBack]
        : stage === 'expert-panel' && place !== 'ahead'
          ? counted.filter(({ step }) => step.kind === 'give-opinion')
          : carried && done
            ? [carried]
            : []
    return {
      stage,
      place,
      stoppedBy: place === 'stopped' ? stoppedBy : null,
      by: signers.map(({ actorName }) => actorName),
      on: done
        ? carried.takenOn
        : place === 'stopped'
          ? (sentBack?.takenOn ?? null)
          : place === 'now'
            ? since
            : null,
      roles: done ? [] : rolesFor(stage, stage === 'expert-panel' ? 'give-opinion' : CARRIES[stage]),
      panel:
        stage === 'expert-panel' && place !== 'ahead'
          ? {
              opinions: votes.length,
              dissents: votes.filter(({ opinion }) => opinion === 'dissent').length,
              needed: Math.max(0, fewestExperts - votes.length),
            }
          : null,
      decision: stage === 'decision' && done ? (decisionOf(steps)?.decision ?? null) : null,
    }
  })
}
