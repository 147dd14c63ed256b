/**
 * 调查结果的导出: counts, codebook and what a reader must know to use them, as one value.
 *
 * Counts leave the house, answers never do: a handful of people in a small group can be told apart by any three answers.
 * Every figure of the report follows from the counts, so nothing is lost for checking it.
 */
import { z } from 'zod'
import type { SamplingFloor } from '../../scheme/sampling-floor.ts'
import { CHANNELS } from '../channel.ts'
import { ACCOUNT_FAULTS } from '../closing-account.ts'
import { type Estimated, weightedEstimates } from '../estimates.ts'
import { fieldwork } from '../fieldwork.ts'
import type { FrameGroup } from '../frame/frame.ts'
import { languagesOf, localized } from '../localized.ts'
import { QUESTION_TYPES, type QuestionTypeName } from '../question-types/definitions.ts'
import { INDEX_NAMES, numberOf, optionsOf, type Question, type Questionnaire } from '../questionnaire.ts'
import { indexResult } from '../results.ts'
import { planInForce, type SamplingRecord } from '../sampling/sampling-record.ts'
import { CONFIDENCE, estimateShare } from '../shares.ts'
import { type ReleasedRow, type ReleasedTable, releasedSurvey } from '../suppression/released.ts'
import type { SurveyRecord } from '../survey-record.ts'
import { pooled } from '../tally.ts'

export const FORMAT = 'wenping-survey-results'

const day = z.iso.date().nullable()
const share = z.number().min(0).max(1)
const type = z.enum(Object.keys(QUESTION_TYPES) as [QuestionTypeName, ...QuestionTypeName[]])

const countShape = z.object({
  number: z.number().int(),
  questionId: z.string(),
  type,
  question: z.string(),
  /** The row of a matrix. */
  rowId: z.string().nullable(),
  row: z.string().nullable(),
  categoryId: z.string(),
  category: z.string(),
  /** Null: all groups together. */
  groupId: z.string().nullable(),
  group: z.string().nullable(),
  /** Null where it is hidden: how many were asked tells what they answered before. */
  answered: z.number().int().min(0).nullable(),
  /** Null where it is hidden. */
  count: z.number().int().min(0).nullable(),
  hidden: z.boolean(),
  share: share.nullable(),
  low: share.nullable(),
  high: share.nullable(),
})
export type CountEntry = z.infer<typeof countShape>

/** What of a question is counted. */
export const COUNTED = ['options', 'rows', 'first-place', 'classes', 'nothing'] as const

const codebookShape = z.object({
  number: z.number().int().nullable(),
  questionId: z.string(),
  type,
  title: z.string(),
  section: z.string().nullable(),
  required: z.boolean(),
  counted: z.enum(COUNTED),
  options: z.array(z.object({ id: z.string(), label: z.string() })),
  rows: z.array(z.object({ id: z.string(), label: z.string() })),
  /** The condition under which it is asked, such as `attitude ∈ {oppose}`; null: of everybody. */
  showIf: z.string().nullable(),
  indices: z.array(z.object({ index: z.enum(INDEX_NAMES), optionIds: z.array(z.string()) })),
  /** The title in the other languages. */
  translations: z.record(z.string(), z.string()),
})
export type CodebookEntry = z.infer<typeof codebookShape>

const indexShape = z.object({
  index: z.enum(INDEX_NAMES),
  questionIds: z.array(z.string()),
  optionIds: z.array(z.string()),
  n: z.number().int(),
  share,
  low: share,
  high: share,
})

/** Why there is no number: in the words of the estimates. */
const reason = z.enum(['too-few', 'floor-not-met', 'group-unheard', 'hidden', 'nobody-answered'])

const estimateShape = z.object({
  /** An index, or an option of a question. */
  index: z.enum(INDEX_NAMES).nullable(),
  questionId: z.string().nullable(),
  categoryId: z.string().nullable(),
  category: z.string().nullable(),
  /** Null: all groups together. */
  groupId: z.string().nullable(),
  group: z.string().nullable(),
  /** False: as it stands among the answers; true: weighted by the size of the groups, with finite population correction. */
  weighted: z.boolean(),
  share: share.nullable(),
  low: share.nullable(),
  high: share.nullable(),
  /** Rounded to whole per cent, because counts of groups are hidden. */
  coarse: z.boolean(),
  reason: reason.nullable(),
})
export type EstimateEntry = z.infer<typeof estimateShape>

const fieldworkShape = z.object({
  invitedFrom: z.enum(['draw', 'plan']).nullable(),
  groups: z.array(
    z.object({
      groupId: z.string(),
      group: z.string(),
      households: z.number().int(),
      persons: z.number().int(),
      invited: z.number().int().nullable(),
      responses: z.number().int(),
      unheard: z.number().int().nullable(),
    }),
  ),
  channels: z.array(
    z.object({ channel: z.enum(CHANNELS), accepted: z.number().int(), counted: z.number().int() }),
  ),
  /** Answers received, receipts given, answers counted, envelopes that did not open. */
  account: z
    .object({
      accepted: z.number().int(),
      receipts: z.number().int(),
      counted: z.number().int(),
      unreadable: z.number().int(),
    })
    .nullable(),
  faults: z.array(z.enum(ACCOUNT_FAULTS)),
})

export const surveyExportShape = z.object({
  about: z.object({
    format: z.literal(FORMAT),
    formatVersion: z.literal(1),
    matter: z.string(),
    questionnaire: z.string(),
    languages: z.array(z.string()).min(1),
    engineVersion: z.string(),
    scheme: z.object({ id: z.string(), name: z.string(), version: z.string() }),
    publishedOn: day,
    closedOn: day,
    responses: z.number().int().min(0),
    groups: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        households: z.number().int(),
        persons: z.number().int(),
        responses: z.number().int().min(0),
      }),
    ),
    /** k: counts of 1 to k − 1 people are hidden, and what they could be worked out from. */
    suppressionK: z.number().int().min(1),
    confidence: z.number(),
    intervals: z.literal('wilson'),
    merkleRoot: z.string().nullable(),
  }),
  fieldwork: fieldworkShape,
  indices: z.array(indexShape),
  estimates: z.object({ unit: z.enum(['households', 'persons']), entries: z.array(estimateShape) }),
  codebook: z.array(codebookShape),
  counts: z.array(countShape),
})
export type SurveyExport = z.infer<typeof surveyExportShape>

export interface ExportedSurvey {
  readonly survey: SurveyRecord
  readonly matter: string
  readonly engineVersion: string
  readonly scheme: SurveyExport['about']['scheme']
  readonly groups: readonly FrameGroup[]
  readonly sampling: SamplingRecord
  readonly samplingFloors: readonly SamplingFloor[]
  readonly fewest: number
}

/** Null while the survey is not closed: before that nobody can count. */
export function surveyExport(asked: ExportedSurvey): SurveyExport | null {
  const { survey, groups, sampling, fewest } = asked
  const { questionnaire, tally } = survey
  if (survey.state !== 'closed' || !tally) return null
  const all = pooled(tally)
  const released = releasedSurvey(questionnaire, tally, fewest)
  const { responses: _, merkleRoot: __, groups: returns, ...work } = fieldwork(survey, groups, sampling)
  const nameOf = (groupId: string) => groups.find(({ id }) => id === groupId)?.name ?? groupId
  return {
    about: {
      format: FORMAT,
      formatVersion: 1,
      matter: asked.matter,
      questionnaire: questionnaire.title,
      languages: [...languagesOf(questionnaire)],
      engineVersion: asked.engineVersion,
      scheme: asked.scheme,
      publishedOn: survey.publishedOn,
      closedOn: survey.closedOn,
      responses: all.responses,
      groups: tally.map(({ groupId, responses }) => {
        const group = groups.find(({ id }) => id === groupId)
        return {
          id: groupId,
          name: nameOf(groupId),
          households: group?.households ?? 0,
          persons: group?.persons ?? 0,
          responses,
        }
      }),
      suppressionK: fewest,
      confidence: CONFIDENCE,
      intervals: 'wilson',
      merkleRoot: survey.merkleRoot,
    },
    fieldwork: {
      ...work,
      channels: [...work.channels],
      faults: [...work.faults],
      groups: returns.map(({ name, ...row }) => ({ ...row, group: name })),
    },
    estimates: estimateEntries(asked, nameOf),
    indices: INDEX_NAMES.flatMap((index) => {
      const { estimate, questionIds } = indexResult(index, questionnaire, all.questions)
      if (!estimate || estimate.n < fewest) return []
      const { n, share, low, high } = estimate
      const optionIds = [...(questionnaire.indices[index]?.optionIds ?? [])]
      return [{ index, questionIds: [...questionIds], optionIds, n, share, low, high }]
    }),
    codebook: questionnaire.questions.map((question) => codebookEntry(question, questionnaire)),
    counts: questionnaire.questions.flatMap((question) =>
      (released.get(question.id) ?? []).flatMap((table) =>
        [table.all, ...table.rows].flatMap((row) => entries(question, questionnaire, table, row, nameOf)),
      ),
    ),
  }
}

/** Indices for all and by group, then every option, plain and weighted; with the reason where there is no number. */
function estimateEntries(
  { survey, groups, sampling, samplingFloors, fewest }: ExportedSurvey,
  nameOf: (groupId: string) => string,
): SurveyExport['estimates'] {
  const { unit, indices, items } = weightedEstimates(survey.questionnaire, survey.tally ?? [], {
    groups,
    plan: planInForce(sampling),
    samplingFloors,
    fewest,
  })
  const entry = (
    of: Partial<Pick<EstimateEntry, 'index' | 'questionId' | 'categoryId' | 'category'>>,
    weighted: boolean,
    estimated: Estimated,
    groupId: string | null = null,
  ): EstimateEntry => {
    const number = typeof estimated === 'string' ? null : estimated
    return {
      index: null,
      questionId: null,
      categoryId: null,
      category: null,
      ...of,
      groupId,
      group: groupId === null ? null : nameOf(groupId),
      weighted,
      share: number?.share ?? null,
      low: number?.low ?? null,
      high: number?.high ?? null,
      coarse: number?.coarse ?? false,
      reason: typeof estimated === 'string' ? estimated : null,
    }
  }
  return {
    unit,
    entries: [
      ...indices.flatMap(({ index, plain, weighted, byGroup }) => [
        entry({ index }, false, plain),
        entry({ index }, true, weighted),
        ...byGroup.map(({ groupId, estimate }) => entry({ index }, true, estimate, groupId)),
      ]),
      ...items.flatMap(({ questionId, options }) =>
        options.flatMap(({ id, label, plain, weighted }) => [
          entry({ questionId, categoryId: id, category: label }, false, plain),
          entry({ questionId, categoryId: id, category: label }, true, weighted),
        ]),
      ),
    ],
  }
}

function entries(
  question: Question,
  questionnaire: Questionnaire,
  { part, categories }: ReleasedTable,
  { groupId, answered, counts }: ReleasedRow,
  nameOf: (groupId: string) => string,
): CountEntry[] {
  return categories.map(({ id, label }, j) => {
    const count = counts[j] ?? null
    const estimate = count === null || answered === null ? null : estimateShare(count, answered)
    return {
      number: numberOf(questionnaire, question.id) ?? 0,
      questionId: question.id,
      type: question.type,
      question: question.title,
      rowId: part?.id ?? null,
      row: part?.label ?? null,
      categoryId: id,
      category: label,
      groupId,
      group: groupId === null ? null : nameOf(groupId),
      answered,
      count,
      hidden: count === null,
      share: estimate?.share ?? null,
      low: estimate?.low ?? null,
      high: estimate?.high ?? null,
    }
  })
}

const COUNTED_OF = {
  single: 'options',
  multiple: 'options',
  scale: 'options',
  matrix: 'rows',
  ranking: 'first-place',
  number: 'classes',
  date: 'classes',
  text: 'nothing',
  info: 'nothing',
} as const satisfies Record<QuestionTypeName, (typeof COUNTED)[number]>

function codebookEntry(question: Question, questionnaire: Questionnaire): CodebookEntry {
  const bare = (options: readonly { id: string; label: string }[]) =>
    options.map(({ id, label }) => ({ id, label }))
  const titleIn = (language: string) =>
    localized(questionnaire, language).questions.find(({ id }) => id === question.id)?.title ?? ''
  return {
    number: numberOf(questionnaire, question.id),
    questionId: question.id,
    type: question.type,
    title: question.title,
    section: question.section ?? null,
    required: question.required,
    counted: COUNTED_OF[question.type],
    options: bare(
      question.type === 'matrix' || question.type === 'ranking' ? question.options : optionsOf(question),
    ),
    rows: question.type === 'matrix' ? bare(question.rows) : [],
    showIf: conditionText(question),
    indices: INDEX_NAMES.flatMap((index) => {
      const item = questionnaire.indices[index]
      return item?.questionIds.includes(question.id) ? [{ index, optionIds: [...item.optionIds] }] : []
    }),
    translations: Object.fromEntries(
      languagesOf(questionnaire)
        .slice(1)
        .map((language) => [language, titleIn(language)]),
    ),
  }
}

function conditionText({ showIf }: Question): string | null {
  if (!showIf) return null
  return showIf.conditions
    .map(({ questionId, rowId, optionIds }) => {
      const asked = rowId === undefined ? questionId : `${questionId}:${rowId}`
      return `${asked} ∈ {${optionIds.join(', ')}}`
    })
    .join(showIf.match === 'any' ? ' ∨ ' : ' ∧ ')
}
