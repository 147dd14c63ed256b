/** The survey's figures: answers taken per second, the weight of the first view, and the results page after a million answers. */
import { spawnSync } from 'node:child_process'
import { measureFirstView } from './first-view.ts'
import { measureResultsPage } from './results-page.ts'

/** One process per engine; the last line of its output is JSON. */
function submissions(command: readonly string[]): unknown {
  const [program = '', ...args] = command
  const { stdout, stderr, status } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: '' },
  })
  if (status !== 0) throw new Error(`the submissions could not be measured: ${stderr.slice(-2000)}`)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

const SUBMISSIONS = [process.execPath, '--import', 'tsx', 'bench/submissions.ts']

export async function benchSurvey(): Promise<object> {
  return {
    submitSqlite: submissions(SUBMISSIONS),
    submitPostgres: submissions([process.execPath, 'bin/test-postgres.mjs', '--', ...SUBMISSIONS]),
    firstView: await measureFirstView(),
    results: await measureResultsPage(),
  }
}
