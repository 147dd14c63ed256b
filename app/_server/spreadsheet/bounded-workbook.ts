/**
 * An .xlsx file, unpacked within bounds and packed again.
 *
 * A workbook is a ZIP of XML. A file of a few kilobytes can unpack to gigabytes, and one cell in the last row and column
 * makes a reader that fills gaps build 17 thousand million cells. So it is unpacked here first, and cells without
 * content, which Excel writes wherever somebody once set a border, are left out before the bounds are checked.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { fail, ok, type Result } from '../../../lib/result.ts'

const MOST_BYTES = 60_000_000
const MOST_ROWS = 200_000
const MOST_COLUMNS = 300
const MOST_CELLS = 5_000_000

export function boundedWorkbook(
  bytes: Uint8Array,
): Result<Uint8Array, 'table-too-large' | 'unreadable-table'> {
  let declared = 0
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/.test(name)) return false
        declared += originalSize
        return declared <= MOST_BYTES
      },
    })
  } catch {
    return fail('unreadable-table')
  }
  if (declared > MOST_BYTES) return fail('table-too-large')
  if (!parts['xl/workbook.xml']) return fail('unreadable-table')
  const sheets = Object.keys(parts).filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
  for (const name of sheets) {
    const sheet = withoutEmptyCells(strFromU8(parts[name] ?? new Uint8Array()))
    if (!withinBounds(sheet)) return fail('table-too-large')
    parts[name] = strToU8(sheet)
  }
  return ok(zipSync(parts, { level: 0 }))
}

function withoutEmptyCells(sheet: string): string {
  return sheet
    .replace(/<c\b[^>]*\/>/g, '')
    .replace(/<row\b[^>]*\/>/g, '')
    .replace(/<row\b[^>]*[^/]>\s*<\/row>/g, '')
}

/** The last row and column that a cell or row claims. */
function withinBounds(sheet: string): boolean {
  let rows = 0
  let columns = 0
  for (const [, letters, digits] of sheet.matchAll(/<(?:c|row)\b[^>]*?\br="([A-Z]*)(\d+)"/g)) {
    rows = Math.max(rows, Number(digits))
    columns = Math.max(columns, columnNumber(letters ?? ''))
  }
  return rows <= MOST_ROWS && columns <= MOST_COLUMNS && rows * columns <= MOST_CELLS
}

/** A is 1, Z 26, AA 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
