/** A table as a file that somebody chose: a CSV or an Excel workbook, as its name and its bytes. */
import { z } from 'zod'

/** What a table file may weigh: some 60,000 rows of a few columns. Larger ones are taken in parts. */
export const LARGEST_TABLE = 1_500_000

export const tableFileShape = z.object({
  name: z.string().min(1).max(255),
  bytes: z
    .instanceof(Uint8Array)
    .refine(({ length }) => length > 0 && length <= LARGEST_TABLE, 'table-too-large'),
})
export type TableFile = z.infer<typeof tableFileShape>

/** What a chooser of files offers; the bytes decide what is read. */
export const TABLE_KINDS =
  '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
