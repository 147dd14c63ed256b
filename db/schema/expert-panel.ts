/** What each expert of the panel thinks of each factor. An expert is a seat with a field of work, not a name. */
import { index, integer, primaryKey, real, table, text } from '../columns.ts'
import { assessmentId } from './assessments.ts'

export const panelExperts = table(
  'panel_experts',
  {
    assessmentId: assessmentId(),
    id: text().notNull(),
    position: integer().notNull(),
    field: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.id] })],
)

export const panelJudgements = table(
  'panel_judgements',
  {
    assessmentId: assessmentId(),
    expertId: text().notNull(),
    factorId: text().notNull(),
    stage: text().$type<'initial' | 'residual'>().notNull(),
    probability: real().notNull(),
    impact: real().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.assessmentId, t.expertId, t.factorId, t.stage] }),
    index('panel_judgements_factor_idx').on(t.assessmentId, t.factorId),
  ],
)
