/**
 * 小数抑制后的计数: the counts of a closed survey by question, option and group, as they may leave the house.
 *
 * How many of a group answered is participation and is always stated. What they answered is not stated where it is about
 * one to k − 1 people, nor where such a count could be worked out from what is stated (see
 * statistics/cell-suppression.ts). The shares that the
 * indices print for all groups together are stated in any case, since the level rests on them; they are taken as known
 * when it is judged what can be worked out.
 *
 * A question that is only for those who gave a certain answer before is answered by as many as gave it. So it is stated by
 * group only where the counts of that answer are stated for every group, and at all only where they are stated for all.
 *
 * The page, exports, cross-tables, the report and the public all use this one reckoning: two tables that hide different
 * counts of the same answers would give each other away.
 */

import { type Arc, hiddenArcs } from '../../statistics/cell-suppression.ts'
import { INDEX_NAMES, optionsOf, type Question, type Questionnaire } from '../questionnaire.ts'
import { pooled, type QuestionTally, type Tally } from '../tally.ts'
import { binLabel, valueBins } from '../value-bins.ts'

export interface Category {
  readonly id: string
  readonly label: string
  /** The cells counted in it. */
  readonly cells: readonly string[]
}

/** One table of counts: a question, or a row of a matrix, or the first place of a ranking. */
export interface CountedTable {
  readonly questionId: string
  /** The row of a matrix; null elsewhere. */
  readonly part: { readonly id: string; readonly label: string } | null
  /** Whether one person counts in one category only. */
  readonly choices: 'one' | 'several'
  /** The most that one person may choose; null without such a rule. */
  readonly most: number | null
  readonly categories: readonly Category[]
  readonly rows: readonly CountedRow[]
}

export interface CountedRow {
  readonly groupId: string
  readonly answered: number
  /** By category. */
  readonly counts: readonly number[]
}

export interface ReleasedRow {
  /** Null for all groups together. */
  readonly groupId: string | null
  /** Null where it is hidden: how many were asked a question that is for some only tells what they answered before. */
  readonly answered: number | null
  /** By category; null where the count is hidden. */
  readonly counts: readonly (number | null)[]
}

export interface ReleasedTable extends Omit<CountedTable, 'rows'> {
  readonly rows: readonly ReleasedRow[]
  readonly all: ReleasedRow
  /** Groups for which the number of opposed may not be stated; empty where the question does not measure opposition. */
  readonly opposedHidden: ReadonlySet<string>
}

const NOTHING: QuestionTally = { answered: 0, options: {} }

/** The tables of a question before anything is hidden; none for texts and information. */
export function countedTables(question: Question, tally: Tally, fewest: number): CountedTable[] {
  const of = (groupId: string) =>
    tally.find((group) => group.groupId === groupId)?.questions[question.id] ?? NOTHING
  const table = (
    part: CountedTable['part'],
    categories: readonly Category[],
    answeredOf: (counted: QuestionTally) => number = (counted) => counted.answered,
  ): CountedTable => ({
    questionId: question.id,
    part,
    choices: question.type === 'multiple' && question.atMost !== 1 ? 'several' : 'one',
    most: question.type === 'multiple' ? (question.atMost ?? null) : null,
    categories,
    rows: tally.map(({ groupId }) => {
      const counted = of(groupId)
      return {
        groupId,
        answered: answeredOf(counted),
        counts: categories.map(({ cells }) =>
          cells.reduce((sum, cell) => sum + (counted.options[cell] ?? 0), 0),
        ),
      }
    }),
  })
  const plain = (options: readonly { id: string; label: string }[], cellOf = (id: string) => id) =>
    options.map(({ id, label }) => ({ id, label, cells: [cellOf(id)] }))
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'scale':
      return [table(null, plain(optionsOf(question)))]
    case 'matrix':
      return question.rows.map((row) =>
        table(
          { id: row.id, label: row.label },
          plain(question.options, (id) => `${row.id}:${id}`),
          (counted) => counted.options[`${row.id}:answered`] ?? 0,
        ),
      )
    case 'ranking':
      return [
        table(
          null,
          plain(question.options, (id) => `${id}#1`),
        ),
      ]
    case 'number':
    case 'date': {
      const bins = valueBins(question, pooled(tally).questions[question.id]?.options ?? {}, fewest)
      return [
        table(
          null,
          bins.map((bin, i) => ({ id: `bin${i + 1}`, label: binLabel(question, bin), cells: bin.cells })),
        ),
      ]
    }
    case 'text':
    case 'info':
      return []
  }
}

/** Which of the printed index shares an option counts toward: options alike in this are known as a sum. */
export function knownSums(questionnaire: Questionnaire, questionId: string): (optionId: string) => string {
  const about = INDEX_NAMES.filter((name) => {
    const item = questionnaire.indices[name]
    return item?.questionIds.length === 1 && item.questionIds[0] === questionId
  })
  return (optionId) =>
    about.filter((name) => questionnaire.indices[name]?.optionIds.includes(optionId)).join('+')
}

interface HiddenCounts {
  readonly rows: readonly (readonly boolean[])[]
  readonly all: readonly boolean[]
  readonly opposed: ReadonlySet<string>
}

/** How many options' counts the number of opposed is worth. */
const OPPOSED_PRICE = 5

/** One answer each: people run from their group (by way of opposed or not, where that is printed) to an option. */
function hideChoice(table: CountedTable, questionnaire: Questionnaire, fewest: number): HiddenCounts {
  const { categories, rows, questionId } = table
  const sumOf = knownSums(questionnaire, questionId)
  const item = questionnaire.indices.opposition
  const opposes = item?.questionIds[0] === questionId ? item.optionIds : null
  const arcs: Arc[] = []
  const place = new Map<string, number>()
  const add = (name: string, arc: Arc) => {
    place.set(name, arcs.length)
    arcs.push(arc)
  }
  rows.forEach(({ counts }, i) => {
    if (opposes)
      for (const side of ['opposed', 'rest']) {
        const value = counts.reduce(
          (sum, n, j) => sum + (opposes.includes(categories[j]!.id) === (side === 'opposed') ? n : 0),
          0,
        )
        // The number of opposed is what a level rests on, so it is the last to go; the rest goes with it for nothing.
        const price = side === 'opposed' ? (value + 1) * OPPOSED_PRICE : 0.001
        add(`${i} ${side}`, { from: `g${i}`, to: `g${i} ${side}`, value, shown: 'cell', price })
      }
    categories.forEach(({ id }, j) => {
      const side = opposes ? (opposes.includes(id) ? ' opposed' : ' rest') : ''
      add(`${i},${j}`, { from: `g${i}${side}`, to: `c${j}`, value: counts[j]!, shown: 'cell' })
    })
  })
  categories.forEach(({ id }, j) => {
    const value = rows.reduce((sum, { counts }) => sum + counts[j]!, 0)
    add(`all,${j}`, { from: `c${j}`, to: `all ${sumOf(id)}`, value, shown: 'cell' })
  })
  const hidden = hiddenArcs(arcs, fewest)
  const shut = (name: string) => hidden[place.get(name) ?? -1] ?? false
  return {
    rows: rows.map((_, i) => categories.map((__, j) => shut(`${i},${j}`))),
    all: categories.map((_, j) => shut(`all,${j}`)),
    opposed: new Set(rows.flatMap(({ groupId }, i) => (opposes && shut(`${i} opposed`) ? [groupId] : []))),
  }
}

/** Several answers each: every option is a table of its own, of those who chose it and those who did not. */
function hideChoices(table: CountedTable, fewest: number): HiddenCounts {
  const { categories, rows, most } = table
  const shut = new Set<string>()
  const hideOption = (j: number) => {
    const arcs = rows.flatMap(({ answered, counts }, i): Arc[] => [
      { from: `g${i}`, to: 'chosen', value: counts[j]!, shown: 'cell', shut: shut.has(`${i}`) },
      { from: `g${i}`, to: 'rest', value: answered - counts[j]!, shown: 'cell' },
    ])
    const chosen = rows.reduce((sum, { counts }) => sum + counts[j]!, 0)
    const answered = rows.reduce((sum, row) => sum + row.answered, 0)
    arcs.push(
      { from: 'chosen', to: 'all', value: chosen, shown: 'cell', shut: shut.has('all') },
      { from: 'rest', to: 'all', value: answered - chosen, shown: 'cell' },
    )
    const hidden = hiddenArcs(arcs, fewest)
    return [...rows.map((_, i) => hidden[2 * i]!), hidden[2 * rows.length]!]
  }
  for (;;) {
    const columns = categories.map((_, j) => hideOption(j))
    // Where nearly all choices that are allowed were made, the options' sum is nearly known: all of them or none.
    const tight = [...rows, totalOf(table)].flatMap((row, i) => {
      const sum = row.counts.reduce((total, n) => total + n, 0)
      const near = most !== null && most * row.answered - sum < fewest
      const some = columns.some((column) => column[i])
      const every = columns.every((column, j) => column[i] || row.counts[j] === 0)
      const name = i < rows.length ? `${i}` : 'all'
      return near && some && !every && !shut.has(name) ? [name] : []
    })
    if (tight.length === 0)
      return {
        rows: rows.map((_, i) => columns.map((column) => column[i]!)),
        all: columns.map((column) => column[rows.length]!),
        opposed: new Set(),
      }
    for (const name of tight) shut.add(name)
  }
}

function totalOf({ categories, rows }: CountedTable): { answered: number; counts: number[] } {
  return {
    answered: rows.reduce((sum, row) => sum + row.answered, 0),
    counts: categories.map((_, j) => rows.reduce((sum, { counts }) => sum + counts[j]!, 0)),
  }
}

/** Whether a question's conditions leave its counts to be stated, by group and for all. */
interface Decided {
  readonly byGroup: boolean
  readonly all: boolean
}

/** What the counts of the answers that decide over a question allow to be stated of it. */
function decidedBy({ showIf }: Question, deciders: ReadonlyMap<string, readonly ReleasedTable[]>): Decided {
  const open = (row: ReleasedRow, columns: readonly number[]) =>
    row.answered !== null && columns.every((j) => row.counts[j] !== null)
  const parts = (showIf?.conditions ?? []).map(({ questionId, rowId, optionIds }): Decided => {
    const table = deciders.get(questionId)?.find(({ part }) => (part?.id ?? undefined) === rowId)
    if (!table) return { byGroup: false, all: false }
    const columns = table.categories.flatMap(({ id }, j) => (optionIds.includes(id) ? [j] : []))
    return { byGroup: table.rows.every((row) => open(row, columns)), all: open(table.all, columns) }
  })
  return { byGroup: parts.every(({ byGroup }) => byGroup), all: parts.every(({ all }) => all) }
}

function releasedTable(
  table: CountedTable,
  questionnaire: Questionnaire,
  fewest: number,
  decided: Decided,
): ReleasedTable {
  const hidden =
    table.choices === 'one' ? hideChoice(table, questionnaire, fewest) : hideChoices(table, fewest)
  const row = (
    groupId: string | null,
    answered: number,
    counts: readonly number[],
    shut: readonly boolean[] | undefined,
    stated: boolean,
  ): ReleasedRow => ({
    groupId,
    answered: stated ? answered : null,
    counts: counts.map((n, j) => (!stated || shut?.[j] ? null : n)),
  })
  const total = totalOf(table)
  const byGroup = decided.byGroup && decided.all
  return {
    ...table,
    rows: table.rows.map(({ groupId, answered, counts }, i) =>
      row(groupId, answered, counts, hidden.rows[i], byGroup),
    ),
    all: row(null, total.answered, total.counts, hidden.all, decided.all),
    opposedHidden: byGroup ? hidden.opposed : new Set(table.rows.map(({ groupId }) => groupId)),
  }
}

/** Every question's tables as they may be shown to anybody, by its id, with k = `fewest`. */
export function releasedSurvey(
  questionnaire: Questionnaire,
  tally: Tally,
  fewest: number,
): ReadonlyMap<string, readonly ReleasedTable[]> {
  const released = new Map<string, readonly ReleasedTable[]>()
  // Conditions look at earlier questions only.
  for (const question of questionnaire.questions) {
    const decided = decidedBy(question, released)
    const tables = countedTables(question, tally, fewest)
    released.set(
      question.id,
      tables.map((table) => releasedTable(table, questionnaire, fewest, decided)),
    )
  }
  return released
}

/** The tables of one question as they may be shown to anybody. */
export function releasedTables(
  question: Question,
  questionnaire: Questionnaire,
  tally: Tally,
  fewest: number,
): readonly ReleasedTable[] {
  const deciders = new Map<string, readonly ReleasedTable[]>()
  const place = questionnaire.questions.findIndex(({ id }) => id === question.id)
  for (const { questionId } of question.showIf?.conditions ?? []) {
    const decider = questionnaire.questions.slice(0, Math.max(0, place)).find(({ id }) => id === questionId)
    if (decider) deciders.set(questionId, releasedTables(decider, questionnaire, tally, fewest))
  }
  const decided = decidedBy(question, deciders)
  return countedTables(question, tally, fewest).map((table) =>
    releasedTable(table, questionnaire, fewest, decided),
  )
}

/** Groups whose number of opposed may not be stated, nor a share of it. */
export function oppositionHidden(
  questionnaire: Questionnaire,
  tally: Tally,
  fewest: number,
): ReadonlySet<string> {
  const questionId = questionnaire.indices.opposition?.questionIds[0]
  const question = questionnaire.questions.find(({ id }) => id === questionId)
  if (!question) return new Set()
  return releasedTables(question, questionnaire, tally, fewest)[0]?.opposedHidden ?? new Set()
}
