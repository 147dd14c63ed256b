/**
 * The only migrator.
 *
 * On SQLite the order matters: copy the file first, then turn foreign keys off *before* the migration's transaction.
 * drizzle-kit rebuilds a table by DROP and RENAME and switches the keys off inside the transaction, where SQLite
 * ignores it, so the DROP would cascade into every child row and report success. Afterwards every reference is checked.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { drizzleOptions, sqliteFile } from './database.ts'
import { databaseUrl, engine } from './engine.ts'
import { postgresPool } from './postgres-pool.ts'

const migrationsFolder = join(process.cwd(), 'db/migrations', engine)

async function migrateSqlite(url: string): Promise<void> {
  const { default: Sqlite } = await import('better-sqlite3')
  const { drizzle } = await import('drizzle-orm/better-sqlite3')
  const { migrate } = await import('drizzle-orm/better-sqlite3/migrator')
  const file = sqliteFile(url)
  mkdirSync(dirname(file), { recursive: true })
  const existed = existsSync(file)
  const connection = new Sqlite(file)
  try {
    connection.pragma('journal_mode = WAL')
    const journal = JSON.parse(await readFile(join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as {
      entries: unknown[]
    }
    const known = connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()
    const applied = known
      ? (connection.prepare('select count(*) as n from __drizzle_migrations').get() as { n: number }).n
      : 0
    if (applied >= journal.entries.length) return
    if (existed && applied > 0) await connection.backup(`${file}.before-${journal.entries.length}`)
    connection.pragma('foreign_keys = OFF')
    migrate(drizzle(connection, drizzleOptions), { migrationsFolder })
    const broken = connection.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0)
      throw new Error(
        `the migration left ${broken.length} dangling references; the backup is beside the file`,
      )
  } finally {
    connection.close()
  }
}

async function migratePostgres(url: string): Promise<void> {
  const { drizzle } = await import('drizzle-orm/node-postgres')
  const { migrate } = await import('drizzle-orm/node-postgres/migrator')
  const pool = await postgresPool(url, { max: 1 })
  try {
    await migrate(drizzle(pool, drizzleOptions), { migrationsFolder })
  } finally {
    await pool.end()
  }
}

/** Brings the database to the newest schema; does nothing when it is there already. */
export async function migrateDatabase(url: string = databaseUrl): Promise<void> {
  await (engine === 'postgres' ? migratePostgres(url) : migrateSqlite(url))
}
