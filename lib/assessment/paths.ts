/** Where the pages of an assessment are: one place for the addresses that faces link to. */
import type { StepId } from './steps.ts'

export const NEW_ASSESSMENT_PATH = '/assessments/new'

export function assessmentPath(id: string): string {
  return `/assessments/${encodeURIComponent(id)}`
}

const STEP_PATH = {
  matter: '/matter',
  groups: '/matter#groups',
  participation: '/participation',
  dimensions: '/dimensions',
  risks: '/risks',
  survey: '/survey',
  opinions: '/opinions',
  disputes: '/disputes',
  economics: '/economics',
  'follow-up': '/follow-up',
  report: '/report',
} as const satisfies Record<StepId, string>

/** Frozen versions and their approval: what follows when the steps are done. */
export function approvalPath(id: string): string {
  return `${assessmentPath(id)}/approval`
}

/** What was done to the case, by whom and when. */
export function eventsPath(id: string): string {
  return `${assessmentPath(id)}/events`
}

export function stepPath(id: string, step: StepId): string {
  return assessmentPath(id) + STEP_PATH[step]
}
