/** A CSV file that somebody chose in the browser, as checked entries or as a list of its bad cells. */
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Success } from '../../lib/result.ts'
import type { TableRows } from '../../lib/table-rows.ts'
import type { Saved } from '../../lib/ui/save.ts'

/** As much as an import may weigh; lib/ui/import-panel.tsx says it before the file is sent. */
const csvText = z.string().min(1).max(500_000)

type Refused = Extract<Saved, { readonly ok: false }>

export function importedRows<Entry>(
  entry: unknown,
  rowsOf: (table: readonly (readonly string[])[]) => TableRows<Entry>,
): Success<readonly Entry[]> | Refused {
  const table = cellsOf(entry)
  if (!table) return { ok: false, reason: 'unreadable-table' }
  const rows = rowsOf(table)
  if (rows.ok) return rows
  const issues = rows.badCells?.map(({ row, column, reason }) => ({
    path: [String(row), column],
    message: reason,
  }))
  return {
    ok: false,
    reason: rows.reason,
    ...(rows.details && { details: rows.details }),
    ...(issues && { issues }),
  }
}

/** Rows of different lengths are kept as they are: whoever reads the table names what is missing where. */
function cellsOf(entry: unknown): string[][] | null {
  const text = csvText.safeParse(entry)
  if (!text.success) return null
  try {
    return parse(text.data, { bom: true, relax_column_count: true })
  } catch {
    return null
  }
}
