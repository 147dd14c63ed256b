/** One number or fixed word that a narrative may quote. */
import type { Names } from '../../scheme/threshold.ts'
import type { ReportInput } from '../chapter.ts'
import { count } from '../format.ts'

export interface BoundField {
  /** What stands between the braces. */
  readonly id: string
  readonly label: Names
  /** As the report prints it; null where there is nothing to print. */
  readonly value: (input: ReportInput) => string | null
}

export function field(id: string, zh: string, en: string, value: BoundField['value']): BoundField {
  return { id, label: { zh, en }, value }
}

/** People and things counted; a count of none is a value. */
export function counted(id: string, zh: string, en: string, of: (input: ReportInput) => number): BoundField {
  return field(id, zh, en, (input) => count(of(input)))
}
