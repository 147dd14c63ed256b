/** The results as a public bundle states them: what its counts do not carry is left out and named. */
import {
  INDEX_NAMES,
  type IndexName,
  optionsOf,
  type Question,
  type Questionnaire,
} from '../../survey/questionnaire.ts'
import {
  type IndexResult,
  indexResult,
  type QuestionResult,
  type SurveyResults,
} from '../../survey/results.ts'
import { estimateShare } from '../../survey/shares.ts'
import { compute } from '../../verdict/compute.ts'
import type { Results } from '../../verdict/results.ts'
import { caseOf, type PublicCase } from './public-case.ts'
import { countedItem, oppositionIsOpen, oppositionTally, type PublicTallies } from './public-tallies.ts'

/** What follows from the opposed of every group; the economics, the four tests and the factors' degrees do not. */
const FROM_OPPOSITION = [
  'evidenced.level',
  'initial.level',
  'initial.robustness',
  'kept.level',
  'residual.level',
  'residual.robustness',
] as const

const questionPath = (questionId: string) => `survey.questions[${questionId}]`
const answeredPath = (questionId: string) => `${questionPath(questionId)}.answered`
const optionPath = (questionId: string, optionId: string) =>
  `${questionPath(questionId)}.options[${optionId}]`

/** The count of an option over all groups, and out of how many; null where it is hidden or not published. */
function countOf(
  { tables }: PublicTallies,
  question: Question,
  optionId: string,
): { count: number; n: number } | null {
  const find = (part: string | null, id: string) => {
    const table = tables.find((one) => one.questionId === question.id && one.part === part)
    const count = table?.all.counts[table.categories.findIndex((category) => category.id === id)]
    const n = table?.all.answered
    return typeof n === 'number' && typeof count === 'number' ? { count, n } : null
  }
  if (question.type === 'matrix') {
    const row = question.rows.find(({ id }) => optionId.startsWith(`${id}:`))
    return row ? find(row.id, optionId.slice(row.id.length + 1)) : null
  }
  // Of a ranking the first place alone is published.
  if (question.type === 'ranking') return optionId.endsWith('#1') ? find(null, optionId.slice(0, -2)) : null
  return find(null, optionId)
}

/**
 * Paths of the figures that a public bundle leaves out and nobody can recompute from it. It follows from the counts it
 * gives, so that whoever checks it sees that nothing else was left out.
 */
export function withheldFigures({ survey }: PublicCase, tallies: PublicTallies | null): string[] {
  if (!survey || !tallies) return []
  const { questions, indices } = survey.questionnaire
  return [
    ...questions
      .filter(({ id, type }) => type !== 'info' && tallies.answered[id] === null)
      .map(({ id }) => answeredPath(id)),
    ...questions.flatMap((question) =>
      optionsOf(question)
        .filter(({ id }) => countOf(tallies, question, id) === null)
        .map(({ id }) => optionPath(question.id, id)),
    ),
    ...INDEX_NAMES.filter((name) => indices[name] && !tallies.indices[name]).map(
      (name) => `survey.indices.${name}`,
    ),
    ...tallies.opposition
      .filter(({ valid, opposed }) => valid === null || opposed === null)
      .map(({ groupId }) => `survey.oppositionByGroup[${groupId}]`),
    // Rests on the counts by channel, and nothing is published by channel.
    'credibility',
    ...(oppositionIsOpen(tallies) ? [] : FROM_OPPOSITION),
  ].sort()
}

/**
 * Figures that are stated and cannot be followed from here. The verdict and what stands beside it are the decision itself and name no
 * count, but they rest on the sample and the procedure, which stay in the house; what measures keep rests on their days.
 */
export const STATED_ONLY = ['kept', 'reservations', 'verdict'] as const

/** Results without what is withheld: null stands in its place. */
export function publicResults(results: Results, withheld: readonly string[]): unknown {
  const gone = new Set(withheld)
  const hide = (path: string, value: unknown) => (gone.has(path) ? null : value)
  const { survey } = results
  const stage = (name: 'initial' | 'residual' | 'kept' | 'evidenced') =>
    Object.fromEntries(
      Object.entries(results[name]).map(([key, value]) => [key, hide(`${name}.${key}`, value)]),
    )
  return {
    ...results,
    credibility: hide('credibility', results.credibility),
    initial: stage('initial'),
    residual: stage('residual'),
    kept: stage('kept'),
    evidenced: stage('evidenced'),
    survey: survey && {
      ...survey,
      questions: survey.questions.map((question) => ({
        ...question,
        answered: hide(answeredPath(question.questionId), question.answered),
        options: question.options.map((option) =>
          gone.has(optionPath(question.questionId, option.optionId))
            ? { optionId: option.optionId, withheld: true }
            : option,
        ),
      })),
      indices: Object.fromEntries(
        Object.entries(survey.indices).map(([name, index]) => [name, hide(`survey.indices.${name}`, index)]),
      ),
      oppositionByGroup: survey.oppositionByGroup.map((group) =>
        gone.has(`survey.oppositionByGroup[${group.groupId}]`)
          ? { groupId: group.groupId, withheld: true }
          : group,
      ),
    },
  }
}

function indexAgain(name: IndexName, questionnaire: Questionnaire, tallies: PublicTallies): IndexResult {
  const item = questionnaire.indices[name]
  const stated = tallies.indices[name] ?? []
  return indexResult(
    name,
    questionnaire,
    item
      ? Object.fromEntries(
          stated.map(({ questionId, counted, answered }) => [
            questionId,
            countedItem(item, counted, answered),
          ]),
        )
      : {},
  )
}

function surveyAgain(
  questionnaire: Questionnaire,
  tallies: PublicTallies,
  { responses, oppositionByGroup }: SurveyResults,
): SurveyResults {
  const index = (name: IndexName) => indexAgain(name, questionnaire, tallies)
  return {
    responses,
    questions: questionnaire.questions.map(
      (question): QuestionResult => ({
        questionId: question.id,
        answered: tallies.answered[question.id] ?? 0,
        options: optionsOf(question).map(({ id, label }) => {
          const counted = countOf(tallies, question, id)
          return { optionId: id, label, estimate: counted && estimateShare(counted.count, counted.n) }
        }),
      }),
    ),
    indices: {
      satisfaction: index('satisfaction'),
      support: index('support'),
      confidence: index('confidence'),
      opposition: index('opposition'),
    },
    oppositionByGroup,
  }
}

/** Results as far as a public bundle carries: the survey's from the counts that are published, the rest from the case. */
export function resultsAgain(given: PublicCase, tallies: PublicTallies | null): object {
  if (!given.survey || !tallies) return compute(caseOf(given, null))
  const { questionnaire } = given.survey
  const again = compute(caseOf(given, oppositionTally(questionnaire, tallies)))
  return { ...again, survey: again.survey && surveyAgain(questionnaire, tallies, again.survey) }
}
