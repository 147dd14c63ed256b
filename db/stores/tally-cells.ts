/** Counts kept beside the answers, so that showing a survey costs the same for a hundred answers and for a million. */
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { type CellCount, type CountedResponse, countCells } from '../../lib/survey/cells.ts'
import type { Questionnaire } from '../../lib/survey/questionnaire.ts'
import type { Reader, Writer } from '../database.ts'
import { responses, surveys, tallyCells } from '../schema/survey.ts'

const ROWS = 1000
const PAGE = 5000

const order = (a: CellCount, b: CellCount) => {
  const [left, right] = [a, b].map((one) =>
    [one.groupId, one.channel, one.questionId, one.cell].join('\u0000'),
  )
  return left! < right! ? -1 : 1
}

/** Adds counts to those that are there. */
export async function addCells(tx: Writer, surveyId: string, cells: readonly CellCount[]): Promise<void> {
  for (let from = 0; from < cells.length; from += ROWS)
    await tx
      .insert(tallyCells)
      .values(cells.slice(from, from + ROWS).map((cell) => ({ surveyId, ...cell })))
      .onConflictDoUpdate({
        target: [
          tallyCells.surveyId,
          tallyCells.groupId,
          tallyCells.channel,
          tallyCells.questionId,
          tallyCells.cell,
        ],
        set: { n: sql`${tallyCells.n} + excluded.n` },
      })
}

export async function readCells(door: Reader, surveyId: string): Promise<CellCount[]> {
  const rows = await door.select().from(tallyCells).where(eq(tallyCells.surveyId, surveyId))
  return rows.map(({ surveyId: _, ...cell }) => cell).sort(order)
}

/** Counts the stored answers again, some thousand at a time. */
export async function recount(
  door: Reader,
  surveyId: string,
  questionnaire: Questionnaire,
): Promise<CellCount[]> {
  const sums = new Map<string, CellCount & { n: number }>()
  for (let after = ''; ; ) {
    const rows = await door
      .select()
      .from(responses)
      .where(and(eq(responses.surveyId, surveyId), gt(responses.id, after)))
      .orderBy(asc(responses.id))
      .limit(PAGE)
    for (const cell of countCells(questionnaire, rows satisfies CountedResponse[])) {
      const key = [cell.groupId, cell.channel, cell.questionId, cell.cell].join('\u0000')
      const sum = sums.get(key)
      if (sum) sum.n += cell.n
      else sums.set(key, { ...cell })
    }
    if (rows.length < PAGE) return [...sums.values()].sort(order)
    after = rows.at(-1)!.id
  }
}

/** Replaces the counts of a survey by a fresh count of its answers: the way out, should they ever be doubted. */
export async function rebuildTally(tx: Writer, surveyId: string): Promise<void> {
  const [survey] = await tx
    .select({ questionnaire: surveys.questionnaire })
    .from(surveys)
    .where(eq(surveys.id, surveyId))
  if (!survey) return
  const cells = await recount(tx, surveyId, survey.questionnaire)
  await tx.delete(tallyCells).where(eq(tallyCells.surveyId, surveyId))
  await addCells(tx, surveyId, cells)
}
