/**
 * 调查结果导出: the counts of a closed survey with the codebook that explains them.
 *
 * Counts, never answers: a file of single answers is a file of people, and a village knows its own. What the report says can be
 * computed from the counts.
 */
import { z } from 'zod'
import { INDEX_NAMES, numberOf, optionsOf, type Questionnaire } from '../questionnaire.ts'
import type { SurveyRecord } from '../survey-record.ts'
import { protectedCounts } from './protected-counts.ts'

const whole = z.number().int().min(0)
const lineShape = z.object({
  question: whole,
  questionId: z.string(),
  part: z.string(),
  answer: z.string(),
  groupId: z.string().nullable(),
  n: whole.nullable(),
  answered: whole.nullable(),
})
const codeShape = z.object({
  question: whole,
  questionId: z.string(),
  type: z.string(),
  title: z.string(),
  required: z.boolean(),
  /** Ids of the questions whose answers decide whether this one is asked. */
  askedIf: z.array(z.string()),
  options: z.array(z.object({ id: z.string(), label: z.string() })),
  indices: z.array(z.enum(INDEX_NAMES)),
})

/** What the file holds; also the shape of its JSON. */
export const surveyExportShape = z.object({
  format: z.literal('wenping-survey-counts'),
  formatVersion: z.literal(1),
  matter: z.string(),
  title: z.string(),
  publishedOn: z.iso.date().nullable(),
  closedOn: z.iso.date().nullable(),
  responses: whole,
  engineVersion: z.string(),
  schemeId: z.string(),
  /** Counts of fewer people are left out by group. */
  fewest: whole,
  merkleRoot: z.string().nullable(),
  groups: z.array(z.object({ id: z.string(), name: z.string(), responses: whole })),
  codebook: z.array(codeShape),
  counts: z.array(lineShape),
})
export type SurveyExport = z.infer<typeof surveyExportShape>

interface Exported {
  readonly matter: string
  readonly survey: SurveyRecord
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly schemeId: string
  readonly engineVersion: string
  /** k of the scheme. */
  readonly fewest: number
}

/** Null while the survey is not closed: until then nothing is counted. */
export function surveyExport(given: Exported): SurveyExport | null {
  const { survey, groups, fewest } = given
  const { tally, questionnaire } = survey
  if (!tally) return null
  const responsesOf = (id: string) => tally.find(({ groupId }) => groupId === id)?.responses ?? 0
  return {
    format: 'wenping-survey-counts',
    formatVersion: 1,
    matter: given.matter,
    title: questionnaire.title,
    publishedOn: survey.publishedOn,
    closedOn: survey.closedOn,
    responses: tally.reduce((sum, { responses }) => sum + responses, 0),
    engineVersion: given.engineVersion,
    schemeId: given.schemeId,
    fewest,
    merkleRoot: survey.merkleRoot,
    groups: groups.map(({ id, name }) => ({ id, name, responses: responsesOf(id) })),
    codebook: codebookOf(questionnaire),
    counts: protectedCounts(questionnaire, tally, fewest),
  }
}

function codebookOf(questionnaire: Questionnaire): SurveyExport['codebook'] {
  return questionnaire.questions
    .filter(({ type }) => type !== 'info')
    .map((question) => ({
      question: numberOf(questionnaire, question.id) ?? 0,
      questionId: question.id,
      type: question.type,
      title: question.title,
      required: question.required,
      askedIf: question.showIf?.conditions.map(({ questionId }) => questionId) ?? [],
      options: optionsOf(question).map(({ id, label }) => ({ id, label })),
      indices: INDEX_NAMES.filter((name) => questionnaire.indices[name]?.questionIds.includes(question.id)),
    }))
}
