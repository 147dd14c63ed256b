import { asc, desc, eq } from 'drizzle-orm'
import type { ReadableAssessment } from '../../lib/assessment/access.ts'
import { type CaseFile, NOTHING_ENTERED } from '../../lib/assessment/case-file.ts'
import { panelFrom } from '../../lib/risk/expert-sheet.ts'
import { samplingAtClosing } from '../../lib/survey/frame/closed-frame.ts'
import type { Reader } from '../database.ts'
import {
  assessments,
  dimensionComments,
  findings,
  riskFactors,
  stakeholderGroups,
} from '../schema/assessments.ts'
import { readCustody } from './custody.ts'
import { dayOf } from './day.ts'
import { readDisputes } from './disputes.ts'
import { readEconomics } from './economics.ts'
import { readExpertSheets } from './expert-panel.ts'
import { readFollowUp } from './follow-up.ts'
import { latestSurvey, surveyOf } from './latest-survey.ts'
import { readMediaItems } from './media.ts'
import { readNarrativeTexts } from './narrative.ts'
import { readThemes } from './opinion-themes.ts'
import { readNoticesAndConsultations } from './participation.ts'
import { readSampling } from './sampling.ts'
import { readEarlierSurvey, recordOf } from './survey.ts'

/** Gathers everything known about one assessment; null when there is none of this id. */
export async function readCaseFile(door: Reader, assessment: ReadableAssessment): Promise<CaseFile | null> {
  const { id } = assessment
  const [row] = await door.select().from(assessments).where(eq(assessments.id, id))
  if (!row) return null
  const groups = await door
    .select()
    .from(stakeholderGroups)
    .where(eq(stakeholderGroups.assessmentId, id))
    .orderBy(asc(stakeholderGroups.position))
  const findingRows = await door
    .select()
    .from(findings)
    .where(eq(findings.assessmentId, id))
    .orderBy(asc(findings.indicatorId))
  const comments = await door
    .select()
    .from(dimensionComments)
    .where(eq(dimensionComments.assessmentId, id))
    .orderBy(asc(dimensionComments.dimension))
  const factors = await door
    .select()
    .from(riskFactors)
    .where(eq(riskFactors.assessmentId, id))
    .orderBy(asc(riskFactors.position), asc(riskFactors.id))
  const factorIds = factors.map((factor) => factor.id)
  const survey = await latestSurvey(door, id)
  const sampling = await readSampling(door, id)
  return {
    ...NOTHING_ENTERED,
    id,
    version: row.version,
    example: row.example,
    createdOn: dayOf(row.createdAt),
    schemeId: row.schemeId,
    matter: {
      kind: row.kind,
      title: row.title,
      decisionBody: row.decisionBody,
      assessor: row.assessor,
      implementer: row.implementer,
      area: row.area,
      summary: row.summary,
    },
    groups: groups.map(({ assessmentId: _, position: __, ...group }) => group),
    findings: findingRows.map(({ assessmentId: _, scoredAt, ...finding }) => ({
      ...finding,
      scoredOn: dayOf(scoredAt),
    })),
    dimensionComments: comments.map(({ assessmentId: _, ...comment }) => comment),
    factors: factors.map(({ assessmentId: _, position: __, ...factor }) => factor),
    expertPanel: panelFrom(await readExpertSheets(door, assessment, factorIds), factorIds),
    directConditions: row.directConditions,
    expectedEventPersons: row.expectedEventPersons,
    survey: survey ? await recordOf(door, survey) : null,
    sampling: survey?.frame ? samplingAtClosing(sampling, survey.frame) : sampling,
    custody: await readCustody(door, assessment),
    earlierSurvey: await readEarlierSurvey(door, id),
    participation: {
      ...NOTHING_ENTERED.participation,
      ...(await readNoticesAndConsultations(door, id)),
      ...(await readThemes(door, id)),
      mediaItems: await readMediaItems(door, id),
    },
    disputes: await readDisputes(door, id),
    followUp: await readFollowUp(door, id),
    narratives: await readNarrativeTexts(door, id),
    economics: {
      socialDiscountRate: row.socialDiscountRate,
      ...(await readEconomics(door, id)),
    },
  }
}

/**
 * The case as a closed survey found it: its counts, the groups by which it is weighed, the plan of its time and what went out for
 * it. Everything else is as it stands today. Null where the assessment has no such survey.
 */
export async function readCaseOfSurvey(
  door: Reader,
  assessment: ReadableAssessment,
  surveyId: string,
): Promise<CaseFile | null> {
  const survey = await surveyOf(door, assessment.id, surveyId)
  const caseFile = survey?.state === 'closed' ? await readCaseFile(door, assessment) : null
  if (!survey || !caseFile) return null
  const sampling = await readSampling(door, assessment.id)
  return {
    ...caseFile,
    survey: await recordOf(door, survey),
    groups: survey.frame?.groups ?? caseFile.groups,
    sampling: survey.frame ? samplingAtClosing(sampling, survey.frame) : sampling,
    custody: await readCustody(door, assessment, surveyId),
    earlierSurvey: null,
  }
}

/** Ids of all assessments, the latest changed first. */
export async function listAssessmentIds(door: Reader): Promise<{ id: string; updatedOn: string }[]> {
  const rows = await door
    .select({ id: assessments.id, updatedAt: assessments.updatedAt })
    .from(assessments)
    .orderBy(desc(assessments.updatedAt), desc(assessments.id))
  return rows.map(({ id, updatedAt }) => ({ id, updatedOn: dayOf(updatedAt) }))
}
