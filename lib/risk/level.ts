import { ok, type Result } from '../result.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { ScoredFactor } from './composite-index.ts'

export type RiskLevel = 'low' | 'medium' | 'high'
export type LevelRule = 'index' | 'single-factor' | 'opposition' | 'expected-event' | 'direct' | 'penalty'
export interface RuleAnswer {
  rule: LevelRule
  level: RiskLevel | null
  reason?: string
  statistics: Record<string, number>
  places?: string[]
}
export interface LevelVerdict {
  level: RiskLevel
  decidingRules: LevelRule[]
  answers: RuleAnswer[]
  dilution: null | { index: number; level: RiskLevel; removedFactors: string[] }
}
export interface LevelInput {
  factors: ScoredFactor[]
  opposition: {
    overall: { opposed: number; valid: number } | null
    strata: { name: string; opposed: number; valid: number }[]
  } | null
  expectedEventPersons: number | null
  directConditions: string[]
}
export function judgeLevel(_input: LevelInput, _scheme: Scheme): Result<LevelVerdict, 'no-factors'> {
  return ok({ level: 'low', decidingRules: ['index'], answers: [], dilution: null })
}
