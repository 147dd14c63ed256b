import { openDatabase } from '../db/database.ts'
import { type BallotBoxThread, ballotBoxThread } from '../db/stores/ballot-box-thread.ts'
import { type IntakeStore, openIntakeStore } from '../db/stores/intake.ts'
import { openNoticeBoard } from '../db/stores/public-notices.ts'
import { findReceipt } from '../db/stores/receipts.ts'
import { findPublicBundle, findReport } from '../db/stores/report-registry.ts'
import { createLog, describeError } from './access-log.ts'
import { readEnvironment } from './env.ts'
import { createIntake } from './server.ts'

/** Time for requests under way to finish. */
const PATIENCE_MS = 10_000

const env = readEnvironment(process.env)
const log = createLog(env.LOG_LEVEL)
const database = await openDatabase()

let store: IntakeStore
let box: BallotBoxThread
try {
  // Supervisors start a process anew that ended; one that cannot take answers would only apologise to residents.
  box = await ballotBoxThread((error) => {
    log.fatal({ error: describeError(error) }, 'no answer can be stored any more')
    process.exit(1)
  })
  store = openIntakeStore(database, box)
  await store.findSurvey({ link: 'start' })
} catch (error) {
  log.fatal(
    { error: describeError(error) },
    'the database is not ready: start the workbench once, it prepares it',
  )
  process.exit(1)
}

const server = createIntake({
  store,
  board: openNoticeBoard(database),
  receipts: { find: (receipt) => findReceipt(database.read, receipt) },
  reports: {
    find: (code) => findReport(database.read, code),
    publicBundle: (code) => findPublicBundle(database.read, code),
  },
  publicUrl: env.PUBLIC_URL,
  logger: log,
  trustProxy: env.TRUST_PROXY,
  secret: env.INTAKE_SECRET,
  https: env.PUBLIC_URL?.startsWith('https:') ?? false,
})

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  setTimeout(() => server.server.closeAllConnections(), PATIENCE_MS).unref()
  // The server waits for answers under way, each of which waits for its commit; only then may the database close.
  await server.close()
  await box.close()
  await database.close()
  log.info('intake stopped')
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())

const address = await server.listen({ host: env.HOST, port: env.PUBLIC_PORT })
log.info({ port: Number(new URL(address).port) }, 'intake listening')
