import { useFormatter, useLocale } from 'use-intl'
import type { RiskDegreeBand } from '../scheme/band.ts'
import { bandAt } from '../scheme/band.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { Names } from '../scheme/threshold.ts'
import { decimalsFor } from './decimals.ts'

/** The scheme's own words in the reader's language, and how risk numbers are written on screen. */
export function useRiskWords(scheme: Scheme) {
  const locale = useLocale()
  const format = useFormatter()
  const name = (names: Names) => (locale === 'en' ? names.en : names.zh)
  return {
    name,
    degreeName: (degree: RiskDegreeBand) => {
      const band = scheme.riskDegreeBands.bands.find((candidate) => candidate.degree === degree)
      return band ? name(band.name) : degree
    },
    probabilityName: (p: number) => name(bandAt(p, scheme.probabilityBands).name),
    impactName: (q: number) => name(bandAt(q, scheme.impactBands).name),
    /** p, q and W as they were entered: at least two decimals, three where three were given. */
    entered: (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 4 }),
    /** R and T: three decimals, more where fewer would show the wrong side of a threshold. */
    computed: (value: number, thresholds: readonly number[] = []) => {
      const digits = decimalsFor(value, thresholds)
      return format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    },
  }
}
