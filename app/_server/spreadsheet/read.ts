/**
 * A table out of a file that somebody filled in with Excel, WPS or a text editor.
 *
 * The answer is rows of text as they stand in the file, blank rows included, so that a row can be named by the number
 * the reader sees beside it. Cells of a formula are taken by the value that is shown; a formula that was never
 * calculated is an empty cell. Of a workbook the first sheet is read. The bytes say what a file is, not its name.
 */
import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import { fail, ok, type Result } from '../../../lib/result.ts'
import { LARGEST_TABLE } from '../../../lib/table-file.ts'
import { boundedWorkbook } from './bounded-workbook.ts'

export type UnreadableTable =
  | 'table-too-large'
  | 'table-kind-not-allowed'
  | 'old-workbook'
  | 'unreadable-table'

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, i) => bytes[i] === byte)

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** Compound files: Excel before 2007, and any workbook with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * @param filename decides nothing but the refusal of what is plainly no table, such as a photograph.
 * @returns rows of cells; rows of a CSV may differ in length.
 */
export async function readTable(
  bytes: Uint8Array,
  filename: string,
): Promise<Result<string[][], UnreadableTable>> {
  if (bytes.length > LARGEST_TABLE) return fail('table-too-large')
  if (startsWith(bytes, COMPOUND)) return fail('old-workbook')
  if (!/\.(csv|txt|tsv|xlsx)$/i.test(filename)) return fail('table-kind-not-allowed', { name: filename })
  return startsWith(bytes, ZIP) ? readFirstSheet(bytes) : readText(bytes)
}

async function readFirstSheet(bytes: Uint8Array): Promise<Result<string[][], UnreadableTable>> {
  const bounded = boundedWorkbook(bytes)
  if (!bounded.ok) return bounded
  try {
    const [sheet] = await readWorkbook(Buffer.from(bounded.value))
    return ok((sheet?.data ?? []).map((row) => row.map(cellText)))
  } catch {
    return fail('unreadable-table')
  }
}

/** Days are kept as days; a time of day within a cell is nothing a table of ours asks for. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell)
}

function readText(bytes: Uint8Array): Result<string[][], UnreadableTable> {
  const text = decode(bytes)
  // A picture or a document under the name of a table.
  if (text.includes('\u0000')) return fail('unreadable-table')
  const delimiter = delimiterOf(text)
  try {
    return ok(parse(text, { bom: true, relax_column_count: true, delimiter }))
  } catch {
    return fail('unreadable-table')
  }
}

/** Excel in China writes CSV in GB 18030 and "Unicode text" in UTF-16, everybody else writes UTF-8. */
function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** The sign that stands between the headings. */
function delimiterOf(text: string): string {
  const headings = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  if (headings.includes(',')) return ','
  return ['\t', ';'].find((sign) => headings.includes(sign)) ?? ','
}
