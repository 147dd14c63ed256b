/**
 * 扣分规则: a local table of points, for the schemes that have one.
 *
 * Every item of the table is answered (an option, a number, or counts of graded opposition); the points add up per
 * dimension, are capped at the dimension's maximum, and the total lies in a band of levels. The opinion formula is
 * Σ aᵢ·bᵢ·max with aᵢ the share of valid answers of a grade and bᵢ its coefficient.
 */
import { fail, never, ok, type Result } from '../../result.ts'
import { bandAt } from '../../scheme/band.ts'
import type { PenaltyItem, PenaltyTable } from '../../scheme/penalty-table.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import { comparable } from '../../scheme/threshold.ts'
import type { RuleAnswer } from './rule-answer.ts'

export type PenaltyAnswer =
  | { readonly kind: 'options'; readonly option: string }
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'opinion'
      /** Answers per grade of opposition, by the grade's id. */
      readonly counts: Readonly<Record<string, number>>
      readonly valid: number
    }

/** By item id. */
export type PenaltyAnswers = Readonly<Record<string, PenaltyAnswer>>

export type PenaltyReason =
  /** details.item */
  'penalty-item-unanswered' | 'penalty-answer-invalid' | 'unknown-penalty-item'

export interface PenaltyScore {
  readonly points: number
  readonly dimensions: readonly { readonly id: string; readonly points: number }[]
}

/** Points of a filled-in table, rounded to 1e-9. */
export function penaltyScore(
  table: PenaltyTable,
  answers: PenaltyAnswers,
): Result<PenaltyScore, PenaltyReason> {
  const known = new Set(table.dimensions.flatMap(({ items }) => items.map(({ id }) => id)))
  const unknown = Object.keys(answers).find((id) => !known.has(id))
  if (unknown !== undefined) return fail('unknown-penalty-item', { item: unknown })
  const dimensions: { id: string; points: number }[] = []
  for (const dimension of table.dimensions) {
    let points = 0
    for (const item of dimension.items) {
      const answer = answers[item.id]
      if (!answer) return fail('penalty-item-unanswered', { item: item.id })
      const itemPoints = pointsOf(item, answer)
      if (itemPoints === null) return fail('penalty-answer-invalid', { item: item.id })
      points += itemPoints
    }
    dimensions.push({ id: dimension.id, points: comparable(Math.min(points, dimension.maximum)) })
  }
  return ok({ points: comparable(dimensions.reduce((sum, { points }) => sum + points, 0)), dimensions })
}

/** Points of one item; null for an answer the item does not know. */
function pointsOf(item: PenaltyItem, answer: PenaltyAnswer): number | null {
  switch (item.kind) {
    case 'options':
      return answer.kind === 'options'
        ? (item.options.find(({ id }) => id === answer.option)?.points ?? null)
        : null
    case 'number':
      return answer.kind === 'number' && Number.isFinite(answer.value) && answer.value >= 0
        ? bandAt(answer.value, item).points
        : null
    case 'opinion':
      return answer.kind === 'opinion' ? opinionPoints(item, answer) : null
    default:
      return never(item)
  }
}

function opinionPoints(
  item: PenaltyItem & { kind: 'opinion' },
  { counts, valid }: PenaltyAnswer & { kind: 'opinion' },
): number | null {
  const given = Object.entries(counts)
  const opposed = given.reduce((sum, [, count]) => sum + count, 0)
  const isKnown = (grade: string) => item.grades.some(({ id }) => id === grade)
  if (!given.every(([grade, count]) => isKnown(grade) && count >= 0)) return null
  if (!(Number.isFinite(valid) && valid > 0 && opposed <= valid)) return null
  return item.grades.reduce(
    (sum, { id, coefficient }) => sum + ((counts[id] ?? 0) / valid) * coefficient * item.maximum,
    0,
  )
}

/** Refuses answers that are wrong; answers that are missing only silence the rule. */
export function checkPenalty(
  answers: PenaltyAnswers | null,
  scheme: Scheme,
): Result<null, Exclude<PenaltyReason, 'penalty-item-unanswered'>> {
  if (!scheme.penaltyTable || !answers) return ok(null)
  const score = penaltyScore(scheme.penaltyTable, answers)
  if (score.ok || score.reason === 'penalty-item-unanswered') return ok(null)
  return fail(score.reason, score.details)
}

/**
 * Statistics: `points`, `total`, and `points.<dimension>`. Places: the item that is unanswered, if one is. Null when the
 * scheme has no table.
 */
export function judgePenalty(answers: PenaltyAnswers | null, scheme: Scheme): RuleAnswer | null {
  const table = scheme.penaltyTable
  if (!table) return null
  const rule = 'penalty'
  if (!answers) return { rule, level: null, reason: 'penalty-not-scored', statistics: {} }
  const score = penaltyScore(table, answers)
  if (!score.ok) {
    if (score.reason !== 'penalty-item-unanswered') {
      throw new Error(`answers were checked before: ${score.reason}`)
    }
    return {
      rule,
      level: null,
      reason: score.reason,
      statistics: {},
      places: [String(score.details?.item)],
    }
  }
  const { points, dimensions } = score.value
  return {
    rule,
    level: bandAt(points, table.levels).level,
    statistics: {
      points,
      total: table.total,
      ...Object.fromEntries(dimensions.map((dimension) => [`points.${dimension.id}`, dimension.points])),
    },
  }
}
