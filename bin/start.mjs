/**
 * `npm start`: from a fresh clone to a running workbench.
 *
 * Installs what the lockfile names, collects the report's fonts, builds when the sources changed since the last build,
 * brings the database up to date, and runs two servers: the workbench for officials and the intake for residents. Both
 * stop together: one without the other would look healthy and be half dead. Plain Node without packages, because it
 * runs before there are any.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { INTAKE_ARGS } from './intake-command.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `需要 Node 20.19 或更高版本 / Node 20.19 or newer is needed (this is ${process.versions.node})`,
  )
  process.exit(1)
}

const env = {
  ...process.env,
  HOST: process.env.HOST || '127.0.0.1',
  PORT: process.env.PORT || '3000',
  PUBLIC_PORT: process.env.PUBLIC_PORT || '3001',
  DATA_DIR: process.env.DATA_DIR || './data',
  NEXT_TELEMETRY_DISABLED: '1',
}

function run(command, args, extra = {}) {
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...env, ...extra },
    shell: process.platform === 'win32',
  })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

const hashOf = (text) => createHash('sha256').update(text).digest('hex')

/** Runs `work` unless the stamp says that it was done for the same input. */
function once(stamp, digest, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  work()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, digest)
}

function sourcesDigest() {
  const hash = createHash('sha256')
  const add = (path) => {
    if (statSync(path).isDirectory()) {
      for (const entry of readdirSync(path).sort()) add(join(path, entry))
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(path).update('\0').update(readFileSync(path)).update('\0')
    }
  }
  for (const path of [
    'app',
    'lib',
    'db',
    'public',
    'proxy.ts',
    'next.config.js',
    'tsconfig.json',
    'package-lock.json',
  ]) {
    if (existsSync(path)) add(path)
  }
  return hash.digest('hex')
}

/** Everything that must be there before a server can start; `npm test` needs the same. */
export function prepareInstallation() {
  const lock = hashOf(readFileSync('package-lock.json') + process.version)
  once('node_modules/.wenping-installed', lock, () => {
    console.log('安装依赖 / installing packages …')
    // Including the development packages: the build needs the compiler. `npm ci` would refuse a lockfile that was written
    // where a registry did not offer the binaries of every other platform; `install --no-save` takes the locked versions
    // and leaves the lockfile alone.
    run('npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund'])
  })
  run(process.execPath, ['bin/fonts.mjs'])
}

export function build() {
  once('.build/sources', sourcesDigest(), () => {
    console.log('构建 / building …')
    run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { NODE_ENV: 'production' })
  })
}

function serve() {
  run(process.execPath, ['--import', 'tsx', 'db/prepare.ts'])
  const servers = [
    ['workbench', ['node_modules/next/dist/bin/next', 'start', '-p', env.PORT, '-H', env.HOST]],
    ['intake', INTAKE_ARGS],
  ].map(([name, args]) => ({
    name,
    child: spawn(process.execPath, args, { stdio: 'inherit', env: { ...env, NODE_ENV: 'production' } }),
  }))
  let stopping = false
  const stop = (signal) => {
    stopping = true
    for (const { child } of servers) if (child.exitCode === null) child.kill(signal)
    // A browser that keeps its connection open must not keep a server from stopping.
    setTimeout(() => {
      for (const { child } of servers) if (child.exitCode === null) child.kill('SIGKILL')
    }, 10_000).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop('SIGTERM'))
  for (const { name, child } of servers) {
    child.on('exit', (code, signal) => {
      if (!stopping) {
        console.error(`${name} 已停止 / ${name} stopped (${signal ?? code})`)
        process.exitCode = 1
      }
      stop('SIGTERM')
    })
  }
  console.log(`工作台 / workbench: http://localhost:${env.PORT}`)
  console.log(`居民端 / residents: ${env.PUBLIC_URL || `http://localhost:${env.PUBLIC_PORT}`}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  prepareInstallation()
  build()
  serve()
}
