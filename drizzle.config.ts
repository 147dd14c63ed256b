import { defineConfig } from 'drizzle-kit'

// Both engines' migrations come from the one schema. db/columns.ts picks the column kinds by DATABASE_URL, so each run
// names the engine twice: in the URL for the columns, in the dialect for the SQL. `npm run migrations` runs both.
const postgres = /^postgres/.test(process.env.DATABASE_URL ?? '')

export default defineConfig({
  dialect: postgres ? 'postgresql' : 'sqlite',
  schema: './db/schema/*.ts',
  out: postgres ? './db/migrations/postgres' : './db/migrations/sqlite',
  casing: 'snake_case',
})
