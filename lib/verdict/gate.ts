import { ok, type Result } from '../result.ts'
import type { EconomicVerdict } from '../economics/appraisal.ts'
import type { RiskLevel } from '../risk/level.ts'
import type { Decision, Scheme } from '../scheme/scheme.ts'

export function allowedDecisions(
  level: RiskLevel,
  _economic: EconomicVerdict,
  _scheme: Scheme,
): Result<readonly Decision[], 'not-given'> {
  return ok(level === 'low' ? ['implement', 'partial', 'defer', 'reject'] : ['defer', 'reject'])
}
