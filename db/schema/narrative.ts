/** What the office wrote into the chapters of its report: every saved state, never overwritten. */
import type { NarrativeId } from '../../lib/assessment/narrative.ts'
import { instant, integer, primaryKey, table, text } from '../columns.ts'
import { assessmentId } from './assessments.ts'

export const narrativeStates = table(
  'narrative_states',
  {
    assessmentId: assessmentId(),
    chapter: text().$type<NarrativeId>().notNull(),
    /** 1, 2, 3 …: the highest is what the report prints. */
    version: integer().notNull(),
    text: text().notNull(),
    savedBy: text().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.chapter, t.version] })],
)
