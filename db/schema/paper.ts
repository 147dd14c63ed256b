/** Numbered paper forms, where each is, and what two people read on it until both agree. Emptied of answers by closing. */
import type { FormState } from '../../lib/survey/paper/paper-batch.ts'
import type { Answers } from '../../lib/survey/response.ts'
import { integer, json, primaryKey, table, text } from '../columns.ts'
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

/** At most two per form, by different people; gone when the form is accepted. */
export const paperEntries = table(
  'paper_entries',
  {
    surveyId: surveyId(),
    batch: integer().notNull(),
    n: integer().notNull(),
    enteredBy: text().notNull(),
    answers: json().$type<Answers>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.batch, t.n, t.enteredBy] })],
)
