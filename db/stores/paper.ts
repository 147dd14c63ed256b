/** Paper forms: batches, where every form is, double entry, and acceptance into the sealed box. */
import { and, asc, between, eq, inArray, max } from 'drizzle-orm'
import type { EditableAssessment } from '../../lib/assessment/access.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import {
  differences,
  FORM_STATES,
  type FormState,
  type MarkEntry,
  type PaperBatch,
  type PaperBatchEntry,
} from '../../lib/survey/paper/paper-batch.ts'
import { MOST_BATCHES, numberRanges, type Serial, serialText } from '../../lib/survey/paper/serial.ts'
import type { Answers } from '../../lib/survey/response.ts'
import type { Reader, Writer } from '../database.ts'
import { paperBatches, paperEntries, paperForms } from '../schema/paper.ts'
import { surveyLinks } from '../schema/survey.ts'
import { latestSurvey } from './latest-survey.ts'
import { acceptOfficialEntry } from './official-entry.ts'

/** Rows of one INSERT. */
const ROWS = 1000

async function openSurvey(tx: Reader, assessmentId: string): Promise<Result<string, 'survey-not-published'>> {
  const survey = await latestSurvey(tx, assessmentId)
  return survey?.state === 'published' ? ok(survey.id) : fail('survey-not-published')
}

const isForm = (surveyId: string, { batch, n }: Serial) =>
  and(eq(paperForms.surveyId, surveyId), eq(paperForms.batch, batch), eq(paperForms.n, n))
const isEntryOf = (surveyId: string, { batch, n }: Serial) =>
  and(eq(paperEntries.surveyId, surveyId), eq(paperEntries.batch, batch), eq(paperEntries.n, n))

export async function createPaperBatch(
  tx: Writer,
  assessment: EditableAssessment,
  { groupId, size, language, today }: PaperBatchEntry & { readonly today: string },
): Promise<Result<{ batch: number }, 'survey-not-published' | 'unknown-group' | 'too-many-batches'>> {
  const survey = await openSurvey(tx, assessment.id)
  if (!survey.ok) return survey
  const surveyId = survey.value
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

/** Says of forms that they came back, are spoilt or unused, or (again) out; not of forms whose answers are in the work. */
export async function markForms(
  tx: Writer,
  assessment: EditableAssessment,
  { batch, from, to, mark }: MarkEntry,
): Promise<Result<void, 'survey-not-published' | 'unknown-form' | 'form-entered'>> {
  const survey = await openSurvey(tx, assessment.id)
  if (!survey.ok) return survey
  const range = and(
    eq(paperForms.surveyId, survey.value),
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

export interface PaperEntry {
  readonly serial: Serial
  readonly answers: Answers
}

type EntryRefusal =
  | 'survey-not-published'
  | 'unknown-group'
  | 'unknown-form'
  | 'form-accepted'
  | 'form-not-in-use'
  | 'form-differing'
  | 'second-person-needed'

export interface EntryOutcome {
  /** How many forms wait for the second entry, were accepted, or differ. */
  readonly entered: number
  readonly accepted: number
  readonly differing: number
}

/** Takes what one person read on forms: all of them or none. The second entry of a form must be another person's. */
export async function enterForms(
  tx: Writer,
  assessment: EditableAssessment,
  entries: readonly PaperEntry[],
): Promise<Result<EntryOutcome, EntryRefusal>> {
  const survey = await openSurvey(tx, assessment.id)
  if (!survey.ok) return survey
  const outcome = { entered: 0, accepted: 0, differing: 0 }
  for (const entry of entries) {
    const taken = await enterForm(tx, assessment, survey.value, entry)
    if (!taken.ok) return fail(taken.reason, { serial: serialText(entry.serial) })
    outcome[taken.value] += 1
  }
  return ok(outcome)
}

async function enterForm(
  tx: Writer,
  assessment: EditableAssessment,
  surveyId: string,
  { serial, answers }: PaperEntry,
): Promise<Result<keyof EntryOutcome, EntryRefusal>> {
  const [form] = await tx.select().from(paperForms).where(isForm(surveyId, serial))
  if (!form) return fail('unknown-form')
  if (form.state === 'accepted') return fail('form-accepted')
  if (form.state === 'differing') return fail('form-differing')
  if (form.state === 'spoilt' || form.state === 'unused') return fail('form-not-in-use')
  const [first] = await tx.select().from(paperEntries).where(isEntryOf(surveyId, serial))
  if (first?.enteredBy === assessment.actor.id) return fail('second-person-needed')
  if (first && differences(first.answers, answers).length === 0) {
    const accepted = await acceptForm(tx, assessment, surveyId, { serial, answers })
    return accepted.ok ? ok('accepted') : accepted
  }
  await tx.insert(paperEntries).values({ surveyId, ...serial, enteredBy: assessment.actor.id, answers })
  const state = first ? 'differing' : 'entered'
  await tx.update(paperForms).set({ state }).where(isForm(surveyId, serial))
  return ok(state)
}

/** Into the sealed box; what was read on the form is wiped, and the form is only known to have been counted. */
async function acceptForm(
  tx: Writer,
  assessment: EditableAssessment,
  surveyId: string,
  { serial, answers }: PaperEntry,
): Promise<Result<void, 'survey-not-published' | 'unknown-group'>> {
  const [batch] = await tx
    .select({ groupId: paperBatches.groupId })
    .from(paperBatches)
    .where(and(eq(paperBatches.surveyId, surveyId), eq(paperBatches.batch, serial.batch)))
  if (!batch) return fail('unknown-group')
  const accepted = await acceptOfficialEntry(tx, assessment, {
    groupId: batch.groupId,
    channel: 'paper',
    answers,
  })
  if (!accepted.ok) return accepted
  await tx.delete(paperEntries).where(isEntryOf(surveyId, serial))
  await tx.update(paperForms).set({ state: 'accepted' }).where(isForm(surveyId, serial))
  return ok(undefined)
}

/** After a third look at the paper. */
export async function adjudicateForm(
  tx: Writer,
  assessment: EditableAssessment,
  entry: PaperEntry,
): Promise<Result<void, 'survey-not-published' | 'unknown-group' | 'form-not-differing'>> {
  const survey = await openSurvey(tx, assessment.id)
  if (!survey.ok) return survey
  const [form] = await tx.select().from(paperForms).where(isForm(survey.value, entry.serial))
  if (form?.state !== 'differing') return fail('form-not-differing')
  return acceptForm(tx, assessment, survey.value, entry)
}

/** The two entries of a form that differ; whose they are is not told. */
export async function readDiffering(
  door: Reader,
  assessment: EditableAssessment,
  serial: Serial,
): Promise<Result<readonly [Answers, Answers], 'survey-not-published' | 'form-not-differing'>> {
  const survey = await openSurvey(door, assessment.id)
  if (!survey.ok) return survey
  const entries = await door
    .select({ answers: paperEntries.answers })
    .from(paperEntries)
    .where(isEntryOf(survey.value, serial))
    .orderBy(asc(paperEntries.enteredBy))
  const [first, second] = entries
  return first && second ? ok([first.answers, second.answers]) : fail('form-not-differing')
}

/** Closing: what was never accepted is not counted, and is wiped. */
export async function wipePaperEntries(tx: Writer, surveyId: string): Promise<void> {
  await tx.delete(paperEntries).where(eq(paperEntries.surveyId, surveyId))
  await tx
    .update(paperForms)
    .set({ state: 'returned' })
    .where(and(eq(paperForms.surveyId, surveyId), inArray(paperForms.state, ['entered', 'differing'])))
}

/** Batches of the latest survey in the order of their numbers. */
export async function readPaperBatches(door: Reader, assessmentId: string): Promise<PaperBatch[]> {
  const survey = await latestSurvey(door, assessmentId)
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
