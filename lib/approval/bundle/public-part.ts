/**
 * What of a case may be given to everybody.
 *
 * A count of one to k − 1 people can tell a neighbour what somebody answered, and a count that is left out can be worked
 * out from the others. So a question is published whole or not: by group only when no group has a small count in it,
 * for all groups together only when no option of it has one. Nothing is published by channel.
 */
import type { CaseFile } from '../../assessment/case-file.ts'
import type { OpinionCount, OpinionTheme } from '../../participation/opinions/opinion.ts'
import { schemeOf } from '../../scheme/registry.ts'
import { INDEX_NAMES } from '../../survey/questionnaire.ts'
import { type GroupTally, pooled, type QuestionTally } from '../../survey/tally.ts'
import type { Results } from '../../verdict/results.ts'

/** The counts of a public bundle. */
export interface PublicTallies {
  /** All groups together; questions with a small count are left out. */
  readonly all: GroupTally | null
  /** Questions that may also be shown by group. */
  readonly byGroup: readonly string[]
}

/** True when a count, or what is left beside it, is about one to k − 1 people. */
function small({ answered, options }: QuestionTally, k: number): boolean {
  const few = (n: number) => n > 0 && n < k
  return few(answered) || Object.values(options).some((n) => few(n) || few(answered - n))
}

export function publicTallies({ survey, schemeId }: CaseFile): PublicTallies {
  if (!survey?.tally) return { all: null, byGroup: [] }
  const k = schemeOf(schemeId).suppressionK.value
  const all = pooled(survey.tally)
  const open = Object.entries(all.questions).filter(([, counted]) => !small(counted, k))
  const byGroup = open
    .map(([questionId]) => questionId)
    .filter((questionId) =>
      survey.tally?.every(({ questions }) => {
        const counted = questions[questionId]
        return !counted || !small(counted, k)
      }),
    )
  return {
    all: { groupId: 'all', responses: all.responses, questions: Object.fromEntries(open) },
    byGroup: byGroup.sort(),
  }
}

const NONE: QuestionTally = { answered: 0, options: {} }

function withoutGroups({ counts, ...theme }: OpinionTheme): OpinionTheme {
  const bySource = new Map<string, OpinionCount>()
  for (const count of counts) {
    const before = bySource.get(count.source)
    bySource.set(count.source, {
      source: count.source,
      groupId: null,
      day: before && before.day > count.day ? before.day : count.day,
      n: (before?.n ?? 0) + count.n,
    })
  }
  return { ...theme, counts: [...bySource.values()] }
}

/** The case as everybody may have it: counts that may be shown, no channels, no links, opinions without their group. */
export function publicCase(caseFile: CaseFile, tallies: PublicTallies): CaseFile {
  const { survey, participation } = caseFile
  return {
    ...caseFile,
    participation: { ...participation, themes: participation.themes.map(withoutGroups) },
    // Nothing in the results rests on these. A text of the office may name a count that is left out here.
    earlierSurvey: null,
    narratives: {},
    survey: survey && {
      ...survey,
      links: [],
      counts: [],
      cells: null,
      tally:
        survey.tally?.map((group) => ({
          ...group,
          questions: Object.fromEntries(
            Object.entries(group.questions).map(([questionId, counted]) => [
              questionId,
              tallies.byGroup.includes(questionId) ? counted : NONE,
            ]),
          ),
        })) ?? null,
    },
  }
}

/** What follows from the counts by group; the economics, the four tests and the factors' degrees do not. */
const FROM_OPPOSITION = [
  'evidenced.level',
  'initial.level',
  'initial.robustness',
  'kept.level',
  'residual.level',
  'residual.robustness',
  'survey.oppositionByGroup',
] as const

/**
 * Paths of the figures that a public bundle leaves out and nobody can recompute from it. The verdict stays: it is the
 * decision itself, and names no count.
 */
export function withheldFigures({ survey }: CaseFile, tallies: PublicTallies): string[] {
  if (!survey?.tally) return []
  const { questions, indices } = survey.questionnaire
  const hidden = new Set(
    questions
      .filter(({ id, type }) => type !== 'info' && !tallies.all?.questions[id])
      .map((question) => question.id),
  )
  const item = (name: (typeof INDEX_NAMES)[number]) => indices[name]?.questionIds ?? []
  const needed = [...item('opposition'), ...item('support')]
  const byGroup = needed.every((questionId) => tallies.byGroup.includes(questionId))
  return [
    ...[...hidden].map((questionId) => `survey.questions[${questionId}]`),
    ...INDEX_NAMES.filter((name) => item(name).some((questionId) => hidden.has(questionId))).map(
      (name) => `survey.indices.${name}`,
    ),
    // Rests on the counts by channel, and nothing is published by channel.
    'credibility',
    ...(byGroup ? [] : FROM_OPPOSITION),
  ].sort()
}

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
      questions: survey.questions.map((question) =>
        gone.has(`survey.questions[${question.questionId}]`)
          ? { questionId: question.questionId, withheld: true }
          : question,
      ),
      indices: Object.fromEntries(
        Object.entries(survey.indices).map(([name, index]) => [name, hide(`survey.indices.${name}`, index)]),
      ),
      oppositionByGroup: hide('survey.oppositionByGroup', survey.oppositionByGroup),
    },
  }
}
