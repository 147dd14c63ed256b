/** The intake as it runs: a process of its own on a real database, stopped politely and impolitely. */
import { type ChildProcess, spawn } from 'node:child_process'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { INTAKE_ARGS } from '../bin/intake-command.mjs'
import { receiptOf } from '../db/ballot/receipt.ts'
import { receiptLeaves, receipts } from '../db/schema/survey.ts'
import { closeSurvey } from '../db/stores/closing.ts'
import { createAssessment, replaceGroups } from '../db/stores/matter.ts'
import { publishSurvey, readSurvey, saveQuestionnaire } from '../db/stores/survey.ts'
import { openTestDatabase, type TestDatabase } from '../db/testing.ts'
import { type Actor, type EditableAssessment, proveDrafter, proveEditable } from '../lib/assessment/access.ts'
import { receiptLeaf } from '../lib/integrity/receipt-leaf.ts'
import type { Result } from '../lib/result.ts'
import { exampleQuestionnaire, keyOf, VALID_ANSWERS } from './testing.ts'

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

const actor: Actor = { id: 'u1', name: '张评估', role: 'assessor' }
let db: TestDatabase
let assessment: EditableAssessment
let surveyId = ''
let form = ''

beforeAll(async () => {
  db = await openTestDatabase()
  const id = await db.doors.write('new', (tx) =>
    createAssessment(tx, value(proveDrafter(actor)), {
      kind: 'project',
      title: '城东污水处理厂扩建',
      decisionBody: '县人民政府',
      assessor: '县评估中心',
      implementer: '县水务局',
      area: '城东街道',
      summary: '扩建二期工程。',
    }),
  )
  assessment = value(proveEditable(actor, id))
  await db.doors.write(id, async (tx) => {
    value(
      await replaceGroups(tx, assessment, [
        { name: '东村', effect: 'direct', households: 120, persons: 400 },
      ]),
    )
    value(await saveQuestionnaire(tx, assessment, exampleQuestionnaire()))
    value(await publishSurvey(tx, assessment))
  })
  const survey = await readSurvey(db.doors.read, id)
  if (!survey) throw new Error('no survey')
  surveyId = survey.id
  form = `/s/${survey.links[0]?.token}`
})
afterAll(() => db.drop())

interface Running {
  readonly child: ChildProcess
  readonly url: string
  readonly exited: Promise<number | null>
  output(): string
}

async function start(environment: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, INTAKE_ARGS, {
    env: { ...process.env, HOST: '127.0.0.1', PUBLIC_PORT: '0', DATABASE_URL: db.url, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const port = await new Promise<string>((resolve) => {
    const read = (chunk: Buffer) => {
      printed += chunk
      const found = /"port":(\d+)/.exec(printed)?.[1]
      if (found) resolve(found)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    void exited.then(() => resolve('0'))
  })
  return { child, url: `http://127.0.0.1:${port}`, exited, output: () => printed }
}

let intake: Running
beforeEach(async () => {
  intake = await start({})
})
afterEach(async () => {
  intake.child.kill('SIGKILL')
  await intake.exited
})

const freshKey = async () => keyOf(await (await fetch(intake.url + form)).text())
const send = (key: string) =>
  fetch(intake.url + form, {
    method: 'POST',
    body: new URLSearchParams([...VALID_ANSWERS.map(([name, text]) => [name, text]), ['key', key]]),
    redirect: 'manual',
  })
const stored = async (key: string) => {
  const leaf = receiptLeaf(receiptOf(surveyId, key))
  const open = await db.doors.read.select().from(receipts).where(eq(receipts.leaf, leaf))
  return [...open, ...(await db.doors.read.select().from(receiptLeaves).where(eq(receiptLeaves.leaf, leaf)))]
}

test('an acknowledged answer survives the process being killed at once', async () => {
  const key = await freshKey()
  const answer = await send(key)
  intake.child.kill('SIGKILL')
  expect(answer.status).toBe(303)
  expect(await stored(key)).toHaveLength(1)
})

test('one form sent many times at once counts once', async () => {
  const key = await freshKey()
  const answers = await Promise.all(Array.from({ length: 12 }, () => send(key)))
  expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(303))
  expect(await stored(key)).toHaveLength(1)
})

test('when asked to stop it finishes what it has begun and leaves no trace of residents', async () => {
  const keys = await Promise.all(Array.from({ length: 20 }, freshKey))
  const sent = keys.map(send)
  await Promise.race(sent)
  const began = performance.now()
  intake.child.kill('SIGTERM')
  const results = await Promise.allSettled(sent)
  expect(await intake.exited).toBe(0)
  // Well below the patience for requests under way: connections that are only kept alive do not hold it up.
  expect(performance.now() - began).toBeLessThan(5_000)
  for (const [i, result] of results.entries()) {
    // What was acknowledged is stored. What was not even accepted by the listening socket may be refused.
    if (result.status === 'fulfilled' && result.value.status === 303)
      expect(await stored(keys[i]!)).toHaveLength(1)
  }
  expect(results[0]?.status).toBe('fulfilled')
  expect(intake.output()).toContain('intake stopped')
  expect(intake.output()).not.toContain(form.slice(3))
  expect(intake.output()).not.toContain('127.0.0.1')
})

test('without a prepared database it says so and does not start', async () => {
  const failed = await start({ DATABASE_URL: `${db.url}-missing` })
  expect(await failed.exited).toBe(1)
  expect(failed.output()).toContain('the database is not ready')
})

test('a closed survey takes no more answers, and a late retry still gets its receipt', async () => {
  const [early, late] = [await freshKey(), await freshKey()]
  expect((await send(early)).status).toBe(303)
  value(await closeSurvey(db.doors, assessment))
  expect((await send(late)).status).toBe(410)
  expect(await stored(late)).toEqual([])
  expect((await send(early)).status).toBe(303)
  // The page may be shown for another second; no answer is taken from the moment of closing.
  await vi.waitFor(async () => expect((await fetch(intake.url + form)).status).toBe(410), 3000)
})
