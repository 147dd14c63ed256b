/**
 * 户编号名册: which households of a group there are, by list number and nothing else.
 *
 * A sample is drawn from a list. The village keeps one with names; the workbench asks only for its numbers (17, 3-012), so
 * that a drawn household can be found on the village's own list by those who visit it, and by nobody else. Numbers that
 * look like a telephone or an identity number are refused. Where a group brings no list its households count from 1 to N.
 */
import { z } from 'zod'
import { digestText } from '../../integrity/digest.ts'
import { personalColumns } from '../../personal-columns.ts'
import { hasPersonalData } from '../../personal-data.ts'
import { fail } from '../../result.ts'
import { type TableRows, tableRows } from '../../table-rows.ts'

/** Digits and Latin letters with separators between them: a name does not fit in. */
const LIST_NUMBER = /^[0-9A-Za-z]+(?:[-/.][0-9A-Za-z]+)*$/
const LONGEST = 16

const listNumberShape = z.string().superRefine((text, context) => {
  const complain = (message: string) => context.addIssue({ code: 'custom', message })
  if (text === '') complain('required')
  else if (/^\d{15,18}[Xx]?$/.test(text)) complain('looks-like-identity-number')
  else if (hasPersonalData(text)) complain('looks-like-phone')
  else if (text.length > LONGEST || !LIST_NUMBER.test(text)) complain('not-a-list-number')
})

export interface ListedHousehold {
  readonly groupId: string
  readonly number: string
}

export interface NamedGroup {
  readonly id: string
  readonly name: string
}

const COLUMNS = [
  { heading: '户编号', field: 'number' },
  { heading: '群体名称', field: 'group' },
] as const

/** The columns of an import, in the words of its template. */
export const HOUSEHOLD_COLUMNS = COLUMNS.map(({ heading }) => heading)

/** Full-width digits and letters as half-width ones: the same number must not stand twice. */
const plain = (text: string) => text.normalize('NFKC').trim()

/** A list of households, each with its group. */
export function householdsOf(
  table: readonly (readonly string[])[],
  groups: readonly NamedGroup[],
): TableRows<ListedHousehold> {
  const personal = personalColumns(table, HOUSEHOLD_COLUMNS)
  if (personal.length > 0) return { ...fail('bad-rows', { rows: personal.length }), badCells: personal }
  const idOf = new Map(groups.map(({ id, name }) => [name, id]))
  const shape = z
    .object({
      number: listNumberShape,
      group: z.string().refine((name) => idOf.has(name), 'unknown-group-name'),
    })
    .transform(({ number, group }) => ({ number, groupId: idOf.get(group) ?? '' }))
  return tableRows(
    table,
    COLUMNS,
    shape,
    ({ number, group }) => ({ number: plain(number), group }),
    ({ groupId, number }) => JSON.stringify([groupId, number]),
  )
}

/** The numbers by group, each list sorted byte by byte. */
export function listsByGroup(households: readonly ListedHousehold[]): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, string[]>()
  for (const { groupId, number } of households) {
    const list = lists.get(groupId)
    if (list) list.push(number)
    else lists.set(groupId, [number])
  }
  for (const list of lists.values()) list.sort(byBytes)
  return lists
}

/** What stands for a group that brings no list: 1 to N. */
export function countedHouseholds(households: number): string[] {
  return Array.from({ length: households }, (_, i) => String(i + 1)).sort(byBytes)
}

/** Compares as the bytes of UTF-8 do, the order of `LC_ALL=C sort`; UTF-16 units differ from it for surrogates only. */
export function byBytes(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  for (let i = 0; i < shorter; i += 1) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

const rank = (unit: number) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

/**
 * SHA-256 over the sorted numbers, each with a line feed: what `LC_ALL=C sort -u | sha256sum` says about a file of them.
 * It binds a draw to one list without telling the list.
 */
export function listDigest(sorted: readonly string[]): string {
  return digestText(sorted.map((number) => `${number}\n`).join(''))
}
