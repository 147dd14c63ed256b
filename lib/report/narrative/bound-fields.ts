/**
 * Every number and every fixed word that a narrative may quote, with its name and how it reads today.
 *
 * A field has no value where its data are missing or must not be shown (an open survey, a group below k, a level that no
 * verdict supports): a text can then say nothing about it either. The words of level, verdict and decision are fields
 * too, so that a text which quotes them changes with them.
 */
import type { ReportInput } from '../chapter.ts'
import type { BoundField, FieldValue } from './bound-field.ts'
import { ECONOMIC_FIELDS } from './fields-of-economics.ts'
import { PARTICIPATION_FIELDS } from './fields-of-participation.ts'
import { fieldsOfParts } from './fields-of-parts.ts'
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

/** What may be printed of every question is reckoned anew for no chapter of the same report. */
const known = new WeakMap<ReportInput, readonly FieldValue[]>()

export function fieldValues(input: ReportInput): readonly FieldValue[] {
  const found = known.get(input) ?? valuesOf(input)
  known.set(input, found)
  return found
}

function valuesOf(input: ReportInput): FieldValue[] {
  const general = BOUND_FIELDS.map(({ id, label, value }) => ({
    id,
    label,
    value: value(input),
    about: subjectOf(label.zh),
    units: unitsOf(label.zh),
  }))
  return [...general, ...fieldsOfParts(input)]
}

/** What every second field says, and which therefore tells none from another. */
const COMMON =
  /\d+%|置信区间|有效作答|比例|合计|措施[前后]|登记|综合|结论|指标|日期|（.*?）|[份户人项件篇次]?数$|[份户人项件篇次]数|T$/g

/** Any two characters of what is left of a name: 收回答卷 is also meant by 收回问卷. */
function subjectOf(label: string): string[] {
  return label
    .replace(COMMON, ' ')
    .split(' ')
    .flatMap((piece) => [...piece].slice(0, -1).map((sign, i) => sign + [...piece][i + 1]))
}

function unitsOf(label: string): string[] {
  if (label.endsWith('户数')) return ['户']
  if (label.endsWith('人数')) return ['人', '名']
  if (label.endsWith('份数') || label.endsWith('作答数')) return ['份', '人']
  return label.endsWith('数') ? ['个', '项', '条', '次', '类', '件', '篇', '场', '家'] : []
}
