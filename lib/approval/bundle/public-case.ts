/**
 * What of a case may be given to everybody.
 *
 * The list below says what goes out, by name; whatever it does not name stays in the house, also a field that is added to the
 * case tomorrow. Named are: titles and numbers of the matter, its groups, grades, scores, flows, and the questionnaire that
 * residents saw. Not named is every sentence the office wrote, every name of a person or telephone number in it, and every count
 * of people that is not of the survey; the survey's own counts go out by another reckoning (public-tallies.ts).
 */
import { z } from 'zod'
import { type CaseFile, NOTHING_ENTERED } from '../../assessment/case-file.ts'
import { MATTER_KINDS } from '../../assessment/matter.ts'
import { FINDING_GRADES } from '../../dimensions/finding.ts'
import { byAllocatedRow } from '../../economics/allocation.ts'
import { COST_ROWS } from '../../economics/financial-basis.ts'
import { NO_FOLLOW_UP } from '../../follow-up/follow-up.ts'
import { MEASURE_STATES } from '../../follow-up/measure-progress.ts'
import { canonicalJson } from '../../integrity/canonical-json.ts'
import { PHASES } from '../../risk/factor.ts'
import { questionnaireShape } from '../../survey/questionnaire.ts'
import { NOTHING_COUNTED, SURVEY_STATES } from '../../survey/survey-record.ts'
import type { Tally } from '../../survey/tally.ts'
import {
  count,
  fen,
  id,
  judgements,
  MOST_FACTORS,
  MOST_GROUPS,
  MOST_YEARS,
  schemeId,
  share,
} from './case-values.ts'

const day = z.iso.date()
const title = z.string().max(400)

/**
 * Members that are not named here are dropped by `publicCase` and refused in a bundle that comes from outside. The shape of a
 * whole case (case-shape.ts) names many of them again, and that is meant: a list shared by both would let out to everybody
 * whatever is added for the whole case.
 */
const publicCaseShape = z.object({
  id,
  example: z.boolean(),
  createdOn: day,
  schemeId,
  matter: z.object({
    kind: z.enum(MATTER_KINDS),
    title,
    decisionBody: title,
    assessor: title,
    implementer: title,
  }),
  groups: z
    .array(
      z.object({
        id,
        name: title,
        effect: z.enum(['direct', 'indirect']),
        households: count,
        persons: count,
      }),
    )
    .max(MOST_GROUPS),
  findings: z.array(z.object({ indicatorId: title, grade: z.enum(FINDING_GRADES) })),
  factors: z
    .array(
      z.object({
        id,
        catalogueId: title.nullable(),
        category: title,
        name: title,
        phases: z.array(z.enum(PHASES)),
        weight: share,
        initialProbability: share,
        initialImpact: share,
        residualProbability: share,
        residualImpact: share,
        measures: z.array(z.object({ id })),
      }),
    )
    .max(MOST_FACTORS),
  expertPanel: z.record(z.string(), z.object({ initial: judgements, residual: judgements })).nullable(),
  expectedEventPersons: count.nullable(),
  directConditions: z.array(title).nullable(),
  survey: z
    .object({
      id,
      state: z.enum(SURVEY_STATES),
      questionnaire: questionnaireShape,
      publishedOn: day.nullable(),
      closedOn: day.nullable(),
      responsesByGroup: z.record(z.string(), count),
      merkleRoot: z.string().nullable(),
      account: z.object({ accepted: count, receipts: count, counted: count, unreadable: count }).nullable(),
    })
    .nullable(),
  economics: z.object({
    years: z
      .array(
        z.object({
          year: z.number().int(),
          investment: fen,
          operation: fen,
          compensation: fen,
          mitigation: fen,
          benefit: fen,
          revenue: fen,
        }),
      )
      .max(MOST_YEARS),
    socialDiscountRate: share,
    shares: z.object(byAllocatedRow(() => z.record(id, share))),
    financial: z.object({ benchmarkRate: share, costRows: z.array(z.enum(COST_ROWS)) }).nullable(),
  }),
  followUp: z.object({
    measures: z.array(z.object({ factorId: id, measureId: id, state: z.enum(MEASURE_STATES) })),
  }),
})
export type PublicCase = z.infer<typeof publicCaseShape>

/** What of a case stays in the house, by its place in the case file; every public bundle carries this list. */
export const LEFT_OUT = [
  'custody',
  'dimensionComments',
  'disputes',
  'earlierSurvey',
  'economics.financial.benchmarkSource',
  'factors.measures.controlNode',
  'factors.measures.cost',
  'factors.measures.deadline',
  'factors.measures.description',
  'factors.measures.evidence',
  'factors.measures.helper',
  'factors.measures.owner',
  'factors.measures.phase',
  'findings.evidence',
  'findings.scoredOn',
  'findings.scorerName',
  'followUp.emergencyPlan',
  'followUp.measures.doneOn',
  'followUp.measures.proof',
  'followUp.postEvaluation',
  'matter.area',
  'matter.summary',
  'narratives',
  'participation',
  'sampling',
  'survey.cells',
  'survey.counts',
  'survey.links',
  'survey.sealed',
  'survey.tally',
  'version',
] as const

/** @throws where the case is none that the workbench made. */
export function publicCase(caseFile: CaseFile): PublicCase {
  return publicCaseShape.parse(caseFile)
}

/** A public case from outside; null where it is none. `carriesMore`: it holds what may not be public. */
export function readPublicCase(
  value: unknown,
): { readonly publicCase: PublicCase; readonly carriesMore: boolean } | null {
  const { data } = publicCaseShape.safeParse(value)
  return data ? { publicCase: data, carriesMore: canonicalJson(data) !== canonicalJson(value) } : null
}

/** The case as the engine takes it, empty where the public has nothing. @param tally see public-tallies.ts. */
export function caseOf(given: PublicCase, tally: Tally | null): CaseFile {
  return {
    ...NOTHING_ENTERED,
    ...given,
    version: 0,
    dimensionComments: [],
    matter: { ...given.matter, area: '', summary: '' },
    findings: given.findings.map((finding) => ({ ...finding, evidence: '', scorerName: '', scoredOn: '' })),
    factors: given.factors.map((factor) => ({
      ...factor,
      measures: factor.measures.map((measure) => ({
        ...measure,
        description: '',
        owner: '',
        helper: '',
        phase: 'decision' as const,
        deadline: '',
        evidence: '',
        controlNode: '',
        cost: 0,
      })),
    })),
    economics: {
      ...given.economics,
      financial: given.economics.financial && { ...given.economics.financial, benchmarkSource: '' },
    },
    survey: given.survey && { ...NOTHING_COUNTED, ...given.survey, links: [], tally },
    followUp: {
      ...NO_FOLLOW_UP,
      measures: given.followUp.measures.map((measure) => ({ ...measure, doneOn: null, proof: '' })),
    },
  }
}
