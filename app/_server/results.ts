/**
 * The results of a case, computed once for as long as it stays the same. The panel simulation alone takes some 150 ms for eight
 * factors and five experts (measured), and the list of assessments would pay it for every case at every visit.
 */
import type { CaseFile } from '../../lib/assessment/case-file.ts'
import { digestValue } from '../../lib/integrity/digest.ts'
import { compute } from '../../lib/verdict/compute.ts'
import type { Results } from '../../lib/verdict/results.ts'

/** Cases kept; the results of one take some 100 kB. */
const MOST_CASES = 200

const computed = new Map<string, Results>()

export function resultsOf(caseFile: CaseFile): Results {
  const key = digestValue(caseFile)
  const known = computed.get(key)
  const results = known ?? compute(caseFile)
  // Moved to the end: the case that nobody asked for longest is the first to go.
  computed.delete(key)
  computed.set(key, results)
  const oldest = computed.keys().next()
  if (computed.size > MOST_CASES && !oldest.done) computed.delete(oldest.value)
  return results
}
