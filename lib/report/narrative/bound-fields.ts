/**
 * Every number and every fixed word that a narrative may quote, with its name and how it reads today.
 *
 * A field has no value where its data are missing or must not be shown (an open survey, a group below k, a level that no
 * verdict supports): a text can then say nothing about it either. The words of level, verdict and decision are fields
 * too, so that a text which quotes them changes with them.
 */
import type { Names } from '../../scheme/threshold.ts'
import type { ReportInput } from '../chapter.ts'
import type { BoundField } from './bound-field.ts'
import { ECONOMIC_FIELDS } from './fields-of-economics.ts'
import { PARTICIPATION_FIELDS } from './fields-of-participation.ts'
import { DIMENSION_FIELDS, RISK_FIELDS } from './fields-of-risk.ts'
import { MATTER_FIELDS, SURVEY_FIELDS } from './fields-of-survey.ts'

export const BOUND_FIELDS: readonly BoundField[] = [
  ...MATTER_FIELDS,
  ...SURVEY_FIELDS,
  ...PARTICIPATION_FIELDS,
  ...DIMENSION_FIELDS,
  ...RISK_FIELDS,
  ...ECONOMIC_FIELDS,
]

/** A field as an editor shows it: a plain value. */
export interface FieldValue {
  readonly id: string
  readonly label: Names
  readonly value: string | null
}

export function fieldValues(input: ReportInput): FieldValue[] {
  return BOUND_FIELDS.map(({ id, label, value }) => ({ id, label, value: value(input) }))
}
