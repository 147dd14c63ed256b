/** Reading chapters in tests: their words, their tables, and cases that differ from the example in one part. */
import type { CaseFile } from '../assessment/case-file.ts'
import type { Results } from '../verdict/results.ts'
import type { Block } from './blocks.ts'
import type { Chapter, ReportInput } from './chapter.ts'
import { EXAMPLE_CASE, EXAMPLE_INPUT, EXAMPLE_RESULTS } from './example-input.fixture.ts'

export function withCase(part: Partial<CaseFile>): ReportInput {
  return { ...EXAMPLE_INPUT, caseFile: { ...EXAMPLE_CASE, ...part } }
}

export function withResults(part: Partial<Results>): ReportInput {
  return { ...EXAMPLE_INPUT, results: { ...EXAMPLE_RESULTS, ...part } }
}

/** Every word of some blocks, in order. */
export function words(blocks: readonly Block[]): string {
  const collect = (value: unknown): string => {
    if (typeof value === 'string') return `${value}\n`
    if (Array.isArray(value)) return value.map(collect).join('')
    if (value && typeof value === 'object') return Object.values(value).map(collect).join('')
    return ''
  }
  return collect(blocks)
}

export function said(chapter: Chapter, input = EXAMPLE_INPUT): string {
  return words(chapter(input))
}

export function rowsOf(blocks: readonly Block[], label: string): readonly (readonly string[])[] {
  const table = blocks.find((block) => block.kind === 'table' && block.label === label)
  if (table?.kind !== 'table') throw new Error(`no table ${label}`)
  return table.rows
}
