/** The thread of ballot-box-thread.ts. */
import { parentPort } from 'node:worker_threads'
import { openDatabase } from '../database.ts'
import { ballotBox } from './ballot-box.ts'
import { CLOSE, type PutMessage, type PutReply, READY } from './ballot-box-thread.ts'

if (parentPort === null) throw new Error('runs on a thread only')
const port = parentPort
const database = await openDatabase()
const box = ballotBox(database)
const underWay = new Set<Promise<void>>()

async function put({ id, scope, batch }: PutMessage): Promise<void> {
  let reply: PutReply
  try {
    reply = { id, acceptances: await box.put(scope, batch) }
  } catch (error) {
    // An error loses what is not its message on the way to another thread, and the code is what tells a full disk.
    const { message, code } = error as Error & { code?: unknown }
    reply = { id, error: { message, code } }
  }
  port.postMessage(reply)
}

port.on('message', async (message: PutMessage | typeof CLOSE) => {
  if (message === CLOSE) {
    await Promise.all(underWay)
    await database.close()
    port.close()
    return
  }
  const work = put(message)
  underWay.add(work)
  await work
  underWay.delete(work)
})
port.postMessage(READY)
