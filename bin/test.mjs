/**
 * `npm test`: everything, from a fresh clone: install, lint, types, unit tests, the store contract on SQLite and on a real
 * PostgreSQL, the production build, and the end-to-end tests in a real browser. A step that runs no test counts as
 * failed: a green line over nothing is how checks rot. The last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, prepareInstallation } from './start.mjs'

const folder = mkdtempSync(join(tmpdir(), 'wenping-npm-test-'))
const bin = (name) => join('node_modules/.bin', name)
const sum = { passed: 0, failed: 0 }

function run(command, args, env = {}) {
  return spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  }).status
}

function step(name, work) {
  const began = performance.now()
  console.log(`\n── ${name}`)
  const { passed, failed } = work()
  sum.passed += passed
  sum.failed += failed
  console.log(
    `${name}: ${passed} passed, ${failed} failed (${((performance.now() - began) / 1000).toFixed(0)} s)`,
  )
}

/** A tool without tests of its own counts as one check. */
const check = (name, command, args) =>
  step(name, () => (run(command, args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }))

function counted(status, passed, failed) {
  if (failed === 0 && (status !== 0 || passed === 0)) return { passed, failed: 1 }
  return { passed, failed }
}

function vitest(name, args, before = []) {
  const report = join(folder, `${name.replaceAll(' ', '-')}.json`)
  const command = [
    ...before,
    bin('vitest'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]
  step(name, () => {
    const status = run(command[0], command.slice(1))
    if (!existsSync(report)) return { passed: 0, failed: 1 }
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return counted(status, numPassedTests, numFailedTests)
  })
}

function playwright(name) {
  const report = join(folder, 'e2e.json')
  step(name, () => {
    const status = run(bin('playwright'), ['test', '--reporter=list,json'], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    })
    if (!existsSync(report)) return { passed: 0, failed: 1 }
    const { stats } = JSON.parse(readFileSync(report, 'utf8'))
    return counted(status, stats.expected, stats.unexpected + stats.flaky)
  })
}

prepareInstallation()
check('lint and format', bin('biome'), ['ci', '.'])
check('types', bin('tsc'), ['--noEmit'])
vitest('unit', [])
vitest('store contract on SQLite', ['--config', 'vitest.contract.config.ts'])
vitest(
  'store contract on PostgreSQL',
  ['--config', 'vitest.contract.config.ts'],
  [process.execPath, 'bin/test-postgres.mjs', '--'],
)
step('production build', () => {
  build()
  return { passed: 1, failed: 0 }
})
playwright('end to end')

rmSync(folder, { recursive: true, force: true })
console.log(`\n${sum.passed} passed, ${sum.failed} failed`)
process.exit(sum.failed === 0 ? 0 : 1)
