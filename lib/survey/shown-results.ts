/**
 * 可以显示的调查结果: what a page may be given of a closed survey.
 *
 * A page is sent to the browser whole, with everything its parts were handed, so what is not to be seen must not be handed
 * over. This is the one value that the results page is made of; each number in it was released (suppression/released.ts)
 * or is one of those that are always stated: how many answered, and the indices of all groups together.
 */
import { type AnswerSummary, answerSummary, type NoSummary } from './answer-summary.ts'
import { INDEX_NAMES, numberOf, type Questionnaire } from './questionnaire.ts'
import { type IndexResult, indexResult } from './results.ts'
import { estimateShare, type ShareEstimate } from './shares.ts'
import { type ReleasedTable, releasedSurvey } from './suppression/released.ts'
import { pooled, type Tally } from './tally.ts'

export interface ShownIndex extends IndexResult {
  /** True: fewer than k answered, and `estimate` is null. */
  readonly tooFew: boolean
}

export interface ShownOpposition {
  readonly groupId: string
  /** Null where it is hidden. */
  readonly valid: number | null
  /** Null where it is hidden or nobody answered. */
  readonly estimate: ShareEstimate | null
  readonly hidden: boolean
}

export interface ShownQuestion {
  readonly questionId: string
  readonly number: number
  /** Null where it is hidden. */
  readonly answered: number | null
  readonly summary: AnswerSummary | NoSummary
}

export interface ShownResults {
  readonly responses: number
  readonly indices: readonly ShownIndex[]
  /** In the order of the groups; empty when no item measures opposition. */
  readonly opposition: readonly ShownOpposition[]
  /** Counted questions in their order. */
  readonly questions: readonly ShownQuestion[]
}

/** @param fewest k. */
export function shownResults(questionnaire: Questionnaire, tally: Tally, fewest: number): ShownResults {
  const { responses, questions } = pooled(tally)
  const released = releasedSurvey(questionnaire, tally, fewest)
  return {
    responses,
    indices: INDEX_NAMES.map((name) => {
      const index = indexResult(name, questionnaire, questions)
      const tooFew = index.estimate !== null && index.estimate.n < fewest
      return { ...index, estimate: tooFew ? null : index.estimate, tooFew }
    }),
    opposition: shownOpposition(questionnaire, tally, released),
    questions: questionnaire.questions.flatMap((question): ShownQuestion[] => {
      const tables = released.get(question.id) ?? []
      const counted = questions[question.id] ?? { answered: 0, options: {} }
      const summary = answerSummary(question, tables, counted, fewest)
      if (summary === null) return []
      return [
        {
          questionId: question.id,
          number: numberOf(questionnaire, question.id) ?? 0,
          answered: summary === 'hidden' ? null : counted.answered,
          summary,
        },
      ]
    }),
  }
}

function shownOpposition(
  { indices }: Questionnaire,
  tally: Tally,
  released: ReadonlyMap<string, readonly ReleasedTable[]>,
): ShownOpposition[] {
  const item = indices.opposition
  const questionId = item?.questionIds[0]
  const table = questionId === undefined ? undefined : released.get(questionId)?.[0]
  if (!item || questionId === undefined || !table) return []
  return tally.map(({ groupId, questions }) => {
    const counted = questions[questionId] ?? { answered: 0, options: {} }
    const opposed = item.optionIds.reduce((sum, id) => sum + (counted.options[id] ?? 0), 0)
    const hidden = table.opposedHidden.has(groupId)
    return {
      groupId,
      valid: table.rows.find((row) => row.groupId === groupId)?.answered ?? null,
      estimate: hidden ? null : estimateShare(opposed, counted.answered),
      hidden,
    }
  })
}
