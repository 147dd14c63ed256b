/**
 * A database of its own for each test file: a temporary SQLite file, or a schema-fresh PostgreSQL database when
 * DATABASE_URL names a PostgreSQL server.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from './database.ts'
import { databaseUrl, engine } from './engine.ts'
import { migrateDatabase } from './migrate.ts'

export interface TestDatabase {
  readonly url: string
  readonly doors: Database
  /** A second set of doors on the same database, as another process would have. */
  reopen(): Promise<Database>
  drop(): Promise<void>
}

export async function openTestDatabase(): Promise<TestDatabase> {
  // Keys of test surveys have no business in the data folder of an installation.
  process.env.KEYS_DIR ??= mkdtempSync(join(tmpdir(), 'wenping-keys-'))
  if (engine === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'wenping-test-'))
    const url = `file:${join(folder, 'test.db')}`
    await migrateDatabase(url)
    const doors = await openDatabase(url)
    return {
      url,
      doors,
      reopen: () => openDatabase(url),
      drop: async () => {
        await doors.close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  }
  const { Client } = await import('pg')
  const name = `test_${randomBytes(6).toString('hex')}`
  const server = new Client({ connectionString: databaseUrl })
  await server.connect()
  await server.query(`create database ${name}`)
  const address = new URL(databaseUrl)
  address.pathname = `/${name}`
  const url = address.toString()
  await migrateDatabase(url)
  const doors = await openDatabase(url)
  return {
    url,
    doors,
    reopen: () => openDatabase(url),
    drop: async () => {
      await doors.close()
      await server.query(`drop database ${name} with (force)`)
      await server.end()
    },
  }
}
