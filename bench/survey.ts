/**
 * The survey's figures: answers taken per second, the weight of the first view, and what a page of results costs after a
 * million answers beside a thousand.
 */
import { spawnSync } from 'node:child_process'
import { proveReadable } from '../lib/assessment/access.ts'
import { answerSummaries } from '../lib/survey/answer-summary.ts'
import { countCells } from '../lib/survey/cells.ts'
import { weightedEstimates } from '../lib/survey/estimates.ts'
import type { Answers } from '../lib/survey/response.ts'
import { surveyResults } from '../lib/survey/results.ts'
import { oppositionHidden } from '../lib/survey/suppression/released.ts'
import { measureFirstView } from './first-view.ts'

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

/**
 * Reading a closed survey and computing its results, with the cells of n answers. A page reads cells only, so a million
 * answers stand in the database as what counting them leaves, beside their rows.
 */
async function resultsRatio(): Promise<number> {
  const { openTestDatabase } = await import('../db/testing.ts')
  const { ASSESSOR, publishedSurvey, value } = await import('../db/stores/survey-testing.ts')
  const { addCells } = await import('../db/stores/tally-cells.ts')
  const { closeSurvey } = await import('../db/stores/closing.ts')
  const { readSurvey, readTexts } = await import('../db/stores/survey.ts')
  const { responses } = await import('../db/schema/survey.ts')
  const { exampleQuestionnaire } = await import('../intake/testing.ts')
  const questionnaire = exampleQuestionnaire()
  const db = await openTestDatabase()

  async function closedWith(n: number) {
    const published = await publishedSurvey(db.doors, questionnaire)
    const { assessment, survey, east, west } = published
    value(await closeSurvey(db.doors, assessment))
    const answersOf = (i: number): Answers =>
      Object.fromEntries(
        questionnaire.questions.flatMap((question, at) =>
          question.type === 'scale' ? [[question.id, String(((i * 7 + at * 3) % 5) + 1)]] : [],
        ),
      )
    const PART = 5000
    for (let from = 0; from < n; from += PART) {
      const part = Array.from({ length: Math.min(PART, n - from) }, (_, k) => ({
        surveyId: survey.id,
        id: (from + k).toString(16).padStart(32, '0'),
        groupId: (from + k) % 2 ? east : west,
        channel: 'open-link' as const,
        day: `2026-11-${10 + ((from + k) % 20)}`,
        answers: answersOf(from + k),
      }))
      await db.doors.write(assessment.id, async (tx) => {
        for (let at = 0; at < part.length; at += 1000)
          await tx.insert(responses).values(part.slice(at, at + 1000))
        await addCells(tx, survey.id, countCells(questionnaire, part))
      })
    }
    const readable = value(proveReadable(ASSESSOR, assessment.id))
    return async () => {
      const record = await readSurvey(db.doors.read, assessment.id)
      if (!record?.tally) throw new Error('not closed')
      if (surveyResults(questionnaire, record.tally).responses !== n) throw new Error('miscounted')
      answerSummaries(questionnaire, record.tally, 5)
      oppositionHidden(questionnaire, record.tally, 5)
      weightedEstimates(questionnaire, record.tally, {
        groups: [],
        plan: null,
        samplingFloors: [],
        fewest: 5,
      })
      await readTexts(db.doors.read, readable)
    }
  }

  const thousand = await closedWith(1_000)
  const million = await closedWith(1_000_000)
  const times: [number[], number[]] = [[], []]
  for (let i = 0; i < 40; i++)
    for (const [at, page] of [thousand, million].entries()) {
      const started = performance.now()
      await page()
      times[at]!.push(performance.now() - started)
    }
  await db.drop()
  const [atThousand, atMillion] = times.map((list) => list.sort((a, b) => a - b)[20]!)
  return Math.round((atMillion! / atThousand!) * 100) / 100
}

export async function benchSurvey(): Promise<object> {
  return {
    submitSqlite: submissions(SUBMISSIONS),
    submitPostgres: submissions([process.execPath, 'bin/test-postgres.mjs', '--', ...SUBMISSIONS]),
    firstView: await measureFirstView(),
    results: { ratio1MTo1k: await resultsRatio() },
  }
}
