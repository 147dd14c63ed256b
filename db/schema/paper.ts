/** Numbered paper forms, where each is, and what two people read on it, sealed, until both agree. Emptied by closing. */
import type { FormState } from '../../lib/survey/paper/paper-batch.ts'
import { bytes, integer, primaryKey, table, text } from '../columns.ts'
import { surveys } from './survey.ts'

const surveyId = () =>
  text()
    .notNull()
    .references(() => surveys.id, { onDelete: 'cascade' })

export const paperBatches = table(
  'paper_batches',
  {
    surveyId: surveyId(),
    batch: integer().notNull(),
    groupId: text().notNull(),
    size: integer().notNull(),
    language: text().notNull(),
    printedOn: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.batch] })],
)

export const paperForms = table(
  'paper_forms',
  {
    surveyId: surveyId(),
    batch: integer().notNull(),
    n: integer().notNull(),
    state: text().$type<FormState>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.batch, t.n] })],
)

/** At most two per form, by different people, each sealed to the survey's key; gone when the form is accepted. */
export const paperEntries = table(
  'paper_entries',
  {
    surveyId: surveyId(),
    batch: integer().notNull(),
    n: integer().notNull(),
    enteredBy: text().notNull(),
    envelope: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.batch, t.n, t.enteredBy] })],
)
