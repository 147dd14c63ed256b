/**
 * The results of a case, computed once for as long as it stays the same, and on a thread of its own: 200 factors judged by 30
 * experts take two seconds of the processor, and whoever else the server has to serve should not wait for it. Without the memory
 * the list of assessments would pay for every case at every visit.
 */
import { createHash } from 'node:crypto'
import path from 'node:path'
import { Piscina } from 'piscina'
import type { CaseFile } from '../../lib/assessment/case-file.ts'
import type { Results } from '../../lib/verdict/results.ts'

/** Cases kept; the results of one take some 100 kB. */
const MOST_CASES = 200

const computed = new Map<string, Promise<Results>>()

let computing: Piscina<CaseFile, Results> | null = null
/** Opened by the first case. One thread: a second core is needed by those who do not wait for results. */
function thread(): Piscina<CaseFile, Results> {
  computing ??= new Piscina({
    // Not by import.meta: bundled code runs from .next.
    filename: path.join(/* turbopackIgnore: true */ process.cwd(), 'app/_server/results-worker.mjs'),
    maxThreads: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
    execArgv: [],
    // It knows no secret and needs none.
    env: {},
  })
  return computing
}

/**
 * Not the digest a report carries: that one is the same for every writer, and takes twenty times as long. Cases are read by one
 * function, which gives their members in one order.
 */
const keyOf = (caseFile: CaseFile) => createHash('sha256').update(JSON.stringify(caseFile)).digest('base64')

export function resultsOf(caseFile: CaseFile): Promise<Results> {
  const key = keyOf(caseFile)
  const results = computed.get(key) ?? thread().run(caseFile)
  // Moved to the end: the case that nobody asked for longest is the first to go.
  computed.delete(key)
  computed.set(key, results)
  const oldest = computed.keys().next()
  if (computed.size > MOST_CASES && !oldest.done) computed.delete(oldest.value)
  // What could not be computed is tried again by whoever asks next.
  results.catch(() => computed.delete(key))
  return results
}
