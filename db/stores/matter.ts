import { and, eq, ne } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { Drafter, EditableAssessment } from '../../lib/assessment/access.ts'
import type { Matter, StakeholderGroupEntry } from '../../lib/assessment/matter.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { SchemeId } from '../../lib/scheme/registry.ts'
import type { Writer } from '../database.ts'
import { assessments, stakeholderGroups } from '../schema/assessments.ts'
import { recordEvent } from './audit.ts'
import { hasFrozenVersion } from './frozen-versions.ts'
import { latestSurvey } from './latest-survey.ts'
import { mentionsOfGroup, type StillMentioned, stillMentioned } from './mentions.ts'
import { surveyedGroups } from './survey-history.ts'

/** The scheme and the discount rate a new assessment starts with; both can be changed on their pages. */
const START = { schemeId: 'national-428', socialDiscountRate: 0.08 }

/** Registers a matter and answers its id. */
export async function createAssessment(
  tx: Writer,
  drafter: Drafter,
  matter: Matter,
  options: { example: boolean } = { example: false },
): Promise<string> {
  const [row] = await tx
    .insert(assessments)
    .values({
      ...matter,
      ...START,
      version: 1,
      example: options.example,
      expectedEventPersons: null,
      directConditions: null,
    })
    .returning({ id: assessments.id })
  if (!row) throw new Error('an inserted assessment was not returned')
  await recordEvent(tx, drafter.actor, 'assessment-created', row.id)
  return row.id
}

export async function saveMatter(
  tx: Writer,
  assessment: EditableAssessment,
  matter: Matter,
): Promise<Result<void, never>> {
  await tx.update(assessments).set(matter).where(eq(assessments.id, assessment.id))
  return ok(undefined)
}

/** Judges the matter by another scheme. What was examined for the conditions of the old one says nothing about the new. */
export async function saveScheme(
  tx: Writer,
  assessment: EditableAssessment,
  schemeId: SchemeId,
): Promise<Result<void, never>> {
  await tx
    .update(assessments)
    .set({ schemeId, directConditions: null })
    .where(and(eq(assessments.id, assessment.id), ne(assessments.schemeId, schemeId)))
  return ok(undefined)
}

/**
 * Replaces the stakeholder groups. Refused while a survey is open: the groups are its strata and its links, and a stratum that
 * changes under the answers makes every share wrong. A group that a closed survey asked keeps its place and its name for good,
 * and its size for as long as that survey counts; a new group can always be added, for whoever was forgotten is touched all the
 * same. Refused as well while something speaks of a group that would go.
 */
export async function replaceGroups(
  tx: Writer,
  assessment: EditableAssessment,
  groups: readonly (StakeholderGroupEntry & { id?: string | undefined })[],
): Promise<Result<void, 'survey-published' | 'group-was-surveyed' | 'group-counts' | StillMentioned>> {
  const survey = await latestSurvey(tx, assessment.id)
  if (survey?.state === 'published' || survey?.state === 'closing') return fail('survey-published')
  const surveyed = await surveyedGroups(tx, assessment.id)
  const standing = await tx
    .select()
    .from(stakeholderGroups)
    .where(eq(stakeholderGroups.assessmentId, assessment.id))
  for (const { id, name, effect, households, persons } of standing) {
    const group = groups.find((candidate) => candidate.id === id)
    if (surveyed.has(id)) {
      if (group?.name !== name) return fail('group-was-surveyed', { name })
      const kept = group.effect === effect && group.households === households && group.persons === persons
      if (survey?.state === 'closed' && !kept) return fail('group-counts', { name })
    }
    if (group) continue
    const mentioned = stillMentioned(name, await mentionsOfGroup(tx, assessment.id, id))
    if (mentioned) return mentioned
  }
  await tx.delete(stakeholderGroups).where(eq(stakeholderGroups.assessmentId, assessment.id))
  if (groups.length > 0) {
    await tx.insert(stakeholderGroups).values(
      groups.map((group, position) => ({
        assessmentId: assessment.id,
        id: group.id ?? nanoid(10),
        position,
        name: group.name,
        effect: group.effect,
        households: group.households,
        persons: group.persons,
      })),
    )
  }
  return ok(undefined)
}

/**
 * Deletes an assessment with everything of it, answers included. The event stays. Refused once a version was frozen: its pages
 * are in people's hands, and whoever looks their code up must not be told that they are forged.
 */
export async function deleteAssessment(
  tx: Writer,
  assessment: EditableAssessment,
): Promise<Result<void, 'frozen-stays'>> {
  if (await hasFrozenVersion(tx, assessment.id)) return fail('frozen-stays')
  await tx.delete(assessments).where(eq(assessments.id, assessment.id))
  return ok(undefined)
}
