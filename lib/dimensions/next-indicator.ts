import type { Finding } from './finding.ts'
import { INDICATORS, type Indicator } from './indicators.ts'

/**
 * The next indicator without a finding, in the order of the list and round to its beginning; null when every indicator
 * but this one has a finding.
 */
export function nextWithoutFinding(findings: readonly Finding[], after: string): Indicator | null {
  const found = new Set(findings.map((finding) => finding.indicatorId))
  const position = INDICATORS.findIndex((indicator) => indicator.id === after)
  const inOrder = [...INDICATORS.slice(position + 1), ...INDICATORS.slice(0, Math.max(position, 0))]
  return inOrder.find((indicator) => !found.has(indicator.id)) ?? null
}
