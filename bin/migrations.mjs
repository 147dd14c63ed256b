/**
 * `npm run migrations -- NAME`: writes the next migration of both engines from the one schema.
 *
 * Tables that hold what residents sent are made WITHOUT ROWID on SQLite: an ordinary table keeps a running number per
 * row, which is the order of arrival. drizzle cannot say so, so it is said here.
 *
 * `--fresh` writes the first migration anew and removes all others: only for a schema that nobody has a database of.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const UNORDERED = [
  'responses',
  'sealed_responses',
  'receipts',
  'receipt_leaves',
  'survey_codes',
  'open_texts',
  'opinions',
  'opinion_receipts',
  'paper_entries',
]

const fresh = process.argv.includes('--fresh')
const name = fresh ? 'start' : process.argv[2]
if (!name) {
  console.error('usage: npm run migrations -- NAME, in lower case with underscores')
  process.exit(2)
}
for (const engine of ['sqlite', 'postgres']) {
  const folder = join('db/migrations', engine)
  if (fresh) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { status } = spawnSync('node_modules/.bin/drizzle-kit', ['generate', '--name', name], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DATABASE_URL: engine === 'postgres' ? 'postgres:' : '' },
  })
  if (status !== 0) process.exit(status ?? 1)
  if (engine === 'sqlite') {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.sql'))) {
      const path = join(folder, file)
      const sql = readFileSync(path, 'utf8').replace(
        /CREATE TABLE `(\w+)` \(([\s\S]*?)\n\)( WITHOUT ROWID)?;/g,
        (whole, table, body) =>
          UNORDERED.includes(table.replace(/^__new_/, ''))
            ? `CREATE TABLE \`${table}\` (${body}\n) WITHOUT ROWID;`
            : whole,
      )
      writeFileSync(path, sql)
    }
  }
}
