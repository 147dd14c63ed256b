/**
 * Acknowledged answers per second through the production intake, beside the bare server on the same disk in the same run. Run
 * as a process of its own per engine, because DATABASE_URL chooses the engine for the whole process; prints JSON.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { INTAKE_ARGS } from '../bin/intake-command.mjs'
import { engine } from '../db/engine.ts'
import { createIntakeRole, INTAKE_ROLE } from '../db/roles/intake-role.ts'
import { type PublishedSurvey, publishedSurvey } from '../db/stores/survey-testing.ts'
import { openTestDatabase, type TestDatabase } from '../db/testing.ts'
import { exampleQuestionnaire, VALID_ANSWERS } from '../intake/testing.ts'
import { newKey } from '../lib/survey/channels/form-key.ts'
import { type Load, load } from './load.ts'
import { type ServerProcess, startServer } from './server-process.ts'

const CONNECTIONS = 16
const SECONDS = 4
const ROUNDS = 3
/** Until the compiler has seen enough of it, an answer costs twice the processor time (1.7 against 0.75 ms, measured). */
const WARM_UP_SECONDS = 8

/** Every question of the 24 answered, as somebody who fills in the whole form does. */
function filledIn(): string {
  const answers = exampleQuestionnaire().questions.flatMap((question): [string, string][] =>
    question.type === 'scale' ? [[`q.${question.id}`, '3']] : [],
  )
  const rest = VALID_ANSWERS.filter(([name]) => name !== 'q.C1').map(([name, text]) => [name, text])
  return new URLSearchParams([...answers, ...rest]).toString()
}
const FORM = filledIn()
const body = () => `${FORM}&key=${newKey()}`

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const round = (value: number) => Math.round(value * 100) / 100

const intakeOf = (url: string) =>
  startServer(INTAKE_ARGS, {
    DATABASE_URL: url,
    HOST: '127.0.0.1',
    PUBLIC_PORT: '0',
  })

async function through(servers: readonly ServerProcess[], survey: PublishedSurvey, seconds = SECONDS) {
  const measured = await load({
    ports: servers.map(({ port }) => port),
    path: `/s/${survey.survey.links[0]!.token}`,
    connections: CONNECTIONS,
    seconds,
    body,
  })
  if (measured.refused > 0) throw new Error(`${measured.refused} answers were refused`)
  return measured
}

/** Bare server and intake take turns, so that a noisy neighbour disturbs both. */
async function sideBySide(db: TestDatabase, intakes: readonly ServerProcess[]) {
  const folder = mkdtempSync(join(tmpdir(), 'wenping-bare-'))
  const bare = await startServer(['--import', 'tsx', 'bench/bare-server.ts', join(folder, 'bare.db')], {})
  const survey = await publishedSurvey(db.doors, exampleQuestionnaire())
  const atBare = (seconds: number) =>
    load({ ports: [bare.port], path: '/', connections: CONNECTIONS, seconds, body })
  await atBare(WARM_UP_SECONDS)
  await through(intakes, survey, WARM_UP_SECONDS)
  const ours: Load[] = []
  const ratios: number[] = []
  // Beside the rate, because the processor time an answer costs does not depend on who else is at work on the machine.
  const spent = { bare: 0, bareAnswers: 0, intake: 0, intakeAnswers: 0 }
  const cpuOf = (servers: readonly ServerProcess[]) =>
    servers.reduce((sum, server) => sum + server.cpuMs(), 0)
  for (let i = 0; i < ROUNDS; i++) {
    const atFirst = { bare: cpuOf([bare]), intake: cpuOf(intakes) }
    const yardstick = await atBare(SECONDS)
    const measured = await through(intakes, survey)
    spent.bare += cpuOf([bare]) - atFirst.bare
    spent.intake += cpuOf(intakes) - atFirst.intake
    spent.bareAnswers += yardstick.acknowledged
    spent.intakeAnswers += measured.acknowledged
    ours.push(measured)
    ratios.push(measured.perSecond / yardstick.perSecond)
  }
  await bare.stop()
  rmSync(folder, { recursive: true, force: true })
  return {
    perSecond: Math.round(median(ours.map(({ perSecond }) => perSecond))),
    ratioToBare: round(median(ratios)),
    p99Ms: round(median(ours.map(({ p99Ms }) => p99Ms))),
    cpuMsPerAnswer: {
      bare: round(spent.bare / spent.bareAnswers),
      intake: round(spent.intake / spent.intakeAnswers),
    },
  }
}

async function onPostgres(db: TestDatabase) {
  const intake = await intakeOf(db.url)
  const alone = await sideBySide(db, [intake])
  await intake.stop()
  const password = randomBytes(12).toString('hex')
  await createIntakeRole(db.url, password)
  const address = new URL(db.url)
  address.username = INTAKE_ROLE
  address.password = password
  const restricted = [await intakeOf(address.toString())]
  const restrictedRole = await sideBySide(db, restricted)
  restricted.push(await intakeOf(address.toString()))
  const twoIntakes = await sideBySide(db, restricted)
  for (const server of restricted) await server.stop()
  return { ...alone, restrictedRole, twoIntakes }
}

async function onSqlite(db: TestDatabase) {
  const intake = await intakeOf(db.url)
  const measured = await sideBySide(db, [intake])
  await intake.stop()
  return measured
}

const db = await openTestDatabase()
try {
  console.log(JSON.stringify(await (engine === 'postgres' ? onPostgres(db) : onSqlite(db))))
} finally {
  await db.drop()
}
