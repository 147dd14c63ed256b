/** A table file that somebody chose in the browser, as checked entries or as a list of its bad cells. */
import type { Success } from '../../lib/result.ts'
import { tableFileShape } from '../../lib/table-file.ts'
import type { TableRows } from '../../lib/table-rows.ts'
import type { Saved } from '../../lib/ui/save.ts'
import { readTable } from './spreadsheet/read.ts'

type Refused = Extract<Saved, { readonly ok: false }>

export async function importedRows<Entry>(
  entry: unknown,
  rowsOf: (table: readonly (readonly string[])[]) => TableRows<Entry>,
): Promise<Success<readonly Entry[]> | Refused> {
  const file = tableFileShape.safeParse(entry)
  if (!file.success) {
    const large = file.error.issues.some(({ message }) => message === 'table-too-large')
    return { ok: false, reason: large ? 'table-too-large' : 'unreadable-table' }
  }
  const table = await readTable(file.data.bytes, file.data.name)
  if (!table.ok) return table
  const rows = rowsOf(table.value)
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
