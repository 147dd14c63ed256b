/**
 * Work in a process of its own: one order, one answer, an end. It gets none of the server's secrets and is killed when it
 * takes too long.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { fail, ok, type Result } from '../../../lib/result.ts'

export type ProcessRefusal = 'render-timeout' | 'render-failed'

/** What a child may know of the server's environment. */
const CHILD_ENVIRONMENT = {
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  TEMP: process.env.TEMP,
  // Where the C library is GNU's: large pages, and a reserve. Setting a report asks for small pieces of memory all the time; laying one
  // out took about a tenth less time, measured side by side.
  GLIBC_TUNABLES:
    'glibc.malloc.hugetlb=1:glibc.malloc.top_pad=67108864:glibc.malloc.trim_threshold=536870912',
}

/**
 * Starts a child to which orders are sent. Whoever waits for a page goes before whoever waits for a paper, so the child is given
 * less of the processor: with four large papers at once the longest anybody waits fell from some 110 to 60 ms, measured.
 */
export function startChild(script: string, execArgv: readonly string[] = []): ChildProcess {
  const child = fork(/* turbopackIgnore: true */ script, {
    serialization: 'advanced',
    execArgv: [...execArgv],
    env: CHILD_ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  return child
}

export function ownProcess<Answer>(
  script: string,
  order: object,
  { timeoutMs, execArgv = [] }: { readonly timeoutMs: number; readonly execArgv?: readonly string[] },
): Promise<Result<Answer, ProcessRefusal>> {
  return new Promise((resolve) => {
    const child = startChild(script, execArgv)
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      resolve(fail('render-timeout', { seconds: Math.round(timeoutMs / 1000) }))
    }, timeoutMs)
    const settle = (result: Result<Answer, ProcessRefusal>) => {
      clearTimeout(timer)
      resolve(result)
    }
    child.once('message', (answer) => settle(ok(answer as Answer)))
    child.on('error', (error) => settle(fail('render-failed', { cause: error.message })))
    child.once('exit', (code, signal) => settle(fail('render-failed', { cause: `exit ${code ?? signal}` })))
    child.send(order)
  })
}
