/** A server in a process of its own, as in production; it prints its port as JSON when it listens. */
import { type ChildProcess, spawn } from 'node:child_process'

export interface ServerProcess {
  readonly port: number
  stop(): Promise<void>
}

export async function startServer(
  args: readonly string[],
  environment: Record<string, string>,
): Promise<ServerProcess> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', ...args], {
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
    stop: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}
