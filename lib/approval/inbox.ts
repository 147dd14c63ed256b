/**
 * 待我处理: what waits for one person among all assessments. Derived from where each newest version stands, the roles and who
 * drafted; nobody is assigned by hand, and nothing is stored.
 */
import { type Actor, may } from '../assessment/access.ts'
import { type ApprovalCase, countedSteps, obstacle, type StageStep, stateOf } from './workflow.ts'

/** Steps that bring a paper forward. Sending back and stepping aside are always open and call nobody. */
const FORWARD = [
  'pass-review',
  'give-opinion',
  'close-panel',
  'decide',
  'file',
  'archive',
] as const satisfies readonly StageStep[]

export type Task = (typeof FORWARD)[number] | 'rework' | 'refreeze'

/** The newest version of an assessment, as far as an inbox asks. */
export interface WaitingVersion extends Omit<ApprovalCase, 'editorIds'> {
  readonly assessmentId: string
  readonly title: string
  readonly number: number
  readonly frozenOn: string
  /** Whether the person whose inbox it is changed anything of the assessment. */
  readonly drafted: boolean
}

export interface InboxItem {
  readonly assessmentId: string
  readonly title: string
  readonly number: number
  readonly task: Task
  /** Since when, YYYY-MM-DD. */
  readonly since: string
}

function taskOf(actor: Actor, version: WaitingVersion): Task | null {
  const { steps, voided, drafted } = version
  const state = stateOf(steps)
  if (voided && state !== 'archiving') return may(actor, 'edit') ? 'refreeze' : null
  if (state === 'sent-back') return may(actor, 'edit') ? 'rework' : null
  const approval = { ...version, editorIds: drafted ? [actor.id] : [] }
  return FORWARD.find((kind) => obstacle(actor, kind, approval) === null) ?? null
}

/** What waits for this person, the longest waiting first. */
export function inboxOf(actor: Actor, versions: readonly WaitingVersion[]): InboxItem[] {
  return versions
    .flatMap((version): InboxItem[] => {
      const { assessmentId, title, number, steps, frozenOn } = version
      const task = taskOf(actor, version)
      const since = countedSteps(steps).at(-1)?.takenOn ?? frozenOn
      return task ? [{ assessmentId, title, number, task, since }] : []
    })
    .sort((a, b) => a.since.localeCompare(b.since))
}
