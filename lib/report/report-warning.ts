/** What an official should know about a report that was made all the same. */
import { z } from 'zod'

export const reportWarningShape = z.discriminatedUnion('kind', [
  /** No font could draw these; they are printed as 〓. Each once, separated by spaces. */
  z.object({ kind: z.literal('glyphs-missing'), characters: z.string() }),
  /** The archive format was refused and a plain PDF made instead. */
  z.object({ kind: z.literal('plain-pdf'), cause: z.string() }),
  /** A text processor gets the numbers of the figures as tables, which it can edit. */
  z.object({ kind: z.literal('figures-as-tables'), figures: z.number().int() }),
  /** The office's text names these and no such field exists. */
  z.object({ kind: z.literal('unknown-fields'), names: z.string() }),
  /** The office's text has numbers that equal no result. */
  z.object({ kind: z.literal('unbound-numbers'), count: z.number().int(), numbers: z.string() }),
  /** The office's text states a level, a verdict or a decision in words of its own. */
  z.object({ kind: z.literal('hand-typed-conclusions'), count: z.number().int(), words: z.string() }),
])
export type ReportWarning = z.infer<typeof reportWarningShape>

/** How the warnings travel beside a file: in one header, whose value may hold Latin letters only. */
export const WARNINGS_HEADER = 'x-report-warnings'

export function warningsAsHeader(warnings: readonly ReportWarning[]): string {
  return encodeURIComponent(JSON.stringify(warnings))
}

/** Nothing, rather than an error, where the header is missing or is none of ours. */
export function warningsInHeader(header: string | null): readonly ReportWarning[] {
  try {
    return z
      .array(reportWarningShape)
      .catch([])
      .parse(JSON.parse(decodeURIComponent(header ?? '[]')))
  } catch {
    return []
  }
}
