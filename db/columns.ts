/**
 * One table definition, two engines.
 *
 * Every column kind is picked once, here. It is *typed* as PostgreSQL and by default *runs* as SQLite: code that leans on
 * a feature only PostgreSQL has then fails in the everyday test run, not at the first customer. No column has a default
 * inside the engine; values are made in JavaScript, so that both engines store the same bytes.
 */
import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'
import { engine } from './engine.ts'

const onPostgres = engine === 'postgres'

export const table = (onPostgres ? pg.pgTable : sqlite.sqliteTable) as typeof pg.pgTable
export const index = (onPostgres ? pg.index : sqlite.index) as typeof pg.index
export const uniqueIndex = (onPostgres ? pg.uniqueIndex : sqlite.uniqueIndex) as typeof pg.uniqueIndex
export const primaryKey = (onPostgres ? pg.primaryKey : sqlite.primaryKey) as typeof pg.primaryKey

export const text = (onPostgres ? pg.text : sqlite.text) as typeof pg.text
export const integer = (onPostgres ? pg.integer : () => sqlite.integer()) as () => ReturnType<
  typeof pg.integer
>
const pgBig = () => pg.bigint({ mode: 'number' })
/** Whole numbers beyond 2^31, such as money in fen. */
export const bigInteger = (onPostgres ? pgBig : () => sqlite.integer()) as typeof pgBig
export const real = (onPostgres ? pg.doublePrecision : () => sqlite.real()) as () => ReturnType<
  typeof pg.doublePrecision
>
export const boolean = (
  onPostgres ? pg.boolean : () => sqlite.integer({ mode: 'boolean' })
) as () => ReturnType<typeof pg.boolean>
const pgInstant = () => pg.timestamp({ withTimezone: true, precision: 3, mode: 'date' })
export const instant = (
  onPostgres ? pgInstant : () => sqlite.integer({ mode: 'timestamp_ms' })
) as typeof pgInstant
/** Opaque to SQL on both engines, never queried inside; `json` and not `jsonb`, which would reorder keys. */
export const json = (onPostgres ? () => pg.json() : () => sqlite.text({ mode: 'json' })) as () => ReturnType<
  typeof pg.json
>

const pgBytes = pg.customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })
/** Bytes of a file, a piece at a time. */
export const bytes = (
  onPostgres ? () => pgBytes() : () => sqlite.blob({ mode: 'buffer' })
) as () => ReturnType<typeof pgBytes>
