/**
 * The shape of a case file that comes from outside, in a bundle. Only what the engine computes with is looked at: a missing
 * text spoils no number, a missing count must be named before it does.
 */
import { z } from 'zod'
import type { CaseFile } from '../../assessment/case-file.ts'
import { FINDING_GRADES } from '../../dimensions/finding.ts'
import { byAllocatedRow } from '../../economics/allocation.ts'
import { COST_ROWS } from '../../economics/financial-basis.ts'
import { THEME_ANSWERS } from '../../participation/opinions/opinion.ts'
import { questionnaireShape } from '../../survey/questionnaire.ts'
import { SURVEY_STATES } from '../../survey/survey-record.ts'
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

const caseFileShape = z.looseObject({
  id,
  version: count,
  createdOn: z.iso.date(),
  schemeId,
  matter: z.looseObject({ title: z.string(), assessor: z.string(), implementer: z.string() }),
  groups: z
    .array(
      z.looseObject({
        id,
        name: z.string(),
        effect: z.enum(['direct', 'indirect']),
        households: count,
        persons: count,
      }),
    )
    .max(MOST_GROUPS),
  findings: z.array(
    z.looseObject({
      indicatorId: z.string(),
      grade: z.enum(FINDING_GRADES),
    }),
  ),
  factors: z
    .array(
      z.looseObject({
        id,
        name: z.string(),
        weight: share,
        initialProbability: share,
        initialImpact: share,
        residualProbability: share,
        residualImpact: share,
        measures: z.array(z.looseObject({ id })),
      }),
    )
    .max(MOST_FACTORS),
  expertPanel: z.record(z.string(), z.object({ initial: judgements, residual: judgements })).nullable(),
  expectedEventPersons: count.nullable(),
  directConditions: z.array(z.string()).nullable(),
  survey: z
    .looseObject({
      state: z.enum(SURVEY_STATES),
      questionnaire: questionnaireShape,
      responsesByGroup: z.record(z.string(), count),
      cells: z
        .array(
          z.looseObject({
            groupId: id,
            channel: z.string(),
            questionId: z.string(),
            cell: z.string(),
            n: count,
          }),
        )
        .nullable(),
      counts: z.array(z.looseObject({ groupId: id, channel: z.string(), n: count })),
      tally: z
        .array(
          z.looseObject({
            groupId: id,
            responses: count,
            questions: z.record(
              z.string(),
              z.looseObject({ answered: count, options: z.record(z.string(), count) }),
            ),
          }),
        )
        .nullable(),
      merkleRoot: z.string().nullable(),
      account: z
        .looseObject({ accepted: count, receipts: count, counted: count, unreadable: count })
        .nullable(),
    })
    .nullable(),
  custody: z.looseObject({
    codes: z.array(z.looseObject({ groupId: id, issued: count, leftOver: count.nullable() })),
    paper: z.array(
      z.looseObject({ groupId: id, issued: count, returned: count, spoilt: count, unused: count }),
    ),
  }),
  economics: z.looseObject({
    years: z
      .array(
        z.looseObject({
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
    shares: z.looseObject(byAllocatedRow(() => z.record(id, share))),
    financial: z.looseObject({ benchmarkRate: share, costRows: z.array(z.enum(COST_ROWS)) }).nullable(),
  }),
  participation: z.looseObject({
    consultations: z.array(
      z.looseObject({ kind: z.string(), counts: z.array(z.looseObject({ groupId: id, persons: count })) }),
    ),
    themes: z.array(
      z.looseObject({
        id,
        counts: z.array(z.looseObject({ n: count })),
        answer: z.looseObject({ answer: z.enum(THEME_ANSWERS) }).nullable(),
      }),
    ),
    uncodedOpinions: count,
  }),
  disputes: z.looseObject({}),
  followUp: z.looseObject({
    measures: z.array(z.looseObject({ factorId: id, measureId: id, state: z.string() })),
  }),
})

export function isCaseFile(value: unknown): value is CaseFile {
  return caseFileShape.safeParse(value).success
}
