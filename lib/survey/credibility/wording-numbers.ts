/**
 * Numbers inside sentences. A statistic a sentence needs and the finding lacks is a programming error and throws.
 */
import type { Finding } from './finding.ts'

export function statistic(finding: Finding, name: string): number {
  const value = finding.statistics[name]
  if (value === undefined) throw new Error(`${finding.check}: no statistic "${name}"`)
  return value
}

/** 0.0345 → "3.5%"; whole percents without decimals. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`
}

/** The p-value as "one in N", rounded to two digits so that it does not look more exact than it is. */
export function oneIn(pValue: number): number {
  return Number((1 / pValue).toPrecision(2))
}

/** Beyond this the sentence says "practically never": the tail of a model is not known to more digits. */
export const PRACTICALLY_NEVER = 1e-9

/** Of a finding whose counts are withheld: the line that p is below; null where it is above the last one. */
export function bandOf(finding: Finding): string | null {
  const { pValue } = finding
  if (pValue === null) throw new Error(`${finding.check}: no p-value to word`)
  return pValue === 1 ? null : percent(pValue)
}
