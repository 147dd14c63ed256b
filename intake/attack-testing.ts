/**
 * An attacker who has everything: every file of the database, copies of it from before and after, and for each resident the
 * place in the queue, the slip, the number of the paper form and the receipt. It knows nothing of the schema: every table whose
 * rows carry what people said is read in every order it can be read in (as stored, by every column, by the hidden numbers of rows and
 * transactions), every token it can derive is looked for beside the answers, and the bytes of every file are searched.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { receiptLeaf } from '../lib/integrity/receipt-leaf.ts'
import { formatCode } from '../lib/survey/codes/code.ts'

export interface KnownPerson {
  /** Place in the order of answering, from 0. */
  readonly arrival: number
  readonly code: string | null
  /** Of the paper form. */
  readonly serial: string | null
  /** Null where nobody was given one, as on paper. */
  readonly receipt: string | null
}

/** A way to put what people said into an order: the rows that were found, by their words. */
export interface Order {
  readonly signal: string
  /** The rows in this order, each as all of its text. */
  readonly rows: readonly string[]
}

/** A database as it was taken away. */
export interface Seizure {
  readonly tables: readonly { readonly name: string; readonly ways: readonly Order[] }[]
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
}

export interface Haul {
  readonly orders: readonly Order[]
  /** Rows that hold, beside what was said, something derived from what is known of a person. */
  readonly tokenLinks: readonly { readonly arrival: number; readonly row: string }[]
}

const digests = (text: string): string[] =>
  ['sha256', 'sha1', 'md5'].flatMap((algorithm) =>
    [text, text.toLowerCase(), `wenping response v1${text}`].map((input) =>
      createHash(algorithm).update(input).digest('hex').slice(0, 32),
    ),
  )

/** Everything that may have been made from what is known of a person. */
export function tokensOf({ code, serial, receipt }: KnownPerson): string[] {
  const known = [receipt, code, code && formatCode(code), serial].flatMap((token) => token ?? [])
  return [...known, ...known.flatMap(digests), ...(receipt === null ? [] : [receiptLeaf(receipt)])]
}

const textOf = (row: Record<string, unknown>) =>
  Object.values(row)
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
    .join(' ')

/** A copy of the file and of its log, as a backup takes them. */
export function seizeSqlite(path: string): Seizure {
  const folder = mkdtempSync(join(tmpdir(), 'wenping-seized-'))
  const copy = join(folder, 'seized.db')
  copyFileSync(path, copy)
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`)
  const files = [copy, `${copy}-wal`]
    .filter((file) => existsSync(file))
    .map((file) => ({ name: file.slice(folder.length + 1), bytes: readFileSync(file) }))
  const db = new Sqlite(copy, { readonly: true })
  const tables = db
    .prepare("select name, sql from sqlite_master where type = 'table' and sql is not null")
    .all() as { name: string; sql: string }[]
  const seized = tables.map(({ name, sql }) => {
    const columns = (db.pragma(`table_info(${name})`) as { name: string }[]).map((column) => column.name)
    const hidden = /without rowid/i.test(sql) ? [] : ['rowid']
    const ways = ['', ...[...columns, ...hidden].map((column) => `order by "${column}"`)]
    return {
      name,
      ways: ways.map((way) => ({
        signal: `${name} ${way || 'as stored'}`,
        rows: (db.prepare(`select * from "${name}" ${way}`).all() as Record<string, unknown>[]).map(textOf),
      })),
    }
  })
  db.close()
  rmSync(folder, { recursive: true, force: true })
  return { tables: seized, files }
}

/**
 * A dump of all tables with what a dump does not show (where each row lies in its file, and which transaction wrote it), the files of
 * the tables, and the log since a point in it, as whoever takes the data folder has them.
 */
export async function seizePostgres(url: string, since: string): Promise<Seizure> {
  const { Client } = await import('pg')
  const client = new Client({ connectionString: url })
  await client.connect()
  const ask = async <Row>(text: string, values: unknown[] = []) =>
    (await client.query(text, values)).rows as Row[]
  await ask('checkpoint')
  const tables = await ask<{ name: string; path: string }>(
    "select relname as name, pg_relation_filepath(oid) as path from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  )
  const seized: Seizure['tables'][number][] = []
  for (const { name } of tables) {
    const columns = await ask<{ name: string; type: string }>(
      'select column_name as name, udt_name as type from information_schema.columns where table_schema = $1 and table_name = $2',
      ['public', name],
    )
    const shown = columns.map((column) =>
      column.type === 'bytea' ? `"${column.name}"` : `"${column.name}"::text`,
    )
    const hidden = ['ctid', 'xmin::text::bigint']
    const ways: Order[] = []
    for (const by of ['', ...columns.map((column) => `"${column.name}"::text`), ...hidden])
      ways.push({
        signal: `${name} ${by ? `order by ${by}` : 'as stored'}`,
        rows: (
          await ask<Record<string, unknown>>(
            `select ${shown.join(', ')} from "${name}" ${by && `order by ${by}`}`,
          )
        ).map(textOf),
      })
    seized.push({ name, ways })
  }
  const [last] = await ask<{ from: string; to: string }>(
    'select pg_walfile_name($1::pg_lsn) as from, pg_walfile_name(pg_current_wal_lsn()) as to',
    [since],
  )
  const logs = await ask<{ path: string }>(
    "select 'pg_wal/' || name as path from pg_ls_waldir() where name between $1 and $2",
    [last?.from, last?.to],
  )
  const files: { name: string; bytes: Buffer }[] = []
  for (const { path } of [...tables, ...logs]) {
    const [file] = await ask<{ bytes: Buffer }>('select pg_read_binary_file($1) as bytes', [path])
    if (file) files.push({ name: path, bytes: file.bytes })
  }
  await client.end()
  return { tables: seized, files }
}

/** @param said tells whether a row carries something that somebody said. */
export function attack({ tables, files }: Seizure, people: readonly KnownPerson[], said: RegExp): Haul {
  const orders: Order[] = []
  const tokenLinks: { arrival: number; row: string }[] = []
  for (const { ways } of tables) {
    for (const { signal, rows } of ways) {
      const speaking = rows.filter((row) => said.test(row))
      if (speaking.length > 1) orders.push({ signal, rows: speaking })
    }
    const speaking = ways[0]?.rows.filter((row) => said.test(row)) ?? []
    for (const person of speaking.length === 0 ? [] : people) {
      const tokens = tokensOf(person)
      for (const row of speaking)
        if (tokens.some((token) => row.includes(token))) tokenLinks.push({ arrival: person.arrival, row })
    }
  }
  for (const { name, bytes } of files) {
    // What lies in the bytes of a file, free pages and log frames included.
    const rows = [...bytes.toString('utf8').matchAll(new RegExp(said.source, 'g'))].map(([match]) => match)
    if (rows.length > 1) orders.push({ signal: `bytes of ${name}`, rows })
  }
  return { orders, tokenLinks }
}
