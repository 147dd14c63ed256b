import type { MeasureEntry, RiskFactor } from '../risk/factor.ts'

export interface ListedMeasure {
  /** The number of its factor in T1, with a second one where the factor has several measures: 1.1, 1.2, 2. */
  readonly number: string
  readonly factor: RiskFactor
  readonly measure: MeasureEntry
}

/** Every measure with the number it bears in all tables of a report. */
export function listedMeasures(factors: readonly RiskFactor[]): ListedMeasure[] {
  return factors.flatMap((factor, i) =>
    factor.measures.map((measure, k) => ({
      number: factor.measures.length > 1 ? `${i + 1}.${k + 1}` : String(i + 1),
      factor,
      measure,
    })),
  )
}
