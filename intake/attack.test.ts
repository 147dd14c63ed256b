/**
 * The attack: a campaign in which it is known who came when, with which slip, and which receipt was given; then everything the
 * house has is handed to the attacker of attack-testing.ts.
 *
 * Statistic: Spearman's rank correlation between the order of answering and every order in which the answers can be read.
 * Under chance it has standard deviation 1/√(N−1); the bound is five of them (two-sided p ≈ 6·10⁻⁷ per order, so some hundred
 * orders together raise a false alarm in fewer than one of 10,000 runs). Direct links by a token must be none at all.
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sqliteFile } from '../db/database.ts'
import { closeSurvey } from '../db/stores/closing.ts'
import { issueCodes } from '../db/stores/codes.ts'
import { openIntakeStore } from '../db/stores/intake.ts'
import { readEveryText } from '../db/stores/open-texts.ts'
import { readSurvey } from '../db/stores/survey.ts'
import { answerTo, publishedSurvey, value } from '../db/stores/survey-testing.ts'
import { openTestDatabase, type TestDatabase } from '../db/testing.ts'
import { attack, attackBytes, type KnownPerson, type Order, tokensOf } from './attack-testing.ts'
import { newKey, receiptOf } from './receipt.ts'
import { exampleQuestionnaire, openDoor } from './testing.ts'

const PEOPLE = 240
const BOUND = 5 / Math.sqrt(PEOPLE - 1)
/** Eight answers of five grades are a person's fingerprint: the judge recognises by them whose row it is. */
const FINGERPRINT = 8
const SAID =
  /"C1":"[1-5]","C2":"[1-5]","C3":"[1-5]","C4":"[1-5]","C5":"[1-5]","C6":"[1-5]","C7":"[1-5]","C8":"[1-5]"|意见-[0-9a-z]+-/

interface Person extends KnownPerson {
  readonly grades: readonly string[]
  readonly words: string
}

let folder = ''
let db: TestDatabase
let logs = ''
let exported = ''
let people: Person[] = []
const file = (name: string) => join(folder, name)

function copy(name: string): void {
  const path = sqliteFile(db.url)
  copyFileSync(path, file(name))
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, file(`${name}-wal`))
}

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

/** How well an order of rows tells the order of people. */
function success({ rows }: Order, placeOf: (person: Person) => number): number {
  const pairs = rows.flatMap((row, position): [number, number][] => {
    const owner = people[ownerOf(row)]
    return owner ? [[placeOf(owner), position]] : []
  })
  return Math.abs(spearman(pairs))
}

function placesOf(): [string, (person: Person) => number][] {
  const rankOf = (token: (person: Person) => string) => {
    const ranks = new Map(
      [...people]
        .map(token)
        .sort()
        .map((text, rank) => [text, rank]),
    )
    return (person: Person) => ranks.get(token(person))!
  }
  return [
    ['order of answering', ({ arrival }) => arrival],
    ['order of receipts', rankOf(({ receipt }) => receipt)],
    ['order of receipt digests', rankOf((person) => tokensOf(person).at(-1)!)],
  ]
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenping-attack-'))
  db = await openTestDatabase()
  const published = await publishedSurvey(db.doors, exampleQuestionnaire())
  const { assessment, survey, east, west } = published
  const { codes } = await db.doors.write(assessment.id, async (tx) =>
    value(await issueCodes(tx, assessment, { groupId: west, count: PEOPLE / 2, label: '一' })),
  )
  const store = openIntakeStore(db.doors)
  const write = (line: string) => {
    logs += line
  }
  const logger = pino({ level: 'trace' }, { write })
  const door = await openDoor({ store, logger })
  const chance = () => String(1 + Math.floor(Math.random() * 5))
  for (let arrival = 0; arrival < PEOPLE; arrival++) {
    const key = newKey()
    const receipt = receiptOf(survey.id, key)
    const code = arrival % 2 ? codes[(arrival - 1) / 2]! : null
    // Two people with one fingerprint (7 % of all runs) would be one to the judge.
    let grades: string[]
    do grades = Array.from({ length: FINGERPRINT }, chance)
    while (people.some((other) => other.grades.join() === grades.join()))
    const words = `意见-${Math.random().toString(36).slice(2)}`
    people.push({ arrival, code, receipt, grades, words })
    const demands = `${words}-${'很长'.repeat(arrival % 40)}`
    const answers = {
      ...Object.fromEntries(grades.map((grade, i) => [`C${i + 1}`, grade])),
      attitude: 'oppose',
      worries: ['jobs'],
      demands,
    }
    for (let retry = 0; retry <= arrival % 3; retry++) {
      if (code)
        value(
          await store.accept(answerTo(published, { groupId: west, channel: 'code', code, receipt, answers })),
        )
      else {
        const fields = Object.entries(answers).map(([name, one]) => [`q.${name}`, String(one)] as const)
        const link = survey.links.find(({ groupId }) => groupId === east)!.token
        const sent = await door.post(`/s/${link}`, [...fields, ['key', key]])
        expect(sent.status).toBe(303)
      }
    }
  }
  await door.close()
  copy('before')
  value(await closeSurvey(db.doors, assessment))
  copy('after')
  const record = await readSurvey(db.doors.read, assessment.id)
  expect(record?.counts.reduce((sum, { n }) => sum + n, 0)).toBe(PEOPLE)
  exported = JSON.stringify([record, await readEveryText(db.doors.read, record?.id ?? '')])
}, 60_000)
afterAll(async () => {
  await db.drop()
  rmSync(folder, { recursive: true, force: true })
  people = []
})

describe('the attack on a real campaign', () => {
  test('finds not a word of what was said in anything from before the closing', () => {
    for (const name of ['before', 'before-wal'])
      if (existsSync(file(name))) {
        const bytes = readFileSync(file(name)).toString('latin1')
        for (const { words } of people) expect(bytes).not.toContain(Buffer.from(words).toString('latin1'))
        expect(attackBytes(file(name), SAID)).toBeNull()
      }
    expect(attack(file('before'), people, SAID).orders).toEqual([])
  })

  test('sees envelopes of one length, whatever was written', () => {
    const before = new Sqlite(file('before'))
    const lengths = before.prepare('select distinct length(envelope) as n from sealed_responses').all()
    before.close()
    expect(lengths).toHaveLength(1)
  })

  test('does no better than chance at linking the order of people or receipts to answers', () => {
    const haul = attack(file('after'), people, SAID)
    const orders = [...haul.orders]
    for (const name of ['after', 'after-wal'])
      if (existsSync(file(name))) {
        const order = attackBytes(file(name), SAID)
        if (order) orders.push(order)
      }
    // The attacker found what there is to find: answers, words, and their bytes.
    expect(orders.some(({ signal }) => signal.startsWith('responses'))).toBe(true)
    expect(orders.some(({ signal }) => signal.startsWith('open_texts'))).toBe(true)
    expect(orders.some(({ signal }) => signal === 'byte offset')).toBe(true)
    const places = placesOf()
    const better = orders.flatMap((order) =>
      places.flatMap(([place, placeOf]) => {
        // Sorting by what was said, or by group, is no order of storage but the published result itself.
        if (/"(answers|text)"$/.test(order.signal)) return []
        const correlation = success(order, placeOf)
        return correlation > BOUND ? [`${order.signal} ~ ${place}: ${correlation.toFixed(3)}`] : []
      }),
    )
    expect(better).toEqual([])
    expect(haul.tokenLinks).toEqual([])
  })

  test('finds no code and no receipt anywhere, and in the export and the logs nothing of a person', () => {
    const files = ['before', 'before-wal', 'after', 'after-wal'].filter((name) => existsSync(file(name)))
    const everything = [...files.map((name) => readFileSync(file(name)).toString('latin1')), exported, logs]
    for (const person of people)
      for (const text of everything) {
        expect(text.includes(person.receipt)).toBe(false)
        expect(person.code !== null && text.includes(person.code)).toBe(false)
      }
    for (const person of people)
      for (const token of tokensOf(person)) expect((exported + logs).includes(token)).toBe(false)
    expect(logs).not.toContain('127.0.0.1')
  })

  test('after closing no digest of a code is left, in rows or in free pages', () => {
    const before = new Sqlite(file('before'))
    const codes = before.prepare('select digest from survey_codes').all() as { digest: string }[]
    before.close()
    expect(codes).toHaveLength(PEOPLE / 2)
    const after = readFileSync(file('after')).toString('latin1')
    expect(codes.filter(({ digest }) => after.includes(digest))).toEqual([])
  })

  test('finds no event that happened once per answer', () => {
    const after = new Sqlite(file('after'))
    const { n } = after.prepare('select count(*) as n from audit_events').get() as { n: number }
    // What officials did: a handful, whatever the number of answers.
    expect(n).toBeLessThan(5)
    after.close()
  })
})

test('the same attack on a careless store succeeds', () => {
  const careless = new Sqlite(file('careless'))
  careless.exec('create table kept (answers text, code text, receipt text)')
  const insert = careless.prepare('insert into kept values (?, ?, ?)')
  for (const { grades, code, receipt } of people)
    insert.run(
      `{${grades.map((grade, i) => `"C${i + 1}":"${grade}"`).join(',')}}`,
      code,
      tokensOf({ arrival: 0, code, receipt }).at(-1),
    )
  careless.close()
  const haul = attack(file('careless'), people, SAID)
  const best = Math.max(...haul.orders.map((order) => success(order, ({ arrival }) => arrival)))
  expect(best).toBeGreaterThan(0.99)
  expect(new Set(haul.tokenLinks.map(({ arrival }) => arrival)).size).toBe(PEOPLE)
  expect(haul.tokenLinks.every(({ arrival, row }) => ownerOf(row) === arrival)).toBe(true)
  const bytes = attackBytes(file('careless'), SAID)
  expect(bytes && Math.abs(success(bytes, ({ arrival }) => arrival))).toBeGreaterThan(0.3)
})
