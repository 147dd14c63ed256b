/** The table of stakeholder groups out of a file, and what it would change. */
import { personalColumns } from '../personal-columns.ts'
import { fail } from '../result.ts'
import { type BadCell, type TableRows, tableRows, wordAsEntered } from '../table-rows.ts'
import { type GroupTotals, groupTotals } from './group-table.ts'
import { type StakeholderGroup, type StakeholderGroupEntry, stakeholderGroupShape } from './matter.ts'

const COLUMNS = [
  { heading: '群体名称', field: 'name' },
  { heading: '影响方式', field: 'effect' },
  { heading: '户数', field: 'households' },
  { heading: '人数', field: 'persons' },
] as const

/** The columns of an import, in the words of its template. */
export const GROUP_COLUMNS = COLUMNS.map(({ heading }) => heading)

const EFFECT_WORDS = {
  直接: 'direct',
  直接影响: 'direct',
  间接: 'indirect',
  间接影响: 'indirect',
} as const satisfies Record<string, StakeholderGroupEntry['effect']>

/** As many as the table of groups takes. */
const MOST_GROUPS = 200

/** 1,200 and １２００ as numbers; an empty cell is nothing, never zero. */
function wholeNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
  return plain === '' ? undefined : Number(plain)
}

/** The groups of a file. A group of a known name keeps its id, and with it what belongs to it. */
export function groupsOf(
  table: readonly (readonly string[])[],
  current: readonly StakeholderGroup[],
): TableRows<StakeholderGroupEntry & { id?: string }> {
  const personal = personalColumns(table, GROUP_COLUMNS)
  if (personal.length > 0) return refused(personal)
  const rows = tableRows(
    table,
    COLUMNS,
    stakeholderGroupShape,
    (cells) => ({
      name: cells.name,
      effect: wordAsEntered(EFFECT_WORDS, cells.effect),
      households: wholeNumber(cells.households),
      persons: wholeNumber(cells.persons),
    }),
    ({ name }) => name,
  )
  if (!rows.ok) return rows
  if (rows.value.length > MOST_GROUPS) {
    return refused([{ row: MOST_GROUPS + 2, column: GROUP_COLUMNS[0] ?? '', reason: 'too-many' }])
  }
  const idOf = new Map(current.map(({ name, id }) => [name, id]))
  return {
    ok: true,
    value: rows.value.map((row) => {
      const id = idOf.get(row.name)
      return id === undefined ? row : { ...row, id }
    }),
  }
}

function refused(badCells: readonly BadCell[]) {
  return { ...fail('bad-rows', { rows: badCells.length }), badCells }
}

export interface GroupChanges {
  readonly added: readonly StakeholderGroupEntry[]
  readonly changed: readonly { readonly before: StakeholderGroup; readonly after: StakeholderGroupEntry }[]
  /** Gone after the import, with their links to lists and answers. */
  readonly removed: readonly StakeholderGroup[]
  readonly unchanged: number
  readonly totals: { readonly before: GroupTotals; readonly after: GroupTotals }
}

/** What replacing the table of groups by another one changes. */
export function groupChanges(
  current: readonly StakeholderGroup[],
  next: readonly StakeholderGroupEntry[],
): GroupChanges {
  const known = (name: string) => current.find((group) => group.name === name)
  const differs = (before: StakeholderGroup, after: StakeholderGroupEntry) =>
    before.effect !== after.effect ||
    before.households !== after.households ||
    before.persons !== after.persons
  const kept = next.flatMap((after) => {
    const before = known(after.name)
    return before ? [{ before, after }] : []
  })
  const changed = kept.filter(({ before, after }) => differs(before, after))
  return {
    added: next.filter(({ name }) => !known(name)),
    changed,
    removed: current.filter(({ name }) => !next.some((group) => group.name === name)),
    unchanged: kept.length - changed.length,
    totals: { before: groupTotals(current).all, after: groupTotals(next).all },
  }
}
