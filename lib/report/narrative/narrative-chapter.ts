/** The office's own text in its chapter, with today's values in the places of its bound fields. */
import { NARRATIVE_IDS, type NarrativeId } from '../../assessment/narrative.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import type { ReportWarning } from '../report-warning.ts'
import { listed } from '../wording.ts'
import { item, missing, written } from '../write.ts'
import { fieldValues } from './bound-fields.ts'
import { resolvedText, unknownFields } from './bound-text.ts'
import { handTypedConclusions } from './conclusions.ts'
import { unboundNumerals } from './numerals.ts'

export function narrative(id: NarrativeId): Chapter {
  return (input) => {
    const text = input.caseFile.narratives[id] ?? ''
    if (text.trim() === '') return []
    const fields = fieldValues(input)
    const unknown = unknownFields(text, fields)
    return [
      item('补充说明'),
      ...written(resolvedText(text, fields)),
      ...(unknown.length > 0 ? [missing(`补充说明引用了不存在的数据项：${listed(unknown)}。`)] : []),
    ]
  }
}

/** Numbers named in a warning at most; the review list has them all. */
const NAMED = 12

/** What whoever prints should know of the office's texts. */
export function narrativeWarnings(input: ReportInput): ReportWarning[] {
  const fields = fieldValues(input)
  const texts = NARRATIVE_IDS.map((id) => input.caseFile.narratives[id] ?? '')
  const unknown = texts.flatMap((text) => unknownFields(text, fields))
  const unbound = texts.flatMap((text) => unboundNumerals(text, fields).map((numeral) => numeral.text))
  const conclusions = texts.flatMap((text) => handTypedConclusions(text).map((statement) => statement.text))
  const warnings: ReportWarning[] = []
  if (unknown.length > 0) warnings.push({ kind: 'unknown-fields', names: listed([...new Set(unknown)]) })
  if (unbound.length > 0) {
    const more = unbound.length > NAMED ? '……' : ''
    warnings.push({
      kind: 'unbound-numbers',
      count: unbound.length,
      numbers: listed(unbound.slice(0, NAMED)) + more,
    })
  }
  if (conclusions.length > 0) {
    const words = listed([...new Set(conclusions)].slice(0, NAMED))
    warnings.push({ kind: 'hand-typed-conclusions', count: conclusions.length, words })
  }
  return warnings
}
