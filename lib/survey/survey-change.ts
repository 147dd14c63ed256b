/**
 * 前后两次调查的变化: the same items asked again, and whether the difference is more than chance.
 *
 * A second survey after the decision is worth something only when the same questions are asked in the same words. Questions are
 * matched by id, type and options; others are left out. Both surveys are anonymous, so answers cannot be paired: they are
 * compared as two independent samples, which is the cautious side when many people answered twice. Several questions are
 * looked at together, so their p-values are adjusted (Holm 1979, Scandinavian Journal of Statistics 6:65–70); otherwise one
 * in twenty would seem to have changed by itself.
 */
import { independenceTest } from '../statistics/association/contingency.ts'
import { twoProportions } from '../statistics/association/two-proportions.ts'
import { INDEX_NAMES, type IndexName, optionsOf, type Question, type Questionnaire } from './questionnaire.ts'
import { pooled, type QuestionTally, type Tally } from './tally.ts'

/** A survey that was closed before the latest one was begun. */
export interface EarlierSurvey {
  readonly id: string
  readonly closedOn: string
  readonly questionnaire: Questionnaire
  readonly tally: Tally
}

export interface CountedShare {
  readonly count: number
  readonly n: number
}

export interface IndexChange {
  readonly index: IndexName
  readonly before: CountedShare
  readonly after: CountedShare
  /** Share after minus share before. */
  readonly difference: number
  /** 95 %, Newcombe. */
  readonly low: number
  readonly high: number
  /** Two-sided, pooled z; 1 where nobody or everybody answered so both times. */
  readonly p: number
}

export interface QuestionChange {
  readonly questionId: string
  readonly before: number
  readonly after: number
  /** Of the distributions over the options (X²), not adjusted. */
  readonly p: number
  /** Adjusted over all compared questions. */
  readonly adjustedP: number
  /** The option whose share moved most, and by how much. */
  readonly moved: { readonly optionId: string; readonly difference: number }
}

export interface SurveyChange {
  readonly indices: readonly IndexChange[]
  /** Those that changed most surely first. */
  readonly questions: readonly QuestionChange[]
  /** Questions of the later survey that the earlier one did not ask alike. */
  readonly notComparable: readonly string[]
}

export const SIGNIFICANCE = 0.05
const NONE: QuestionTally = { answered: 0, options: {} }

function askedAlike(earlier: Question | undefined, later: Question): boolean {
  const ids = (question: Question) => optionsOf(question).map(({ id }) => id)
  return (
    earlier !== undefined &&
    earlier.type === later.type &&
    earlier.title === later.title &&
    ids(earlier).join('\u0000') === ids(later).join('\u0000')
  )
}

/** Holm's step-down: the i-th smallest of m p-values times (m − i), never falling, at most one. */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p)
  const adjusted = new Array<number>(ps.length)
  let least = 0
  order.forEach(({ p, i }, rank) => {
    least = Math.max(least, Math.min(1, p * (ps.length - rank)))
    adjusted[i] = least
  })
  return adjusted
}

/** A one-item index as counts; null where it is not named alike in both, or nobody answered. */
function indexChange(
  index: IndexName,
  earlier: Questionnaire,
  later: Questionnaire,
  before: Readonly<Record<string, QuestionTally>>,
  after: Readonly<Record<string, QuestionTally>>,
): IndexChange | null {
  const [was, is] = [earlier.indices[index], later.indices[index]]
  const [questionId] = is?.questionIds ?? []
  if (!was || !is || is.questionIds.length !== 1 || questionId === undefined) return null
  if (was.questionIds.join() !== is.questionIds.join() || was.optionIds.join() !== is.optionIds.join())
    return null
  const share = (questions: Readonly<Record<string, QuestionTally>>): CountedShare => {
    const { answered, options } = questions[questionId] ?? NONE
    return { count: is.optionIds.reduce((sum, id) => sum + (options[id] ?? 0), 0), n: answered }
  }
  const [first, second] = [share(before), share(after)]
  const test = twoProportions(
    { successes: second.count, n: second.n },
    { successes: first.count, n: first.n },
  )
  if (!test.ok) return null
  const { difference, newcombe, pooled: z } = test.value
  return {
    index,
    before: first,
    after: second,
    difference,
    low: newcombe[0],
    high: newcombe[1],
    p: z?.p ?? 1,
  }
}

function questionChange(question: Question, before: QuestionTally, after: QuestionTally) {
  if (before.answered === 0 || after.answered === 0) return null
  const ids = optionsOf(question)
    .map(({ id }) => id)
    .filter((id) => (before.options[id] ?? 0) + (after.options[id] ?? 0) > 0)
  const row = ({ options }: QuestionTally) => ids.map((id) => options[id] ?? 0)
  const test = independenceTest([row(before), row(after)])
  const moves = ids.map((optionId) => ({
    optionId,
    difference:
      (after.options[optionId] ?? 0) / after.answered - (before.options[optionId] ?? 0) / before.answered,
  }))
  const moved = moves.reduce<(typeof moves)[number] | null>(
    (most, one) => (most && Math.abs(most.difference) >= Math.abs(one.difference) ? most : one),
    null,
  )
  if (!moved) return null
  return {
    questionId: question.id,
    before: before.answered,
    after: after.answered,
    // One single option left: nothing can have changed.
    p: test.ok ? test.value.p : 1,
    moved,
  }
}

/** Compares a closed survey with the one before it, all groups together. */
export function surveyChange(
  earlier: Pick<EarlierSurvey, 'questionnaire' | 'tally'>,
  later: { readonly questionnaire: Questionnaire; readonly tally: Tally },
): SurveyChange {
  const before = pooled(earlier.tally).questions
  const after = pooled(later.tally).questions
  const countable = later.questionnaire.questions.filter(({ type }) => type === 'single' || type === 'scale')
  const alike = countable.filter((question) =>
    askedAlike(
      earlier.questionnaire.questions.find(({ id }) => id === question.id),
      question,
    ),
  )
  const changes = alike.flatMap(
    (question) => questionChange(question, before[question.id] ?? NONE, after[question.id] ?? NONE) ?? [],
  )
  const adjusted = holm(changes.map(({ p }) => p))
  return {
    indices: INDEX_NAMES.flatMap(
      (index) => indexChange(index, earlier.questionnaire, later.questionnaire, before, after) ?? [],
    ),
    questions: changes
      .map((change, i) => ({ ...change, adjustedP: adjusted[i]! }))
      .sort((a, b) => a.adjustedP - b.adjustedP || a.p - b.p),
    notComparable: countable.filter((question) => !alike.includes(question)).map(({ id }) => id),
  }
}
