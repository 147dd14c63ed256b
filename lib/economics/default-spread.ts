/**
 * 各项目同时变动: P(ENPV < 0) where nobody has said how far each row may be off.
 *
 * One-way sensitivity moves one row and holds the rest, and rows do not fail one at a time. Here every row that has amounts
 * is drawn from a triangle between 80 % and 120 % of what was entered, the widest change of the sensitivity table, all at
 * once and independently. It is the workbench's own starting value and says so where it is printed: real works overrun
 * their costs more often than they fall short of them, so the probability is rather too low than too high.
 */
import type { Result } from '../result.ts'
import { type AppraisalInput, FLOW_ROWS, SENSITIVITY_CHANGES } from './appraisal.ts'
import { type EnpvSimulation, type EnpvSimulationRefusal, simulateEnpv } from './monte-carlo.ts'

/** 0.2: to either side. */
export const DEFAULT_SPREAD = Math.max(...SENSITIVITY_CHANGES)

/** The month of 发改投资〔2012〕2492号; any other whole number would do, and another one would be another result. */
const SEED = 20_120_816
/** A probability is known to 0.7 percentage points (two standard errors at 50 %). */
const DRAWS = 20_000

/** Fails as `appraise` does. */
export function simulateDefaultSpread(input: AppraisalInput): Result<EnpvSimulation, EnpvSimulationRefusal> {
  const rows = FLOW_ROWS.filter((row) => input.years.some((year) => year[row] > 0))
  return simulateEnpv(
    input,
    rows.map((row) => ({
      row,
      shape: 'triangular',
      min: 1 - DEFAULT_SPREAD,
      mode: 1,
      max: 1 + DEFAULT_SPREAD,
    })),
    { seed: SEED, draws: DRAWS },
  )
}
