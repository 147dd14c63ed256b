/**
 * The two doors of the database.
 *
 * `read` cannot write, by its type and by the engine (SQLite: a second connection opened read-only; PostgreSQL: sessions
 * with default_transaction_read_only). `write` is one unit of work: all of it is stored or none. On SQLite units queue
 * for the single writer and run inside BEGIN IMMEDIATE; drizzle's own async transaction on better-sqlite3 commits
 * before the awaited work is done, so it is not used. On PostgreSQL a unit is a transaction holding an advisory lock on
 * its scope, so that two changes to one assessment take turns and two assessments do not wait for each other.
 *
 * `append` is the unit of work of the residents' intake. It takes the scope's lock shared: any number of intakes add
 * responses at the same time, but none while a `write` of that scope (closing the survey, say) is under way. On SQLite
 * there is one writer anyway.
 *
 * Inside a unit, await nothing but the handle: the single SQLite writer is held meanwhile.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DrizzleQueryError, sql } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { PoolClient } from 'pg'
import { databaseUrl, engine } from './engine.ts'
import { postgresPool } from './postgres-pool.ts'

/** Row counts differ by driver, so a write without .returning() yields nothing at all. */
interface NoResult extends PgQueryResultHKT {
  type: undefined
}
type Full = PgDatabase<NoResult>
export type Reader = Pick<Full, 'select' | 'selectDistinct' | '$count' | 'with' | '$with'>
export interface Writer extends Reader, Pick<Full, 'insert' | 'update' | 'delete'> {
  /**
   * A statement that is asked for again and again, by a name of its own: built once and kept with the connection, on PostgreSQL
   * with its plan.
   */
  prepared<Statement>(name: string, prepare: () => Statement): Statement
}

export interface Database {
  readonly read: Reader
  /** @param scope what this unit of work changes: an assessment id, 'accounts', … */
  write<T>(scope: string, work: (tx: Writer) => Promise<T>): Promise<T>
  append<T>(scope: string, work: (tx: Writer) => Promise<T>): Promise<T>
  /**
   * Removes what deleted rows left on disk: SQLite's log is emptied into the file, PostgreSQL's tables are vacuumed.
   * @returns false where somebody who reads at this moment, say a backup, kept the log from being emptied.
   */
  sweep(tables: readonly string[]): Promise<boolean>
  close(): Promise<void>
}

const insideWrite = new AsyncLocalStorage<true>()

/**
 * drizzle repeats the parameters of a failed statement in its message, and they may be what a resident wrote. Errors end
 * in logs, so only the engine's code leaves the unit of work.
 */
function withoutParameters(error: unknown): unknown {
  if (!(error instanceof DrizzleQueryError)) return error
  const code = (error.cause as { code?: unknown } | undefined)?.code
  return Object.assign(new Error(`a statement failed: ${String(code ?? 'unknown')}`), { code })
}

type Run = <T>(scope: string, work: (tx: Writer) => Promise<T>) => Promise<T>

function guarded(run: Run): Database['write'] {
  return (scope, work) => {
    if (insideWrite.getStore()) throw new Error('write() inside write(): pass the handle down instead')
    return insideWrite.run(true, () =>
      run(scope, async (tx) => {
        const handle = Proxy.revocable(tx, {}) // a handle dies with its unit of work
        try {
          return await work(handle.proxy)
        } catch (error) {
          throw withoutParameters(error)
        } finally {
          handle.revoke()
        }
      }),
    )
  }
}

/** drizzle's handle of one connection, together with the statements kept on it. */
function writerOf(handle: object): Writer {
  const statements = new Map<string, unknown>()
  return Object.assign(handle, {
    prepared: (name: string, prepare: () => unknown) => {
      const kept = statements.get(name) ?? prepare()
      statements.set(name, kept)
      return kept
    },
  }) as Writer
}

export const drizzleOptions = { casing: 'snake_case' } as const

/** `file:./data/wenping.db` → the path. */
export function sqliteFile(url: string): string {
  return url.replace(/^file:/, '')
}

/** Milliseconds to wait for another process that writes to the same file. */
function lockPatience(): number {
  const asked = Number(process.env.SQLITE_BUSY_TIMEOUT_MS || 5000)
  if (!Number.isInteger(asked) || asked < 0)
    throw new Error('SQLITE_BUSY_TIMEOUT_MS is no number of milliseconds')
  return asked
}

/** Five seconds: readers of ours take milliseconds, and somebody who copies the file takes longer than anybody waits. */
const SWEEP_ATTEMPTS = 50
const SWEEP_PAUSE_MS = 100

export async function openSqlite(url: string): Promise<Database> {
  const { default: Sqlite } = await import('better-sqlite3')
  const { drizzle } = await import('drizzle-orm/better-sqlite3')
  const file = sqliteFile(url)
  mkdirSync(dirname(file), { recursive: true })

  const writer = new Sqlite(file)
  writer.pragma('journal_mode = WAL')
  // Random keys touch a page here and a page there; emptied every 32 MB and not every 4, the log writes each of them once where it
  // wrote it several times: a tenth off the time of accepting answers, measured.
  writer.pragma('wal_autocheckpoint = 8000')
  // FULL: a commit that was acknowledged survives a power cut. NORMAL would lose the last commits in WAL mode.
  writer.pragma('synchronous = FULL')
  writer.pragma('foreign_keys = ON')
  // What is deleted is overwritten: envelopes and codes leave no trace in free pages.
  writer.pragma('secure_delete = ON')
  // The intake process writes to the same file; its transactions last a few milliseconds.
  writer.pragma(`busy_timeout = ${lockPatience()}`)
  const reader = new Sqlite(file, { readonly: true })
  reader.pragma(`busy_timeout = ${lockPatience()}`)
  const tx = writerOf(drizzle(writer, drizzleOptions))
  const read = drizzle(reader, drizzleOptions) as unknown as Reader

  let last: Promise<unknown> = Promise.resolve()
  const write = guarded((_scope, work) => {
    const turn = last.then(async () => {
      writer.exec('BEGIN IMMEDIATE')
      try {
        const result = await work(tx)
        writer.exec('COMMIT')
        return result
      } catch (error) {
        if (writer.inTransaction) writer.exec('ROLLBACK')
        throw error
      }
    })
    last = turn.catch(() => {})
    return turn
  })
  return {
    read,
    write,
    append: write,
    sweep: async () => {
      for (let attempt = 1; ; attempt++) {
        await last
        // Asked often and briefly: waiting for a lock stands in the way of everything else on this thread.
        writer.pragma('busy_timeout = 0')
        const [outcome] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
        writer.pragma(`busy_timeout = ${lockPatience()}`)
        if (outcome?.busy === 0) return true
        if (attempt === SWEEP_ATTEMPTS) return false
        await setTimeout(SWEEP_PAUSE_MS)
      }
    },
    close: async () => {
      await last
      reader.close()
      writer.close()
    },
  }
}

export async function openPostgres(url: string): Promise<Database> {
  const { drizzle } = await import('drizzle-orm/node-postgres')
  const { escapeIdentifier } = await import('pg')
  const readPool = await postgresPool(url, { options: '-c default_transaction_read_only=on' })
  const writePool = await postgresPool(url)
  const read = drizzle(readPool, drizzleOptions) as unknown as Reader
  const writers = new WeakMap<PoolClient, Writer>()

  function writerOn(client: PoolClient): Writer {
    const writer = writers.get(client) ?? writerOf(drizzle(client, drizzleOptions))
    writers.set(client, writer)
    return writer
  }

  /** drizzle's own transaction makes a new handle each time, on which no statement can be kept. */
  const holding = (lock: 'pg_advisory_xact_lock' | 'pg_advisory_xact_lock_shared') =>
    guarded(async (scope, work) => {
      const client = await writePool.connect()
      try {
        // The lock is taken first, so that every later statement of the unit sees what earlier units of the scope committed.
        await client.query(`begin; select ${lock}(hashtextextended(${client.escapeLiteral(scope)}, 0))`)
        const result = await work(writerOn(client))
        // PostgreSQL answers the commit of a transaction in which a statement failed with a rollback, and not with an error.
        const { command } = await client.query('commit')
        if (command !== 'COMMIT')
          throw new Error('a unit of work went on after one of its statements had failed')
        client.release()
        return result
      } catch (error) {
        // A connection that cannot even roll back is let go, and its transaction ends with it.
        await client.query('rollback').then(
          () => client.release(),
          (lost: Error) => client.release(lost),
        )
        throw error
      }
    })
  return {
    read,
    write: holding('pg_advisory_xact_lock'),
    append: holding('pg_advisory_xact_lock_shared'),
    sweep: async (tables) => {
      for (const name of tables) await writePool.query(`vacuum ${escapeIdentifier(name)}`)
      return true
    },
    close: async () => {
      await readPool.end()
      await writePool.end()
    },
  }
}

export function openDatabase(url: string = databaseUrl): Promise<Database> {
  return engine === 'postgres' ? openPostgres(url) : openSqlite(url)
}

/**
 * Takes the lock of another scope within a unit of work, until it ends: for what every scope writes to. Whoever holds it asks for no
 * further one, so two units cannot wait for each other. On SQLite there is one writer anyway.
 */
export async function alsoHolding(tx: Writer, scope: string): Promise<void> {
  if (engine !== 'postgres') return
  const unit = tx as unknown as { execute(statement: ReturnType<typeof sql>): Promise<unknown> }
  await unit.execute(sql`select pg_advisory_xact_lock(hashtextextended(${scope}, 0))`)
}

/** True when a row with the same key was already there, on either engine. */
export function isUniqueViolation(error: unknown): boolean {
  for (let e = error as { code?: unknown; cause?: unknown } | undefined; e; e = e.cause as typeof e) {
    if (
      e.code === '23505' ||
      e.code === 'SQLITE_CONSTRAINT_UNIQUE' ||
      e.code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
    )
      return true
  }
  return false
}
