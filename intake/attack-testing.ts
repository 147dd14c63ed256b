/**
 * An attacker who has everything: every file of the database, copies of it from before and after, and for each resident the
 * place in the queue, the code on the slip and the receipt. It knows nothing of the schema: every table whose rows carry what
 * people said is tried in every order it can be read in, and every token it can derive is looked for beside the answers.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { receiptLeaf } from '../lib/integrity/receipt-leaf.ts'

export interface KnownPerson {
  /** Place in the order of answering, from 0. */
  readonly arrival: number
  readonly code: string | null
  readonly receipt: string
}

/** A way to put what people said into an order: the position of each row that was found, by its words. */
export interface Order {
  readonly signal: string
  /** The rows in this order, each as all of its text. */
  readonly rows: readonly string[]
}

export interface Haul {
  readonly orders: readonly Order[]
  /** Rows that hold, beside what was said, something derived from a person's code or receipt. */
  readonly tokenLinks: readonly { readonly arrival: number; readonly row: string }[]
}

const digests = (text: string): string[] =>
  ['sha256', 'sha1', 'md5'].flatMap((algorithm) =>
    [text, text.toLowerCase(), `wenping response v1${text}`].map((input) =>
      createHash(algorithm).update(input).digest('hex').slice(0, 32),
    ),
  )

/** Everything that may have been made from what is known of a person. */
export function tokensOf({ code, receipt }: KnownPerson): string[] {
  const known = code === null ? [receipt] : [receipt, code]
  return [...known, ...known.flatMap(digests), receiptLeaf(receipt)]
}

const textOf = (row: Record<string, unknown>) =>
  Object.values(row)
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
    .join(' ')

/** @param said tells whether a row carries something that somebody said. */
export function attack(file: string, people: readonly KnownPerson[], said: RegExp): Haul {
  const orders: Order[] = []
  const tokenLinks: { arrival: number; row: string }[] = []
  const db = new Sqlite(file, { readonly: true })
  const tables = db
    .prepare("select name, sql from sqlite_master where type = 'table' and sql is not null")
    .all() as { name: string; sql: string }[]
  for (const { name, sql } of tables) {
    const columns = (db.pragma(`table_info(${name})`) as { name: string }[]).map((column) => column.name)
    const ways = ['', ...columns.map((column) => `order by "${column}"`)]
    if (!/without rowid/i.test(sql)) ways.push('order by rowid')
    for (const way of ways) {
      const rows = (db.prepare(`select * from "${name}" ${way}`).all() as Record<string, unknown>[])
        .map(textOf)
        .filter((row) => said.test(row))
      if (rows.length > 1) orders.push({ signal: `${name} ${way || 'as stored'}`, rows })
    }
    const rows = (db.prepare(`select * from "${name}"`).all() as Record<string, unknown>[]).map(textOf)
    const speaking = rows.filter((row) => said.test(row))
    for (const person of people) {
      const tokens = tokensOf(person)
      for (const row of speaking)
        if (tokens.some((token) => row.includes(token))) tokenLinks.push({ arrival: person.arrival, row })
    }
  }
  db.close()
  return { orders, tokenLinks }
}

/** What was said as it lies in the bytes of a file, free pages and log frames included. */
export function attackBytes(file: string, said: RegExp): Order | null {
  const text = readFileSync(file).toString('utf8')
  const rows = [...text.matchAll(new RegExp(said.source, 'g'))].map(([match]) => match)
  return rows.length > 1 ? { signal: 'byte offset', rows } : null
}
