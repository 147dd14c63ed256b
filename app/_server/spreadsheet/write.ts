/**
 * Tables as files for Excel and for programs.
 *
 * A text that begins like a formula runs when the file is opened: a resident's "=HYPERLINK(…)" must not. In a workbook
 * texts are typed as texts; in CSV, which knows no types, such a text gets an apostrophe in front, as Excel itself shows
 * it. Numbers stay numbers in both. The same table gives the same bytes.
 */
import { stringify } from 'csv-stringify/sync'
import { unzipSync, zipSync } from 'fflate'
import writeXlsx, { type SheetData } from 'write-excel-file/node'

export type TableCell = string | number | null

export interface SheetColumn {
  readonly heading: string
  /** In characters of the sheet's font; a Han character takes two. */
  readonly width?: number
}

export interface Sheet {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly TableCell[])[]
}

/** What a cell of Excel holds. */
const LONGEST_CELL = 32_767
const LONGEST_NAME = 31

export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = uniqueNames(sheets.map(({ name }) => name))
  const file = writeXlsx(
    sheets.map(({ columns, rows }, i) => ({
      sheet: names[i] ?? `${i + 1}`,
      data: [
        columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cell)),
      ] satisfies SheetData,
      columns: columns.map(({ heading, width }) => ({ width: width ?? widthOf(heading) })),
      stickyRowsCount: 1,
    })),
  )
  return withoutTimes(await file.toBuffer())
}

/** UTF-8 with the mark that tells Excel so, lines ended as RFC 4180 has them. */
export function writeCsv(columns: readonly string[], rows: readonly (readonly TableCell[])[]): string {
  const plain = (cell: TableCell) => (typeof cell === 'string' ? harmless(cell) : (cell ?? ''))
  const table = [columns.map(harmless), ...rows.map((row) => row.map(plain))]
  return stringify(table, { bom: true, record_delimiter: 'windows' })
}

/** The full-width signs too: Excel reads them as the half-width ones. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}

function cell(value: TableCell) {
  if (value === null || value === '') return null
  return typeof value === 'number'
    ? { value, type: Number }
    : { value: value.slice(0, LONGEST_CELL), type: String }
}

/** As Excel allows them: 31 characters, none of []:*?/\, no apostrophe at an end, none twice. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name, i) => {
    const allowed =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || `${i + 1}`
    let unique = allowed.slice(0, LONGEST_NAME)
    for (let n = 2; taken.has(unique.toLowerCase()); n += 1) {
      const suffix = ` (${n})`
      unique = allowed.slice(0, LONGEST_NAME - suffix.length) + suffix
    }
    taken.add(unique.toLowerCase())
    return unique
  })
}

const widthOf = (heading: string) => Math.min(60, Math.max(10, [...heading].length * 2 + 4))

/** A ZIP says when each part was packed; the first day that its format knows stands for all of them. */
function withoutTimes(workbook: Uint8Array): Uint8Array {
  return zipSync(unzipSync(workbook), { mtime: '1980-01-01T12:00:00' })
}
