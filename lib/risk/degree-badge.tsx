'use client'

import type { RiskDegreeBand } from '../scheme/band.ts'
import type { Scheme } from '../scheme/scheme.ts'
import styles from './degree-badge.module.css'
import { useRiskWords } from './scheme-words.tsx'

/** Rising from paper to cinnabar; the word beside it carries the meaning. */
const COLOR = {
  negligible: 'ink-1',
  minor: 'pine-2',
  moderate: 'ochre-1',
  major: 'ochre-2',
  critical: 'cinnabar-2',
} as const satisfies Record<RiskDegreeBand, string>

export function degreeColor(degree: RiskDegreeBand): string {
  return `var(--mantine-color-${COLOR[degree]})`
}

/** The band of a risk degree by its name. */
export function DegreeMark({ degree, scheme }: { degree: RiskDegreeBand; scheme: Scheme }) {
  const { degreeName } = useRiskWords(scheme)
  return (
    <span className={styles.degree}>
      <span className={styles.swatch} style={{ background: degreeColor(degree) }} aria-hidden />
      {degreeName(degree)}
    </span>
  )
}
