/**
 * Reading the fixture format: JSON files with cases, and the CSV files their inputs name.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import type { CaseFiles } from './operation.ts'

const limit = { abs: z.number().optional(), rel: z.number().optional() }

const oracleCase = z.object({
  id: z.string().min(1),
  op: z.string().min(1),
  inputs: z.record(z.string(), z.unknown()),
  expected: z.unknown().optional(),
  tolerance: z
    .object({
      ...limit,
      perKey: z.record(z.string(), z.object(limit)).optional(),
      mc: z.string().optional(),
    })
    .optional(),
})

const oracleFile = z.object({
  format: z.literal(1),
  topic: z.string().min(1).optional(),
  cases: z.array(oracleCase),
})

export type OracleCase = z.infer<typeof oracleCase>

export interface OracleTopic {
  readonly topic: string
  readonly cases: readonly OracleCase[]
}

/** The names of the JSON files of a directory, in alphabetical order. Throws if it cannot be read. */
export function oracleFileNames(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .sort()
}

/** Reads one file. Throws with the file's name and the first fault if it is not in the format. */
export function readTopic(directory: string, name: string): OracleTopic {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(join(directory, name), 'utf8'))
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const parsed = oracleFile.safeParse(content)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new Error(
      `${name} is not in the fixture format: ${issue.path.join('.') || 'file'}: ${issue.message}`,
    )
  }
  return { topic: parsed.data.topic ?? basename(name, '.json'), cases: parsed.data.cases }
}

/** The CSV files beside the JSON files, each read once. */
export function caseFiles(directory: string): CaseFiles {
  const tables = new Map<string, Record<string, string>[]>()
  return {
    csv(name) {
      const known = tables.get(name)
      if (known) return known
      const path = resolve(directory, name)
      if (relative(directory, path).startsWith('..')) throw new Error(`${name} lies outside the directory`)
      const table = parseCsv(readFileSync(path, 'utf8'))
      tables.set(name, table)
      return table
    },
  }
}

/** RFC 4180: a header line, then one record per line; fields may be quoted. */
export function parseCsv(text: string): Record<string, string>[] {
  const lines: string[][] = [[]]
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y
  const content = text.replace(/^\uFEFF/, '')
  while (field.lastIndex < content.length) {
    const match = field.exec(content)
    if (!match) throw new Error(`CSV: a quote is left open in line ${lines.length}`)
    const [, raw = '', end] = match
    lines.at(-1)!.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (end === ',' && field.lastIndex === content.length) lines.at(-1)!.push('')
    if (end !== ',' && field.lastIndex < content.length) lines.push([])
  }
  const [header = [], ...records] = lines
  return records
    .filter((record) => record.length > 1 || record[0] !== '')
    .map((record, index) => {
      if (record.length !== header.length)
        throw new Error(`CSV: record ${index + 1} has ${record.length} fields instead of ${header.length}`)
      return Object.fromEntries(header.map((name, column) => [name, record[column]!]))
    })
}
