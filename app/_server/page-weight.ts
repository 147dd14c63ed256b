/** Asks the residents' door, as a program of its own, what a questionnaire's page weighs; what was weighed once is remembered. */
import path from 'node:path'
import type { CaseFile } from '../../lib/assessment/case-file.ts'
import { digestValue } from '../../lib/integrity/digest.ts'
import { ok, type Result } from '../../lib/result.ts'
import type { PageWeight } from '../../lib/survey/page-weight.ts'
import { ownProcess, type ProcessRefusal } from './print/own-process.ts'
import { turnstile } from './print/render.ts'

const TIMEOUT_MS = 30_000
const MOST_KEPT = 50
const kept = new Map<string, readonly PageWeight[]>()

/** Of the draft as it is stored, under the longest of the groups' names. */
export async function weighPages({
  survey,
  matter,
  groups,
}: CaseFile): Promise<Result<readonly PageWeight[], ProcessRefusal | 'no-questionnaire'>> {
  if (!survey) return { ok: false, reason: 'no-questionnaire' }
  const order = {
    questionnaire: survey.questionnaire,
    matterTitle: matter.title,
    assessor: matter.assessor,
    groupName: groups.reduce((longest, { name }) => (name.length > longest.length ? name : longest), ''),
  }
  const key = digestValue(order)
  const known = kept.get(key)
  if (known) return ok(known)
  // Not by import.meta, because bundled code runs from .next.
  const program = path.join(/* turbopackIgnore: true */ process.cwd(), 'intake/weigh.ts')
  const weighed = await turnstile.pass(() =>
    ownProcess<readonly PageWeight[]>(program, order, {
      timeoutMs: TIMEOUT_MS,
      execArgv: ['--import', 'tsx'],
    }),
  )
  if (!weighed.ok) return weighed
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, weighed.value)
  return weighed
}
