/**
 * The counts of a public bundle: those of survey/suppression/released.ts and no others.
 *
 * A second reckoning of what may be shown would give the first one away: what one table hides could be worked out from the
 * other. So a bundle holds the tables that exports, cross-tables and the report print, the shares of the indices that are printed
 * in any case, and the number of opposed of the groups for which it may be stated.
 */
import { z } from 'zod'
import type { CaseFile } from '../../assessment/case-file.ts'
import { schemeOf } from '../../scheme/registry.ts'
import {
  INDEX_NAMES,
  type IndexItem,
  type IndexName,
  type Question,
  type Questionnaire,
} from '../../survey/questionnaire.ts'
import { oppositionByGroup } from '../../survey/results.ts'
import { oppositionHidden, type ReleasedTable, releasedTables } from '../../survey/suppression/released.ts'
import { type GroupTally, pooled, type QuestionTally, type Tally } from '../../survey/tally.ts'
import { count } from './case-values.ts'

const hidable = count.nullable()
const row = z.strictObject({ groupId: z.string(), answered: hidable, counts: z.array(hidable) })

const tableShape = z.strictObject({
  questionId: z.string(),
  /** The row of a matrix; null elsewhere. */
  part: z.string().nullable(),
  /** Ids of what is counted, in the order of the counts; of numbers and dates, classes of values. */
  categories: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  /** Null stands for a hidden count. */
  all: z.strictObject({ answered: hidable, counts: z.array(hidable) }),
  groups: z.array(row),
})

const itemShape = z.strictObject({ questionId: z.string(), counted: count, answered: count })

export const publicTalliesShape = z.strictObject({
  groups: z.array(z.strictObject({ groupId: z.string(), responses: count })),
  /** Answers to each question, all groups together; null where it would tell what was answered before. */
  answered: z.record(z.string(), hidable),
  tables: z.array(tableShape),
  /** What each index counts, by its items; null where it is not stated. */
  indices: z.strictObject({
    satisfaction: z.array(itemShape).nullable(),
    support: z.array(itemShape).nullable(),
    confidence: z.array(itemShape).nullable(),
    opposition: z.array(itemShape).nullable(),
  }),
  /** Empty where no item measures opposition; null where a number is hidden. */
  opposition: z.array(z.strictObject({ groupId: z.string(), valid: hidable, opposed: hidable })),
})
export type PublicTallies = z.infer<typeof publicTalliesShape>
type PublicTable = z.infer<typeof tableShape>

function tableOf({ questionId, part, categories, all, rows }: ReleasedTable): PublicTable {
  return {
    questionId,
    part: part?.id ?? null,
    // Without the cells of a class: they would name the single values in it.
    categories: categories.map(({ id, label }) => ({ id, label })),
    all: { answered: all.answered, counts: [...all.counts] },
    groups: rows.map(({ groupId, answered, counts }) => ({
      groupId: groupId ?? '',
      answered,
      counts: [...counts],
    })),
  }
}

/**
 * An index is a share of everybody and printed in any case, except from fewer than k answers. A mean over several items is
 * stated only where each of its counts is: nowhere else are the items' shares printed one by one.
 */
function statedIndex(
  { questionIds, optionIds }: IndexItem,
  questions: Readonly<Record<string, QuestionTally>>,
  tables: readonly PublicTable[],
  fewest: number,
) {
  const items = questionIds.map((questionId) => {
    const { answered, options } = questions[questionId] ?? { answered: 0, options: {} }
    return { questionId, answered, counted: optionIds.reduce((sum, id) => sum + (options[id] ?? 0), 0) }
  })
  if (items.some(({ answered }) => answered > 0 && answered < fewest)) return null
  const ofItems = tables.filter((table) => questionIds.includes(table.questionId))
  if (ofItems.some(({ all }) => all.answered === null)) return null
  if (items.length === 1) return items
  const open = ofItems.every(({ categories, all }) =>
    categories.every(({ id }, j) => !optionIds.includes(id) || all.counts[j] !== null),
  )
  return open ? items : null
}

/** Null until a survey is closed. */
export function publicTallies({ survey, schemeId }: CaseFile): PublicTallies | null {
  if (!survey?.tally) return null
  const { questionnaire, tally } = survey
  const fewest = schemeOf(schemeId).suppressionK.value
  const { questions } = pooled(tally)
  const tables = questionnaire.questions.flatMap((question) =>
    releasedTables(question, questionnaire, tally, fewest).map(tableOf),
  )
  const hidden = oppositionHidden(questionnaire, tally, fewest)
  const stated = (name: IndexName) => {
    const item = questionnaire.indices[name]
    return item && statedIndex(item, questions, tables, fewest)
  }
  // What is written in words has no table, but follows the conditions of its question like any other.
  const answeredOf = ({ id, showIf }: Question) => {
    const own = tables.filter(({ questionId }) => questionId === id)
    const hides = own.length > 0 ? own.some(({ all }) => all.answered === null) : showIf !== undefined
    return hides ? null : (questions[id]?.answered ?? 0)
  }
  return {
    groups: tally.map(({ groupId, responses }) => ({ groupId, responses })),
    answered: Object.fromEntries(
      questionnaire.questions
        .filter(({ type }) => type !== 'info')
        .map((question) => [question.id, answeredOf(question)]),
    ),
    tables,
    indices: {
      satisfaction: stated('satisfaction'),
      support: stated('support'),
      confidence: stated('confidence'),
      opposition: stated('opposition'),
    },
    opposition: oppositionByGroup(questionnaire, tally).map(({ groupId, opposed }) => ({
      groupId,
      valid:
        tables
          .find(({ questionId }) => questionId === questionnaire.indices.opposition?.questionIds[0])
          ?.groups.find((row) => row.groupId === groupId)?.answered ?? null,
      opposed: hidden.has(groupId) ? null : opposed,
    })),
  }
}

/** True where an opposition index rests on counts of which one is hidden: then nobody can follow the level from here. */
export function oppositionIsOpen({ indices, opposition }: PublicTallies): boolean {
  return (
    indices.opposition !== null &&
    opposition.every(({ valid, opposed }) => valid !== null && opposed !== null)
  )
}

/** The counts of one item as the index function takes them. */
export function countedItem({ optionIds }: IndexItem, counted: number, answered: number): QuestionTally {
  return { answered, options: { [optionIds[0] ?? '']: counted } }
}

/** A tally with the opposed of every group and nothing else, for the rules that judge them; hidden numbers count as nought. */
export function oppositionTally({ indices }: Questionnaire, { groups, opposition }: PublicTallies): Tally {
  const item = indices.opposition
  const questionId = item?.questionIds[0]
  return groups.map(({ groupId, responses }): GroupTally => {
    const counted = opposition.find((one) => one.groupId === groupId)
    return {
      groupId,
      responses,
      questions:
        item && questionId !== undefined && counted
          ? { [questionId]: countedItem(item, counted.opposed ?? 0, counted.valid ?? 0) }
          : {},
    }
  })
}

/** Whether the counts agree with each other: parts with their sums, indices with the options they name. */
export function talliesAgree(questionnaire: Questionnaire, tallies: PublicTallies): boolean {
  const sum = (values: readonly (number | null)[]) =>
    values.some((value) => value === null) ? null : values.reduce<number>((all, n) => all + (n ?? 0), 0)
  const agree = (a: number | null | undefined, b: number | null | undefined) =>
    a === null || b === null || a === b
  const within = ({ answered, counts }: { answered: number | null; counts: readonly (number | null)[] }) =>
    counts.every((n) => n === null || answered === null || n <= answered)
  const tables = tallies.tables.every(
    ({ all, groups, categories }) =>
      within(all) &&
      groups.every(within) &&
      [all, ...groups].every(({ counts }) => counts.length === categories.length) &&
      agree(sum(groups.map(({ answered }) => answered)), all.answered) &&
      categories.every((_, j) => agree(sum(groups.map(({ counts }) => counts[j] ?? null)), all.counts[j])),
  )
  const indices = INDEX_NAMES.every((name) => {
    const item = questionnaire.indices[name]
    const stated = tallies.indices[name]
    if (!item || !stated) return stated === null
    return (
      stated.map(({ questionId }) => questionId).join() === item.questionIds.join() &&
      stated.every(({ questionId, counted, answered }) => {
        const table = tallies.tables.find((one) => one.questionId === questionId)
        const named = item.optionIds.map(
          (id) => table?.all.counts[table.categories.findIndex((category) => category.id === id)] ?? null,
        )
        return counted <= answered && answered === tallies.answered[questionId] && agree(sum(named), counted)
      })
    )
  })
  const [opposition] = tallies.indices.opposition ?? []
  const valid = sum(tallies.opposition.map((group) => group.valid))
  const opposed = sum(tallies.opposition.map((group) => group.opposed))
  return (
    tables &&
    indices &&
    (!opposition || (agree(valid, opposition.answered) && agree(opposed, opposition.counted)))
  )
}
