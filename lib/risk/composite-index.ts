import { ok, type Result } from '../result.ts'
import type { RiskDegreeBand, Scheme } from '../scheme/scheme.ts'

export interface ScoredFactor {
  id: string
  name: string
  weight: number
  probability: number
  impact: number
}
export function riskDegree(p: number, q: number): number {
  return Math.round(p * q * 1e9) / 1e9
}
export function degreeOf(degree: number, _scheme: Scheme): RiskDegreeBand {
  return degree <= 0.04 ? 'negligible' : degree <= 0.16 ? 'minor' : degree <= 0.36 ? 'moderate' : degree <= 0.64 ? 'major' : 'critical'
}
export function compositeIndex(factors: ScoredFactor[]): Result<number, 'no-factors'> {
  return ok(factors.reduce((sum, f) => sum + f.weight * riskDegree(f.probability, f.impact), 0))
}
