/** A CSV file as rows of cells. */
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { fail, ok, type Result } from '../../lib/result.ts'

/** As much as an import may weigh; lib/ui/import-panel.tsx says it before the file is sent. */
const csvText = z.string().min(1).max(500_000)

/** Rows of different lengths are kept as they are: whoever reads the table names what is missing where. */
export function tableOf(entry: unknown): Result<string[][], 'unreadable-table'> {
  const text = csvText.safeParse(entry)
  if (!text.success) return fail('unreadable-table')
  try {
    return ok(parse(text.data, { bom: true, relax_column_count: true, skip_empty_lines: false }))
  } catch {
    return fail('unreadable-table')
  }
}
