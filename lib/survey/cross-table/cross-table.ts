/**
 * 交叉表: two questions, or a question and the groups, in one table.
 *
 * The smaller the cells, the nearer to a single person; so the counts are hidden as everywhere (suppression/released.ts), with
 * the totals of both questions as they stand there: what is hidden in one place must not be opened in another. Shares are of
 * everybody in the row, answered or not, for a share of those who answered both would tell how many these are.
 */
import { type IndependenceTest, independenceTest } from '../../statistics/association/contingency.ts'
import { type Arc, hiddenArcs } from '../../statistics/cell-suppression.ts'
import type { ReleasedTable } from '../suppression/released.ts'
import type { CrossCounts } from './cross-counts.ts'

export interface CrossRow {
  readonly id: string
  readonly label: string
  /** Everybody in the row; null where hidden. */
  readonly total: number | null
  /** By column; null where hidden. */
  readonly counts: readonly (number | null)[]
}

/** Edges of the bands in which p is given where counts are hidden: with all its digits it would help to work them out. */
const P_BANDS = [0.001, 0.01, 0.05] as const
export type PBand = (typeof P_BANDS)[number]

export type TestOutcome =
  | {
      readonly found: Pick<IndependenceTest, 'p' | 'statistic' | 'df' | 'cramersV'>
      /** The least count expected is below five: the curve is a poor approximation. */
      readonly sparse: boolean
    }
  | {
      /** Counts are hidden: p is below this; null: it is 0.05 or more. */
      readonly below: PBand | null
      readonly sparse: boolean
    }
  | 'several-choices'
  | 'nothing-to-compare'

export interface CrossTable {
  readonly columns: readonly { readonly id: string; readonly label: string }[]
  readonly rows: readonly CrossRow[]
  /** Whether the shares of a row are parts of a whole. */
  readonly partition: boolean
  readonly anyHidden: boolean
  readonly test: TestOutcome
}

export interface CrossedQuestion {
  readonly released: ReleasedTable
  /** Which options are known as a sum, as the released table reckons. */
  readonly sumOf: (categoryId: string) => string
}

/** One category, or with several choices one option against the rest. */
interface State {
  readonly name: string
  /** Index in the counts; with `less`, that less this. */
  readonly at: number
  readonly less?: number
  readonly sum: string
  readonly shut: boolean
  readonly printed: boolean
}

function viewsOf({ released: { categories, choices, all }, sumOf }: CrossedQuestion): State[][] {
  const answered = categories.length
  const missing: State = { name: 'missing', at: answered + 1, sum: 'missing', shut: false, printed: false }
  if (choices === 'one')
    return [
      [
        ...categories.map(
          ({ id }, i): State => ({
            name: `${i}`,
            at: i,
            sum: `of ${sumOf(id)}`,
            shut: all.counts[i] === null,
            printed: true,
          }),
        ),
        missing,
      ],
    ]
  return categories.map((_, i) => {
    const shut = all.counts[i] === null
    return [
      { name: `${i}`, at: i, sum: 'of all', shut, printed: true },
      { name: `not ${i}`, at: answered, less: i, sum: 'of all', shut, printed: false },
      missing,
    ]
  })
}

export function crossTable(
  across: CrossedQuestion,
  down: CrossedQuestion,
  counts: CrossCounts,
  fewest: number,
): CrossTable {
  const columns = across.released.categories
  const rows = down.released.categories
  const hidden = rows.map(() => columns.map(() => false))
  for (const rowView of viewsOf(down))
    for (const columnView of viewsOf(across)) hideIn(rowView, columnView, counts, fewest, hidden)
  const anyHidden = hidden.some((row) => row.some(Boolean))
  const single = down.released.choices === 'one' && across.released.choices === 'one'
  return {
    columns: columns.map(({ id, label }) => ({ id, label })),
    rows: rows.map(({ id, label }, i) => ({
      id,
      label,
      total: down.released.all.counts[i] ?? null,
      counts: columns.map((_, j) => (hidden[i]![j] ? null : counts[i]![j]!)),
    })),
    partition: across.released.choices === 'one',
    anyHidden,
    test: single
      ? tested(
          rows.map((_, i) => columns.map((__, j) => counts[i]![j]!)),
          anyHidden,
        )
      : 'several-choices',
  }
}

/** A total stands as it stands in the released table: what is hidden there is protected here too. */
const totalShown = ({ shut }: State) =>
  shut ? ({ shown: 'cell', shut: true } as const) : ({ shown: 'fixed' } as const)

/** Hides in one view what must be hidden; marks it in `hidden`. */
function hideIn(
  rowView: readonly State[],
  columnView: readonly State[],
  counts: CrossCounts,
  fewest: number,
  hidden: boolean[][],
): void {
  const value = (row: State, column: State) => {
    const at = (i: number, j: number) => counts[i]?.[j] ?? 0
    const inRow = (i: number) => at(i, column.at) - (column.less === undefined ? 0 : at(i, column.less))
    return inRow(row.at) - (row.less === undefined ? 0 : inRow(row.less))
  }
  const cells = rowView.flatMap((row) => columnView.map((column) => ({ row, column, n: value(row, column) })))
  const total = (of: (cell: (typeof cells)[number]) => boolean) =>
    cells.filter(of).reduce((sum, { n }) => sum + n, 0)
  const arcs: Arc[] = [
    ...cells.map(
      ({ row, column, n }): Arc => ({
        from: `r${row.name}`,
        to: `c${column.name}`,
        value: n,
        // Of those who left a question open nothing is printed.
        shown: row.at === counts.length - 1 || column.at === counts[0]!.length - 1 ? 'never' : 'cell',
        ...(row.printed && column.printed ? {} : { price: 0.001 }),
      }),
    ),
    ...rowView.map((row): Arc => {
      const value = total((cell) => cell.row === row)
      return { from: row.sum, to: `r${row.name}`, value, ...totalShown(row) }
    }),
    ...columnView.map((column): Arc => {
      const value = total((cell) => cell.column === column)
      return { from: `c${column.name}`, to: `${column.sum} column`, value, ...totalShown(column) }
    }),
  ]
  const shut = hiddenArcs(arcs, fewest)
  cells.forEach(({ row, column }, k) => {
    if (shut[k] && row.printed && column.printed) hidden[row.at]![column.at] = true
  })
}

/** A question by group: the released table, turned. */
export function groupTable(
  { released }: CrossedQuestion,
  rows: readonly { readonly id: string; readonly label: string; readonly counts: readonly number[] }[],
): CrossTable {
  const anyHidden = released.rows.some(({ counts }) => counts.includes(null))
  return {
    columns: released.categories.map(({ id, label }) => ({ id, label })),
    rows: rows.map(({ id, label }) => {
      const row = released.rows.find(({ groupId }) => groupId === id)
      return { id, label, total: row?.answered ?? null, counts: row?.counts ?? [] }
    }),
    partition: released.choices === 'one',
    anyHidden,
    test:
      released.choices === 'one'
        ? tested(
            rows.map(({ counts }) => counts),
            anyHidden,
          )
        : 'several-choices',
  }
}

const LEAST_EXPECTED = 5

/** Pearson's test on the whole counts; empty rows and columns say nothing and are left out. */
function tested(table: readonly (readonly number[])[], anyHidden: boolean): TestOutcome {
  const sum = (values: readonly number[]) => values.reduce((total, n) => total + n, 0)
  const filled = table.filter((row) => sum(row) > 0)
  const columns = (table[0] ?? []).map((_, j) => sum(filled.map((row) => row[j]!)) > 0)
  const result = independenceTest(filled.map((row) => row.filter((_, j) => columns[j])))
  if (!result.ok) return 'nothing-to-compare'
  const { p, statistic, df, cramersV, smallestExpected } = result.value
  const sparse = smallestExpected < LEAST_EXPECTED
  if (anyHidden) return { below: P_BANDS.find((edge) => p < edge) ?? null, sparse }
  return { found: { p, statistic, df, cramersV }, sparse }
}
