/**
 * The ballot box on a thread of its own, with its own connection.
 *
 * Sealing and writing take as long as reading the form does; on a second thread the two go side by side. And while
 * another process holds the file or the disk is slow, the door still shows its pages: only those who wait for a commit wait.
 */
import { Worker } from 'node:worker_threads'
import type { Acceptance } from './acceptance.ts'
import type { BallotBox, UnsealedResponse } from './ballot-box.ts'

export interface PutMessage {
  readonly id: number
  readonly scope: string
  readonly batch: readonly UnsealedResponse[]
}
export type PutReply =
  | { readonly id: number; readonly acceptances: Acceptance[] }
  | { readonly id: number; readonly error: { readonly message: string; readonly code: unknown } }
export const CLOSE = 'close'
export const READY = 'ready'

interface Waiting {
  readonly resolve: (acceptances: Acceptance[]) => void
  readonly reject: (error: Error) => void
}

export interface BallotBoxThread extends BallotBox {
  /** After what was put has been stored. */
  close(): Promise<void>
}

const endedWith = (code: number) => new Error(`the ballot box's thread ended with ${code}`)

/**
 * Opens the database of this process's environment on the thread. Resolves when it can be put into; rejects where the thread
 * ends before.
 * @param died called once when the thread is gone without having been closed: nothing can be put any more.
 */
export async function ballotBoxThread(died: (error: Error) => void): Promise<BallotBoxThread> {
  const worker = new Worker(new URL('./ballot-box-worker.mjs', import.meta.url), { execArgv: [] })
  const waiting = new Map<number, Waiting>()
  let last = 0
  let gone: Error | null = null
  let closed: (() => void) | null = null
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
    worker.once('exit', (code) => reject(endedWith(code)))
  })

  function end(error: Error): void {
    if (gone) return
    gone = error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    if (closed) closed()
    else died(error)
  }

  worker.on('message', (message: PutReply) => {
    const put = waiting.get(message.id)
    waiting.delete(message.id)
    if ('acceptances' in message) put?.resolve(message.acceptances)
    else put?.reject(Object.assign(new Error(message.error.message), { code: message.error.code }))
  })
  worker.on('error', end)
  worker.on('exit', (code) => end(endedWith(code)))

  return {
    put(scope, batch) {
      if (gone) return Promise.reject(gone)
      last += 1
      const id = last
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, scope, batch } satisfies PutMessage)
      })
    },
    close: () =>
      new Promise((resolve) => {
        if (gone) return resolve()
        closed = resolve
        worker.postMessage(CLOSE)
      }),
  }
}
