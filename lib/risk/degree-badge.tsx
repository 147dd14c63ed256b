'use client'

import { Badge } from '@mantine/core'
import type { RiskDegreeBand } from '../scheme/band.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { useRiskWords } from './scheme-words.tsx'

/** Rising from paper to cinnabar; the word beside it carries the meaning. */
export const DEGREE_COLOR = {
  negligible: 'ink.3',
  minor: 'pine.4',
  moderate: 'ochre.3',
  major: 'ochre.6',
  critical: 'cinnabar.6',
} as const satisfies Record<RiskDegreeBand, string>

/** The band of a risk degree by its name. */
export function DegreeBadge({ degree, scheme }: { degree: RiskDegreeBand; scheme: Scheme }) {
  const { degreeName } = useRiskWords(scheme)
  return (
    <Badge variant="dot" color={DEGREE_COLOR[degree]} size="lg" radius="sm" tt="none" fw={500}>
      {degreeName(degree)}
    </Badge>
  )
}
