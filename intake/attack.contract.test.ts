/**
 * The attack: a campaign in which it is known who came when and by which channel, with which slip, on which form, and which receipt
 * was given; then everything the house has is handed to the attacker of attack-testing.ts. On both engines.
 *
 * Statistic: Spearman's rank correlation between the order of answering and every order in which the answers can be read.
 * Under chance it has standard deviation 1/√(N−1); the bound is five of them, for all people and for those of one channel (two-sided p ≈ 6·10⁻⁷ per order, so some hundred
 * orders together raise a false alarm in fewer than one of 10,000 runs). Direct links by a token must be none at all.
 */
import { unzipSync } from 'fflate'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiptOf } from '../db/ballot/receipt.ts'
import { sqliteFile } from '../db/database.ts'
import { engine } from '../db/engine.ts'
import { recordSitting } from '../db/stores/audit.ts'
import { readCaseFile } from '../db/stores/case-file.ts'
import { closeSurvey } from '../db/stores/closing.ts'
import { issueCodes } from '../db/stores/codes.ts'
import { openIntakeStore } from '../db/stores/intake.ts'
import { acceptOfficialEntry } from '../db/stores/official-entry.ts'
import { readEveryText } from '../db/stores/open-texts.ts'
import { createPaperBatch } from '../db/stores/paper.ts'
import { enterForms } from '../db/stores/paper-entries.ts'
import { readReceiptLeaves } from '../db/stores/receipts.ts'
import { ASSESSOR, publishedSurvey, value } from '../db/stores/survey-testing.ts'
import { openTestDatabase, type TestDatabase } from '../db/testing.ts'
import { packPublicBundle } from '../lib/approval/bundle/pack.ts'
import { type Actor, proveEditable, proveReadable } from '../lib/assessment/access.ts'
import { receiptLeaf } from '../lib/integrity/receipt-leaf.ts'
import { schemeOf } from '../lib/scheme/registry.ts'
import { newKey } from '../lib/survey/channels/form-key.ts'
import { formatCode } from '../lib/survey/codes/code.ts'
import { surveyExport } from '../lib/survey/export/survey-export.ts'
import { serialText } from '../lib/survey/paper/serial.ts'
import { compute } from '../lib/verdict/compute.ts'
import {
  attack,
  type Haul,
  type KnownPerson,
  type Order,
  type Seizure,
  seizePostgres,
  seizeSqlite,
  tokensOf,
} from './attack-testing.ts'
import { exampleQuestionnaire, keyOf, openDoor, shownReceipt } from './testing.ts'

const PEOPLE = 160
const CHANNELS = 4
const OF_EACH = PEOPLE / CHANNELS
/** Standard deviations that an order may lie from none at all. */
const SIGMAS = 5
/** Eight answers of five grades are a person's fingerprint: the judge recognises by them whose row it is. */
const FINGERPRINT = 8
const SAID =
  /"C1":"[1-5]","C2":"[1-5]","C3":"[1-5]","C4":"[1-5]","C5":"[1-5]","C6":"[1-5]","C7":"[1-5]","C8":"[1-5]"|意见-[0-9a-z]+-/
const COLLEAGUE: Actor = { id: 'u2', name: '李录入', role: 'assessor' }

interface Person extends KnownPerson {
  readonly grades: readonly string[]
  readonly words: string
}

let db: TestDatabase
let logs = ''
let given = ''
let publicBundle = ''
let people: Person[] = []
let seizures: Readonly<Record<'between' | 'before' | 'after', Seizure>>

const owners = new Map<string, number>()
/** Whose row it is, or -1: the judge's knowledge, not the attacker's. */
function ownerOf(row: string): number {
  const known = owners.get(row)
  if (known !== undefined) return known
  const owner = people.findIndex(
    ({ grades, words }) =>
      row.includes(`${words}-`) || grades.every((grade, i) => row.includes(`"C${i + 1}":"${grade}"`)),
  )
  owners.set(row, owner)
  return owner
}

function ranksOf(values: readonly number[]): number[] {
  const place = new Map([...values].sort((a, b) => a - b).map((one, rank) => [one, rank]))
  return values.map((one) => place.get(one)!)
}

function spearman(pairs: readonly (readonly [number, number])[]): number {
  const n = pairs.length
  if (n < 2) return 0
  const [x, y] = [ranksOf(pairs.map(([a]) => a)), ranksOf(pairs.map(([, b]) => b))]
  const squares = x.reduce((sum, rank, i) => sum + (rank - y[i]!) ** 2, 0)
  return 1 - (6 * squares) / (n * (n * n - 1))
}

type PlaceOf = (person: Person) => number | null

/** How well an order of rows tells the order of people, in standard deviations of chance and as a correlation. */
function success({ rows }: Order, placeOf: PlaceOf): { sigmas: number; correlation: number } {
  const pairs = rows.flatMap((row, position): [number, number][] => {
    const owner = people[ownerOf(row)]
    const place = owner ? placeOf(owner) : null
    return place === null ? [] : [[place, position]]
  })
  const correlation = Math.abs(spearman(pairs))
  return { correlation, sigmas: correlation * Math.sqrt(Math.max(0, pairs.length - 1)) }
}

function placesOf(): [string, PlaceOf][] {
  const rankOf = (token: (receipt: string) => string): PlaceOf => {
    const known = people.flatMap(({ receipt }) => receipt ?? [])
    const ranks = new Map(
      known
        .map(token)
        .sort()
        .map((text, rank) => [text, rank]),
    )
    return ({ receipt }) => (receipt === null ? null : (ranks.get(token(receipt)) ?? null))
  }
  const ofChannel = (channel: number): [string, PlaceOf] => [
    `order of answering by channel ${channel}`,
    ({ arrival }) => (arrival % CHANNELS === channel ? arrival : null),
  ]
  return [
    ['order of answering', ({ arrival }) => arrival],
    ...[0, 1, 2, 3].map(ofChannel),
    ['order of receipts', rankOf((receipt) => receipt)],
    ['order of receipt digests', rankOf(receiptLeaf)],
  ]
}

/** The orders that tell more than chance about some place of people. */
function betterThanChance(orders: readonly Order[]): string[] {
  return orders.flatMap((order) =>
    placesOf().flatMap(([place, placeOf]) => {
      // Sorting by what was said is no order of storage but the published result itself.
      if (/"(answers|text)"(::text)?$/.test(order.signal)) return []
      const { sigmas, correlation } = success(order, placeOf)
      return sigmas > SIGMAS ? [`${order.signal} ~ ${place}: ${correlation.toFixed(3)}`] : []
    }),
  )
}

function somebody(arrival: number, known: Omit<KnownPerson, 'arrival'>): Person {
  const chance = () => String(1 + Math.floor(Math.random() * 5))
  // Two people with one fingerprint (3 % of all runs) would be one to the judge.
  let grades: string[]
  do grades = Array.from({ length: FINGERPRINT }, chance)
  while (people.some((other) => other.grades.join() === grades.join()))
  const words = `意见-${Math.random().toString(36).slice(2)}`
  return { arrival, ...known, grades, words }
}

const answersOf = ({ grades, words, arrival }: Person) => ({
  ...Object.fromEntries(grades.map((grade, i) => [`C${i + 1}`, grade])),
  attitude: 'oppose',
  worries: ['jobs'],
  demands: `${words}-${'很长'.repeat(arrival % 40)}`,
})

beforeAll(async () => {
  db = await openTestDatabase()
  const since = engine === 'postgres' ? await logPosition(db.url) : ''
  const seize = async () =>
    engine === 'postgres' ? seizePostgres(db.url, since) : seizeSqlite(sqliteFile(db.url))
  const published = await publishedSurvey(db.doors, exampleQuestionnaire())
  const { assessment, survey, east, west } = published
  const colleague = value(proveEditable(COLLEAGUE, assessment.id))
  const write = db.doors.write
  const { codes } = await write(assessment.id, async (tx) => {
    const paper = { groupId: east, size: OF_EACH, language: 'zh-CN', today: '2026-11-23' }
    value(await createPaperBatch(tx, assessment, paper))
    const slips = { groupId: west, count: OF_EACH, label: '一', validThrough: null }
    return value(await issueCodes(tx, assessment, slips))
  })
  const keep = (line: string) => {
    logs += line
  }
  const logger = pino({ level: 'trace' }, { write: keep })
  const door = await openDoor({ store: openIntakeStore(db.doors), logger })
  /** Over HTTP, as a browser does it: some send twice or three times. */
  const send = async (arrival: number, address: string, code: string | null) => {
    const key = keyOf((await door.get(address)).html)
    const person = somebody(arrival, { code, serial: null, receipt: receiptOf(survey.id, key) })
    const fields = Object.entries(answersOf(person)).map(([name, one]) => [`q.${name}`, String(one)] as const)
    for (let retry = 0; retry <= arrival % 3; retry++) {
      const sent = await door.post(address, [...fields, ['key', key]])
      expect(sent.status).toBe(303)
      expect(shownReceipt((await door.get(String(sent.headers.location))).html)).toBe(person.receipt)
    }
    people.push(person)
  }
  const link = survey.links.find(({ groupId }) => groupId === east)!.token
  const waiting: Person[] = []
  let between: Seizure | null = null
  for (let arrival = 0; arrival < PEOPLE; arrival++) {
    const turn = Math.floor(arrival / CHANNELS)
    switch (arrival % CHANNELS) {
      case 0:
        await send(arrival, `/s/${link}`, null)
        break
      case 1:
        await send(arrival, `/c/${codes[turn]!}`, codes[turn]!)
        break
      case 2: {
        const key = newKey()
        const person = somebody(arrival, { code: null, serial: null, receipt: receiptOf(survey.id, key) })
        people.push(person)
        const interview = { groupId: west, channel: 'assisted', key, answers: answersOf(person) } as const
        await write(assessment.id, async (tx) => {
          expect(value(await acceptOfficialEntry(tx, assessment, interview)).receipt).toBe(person.receipt)
          await recordSitting(tx, ASSESSOR, 'interview-recorded', assessment.id)
        })
        break
      }
      default: {
        const serial = { batch: 1, n: turn + 1 }
        const person = somebody(arrival, { code: null, serial: serialText(serial), receipt: null })
        people.push(person)
        waiting.push(person)
        const answers = answersOf(person)
        await write(assessment.id, async (tx) => {
          value(await enterForms(tx, assessment, [{ serial, answers }]))
          await recordSitting(tx, ASSESSOR, 'paper-entered', assessment.id)
        })
        // The second entries come in stacks, as in an office.
        if (waiting.length < 10) break
        between ??= await seize()
        for (const one of waiting.splice(0)) {
          const n = Number(one.serial?.slice(-4))
          const second = { serial: { batch: 1, n }, answers: answersOf(one) }
          await write(assessment.id, async (tx) => {
            expect(value(await enterForms(tx, colleague, [second])).accepted).toBe(1)
            await recordSitting(tx, COLLEAGUE, 'paper-entered', assessment.id)
          })
        }
      }
    }
  }
  await door.close()
  const before = await seize()
  value(await closeSurvey(db.doors, assessment))
  seizures = { between: between!, before, after: await seize() }

  const readable = value(proveReadable(ASSESSOR, assessment.id))
  const caseFile = (await readCaseFile(db.doors.read, readable))!
  const closed = caseFile.survey!
  expect(closed.counts.map(({ n }) => n)).toEqual([OF_EACH, OF_EACH, OF_EACH, OF_EACH])
  const scheme = schemeOf(caseFile.schemeId)
  const exported = surveyExport({
    survey: closed,
    matter: caseFile.matter.title,
    engineVersion: 'test',
    scheme: { id: caseFile.schemeId, name: scheme.name.zh, version: scheme.version },
    groups: caseFile.groups,
    sampling: caseFile.sampling,
    samplingFloors: scheme.samplingFloors,
    fewest: scheme.suppressionK.value,
  })
  given = JSON.stringify([exported, await readEveryText(db.doors.read, closed.id)])
  expect(given).toContain(closed.merkleRoot)
  const leaves = await readReceiptLeaves(db.doors.read, readable, closed)
  const bytes = packPublicBundle({ caseFile, results: compute(caseFile), leaves, frozen: null })
  publicBundle = Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n')
}, 180_000)
afterAll(async () => {
  await db.drop()
  people = []
})

async function logPosition(url: string): Promise<string> {
  const { Client } = await import('pg')
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select pg_current_wal_lsn()::text as at')
  await client.end()
  return rows[0].at
}

const allRows = ({ tables }: Seizure, name: string) =>
  tables.find((table) => table.name === name)!.ways[0]!.rows
const latin1 = ({ files }: Seizure) => files.map(({ bytes }) => bytes.toString('latin1'))

describe(`the attack on a real campaign on ${engine}`, () => {
  test('finds not a word of what was said in anything from before the closing', () => {
    for (const seizure of [seizures.between, seizures.before]) {
      expect(attack(seizure, people, SAID).orders).toEqual([])
      for (const bytes of latin1(seizure))
        for (const { words } of people.slice(0, 40))
          expect(bytes.includes(Buffer.from(words).toString('latin1'))).toBe(false)
    }
  })

  test('finds no answer on a paper form that was entered once, in rows or bytes', () => {
    expect(allRows(seizures.between, 'paper_entries')).toHaveLength(10)
    expect(allRows(seizures.before, 'paper_entries')).toEqual([])
    expect(allRows(seizures.after, 'paper_entries')).toEqual([])
  })

  test('sees envelopes of one length, whatever was written', () => {
    for (const [name, n] of [
      ['sealed_responses', PEOPLE],
      ['paper_entries', 0],
    ] as const)
      expect(allRows(seizures.before, name)).toHaveLength(n)
    const lengths = new Set(
      allRows(seizures.before, 'sealed_responses').map((row) => row.split(' ').slice(4).join(' ').length),
    )
    expect(lengths.size).toBe(1)
  })

  test('does no better than chance at linking the order of people or receipts to answers', () => {
    const haul = attack(seizures.after, people, SAID)
    // The attacker found what there is to find: answers, words, and their bytes.
    for (const signal of ['responses as stored', 'open_texts as stored', 'bytes of '])
      expect(haul.orders.some((order) => order.signal.startsWith(signal))).toBe(true)
    if (engine === 'postgres')
      for (const signal of ['responses order by ctid', 'responses order by xmin::text::bigint'])
        expect(haul.orders.some((order) => order.signal === signal)).toBe(true)
    expect(betterThanChance(haul.orders)).toEqual([])
    expect(haul.tokenLinks).toEqual([])
  })

  test('finds no code and no receipt anywhere, and in what is given away and the logs nothing of a person', () => {
    const files = Object.values(seizures).flatMap(latin1)
    // Fifteen of each channel: a search for all of them takes minutes, and one that leaks leaks like all others.
    for (const person of people.slice(0, 15 * CHANNELS)) {
      const secrets = [person.receipt, person.code, person.code && formatCode(person.code)].flatMap(
        (token) => token ?? [],
      )
      for (const text of [...files, given, logs, publicBundle])
        for (const secret of secrets) expect(text.includes(secret)).toBe(false)
      for (const token of tokensOf(person)) expect((given + logs).includes(token)).toBe(false)
      expect(publicBundle.includes(person.words)).toBe(false)
      expect(person.serial !== null && publicBundle.includes(person.serial)).toBe(false)
    }
    expect(logs).toContain('/c/:token')
    expect(logs).not.toContain('127.0.0.1')
  }, 120_000)

  test('after closing no digest of a code is left in a row; on SQLite in no free page either', () => {
    const rows = allRows(seizures.before, 'survey_codes')
    expect(rows).toHaveLength(OF_EACH)
    expect(allRows(seizures.after, 'survey_codes')).toEqual([])
    if (engine === 'postgres') return
    const digests = rows.map((row) => /[0-9a-f]{64}/.exec(row)![0])
    for (const bytes of latin1(seizures.after))
      expect(digests.filter((digest) => bytes.includes(digest))).toEqual([])
  })

  test('finds no event that happened once per answer', () => {
    // The making of the case, the count, and one sitting each: interviews, first entries, second entries; whatever the number of
    // answers. The office's chain notes each once more.
    expect(allRows(seizures.after, 'audit_events')).toHaveLength(2 * (1 + 1 + 3))
  })

  test('finds no day on which a form was typed in', () => {
    const paper = allRows(seizures.after, 'responses').filter((row) => row.includes(' paper '))
    expect(paper).toHaveLength(OF_EACH)
    expect(new Set(paper.map((row) => /\d{4}-\d{2}-\d{2}/.exec(row)?.[0])).size).toBe(1)
  })
})

test('the same attack on a careless store succeeds', async () => {
  const rows = people.map((person) => ({
    answers: `{${person.grades.map((grade, i) => `"C${i + 1}":"${grade}"`).join(',')}}`,
    code: person.code,
    receipt: tokensOf(person).at(-1) ?? null,
  }))
  const haul = await carelessly(rows)
  const byArrival = (order: Order) => success(order, ({ arrival }) => arrival).correlation
  const best = Math.max(...haul.orders.map(byArrival))
  expect(best).toBeGreaterThan(0.99)
  const found = new Set(haul.tokenLinks.map(({ arrival }) => arrival))
  expect(found.size).toBe(PEOPLE)
  expect(haul.tokenLinks.every(({ arrival, row }) => ownerOf(row) === arrival)).toBe(true)
  const bytes = haul.orders.find(({ signal }) => signal.startsWith('bytes of '))
  expect(bytes && byArrival(bytes)).toBeGreaterThan(0.3)
})

type Careless = { readonly answers: string; readonly code: string | null; readonly receipt: string | null }

async function carelessly(rows: readonly Careless[]): Promise<Haul> {
  const careless = await openTestDatabase()
  try {
    const insert = 'insert into kept values ($1, $2, $3)'
    if (engine === 'postgres') {
      const { Client } = await import('pg')
      const client = new Client({ connectionString: careless.url })
      await client.connect()
      await client.query('create table kept (answers text, code text, receipt text)')
      const since = await logPosition(careless.url)
      for (const { answers, code, receipt } of rows) await client.query(insert, [answers, code, receipt])
      await client.end()
      return attack(await seizePostgres(careless.url, since), people, SAID)
    }
    const { default: Sqlite } = await import('better-sqlite3')
    const file = sqliteFile(careless.url)
    const db = new Sqlite(file)
    db.exec('create table kept (answers text, code text, receipt text)')
    const add = db.prepare('insert into kept values (?, ?, ?)')
    for (const { answers, code, receipt } of rows) add.run(answers, code, receipt)
    db.close()
    return attack(seizeSqlite(file), people, SAID)
  } finally {
    await careless.drop()
  }
}
