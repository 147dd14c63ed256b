/** A server in a process of its own, as in production; it prints its port as JSON when it listens. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface ServerProcess {
  readonly port: number
  /** Processor time of all its threads so far, in milliseconds. Linux counts it in hundredths of a second. */
  cpuMs(): number
  stop(): Promise<void>
}

export async function startServer(
  args: readonly string[],
  environment: Record<string, string>,
): Promise<ServerProcess> {
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let printed = ''
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (printed.length > 10_000) return
      printed += chunk
      const found = /"port":(\d+)/.exec(printed)?.[1]
      if (found) resolve(Number(found))
    })
    void exited.then(() => reject(new Error(`the server did not start: ${printed}`)))
  })
  return {
    port,
    cpuMs: () => {
      // The name in parentheses may hold spaces; user and system time are the 12th and 13th field after it (proc_pid_stat(5)).
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
      return (Number(fields[11]) + Number(fields[12])) * 10
    },
    stop: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}
