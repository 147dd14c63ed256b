/**
 * What a closed survey says: shares with intervals, and the four indices with the items they rest on.
 *
 * 满意度, 支持度 and 信心度 are the three indices the field asks for; opposition is the fourth, because it decides a level. An
 * index is nothing but the share of named options of named questions, so every reader can recompute it.
 */
import { type IndexItem, type IndexName, optionsOf, type Questionnaire } from './questionnaire.ts'
import { estimateShare, type ShareEstimate } from './shares.ts'
import { type GroupTally, pooled, type QuestionTally, type Tally } from './tally.ts'

export interface OptionResult {
  readonly optionId: string
  readonly label: string
  /** Null when nobody answered the question. */
  readonly estimate: ShareEstimate | null
}

export interface QuestionResult {
  readonly questionId: string
  readonly answered: number
  readonly options: readonly OptionResult[]
}

export interface IndexResult {
  readonly index: IndexName
  /** False: the questionnaire names no item for this index. */
  readonly named: boolean
  /** Null when not named, or when nobody answered its items. */
  readonly estimate: ShareEstimate | null
  readonly questionIds: readonly string[]
  /** Labels of the options that count, in the words of the first item. */
  readonly optionLabels: readonly string[]
}

export interface GroupOpposition {
  readonly groupId: string
  readonly opposed: number
  readonly valid: number
  readonly estimate: ShareEstimate | null
}

function questionResults(
  questionnaire: Questionnaire,
  questions: Readonly<Record<string, QuestionTally>>,
): QuestionResult[] {
  return questionnaire.questions.map((question) => {
    const tally = questions[question.id] ?? { answered: 0, options: {} }
    return {
      questionId: question.id,
      answered: tally.answered,
      options: optionsOf(question).map((option) => ({
        optionId: option.id,
        label: option.label,
        estimate: estimateShare(
          tally.options[option.id] ?? 0,
          // Of a matrix each row has its own respondents.
          question.type === 'matrix'
            ? (tally.options[`${option.id.split(':')[0]}:answered`] ?? 0)
            : tally.answered,
        ),
      })),
    }
  })
}

function countOf(item: IndexItem, questionId: string, questions: Readonly<Record<string, QuestionTally>>) {
  const tally = questions[questionId] ?? { answered: 0, options: {} }
  const counted = item.optionIds.reduce((sum, optionId) => sum + (tally.options[optionId] ?? 0), 0)
  return { counted, answered: tally.answered }
}

/**
 * An index over its items. With one item it is the share of the named options. With several it is the mean of the
 * items' shares, and its interval is Wilson's at the smallest number of answers to any item: a respondent's own mean lies
 * in [0, 1] and so varies at most as much as a yes or no with the same mean, which makes the interval conservative.
 */
export function indexResult(
  index: IndexName,
  questionnaire: Questionnaire,
  questions: Readonly<Record<string, QuestionTally>>,
): IndexResult {
  const item = questionnaire.indices[index]
  if (!item) return { index, named: false, estimate: null, questionIds: [], optionLabels: [] }
  const first = questionnaire.questions.find((question) => question.id === item.questionIds[0])
  const optionLabels = first
    ? optionsOf(first)
        .filter((option) => item.optionIds.includes(option.id))
        .map((option) => option.label)
    : []
  const counts = item.questionIds.map((questionId) => countOf(item, questionId, questions))
  const n = Math.min(...counts.map(({ answered }) => answered))
  const mean =
    n === 0 ? 0 : counts.reduce((sum, { counted, answered }) => sum + counted / answered, 0) / counts.length
  const estimate = counts.length === 1 ? estimateShare(counts[0]!.counted, n) : estimateShare(mean * n, n)
  return { index, named: true, estimate, questionIds: item.questionIds, optionLabels }
}

/** Opposed among valid answers within each group; empty when no item measures opposition. */
export function oppositionByGroup(questionnaire: Questionnaire, tally: Tally): GroupOpposition[] {
  const item = questionnaire.indices.opposition
  const questionId = item?.questionIds[0]
  if (!item || questionId === undefined) return []
  return tally.map((group: GroupTally) => {
    const { counted, answered } = countOf(item, questionId, group.questions)
    return {
      groupId: group.groupId,
      opposed: counted,
      valid: answered,
      estimate: estimateShare(counted, answered),
    }
  })
}

export interface SurveyResults {
  readonly responses: number
  readonly questions: readonly QuestionResult[]
  readonly indices: Readonly<Record<IndexName, IndexResult>>
  readonly oppositionByGroup: readonly GroupOpposition[]
}

export function surveyResults(questionnaire: Questionnaire, tally: Tally): SurveyResults {
  const { responses, questions } = pooled(tally)
  const indexOf = (index: IndexName) => indexResult(index, questionnaire, questions)
  return {
    responses,
    questions: questionResults(questionnaire, questions),
    indices: {
      satisfaction: indexOf('satisfaction'),
      support: indexOf('support'),
      confidence: indexOf('confidence'),
      opposition: indexOf('opposition'),
    },
    oppositionByGroup: oppositionByGroup(questionnaire, tally),
  }
}
