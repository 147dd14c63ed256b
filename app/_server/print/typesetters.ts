/**
 * Typesetters at work: processes that are kept for the next report, because starting one and reading its fonts takes as long as
 * setting a short report. None is kept for long: it is let go after some reports, when it has grown large, or when nobody prints.
 * Who takes too long is killed, and who dies takes its own report with it and no other.
 */
import type { ChildProcess } from 'node:child_process'
import { fail, ok, type Result } from '../../../lib/result.ts'
import { type ProcessRefusal, startChild } from './own-process.ts'

const MOST_REPORTS = 25
/** The large report of the bench (149 pages) peaks at some 570 MB. */
const MOST_BYTES = 700 * 1024 * 1024
const IDLE_MS = 60_000

interface Typesetter {
  readonly child: ChildProcess
  reports: number
  idle: NodeJS.Timeout | null
}

const resting = new Map<string, Typesetter[]>()

function hire(script: string): Typesetter {
  const child = startChild(script)
  const typesetter: Typesetter = { child, reports: 0, idle: null }
  // Whoever ends while resting is not called again.
  child.once('exit', () => leave(script, typesetter))
  child.on('error', () => leave(script, typesetter))
  return typesetter
}

function leave(script: string, typesetter: Typesetter): void {
  if (typesetter.idle) clearTimeout(typesetter.idle)
  const others = (resting.get(script) ?? []).filter((one) => one !== typesetter)
  resting.set(script, others)
}

function letGo(script: string, typesetter: Typesetter): void {
  leave(script, typesetter)
  if (typesetter.child.connected) typesetter.child.disconnect()
}

function rest(script: string, typesetter: Typesetter): void {
  const { child } = typesetter
  typesetter.idle = setTimeout(() => letGo(script, typesetter), IDLE_MS)
  // A server that stops does not wait for its typesetters; they end when the line to it is cut.
  typesetter.idle.unref()
  child.unref()
  child.channel?.unref()
  resting.set(script, [...(resting.get(script) ?? []), typesetter])
}

function call(script: string): Typesetter | null {
  const typesetter = resting.get(script)?.at(-1)
  if (!typesetter) return null
  leave(script, typesetter)
  typesetter.idle = null
  typesetter.child.ref()
  typesetter.child.channel?.ref()
  return typesetter
}

export async function typeset<Answer extends { readonly rssBytes?: number }>(
  script: string,
  order: object,
  timeoutMs: number,
): Promise<Result<Answer, ProcessRefusal>> {
  const rested = call(script)
  if (rested?.child.connected) {
    const result = await setBy<Answer>(script, rested, order, timeoutMs)
    // It may have ended while it rested, of an earlier report: this one deserves a typesetter of its own.
    if (result.ok || result.reason !== 'render-failed') return result
  }
  return setBy<Answer>(script, hire(script), order, timeoutMs)
}

function setBy<Answer extends { readonly rssBytes?: number }>(
  script: string,
  typesetter: Typesetter,
  order: object,
  timeoutMs: number,
): Promise<Result<Answer, ProcessRefusal>> {
  const { child } = typesetter
  return new Promise((resolve) => {
    const settle = (result: Result<Answer, ProcessRefusal>) => {
      clearTimeout(timer)
      child.off('message', answered)
      child.off('exit', ended)
      child.off('error', failed)
      resolve(result)
    }
    const answered = (message: unknown) => {
      const answer = message as Answer
      typesetter.reports += 1
      if (typesetter.reports < MOST_REPORTS && (answer.rssBytes ?? Number.POSITIVE_INFINITY) < MOST_BYTES)
        rest(script, typesetter)
      else letGo(script, typesetter)
      settle(ok(answer))
    }
    const ended = (code: number | null, signal: string | null) =>
      settle(fail('render-failed', { cause: `exit ${code ?? signal}` }))
    const failed = (error: Error) => settle(fail('render-failed', { cause: error.message }))
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      settle(fail('render-timeout', { seconds: Math.round(timeoutMs / 1000) }))
    }, timeoutMs)
    child.on('message', answered)
    child.once('exit', ended)
    child.once('error', failed)
    child.send(order)
  })
}
