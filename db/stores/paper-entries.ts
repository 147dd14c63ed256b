/**
 * Double entry: what two people read on a paper form, until it goes into the sealed box.
 *
 * What was read is sealed to the survey's key like every other answer, which lies outside the database, so that neither the
 * database nor a copy of it says what is on a form that waits. It is opened again where a second reading must be held against
 * it, and where two that differ are settled; see lib/survey/paper/settlement.ts for who may decide what.
 */
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { EditableAssessment } from '../../lib/assessment/access.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { newKey } from '../../lib/survey/channels/form-key.ts'
import { parsePaper } from '../../lib/survey/paper/paper-answers.ts'
import { differences } from '../../lib/survey/paper/paper-batch.ts'
import { type Serial, serialText } from '../../lib/survey/paper/serial.ts'
import {
  type Choices,
  type DifferingForm,
  differingForm,
  type Reading,
  withReadingsOf,
} from '../../lib/survey/paper/settlement.ts'
import { type Answers, fieldsOf } from '../../lib/survey/response.ts'
import { readBallot, writeBallot } from '../ballot/ballot.ts'
import { type EnvelopeAddress, openerFor, sealerFor } from '../ballot/envelope.ts'
import { readBallotKeys } from '../ballot/key-files.ts'
import type { Reader, Writer } from '../database.ts'
import { paperBatches, paperEntries, paperForms } from '../schema/paper.ts'
import { dayOf } from './day.ts'
import { openSurvey, type SurveyRow } from './latest-survey.ts'
import { acceptOfficialEntry } from './official-entry.ts'

export interface PaperEntry {
  readonly serial: Serial
  readonly answers: Answers
}

type NotAccepted = 'survey-not-published' | 'unknown-group'
type EntryRefusal =
  | NotAccepted
  | 'survey-key-missing'
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

interface OpenedEntry {
  readonly enteredBy: string
  readonly answers: Answers
}

const isForm = (surveyId: string, { batch, n }: Serial) =>
  and(eq(paperForms.surveyId, surveyId), eq(paperForms.batch, batch), eq(paperForms.n, n))
const isEntryOf = (surveyId: string, { batch, n }: Serial) =>
  and(eq(paperEntries.surveyId, surveyId), eq(paperEntries.batch, batch), eq(paperEntries.n, n))

/** Of no channel of answers: an entry slipped among the envelopes of the box would not open there, nor the other way round. */
const addressOf = (surveyId: string, serial: Serial, enteredBy: string): EnvelopeAddress => ({
  surveyId,
  groupId: serialText(serial),
  channel: `paper entry by ${enteredBy}`,
})

function sealed(survey: SurveyRow, serial: Serial, { enteredBy, answers }: OpenedEntry): Buffer {
  if (!survey.publicKey) throw new Error('an open survey has a key')
  const text = writeBallot({ answers, day: dayOf(new Date()), language: 'zh-CN' })
  return sealerFor(survey.publicKey)(addressOf(survey.id, serial, enteredBy), text)
}

/** In the order of the accounts' ids, which says nothing about who came first. */
async function openEntries(
  door: Reader,
  survey: SurveyRow,
  serial: Serial,
): Promise<Result<readonly OpenedEntry[], 'survey-key-missing'>> {
  const rows = await door
    .select({ enteredBy: paperEntries.enteredBy, envelope: paperEntries.envelope })
    .from(paperEntries)
    .where(isEntryOf(survey.id, serial))
    .orderBy(asc(paperEntries.enteredBy))
  if (rows.length === 0) return ok([])
  const keys = readBallotKeys(survey.id)
  if (!keys) return fail('survey-key-missing')
  const open = openerFor(keys)
  return ok(
    rows.map(({ enteredBy, envelope }) => ({
      enteredBy,
      answers: readBallot(open(addressOf(survey.id, serial, enteredBy), envelope)).answers,
    })),
  )
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
  survey: SurveyRow,
  { serial, answers }: PaperEntry,
): Promise<Result<keyof EntryOutcome, EntryRefusal>> {
  const [form] = await tx.select().from(paperForms).where(isForm(survey.id, serial))
  if (!form) return fail('unknown-form')
  if (form.state === 'accepted') return fail('form-accepted')
  if (form.state === 'spoilt' || form.state === 'unused') return fail('form-not-in-use')
  const opened = await openEntries(tx, survey, serial)
  if (!opened.ok) return opened
  const own = opened.value.find(({ enteredBy }) => enteredBy === assessment.actor.id)
  // Sent again because the answer was lost: it is there already.
  if (own && differences(own.answers, answers).length === 0)
    return ok(form.state === 'differing' ? 'differing' : 'entered')
  if (form.state === 'differing') return fail('form-differing')
  if (own) return fail('second-person-needed')
  const [first] = opened.value
  if (first && differences(first.answers, answers).length === 0) {
    const accepted = await acceptForm(tx, assessment, survey, { serial, answers })
    return accepted.ok ? ok('accepted') : accepted
  }
  const enteredBy = assessment.actor.id
  const envelope = sealed(survey, serial, { enteredBy, answers })
  await tx.insert(paperEntries).values({ surveyId: survey.id, ...serial, enteredBy, envelope })
  const state = first ? 'differing' : 'entered'
  await tx.update(paperForms).set({ state }).where(isForm(survey.id, serial))
  return ok(state)
}

/** Into the sealed box; what was read on the form is wiped, and the form is only known to have been counted. */
async function acceptForm(
  tx: Writer,
  assessment: EditableAssessment,
  survey: SurveyRow,
  { serial, answers }: PaperEntry,
): Promise<Result<void, NotAccepted>> {
  const [batch] = await tx
    .select({ groupId: paperBatches.groupId })
    .from(paperBatches)
    .where(and(eq(paperBatches.surveyId, survey.id), eq(paperBatches.batch, serial.batch)))
  if (!batch) return fail('unknown-group')
  // The serial is what keeps a form from being counted twice.
  const entry = { groupId: batch.groupId, channel: 'paper', key: newKey(), answers } as const
  const accepted = await acceptOfficialEntry(tx, assessment, entry)
  if (!accepted.ok) return accepted
  await tx.delete(paperEntries).where(isEntryOf(survey.id, serial))
  await tx.update(paperForms).set({ state: 'accepted' }).where(isForm(survey.id, serial))
  return ok(undefined)
}

/** Takes the own entry of a form back, as long as no second one came. */
export async function withdrawEntry(
  tx: Writer,
  assessment: EditableAssessment,
  serial: Serial,
): Promise<Result<void, 'survey-not-published' | 'nothing-to-withdraw'>> {
  const survey = await openSurvey(tx, assessment.id)
  if (!survey.ok) return survey
  const { id } = survey.value
  const own = and(isEntryOf(id, serial), eq(paperEntries.enteredBy, assessment.actor.id))
  const [form] = await tx.select().from(paperForms).where(isForm(id, serial))
  const [entry] = await tx.select({ n: paperEntries.n }).from(paperEntries).where(own)
  if (form?.state !== 'entered' || !entry) return fail('nothing-to-withdraw', { serial: serialText(serial) })
  await tx.delete(paperEntries).where(own)
  await tx.update(paperForms).set({ state: 'returned' }).where(isForm(id, serial))
  return ok(undefined)
}

/** Forms that wait for a second entry and whose first one is the reader's own. */
export async function readOwnEntries(door: Reader, assessment: EditableAssessment): Promise<Serial[]> {
  const survey = await openSurvey(door, assessment.id)
  if (!survey.ok) return []
  return door
    .select({ batch: paperEntries.batch, n: paperEntries.n })
    .from(paperEntries)
    .innerJoin(
      paperForms,
      and(
        eq(paperForms.surveyId, paperEntries.surveyId),
        eq(paperForms.batch, paperEntries.batch),
        eq(paperForms.n, paperEntries.n),
      ),
    )
    .where(
      and(
        eq(paperEntries.surveyId, survey.value.id),
        eq(paperEntries.enteredBy, assessment.actor.id),
        eq(paperForms.state, 'entered'),
      ),
    )
    .orderBy(asc(paperEntries.batch), asc(paperEntries.n))
}

type Both = Readonly<Record<Reading, OpenedEntry>> & { readonly own: Reading | null }

async function bothEntries(
  door: Reader,
  assessment: EditableAssessment,
  survey: SurveyRow,
  serial: Serial,
): Promise<Result<Both, 'form-not-differing' | 'survey-key-missing'>> {
  const opened = await openEntries(door, survey, serial)
  if (!opened.ok) return opened
  const [first, second] = opened.value
  if (!first || !second) return fail('form-not-differing')
  const { id } = assessment.actor
  return ok({
    first,
    second,
    own: first.enteredBy === id ? 'first' : second.enteredBy === id ? 'second' : null,
  })
}

/** The questions in which the two entries of a form differ; of the others nothing is shown, and whose they are is not told. */
export async function readDiffering(
  door: Reader,
  assessment: EditableAssessment,
  serial: Serial,
): Promise<Result<DifferingForm, 'survey-not-published' | 'form-not-differing' | 'survey-key-missing'>> {
  const survey = await openSurvey(door, assessment.id)
  if (!survey.ok) return survey
  const both = await bothEntries(door, assessment, survey.value, serial)
  if (!both.ok) return both
  const { first, second, own } = both.value
  return ok(differingForm(first.answers, second.answers, own))
}

export interface Settlement {
  readonly serial: Serial
  readonly choices: Choices
}

type SettleRefusal =
  | NotAccepted
  | 'form-not-differing'
  | 'survey-key-missing'
  | 'choices-missing'
  | 'third-person-needed'
  | 'choices-contradict'

/**
 * After a look at the paper. Somebody who made neither entry chooses for every question; one of the two may take over the
 * other's reading of some or all. @returns `accepted` when no difference is left.
 */
export async function settleForm(
  tx: Writer,
  assessment: EditableAssessment,
  { serial, choices }: Settlement,
): Promise<Result<'accepted' | 'differing', SettleRefusal>> {
  const survey = await openSurvey(tx, assessment.id)
  if (!survey.ok) return survey
  const both = await bothEntries(tx, assessment, survey.value, serial)
  if (!both.ok) return both
  const { first, second, own } = both.value
  const { questionIds } = differingForm(first.answers, second.answers, own)
  const chosen = (reading: Reading) => new Set(questionIds.filter((id) => choices[id] === reading))
  const [base, other] = own === 'second' ? [second, first] : [first, second]
  const taken = chosen(own === 'second' ? 'first' : 'second')
  if (own !== null && chosen(own).size > 0) return fail('third-person-needed')
  const missing = own === null ? questionIds.some((id) => !Object.hasOwn(choices, id)) : taken.size === 0
  if (missing) return fail('choices-missing')
  const { questionnaire } = survey.value
  const composed = withReadingsOf(base.answers, other.answers, taken)
  const parsed = parsePaper(questionnaire, fieldsOf(questionnaire, composed))
  if (!parsed.ok) return fail('choices-contradict')
  if (own === null || differences(parsed.value, other.answers).length === 0) {
    const answers = own === null ? parsed.value : other.answers
    const accepted = await acceptForm(tx, assessment, survey.value, { serial, answers })
    return accepted.ok ? ok('accepted') : accepted
  }
  const { enteredBy } = base
  await tx
    .update(paperEntries)
    .set({ envelope: sealed(survey.value, serial, { enteredBy, answers: parsed.value }) })
    .where(and(isEntryOf(survey.value.id, serial), eq(paperEntries.enteredBy, enteredBy)))
  return ok('differing')
}

/** Neither reading is what the paper says: both are wiped, and the form is entered anew. */
export async function discardEntries(
  tx: Writer,
  assessment: EditableAssessment,
  serial: Serial,
): Promise<Result<void, 'survey-not-published' | 'form-not-differing'>> {
  const survey = await openSurvey(tx, assessment.id)
  if (!survey.ok) return survey
  const { id } = survey.value
  const [form] = await tx.select().from(paperForms).where(isForm(id, serial))
  if (form?.state !== 'differing') return fail('form-not-differing')
  await tx.delete(paperEntries).where(isEntryOf(id, serial))
  await tx.update(paperForms).set({ state: 'returned' }).where(isForm(id, serial))
  return ok(undefined)
}

/** Closing: what was never accepted is not counted, and is wiped. */
export async function wipePaperEntries(tx: Writer, surveyId: string): Promise<void> {
  await tx.delete(paperEntries).where(eq(paperEntries.surveyId, surveyId))
  await tx
    .update(paperForms)
    .set({ state: 'returned' })
    .where(and(eq(paperForms.surveyId, surveyId), inArray(paperForms.state, ['entered', 'differing'])))
}
