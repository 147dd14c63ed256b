/**
 * wenping_intake: the PostgreSQL role of a residents' door on a public host.
 *
 * It finds published surveys, adds sealed answers, claims codes and counts how many came; it cannot read an envelope, an
 * answer, what was answered, the words of an opinion, an account, or anything of an assessment but its title, who
 * decides and assesses, and whether it is an example. How many came, by group and channel, it reads because it adds to it;
 * whoever holds that host can count the visitors anyway. It reads notices, how themes were answered, and the public
 * record of frozen reports with their public bundles; of a draw it reads what binds and decides it, neither the list numbers nor who
 * was drawn. Whoever takes over that host gets what arrives from then on, and nothing of what arrived before.
 */
import { postgresPool } from '../postgres-pool.ts'

export const INTAKE_ROLE = 'wenping_intake'

/** Table, privilege and columns (none: the whole table). */
const GRANTS: readonly (readonly [table: string, privilege: string, columns?: string])[] = [
  [
    'surveys',
    'select',
    'id, assessment_id, state, questionnaire, public_key, merkle_root, receipts_at_closing, counted_at_closing, closed_at',
  ],
  ['survey_links', 'select'],
  ['assessments', 'select', 'id, title, assessor, decision_body, scheme_id, example'],
  ['sealed_responses', 'insert'],
  ['receipts', 'select, insert'],
  ['receipt_leaves', 'select'],
  ['survey_codes', 'select', 'survey_id, digest, group_id, state, valid_through'],
  ['survey_codes', 'update', 'state'],
  ['response_counts', 'select, insert'],
  ['response_counts', 'update', 'n'],
  ['report_registry', 'select'],
  ['public_bundles', 'select'],
  ['notices', 'select'],
  [
    'sampling_draws',
    'select',
    'assessment_id, seq, announced_on, source, reveal_on, reason, frame_digest, strata, public_number, drawn_on, digest',
  ],
  ['opinion_themes', 'select, insert'],
  [
    'opinions',
    'select',
    'assessment_id, origin_id, group_id, source, day, theme_id, struck_as, struck_because',
  ],
  ['opinions', 'insert'],
  ['published_answers', 'select'],
  ['opinion_receipts', 'select, insert'],
]

/** Makes the role or renews its password and rights. @param adminUrl of the owner of the tables. */
export async function createIntakeRole(adminUrl: string, password: string): Promise<void> {
  const pool = await postgresPool(adminUrl, { max: 1 })
  const client = await pool.connect()
  try {
    const quoted = client.escapeLiteral(password)
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [INTAKE_ROLE])
    await client.query('begin')
    await client.query(
      `${rowCount ? 'alter' : 'create'} role ${INTAKE_ROLE} with login nosuperuser nocreatedb nocreaterole password ${quoted}`,
    )
    await client.query(`revoke all on all tables in schema public from ${INTAKE_ROLE}`)
    await client.query(`grant usage on schema public to ${INTAKE_ROLE}`)
    for (const [table, privilege, columns] of GRANTS) {
      const granted = columns ? privilege.replace(/\w+/g, (word) => `${word} (${columns})`) : privilege
      await client.query(`grant ${granted} on ${table} to ${INTAKE_ROLE}`)
    }
    await client.query('commit')
  } finally {
    client.release()
    await pool.end()
  }
}
