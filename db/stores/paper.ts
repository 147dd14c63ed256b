/** Paper forms: the batches that were printed, and where every form is. */
import { and, asc, between, eq, max } from 'drizzle-orm'
import type { EditableAssessment } from '../../lib/assessment/access.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import {
  FORM_STATES,
  type FormState,
  type MarkEntry,
  type PaperBatch,
  type PaperBatchEntry,
} from '../../lib/survey/paper/paper-batch.ts'
import { MOST_BATCHES, numberRanges, serialText } from '../../lib/survey/paper/serial.ts'
import type { Reader, Writer } from '../database.ts'
import { paperBatches, paperForms } from '../schema/paper.ts'
import { surveyLinks } from '../schema/survey.ts'
import { latestSurvey, openSurvey, surveyOf } from './latest-survey.ts'

/** Rows of one INSERT. */
const ROWS = 1000

export async function createPaperBatch(
  tx: Writer,
  assessment: EditableAssessment,
  { groupId, size, language, today }: PaperBatchEntry & { readonly today: string },
): Promise<Result<{ batch: number }, 'survey-not-published' | 'unknown-group' | 'too-many-batches'>> {
  const survey = await openSurvey(tx, assessment.id)
  if (!survey.ok) return survey
  const surveyId = survey.value.id
  const [link] = await tx
    .select({ groupId: surveyLinks.groupId })
    .from(surveyLinks)
    .where(and(eq(surveyLinks.surveyId, surveyId), eq(surveyLinks.groupId, groupId)))
  if (!link) return fail('unknown-group')
  const [last] = await tx
    .select({ batch: max(paperBatches.batch) })
    .from(paperBatches)
    .where(eq(paperBatches.surveyId, surveyId))
  const batch = (last?.batch ?? 0) + 1
  if (batch > MOST_BATCHES) return fail('too-many-batches')
  await tx.insert(paperBatches).values({ surveyId, batch, groupId, size, language, printedOn: today })
  const forms = Array.from({ length: size }, (_, i) => ({ surveyId, batch, n: i + 1, state: 'out' as const }))
  for (let from = 0; from < forms.length; from += ROWS)
    await tx.insert(paperForms).values(forms.slice(from, from + ROWS))
  return ok({ batch })
}

/**
 * Says of forms that they came back, are spoilt or unused, or (again) out; not of forms whose answers are in the work or counted.
 * After closing as well: forms turn up when a survey is over, and a count of them must be able to say so.
 */
export async function markForms(
  tx: Writer,
  assessment: EditableAssessment,
  { batch, from, to, mark }: MarkEntry,
): Promise<Result<void, 'survey-not-published' | 'unknown-form' | 'form-entered'>> {
  const survey = await latestSurvey(tx, assessment.id)
  if (!survey || survey.state === 'draft') return fail('survey-not-published')
  const range = and(
    eq(paperForms.surveyId, survey.id),
    eq(paperForms.batch, batch),
    between(paperForms.n, from, to),
  )
  const forms = await tx.select({ n: paperForms.n, state: paperForms.state }).from(paperForms).where(range)
  if (forms.length !== to - from + 1) return fail('unknown-form', { serial: serialText({ batch, n: to }) })
  const entered = forms.filter(
    ({ state }) => state === 'entered' || state === 'differing' || state === 'accepted',
  )
  if (entered.length > 0) return fail('form-entered', { numbers: numberRanges(entered.map(({ n }) => n)) })
  await tx.update(paperForms).set({ state: mark }).where(range)
  return ok(undefined)
}

/** Batches of the latest survey, or of another one of the assessment, in the order of their numbers. */
export async function readPaperBatches(
  door: Reader,
  assessmentId: string,
  surveyId?: string,
): Promise<PaperBatch[]> {
  const survey = await (surveyId === undefined
    ? latestSurvey(door, assessmentId)
    : surveyOf(door, assessmentId, surveyId))
  if (!survey) return []
  const batches = await door
    .select()
    .from(paperBatches)
    .where(eq(paperBatches.surveyId, survey.id))
    .orderBy(asc(paperBatches.batch))
  const forms = await door
    .select({ batch: paperForms.batch, n: paperForms.n, state: paperForms.state })
    .from(paperForms)
    .where(eq(paperForms.surveyId, survey.id))
    .orderBy(asc(paperForms.batch), asc(paperForms.n))
  return batches.map(({ surveyId: _, ...batch }) => {
    const mine = forms.filter((form) => form.batch === batch.batch)
    const numbers = (state: FormState) => mine.flatMap((form) => (form.state === state ? form.n : []))
    return {
      ...batch,
      counts: Object.fromEntries(FORM_STATES.map((state) => [state, numbers(state).length])) as Record<
        FormState,
        number
      >,
      out: numbers('out'),
      returned: numbers('returned'),
      entered: numbers('entered'),
      differing: numbers('differing'),
    }
  })
}
