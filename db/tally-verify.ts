/**
 * `npm run tally -- verify`: counts the answers of every closed survey again and compares with the stored counts, which every
 * figure rests on; names each that differs, and exits with 1 when there is one. `npm run tally -- rebuild SURVEY` puts the fresh
 * count in place of the stored one, after which every report frozen before must be compared.
 */
import { eq } from 'drizzle-orm'
import type { Actor } from '../lib/assessment/access.ts'
import { type CellCount, RESPONSE } from '../lib/survey/cells.ts'
import { type Database, openDatabase } from './database.ts'
import { surveys } from './schema/survey.ts'
import { recordEvent } from './stores/audit.ts'
import { readCells, rebuildTally, recount } from './stores/tally-cells.ts'

/** Whoever may run commands on the host; no account of the workbench. */
const OPERATOR: Actor = { id: 'operator', name: 'operator', role: 'administrator' }

export interface TallyReport {
  readonly sound: boolean
  /** One line per survey that agrees, one per count that does not. */
  readonly lines: readonly string[]
}

const keyOf = ({ groupId, channel, questionId, cell }: CellCount) =>
  [groupId, channel, questionId, cell].join(' ')

/** A survey at a time, so that the memory needed does not grow with the number of answers. */
export async function verifyTallies({ read }: Pick<Database, 'read'>): Promise<TallyReport> {
  const lines: string[] = []
  let sound = true
  const closed = await read
    .select({ id: surveys.id, questionnaire: surveys.questionnaire })
    .from(surveys)
    .where(eq(surveys.state, 'closed'))
    .orderBy(surveys.id)
  for (const { id, questionnaire } of closed) {
    const counted = new Map((await recount(read, id, questionnaire)).map((cell) => [keyOf(cell), cell.n]))
    const stored = new Map((await readCells(read, id)).map((cell) => [keyOf(cell), cell.n]))
    const differences = [...new Set([...stored.keys(), ...counted.keys()])]
      .filter((key) => stored.get(key) !== counted.get(key))
      .sort()
      .map((key) => `${id}: ${key}: stored ${stored.get(key) ?? 0}, counted ${counted.get(key) ?? 0}`)
    if (differences.length > 0) sound = false
    const answers = [...counted].reduce(
      (sum, [key, n]) => (key.endsWith(` ${RESPONSE} n`) ? sum + n : sum),
      0,
    )
    lines.push(...(differences.length > 0 ? differences : [`${id}: ${answers} answers, every count agrees`]))
  }
  return { sound, lines }
}

if (process.argv[1]?.endsWith('tally-verify.ts')) {
  const [task, surveyId] = process.argv.slice(2)
  if (!(task === 'verify' || (task === 'rebuild' && surveyId))) {
    console.error('usage: npm run tally -- verify | rebuild SURVEY')
    process.exit(2)
  }
  const doors = await openDatabase()
  if (task === 'rebuild' && surveyId) {
    const [survey] = await doors.read
      .select({ assessmentId: surveys.assessmentId, state: surveys.state })
      .from(surveys)
      .where(eq(surveys.id, surveyId))
    if (survey?.state !== 'closed') {
      console.error(`no closed survey ${surveyId}`)
      await doors.close()
      process.exit(2)
    }
    await doors.write(survey.assessmentId, async (tx) => {
      await rebuildTally(tx, surveyId)
      await recordEvent(tx, OPERATOR, 'tally-rebuilt', survey.assessmentId)
    })
  }
  const { sound, lines } = await verifyTallies(doors)
  await doors.close()
  for (const line of lines) console.log(line)
  process.exit(sound ? 0 : 1)
}
