/** What was done of the measures, and the emergency plan. Offices only, no persons. */
import type { EmergencyPlan } from '../../lib/follow-up/emergency-plan.ts'
import type { MeasureState } from '../../lib/follow-up/measure-progress.ts'
import type { PostEvaluation } from '../../lib/follow-up/post-evaluation.ts'
import { json, primaryKey, table, text } from '../columns.ts'
import { assessmentId } from './assessments.ts'

export const measureProgress = table(
  'measure_progress',
  {
    assessmentId: assessmentId(),
    factorId: text().notNull(),
    measureId: text().notNull(),
    state: text().$type<MeasureState>().notNull(),
    doneOn: text(),
    proof: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.factorId, t.measureId] })],
)

export const emergencyPlans = table(
  'emergency_plans',
  {
    assessmentId: assessmentId(),
    plan: json().$type<EmergencyPlan>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId] })],
)

export const postEvaluations = table(
  'post_evaluations',
  {
    assessmentId: assessmentId(),
    evaluation: json().$type<PostEvaluation>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId] })],
)
