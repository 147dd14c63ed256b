/**
 * The gate: which decisions the two verdicts leave open.
 *
 * 双评估 ends in a table, not in a sum. Its cells stand in the scheme; this file only opens the right one, and opens none
 * while one of the two verdicts is missing.
 */
import type { EconomicVerdict } from '../economics/appraisal.ts'
import { fail, ok, type Result } from '../result.ts'
import type { RiskLevel } from '../risk/level.ts'
import type { GateCell } from '../scheme/decision-gate.ts'
import type { Decision, Scheme } from '../scheme/scheme.ts'

export type GateReason = 'cannot-be-given'

/**
 * The cell for a level and an economic verdict: the decisions that are open and the reason to print beside them. Without
 * one of the two it cannot be given; `details.missing` says what is missing: `level`, `economics`, or `level,economics`.
 */
export function gateCell(
  level: RiskLevel | null,
  economic: EconomicVerdict | null,
  scheme: Pick<Scheme, 'decisionGate'>,
): Result<GateCell, GateReason> {
  if (level === null || economic === null) {
    const missing = [...(level === null ? ['level'] : []), ...(economic === null ? ['economics'] : [])]
    return fail('cannot-be-given', { missing: missing.join(',') })
  }
  return ok(scheme.decisionGate[level][economic])
}

/** The decisions of that cell, in the scheme's order of preference. Fails as `gateCell` does. */
export function allowedDecisions(
  level: RiskLevel | null,
  economic: EconomicVerdict | null,
  scheme: Pick<Scheme, 'decisionGate'>,
): Result<readonly Decision[], GateReason> {
  const cell = gateCell(level, economic, scheme)
  return cell.ok ? ok(cell.value.decisions) : cell
}
