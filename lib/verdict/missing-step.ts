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
  'survey-empty': 'survey',
  'groups-unheard': 'participation',
  'opposition-item': 'survey',
  'opinions-unanswered': 'opinions',
  economics: 'economics',
} as const satisfies Record<Missing, StepId>
