/**
 * The groundwork of coding (heaps and copies), kept in memory while no word of a register and of its themes changes. Without it
 * every click of the official would cut and group all texts anew.
 */

import { digestValue } from '../../lib/integrity/digest.ts'
import { type Groundwork, groundworkOf } from '../../lib/participation/opinions/coding.ts'
import type { ThemeWords } from '../../lib/participation/opinions/theme-suggestion.ts'

/** Registers that people work on at the same time; one of 1,500 opinions takes some 10 MB. */
const MOST_KEPT = 8

const kept = new Map<string, { readonly digest: string; readonly groundwork: Groundwork }>()

export function keptGroundwork(
  assessmentId: string,
  texts: readonly string[],
  themes: readonly ThemeWords[],
): Groundwork {
  const digest = digestValue({
    texts,
    themes: themes.map(({ id, name, keywords }) => ({ id, name, keywords })),
  })
  const found = kept.get(assessmentId)
  // The one used last stands last.
  kept.delete(assessmentId)
  const entry = found?.digest === digest ? found : { digest, groundwork: groundworkOf(texts, themes) }
  kept.set(assessmentId, entry)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  return entry.groundwork
}
