/**
 * What a resident was promised must hold when things break: a real intake is killed at random moments under load, its disk
 * is full, its database is locked by somebody else. An acknowledged answer is there, once; what is not acknowledged was
 * refused in words.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { receiptOf } from '../db/ballot/receipt.ts'
import { sqliteFile } from '../db/database.ts'
import { receiptLeaves, receipts, responseCounts, sealedResponses } from '../db/schema/survey.ts'
import { closeSurvey } from '../db/stores/closing.ts'
import { readSurvey } from '../db/stores/survey.ts'
import { type PublishedSurvey, publishedSurvey, value } from '../db/stores/survey-testing.ts'
import { openTestDatabase, type TestDatabase } from '../db/testing.ts'
import { receiptLeaf } from '../lib/integrity/receipt-leaf.ts'
import { newKey } from '../lib/survey/channels/form-key.ts'
import { exampleQuestionnaire, VALID_ANSWERS } from './testing.ts'

const KILLS = 50
const CLIENTS = 8

let folder = ''
let program = ''
let db: TestDatabase
let published: PublishedSurvey
beforeAll(async () => {
  // Below the project, so that packages are found; bundled, so that fifty starts take seconds.
  spawnSync('mkdir', ['-p', '.build'])
  folder = mkdtempSync('.build/faults-')
  program = join(folder, 'intake.mjs')
  await build({
    entryPoints: [
      { in: 'intake/main.ts', out: 'intake' },
      { in: 'db/stores/ballot-box-worker.ts', out: 'ballot-box-worker' },
    ],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'error',
  })
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const started = new Set<ChildProcess>()
/** A test that failed midway leaves no intake behind. */
afterEach(() => {
  for (const child of started) child.kill('SIGKILL')
  started.clear()
})

async function fresh(): Promise<void> {
  db = await openTestDatabase()
  published = await publishedSurvey(db.doors, exampleQuestionnaire())
}

interface Running {
  readonly child: ChildProcess
  readonly url: string
  readonly exited: Promise<unknown>
}

async function start(extra: Record<string, string> = {}, limit = ''): Promise<Running> {
  const child = spawn('sh', ['-c', `${limit} exec "$0" "$1"`, process.execPath, program], {
    env: { ...process.env, HOST: '127.0.0.1', PUBLIC_PORT: '0', DATABASE_URL: db.url, ...extra },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.add(child)
  const exited = new Promise((resolve) => child.once('exit', resolve))
  let printed = ''
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk
      const found = /"port":(\d+)/.exec(printed)?.[1]
      if (found) resolve(found)
    })
    void exited.then(() => reject(new Error(`the intake did not start: ${printed}`)))
  })
  return { child, url: `http://127.0.0.1:${port}`, exited }
}

let visitors = 0
function post(url: string, key: string) {
  visitors += 1
  return fetch(`${url}/s/${published.survey.links[0]!.token}`, {
    method: 'POST',
    redirect: 'manual',
    // A phone gives up and tries again; a connection that nobody answers any more must not end the test.
    signal: AbortSignal.timeout(10_000),
    // Each from an address of its own: the limit per address is not what is tested here.
    headers: { 'x-forwarded-for': `10.${visitors >> 16}.${(visitors >> 8) & 255}.${visitors & 255}` },
    body: new URLSearchParams([...VALID_ANSWERS.map(([name, text]) => [name, text]), ['key', key]]),
  })
}

const leafOf = (key: string) => receiptLeaf(receiptOf(published.survey.id, key))

async function stored() {
  const leaves = (await db.doors.read.select().from(receipts)).map(({ leaf }) => leaf)
  const envelopes = await db.doors.read.$count(sealedResponses)
  const counts = await db.doors.read.select().from(responseCounts)
  return { leaves, envelopes, counted: counts.reduce((sum, { n }) => sum + n, 0) }
}

test(`killed ${KILLS} times under load, it keeps every acknowledged answer and counts none twice`, async () => {
  await fresh()
  const acknowledged: string[] = []
  const tried: string[] = []
  let intake: Running | null = null
  let over = false
  const client = async () => {
    while (!over) {
      const key = newKey()
      tried.push(key)
      for (;;) {
        const door: Running | null = intake
        const answer = door && (await post(door.url, key).catch(() => null))
        if (answer?.status === 303) break
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      acknowledged.push(key)
    }
  }
  const clients = Array.from({ length: CLIENTS }, client)
  for (let kill = 0; kill < KILLS; kill++) {
    intake = await start()
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 150))
    const before = acknowledged.length
    intake.child.kill('SIGKILL')
    await intake.exited
    intake = null
    const { leaves, envelopes, counted } = await stored()
    const known = new Set(leaves)
    expect(acknowledged.slice(0, before).filter((key) => !known.has(leafOf(key)))).toEqual([])
    expect({ envelopes, counted }).toEqual({ envelopes: known.size, counted: known.size })
  }
  over = true
  intake = await start()
  await Promise.all(clients)
  intake.child.kill('SIGKILL')
  await intake.exited
  expect(acknowledged.length).toBeGreaterThan(KILLS)
  expect((await stored()).leaves.sort()).toEqual(tried.map(leafOf).sort())
  value(await closeSurvey(db.doors, published.assessment))
  const record = await readSurvey(db.doors.read, published.assessment.id)
  expect(record?.tally?.[0]?.responses).toBe(tried.length)
  expect(await db.doors.read.$count(receiptLeaves)).toBe(tried.length)
  await db.drop()
  // Fifty starts: half a minute on quiet cores.
}, 300_000)

test.runIf(process.platform === 'linux')(
  'on a full disk it says that nothing was recorded, and recovers',
  async () => {
    await fresh()
    const full = await start({}, 'ulimit -S -f 1500;')
    const outcomes = new Map<string, number>()
    let words = ''
    for (let i = 0; i < 3000 && !words; i++) {
      const key = newKey()
      const answer = await post(full.url, key)
      outcomes.set(key, answer.status)
      if (answer.status !== 303) words = await answer.text()
    }
    expect(words).toContain('没有')
    const [last] = [...outcomes].at(-1)!
    expect(outcomes.get(last)).toBe(503)
    const { leaves } = await stored()
    for (const [key, status] of outcomes) expect(leaves.includes(leafOf(key))).toBe(status === 303)
    const lifted = spawnSync('prlimit', ['--fsize=unlimited', '--pid', String(full.child.pid)])
    if (lifted.status === 0) expect((await post(full.url, last)).status).toBe(303)
    full.child.kill('SIGKILL')
    await full.exited
    const again = await start()
    expect((await post(again.url, last)).status).toBe(303)
    again.child.kill('SIGKILL')
    await again.exited
    expect((await stored()).leaves.filter((leaf) => leaf === leafOf(last))).toHaveLength(1)
    await db.drop()
  },
  60_000,
)

test('while the database is locked it says that nothing was recorded, and recovers', async () => {
  await fresh()
  const intake = await start({ SQLITE_BUSY_TIMEOUT_MS: '200' })
  const other = new Sqlite(sqliteFile(db.url))
  other.exec('BEGIN EXCLUSIVE')
  const key = newKey()
  const refused = await post(intake.url, key)
  expect(refused.status).toBe(503)
  expect(await refused.text()).toContain('没有')
  other.exec('ROLLBACK')
  other.close()
  expect((await stored()).envelopes).toBe(0)
  expect((await post(intake.url, key)).status).toBe(303)
  expect((await stored()).leaves).toEqual([leafOf(key)])
  intake.child.kill('SIGKILL')
  await intake.exited
  await db.drop()
}, 30_000)

test('while a commit waits for the lock, others are still shown the page', async () => {
  await fresh()
  const intake = await start({ SQLITE_BUSY_TIMEOUT_MS: '8000' })
  const other = new Sqlite(sqliteFile(db.url))
  other.exec('BEGIN EXCLUSIVE')
  let settled = false
  const waiting = post(intake.url, newKey()).finally(() => {
    settled = true
  })
  await new Promise((resolve) => setTimeout(resolve, 100))
  const page = await fetch(`${intake.url}/s/${published.survey.links[0]!.token}`)
  expect({ status: page.status, settled }).toEqual({ status: 200, settled: false })
  other.exec('ROLLBACK')
  other.close()
  expect((await waiting).status).toBe(303)
  intake.child.kill('SIGKILL')
  await intake.exited
  await db.drop()
}, 30_000)
