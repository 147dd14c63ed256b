import type { StepId } from '../assessment/steps.ts'
import type { Missing } from './results.ts'

/** The step on whose page a missing part is entered. */
export const MISSING_STEP = {
  groups: 'groups',
  dimensions: 'dimensions',
  factors: 'risks',
  weights: 'risks',
  'event-size': 'risks',
  survey: 'survey',
  'survey-open': 'survey',
  'survey-counting': 'survey',
  'survey-empty': 'survey',
  'sample-insufficient': 'survey',
  'groups-unheard': 'participation',
  'opposition-item': 'survey',
  'opinions-unanswered': 'opinions',
  economics: 'economics',
  'no-notice': 'participation',
  'notice-too-short': 'participation',
  'notice-shortened': 'participation',
  'notice-running': 'participation',
  'hearing-without-reason': 'participation',
  'hearing-shortened': 'participation',
  'few-experts': 'participation',
  'no-screening': 'disputes',
  'no-emergency-plan': 'follow-up',
  'reduction-unfounded': 'risks',
  'measures-lapsed': 'follow-up',
} as const satisfies Record<Missing, StepId>
