/**
 * Columns of a table that lead to persons.
 *
 * Lists of households come from registers with names, identity numbers and telephones in them. None of it is needed here
 * and none of it is kept; but such a file should not travel at all, so it is refused and the column named, instead of
 * being quietly read past. A column is known by its heading or by what stands in most of its cells.
 */
import { hasPersonalData, isIdentityNumber } from './personal-data.ts'
import { possibleNames } from './personal-names.ts'
import type { BadCell } from './table-rows.ts'

export type PersonalColumn =
  | 'column-of-identity-numbers'
  | 'column-of-phones'
  | 'column-of-addresses'
  | 'column-of-names'

/** In this order: 户主身份证号 is a column of identity numbers. */
const HEADINGS: readonly (readonly [PersonalColumn, RegExp])[] = [
  ['column-of-identity-numbers', /身份证|身份号|证件|公民身份|\bid\s*(card|number|no)/i],
  ['column-of-phones', /电话|手机|联系方式|微信|QQ|phone|mobile|\btel\b/i],
  ['column-of-addresses', /地址|住址|门牌|address/i],
  ['column-of-names', /姓名|户主|名字|联系人|负责人|代表人|\bname\b/i],
]

/** Three Han characters that begin like a family name and end like a place are a place. */
const PLACE = /[村组镇乡街社队区里湾寨屯店院坊庄沟坝桥营堡]$/

const isName = (cell: string) =>
  !PLACE.test(cell) && possibleNames(`姓名：${cell}`).some(({ text }) => text === cell)

const CONTENTS: readonly (readonly [PersonalColumn, (cell: string) => boolean])[] = [
  ['column-of-identity-numbers', (cell) => isIdentityNumber(cell) || /^\d{17}[\dXx]$/.test(cell)],
  ['column-of-phones', hasPersonalData],
  ['column-of-names', isName],
]

/** Fewer cells than this may look like anything. */
const FEWEST_CELLS = 3

/**
 * @param known headings that the import asks for; what stands below them is checked there.
 * @returns one entry per column, at row 1.
 */
export function personalColumns(table: readonly (readonly string[])[], known: readonly string[]): BadCell[] {
  const [headings = [], ...rows] = table
  return headings.flatMap((raw, at) => {
    const heading = raw.trim()
    if (known.includes(heading)) return []
    const cells = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '')
    const reason = byHeading(heading) ?? byContents(cells)
    return reason ? [{ row: 1, column: heading || String(at + 1), reason }] : []
  })
}

function byHeading(heading: string): PersonalColumn | null {
  return HEADINGS.find(([, expression]) => expression.test(heading))?.[0] ?? null
}

function byContents(cells: readonly string[]): PersonalColumn | null {
  if (cells.length < FEWEST_CELLS) return null
  const most = (test: (cell: string) => boolean) => cells.filter(test).length * 2 > cells.length
  return CONTENTS.find(([, test]) => most(test))?.[0] ?? null
}
