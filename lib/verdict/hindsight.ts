/**
 * 预测与实际: each factor's degree as it was foreseen, beside what came about.
 *
 * A factor that was foreseen as low and came about badly was underestimated; one that was foreseen as large and did not come
 * about may have been averted by its measures or overestimated, which nobody can tell apart from one case. So only the first
 * is called a miss.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import type { Occurrence } from '../follow-up/post-evaluation.ts'
import type { RiskDegreeBand } from '../scheme/scheme.ts'
import type { Results } from './results.ts'

export interface Hindsight {
  readonly factorId: string
  readonly name: string
  /** After measures, as the decision saw it. */
  readonly foreseen: RiskDegreeBand
  readonly occurrence: Occurrence | null
  readonly note: string
  /** Foreseen in one of the two smallest bands, and came about seriously. */
  readonly underestimated: boolean
}

const SMALL: readonly RiskDegreeBand[] = ['negligible', 'minor']

export function hindsight({ factors, followUp }: CaseFile, results: Results): Hindsight[] {
  return factors.map(({ id, name }) => {
    const said = followUp.postEvaluation?.factors.find(({ factorId }) => factorId === id)
    const foreseen = results.factors.find(({ factorId }) => factorId === id)?.residualBand
    if (!foreseen) throw new Error('a factor without a degree')
    return {
      factorId: id,
      name,
      foreseen,
      occurrence: said?.occurrence ?? null,
      note: said?.note ?? '',
      underestimated: said?.occurrence === 'serious' && SMALL.includes(foreseen),
    }
  })
}
