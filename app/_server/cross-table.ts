/** A cross-table that somebody asks for. Counting goes through all answers, so what was counted is kept: a closed survey never changes. */
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { recordSitting } from '../../db/stores/audit.ts'
import { countCross } from '../../db/stores/cross-counts.ts'
import { proveReadable } from '../../lib/assessment/access.ts'
import type { CaseFile } from '../../lib/assessment/case-file.ts'
import { schemeOf } from '../../lib/scheme/registry.ts'
import type { CrossCounts } from '../../lib/survey/cross-table/cross-counts.ts'
import { type CrossTable, crossTable, groupTable } from '../../lib/survey/cross-table/cross-table.ts'
import { BY_GROUP, findDimension } from '../../lib/survey/cross-table/dimensions.ts'
import { database } from './database.ts'
import { requireActor } from './session.ts'

const asked = z.object({ question: z.string().max(80), by: z.string().max(80) })

export interface AskedCrossTable {
  readonly question: string
  readonly by: string
  /** Null where one of the two is no counted question, or was answered by fewer than k, or how many did is hidden. */
  readonly table: CrossTable | null
}

const MOST_KEPT = 200
const kept = new Map<string, CrossCounts>()

/** Null where the address asks for none. */
export async function loadCrossTable(caseFile: CaseFile, query: unknown): Promise<AskedCrossTable | null> {
  const choice = asked.safeParse(query)
  if (!choice.success) return null
  const { question, by } = choice.data
  const actor = await requireActor()
  const readable = proveReadable(actor, caseFile.id)
  if (!readable.ok) notFound()
  const { survey, groups, schemeId } = caseFile
  if (!survey?.tally || question === by) return { question, by, table: null }
  const { questionnaire, tally } = survey
  const fewest = schemeOf(schemeId).suppressionK.value
  const enough = (key: string) => {
    const found = findDimension(key, questionnaire, tally, fewest)
    return found && (found.crossed.released.all.answered ?? 0) >= fewest ? found : null
  }
  const across = enough(question)
  if (!across) return { question, by, table: null }
  if (by === BY_GROUP) {
    const rows = across.byGroup.map(({ groupId, counts }) => ({
      id: groupId,
      label: groups.find(({ id }) => id === groupId)?.name ?? groupId,
      counts,
    }))
    return { question, by, table: groupTable(across.crossed, rows) }
  }
  const down = enough(by)
  if (!down) return { question, by, table: null }
  const key = [survey.id, by, question].join('\u0000')
  const known = kept.get(key)
  const doors = await database()
  // The answers are gone through by the machine alone; that somebody made it do so is recorded all the same.
  if (!known) await doors.write(caseFile.id, (tx) => recordSitting(tx, actor, 'answers-crossed', caseFile.id))
  const counted = known
    ? { ok: true as const, value: known }
    : await countCross(doors.read, readable.value, survey.id, down.dimension, across.dimension)
  if (!counted.ok) return { question, by, table: null }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, counted.value)
  return { question, by, table: crossTable(across.crossed, down.crossed, counted.value, fewest) }
}
