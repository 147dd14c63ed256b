/**
 * 评估方案参数 (a scheme): the versioned rule set an assessment is judged by.
 *
 * There is no national number for "high risk". Provinces and prefectures set their own thresholds, tables of points,
 * sampling floors and notice periods, and change them. So these are data, not code: a scheme is one file (or one entry
 * made in the workbench), it has a version and a first day, and an assessment names the scheme it was judged by. A
 * scheme is validated as a whole before it judges anything, because an error in it is an error in every assessment.
 */
import { z } from 'zod'
import { fail, ok, type Result } from '../result.ts'
import { namedBandsShape, riskDegreeBandsShape } from './band.ts'
import { clocksShape } from './clock.ts'
import { decisionGateShape } from './decision-gate.ts'
import {
  directRulesShape,
  expectedEventRuleShape,
  indexRuleShape,
  oppositionRuleShape,
  singleFactorRuleShape,
} from './level-rules.ts'
import { penaltyTableShape } from './penalty-table.ts'
import { disclosureShape, procedureShape } from './procedure-rule.ts'
import { samplingFloorsShape, undeclaredMattersShape } from './sampling-floor.ts'
import { SCHEME_REASONS, type SchemeReason } from './scheme-reason.ts'
import { countShape, idShape, namesShape, quantityShape } from './threshold.ts'

export type { RiskDegreeBand } from './band.ts'
export type { Decision } from './decision-gate.ts'

export const schemeShape = z.strictObject({
  id: idShape,
  name: namesShape,
  version: z.string().regex(/^\d+\.\d+$/),
  /** First calendar day on which a matter may be judged by this version, YYYY-MM-DD. */
  validFrom: z.iso.date(),

  riskDegreeBands: riskDegreeBandsShape,
  probabilityBands: namedBandsShape,
  impactBands: namedBandsShape,

  indexRule: indexRuleShape,
  singleFactorRule: singleFactorRuleShape,
  oppositionRule: oppositionRuleShape,
  expectedEventRule: expectedEventRuleShape,
  /** Empty where the scheme has none. */
  directRules: directRulesShape,
  /** Null where the scheme has none. */
  penaltyTable: penaltyTableShape.nullable(),

  samplingFloors: samplingFloorsShape,
  undeclaredMatters: undeclaredMattersShape,
  clocks: clocksShape,
  disclosure: disclosureShape,
  procedure: procedureShape,
  /** Fewest experts on a review panel. */
  expertPanel: countShape,
  /** Days within which something must happen after the decision as before it. */
  reminders: z.strictObject({
    /** From the registration of a dispute to its referral. */
    disputeReferral: countShape,
    /** From one drill of the emergency plan to the next. */
    drill: countShape,
  }),
  /** k: counts of people below it are not shown. */
  suppressionK: countShape,
  /** Days before the last day of the case over which pieces in the press are weighed. */
  mediaWindowDays: countShape,
  /** Per year, share of one. */
  socialDiscountRate: quantityShape,

  decisionGate: decisionGateShape,
})
export type Scheme = z.infer<typeof schemeShape>

export interface SchemeIssue {
  /** Where, such as `penaltyTable.dimensions.0.items.2.options.1.points`; empty for the whole value. */
  readonly path: string
  readonly reason: SchemeReason
  /** What the structure should have been, for `wrong-shape`. */
  readonly message: string
}

const isSchemeReason = (word: string): word is SchemeReason =>
  (SCHEME_REASONS as readonly string[]).includes(word)

/** Everything that is wrong with a would-be scheme, in the order of its fields; empty for a valid one. */
export function schemeIssues(value: unknown): SchemeIssue[] {
  const issues = schemeShape.safeParse(value).error?.issues ?? []
  return issues.map(({ path, message }) => ({
    path: path.map(String).join('.'),
    reason: isSchemeReason(message) ? message : 'wrong-shape',
    message,
  }))
}

/**
 * A value as a scheme, or the first thing that is wrong with it: the reason, and in `details` its `path`, the `message`
 * and the number of `issues` (see `schemeIssues` for all of them). Structural errors hide errors of content below them.
 */
export function validateScheme(value: unknown): Result<Scheme, SchemeReason> {
  const parsed = schemeShape.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const issues = schemeIssues(value)
  const first = issues[0]
  if (!first) throw new Error('a refused scheme has an issue')
  return fail(first.reason, { path: first.path, message: first.message, issues: issues.length })
}
