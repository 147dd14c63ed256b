/**
 * A workbench of its own for a test file: the production build, started by the same command that people use, on free
 * ports and an empty data folder. The administrator's password is read from the console, as a person would.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

export interface Workbench {
  readonly url: string
  readonly publicUrl: string
  readonly password: string
  readonly dataFolder: string
  /** Everything both servers have printed so far. */
  output(): string
  stop(): Promise<void>
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

export async function startWorkbench(): Promise<Workbench> {
  const [port, publicPort] = [await freePort(), await freePort()]
  const dataFolder = mkdtempSync(join(tmpdir(), 'wenping-e2e-'))
  const { DATABASE_URL: _, ...environment } = process.env
  const child: ChildProcess = spawn(process.execPath, ['bin/start.mjs'], {
    env: {
      ...environment,
      PORT: String(port),
      PUBLIC_PORT: String(publicPort),
      HOST: '127.0.0.1',
      DATA_DIR: dataFolder,
      // A hostile clock for both servers; days in the reports must still be China's.
      TZ: 'Asia/Kathmandu',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout?.on('data', (chunk) => {
    printed += chunk
  })
  child.stderr?.on('data', (chunk) => {
    printed += chunk
  })
  const url = `http://127.0.0.1:${port}`
  const publicUrl = `http://127.0.0.1:${publicPort}`
  const deadline = Date.now() + 240_000
  while (!((await answers(`${url}/api/health`)) && (await answers(`${publicUrl}/healthz`)))) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`the workbench did not start:\n${printed}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  const password = /password:\s+(\S+)/.exec(printed)?.[1]
  if (!password) throw new Error(`no first password was printed:\n${printed}`)
  return {
    url,
    publicUrl,
    password,
    dataFolder,
    output: () => printed,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

export async function signIn(
  page: Page,
  workbench: Workbench,
  username = 'admin',
  password = workbench.password,
) {
  await page.goto(`${workbench.url}/sign-in`)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(`${workbench.url}/`)
}
