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

/** A field as an editor shows it: a plain value. */
export interface FieldValue {
  readonly id: string
  readonly label: Names
  readonly value: string | null
  /** A number written by hand speaks of this field only where one of these words stands near it. */
  readonly about: readonly string[]
  /** For the numbers of one group, factor or option: what else the number's own clause must say. */
  readonly part?: { readonly says: string }
  /** What it may count when written by hand; empty where the value has its unit in it. */
  readonly units: readonly string[]
}

export function field(id: string, zh: string, en: string, value: BoundField['value']): BoundField {
  return { id, label: { zh, en }, value }
}

/** People and things counted; a count of none is a value. */
export function counted(id: string, zh: string, en: string, of: (input: ReportInput) => number): BoundField {
  return field(id, zh, en, (input) => count(of(input)))
}
