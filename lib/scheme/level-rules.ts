/**
 * The rules of the level: the parameters by which 低风险, 中风险 and 高风险 are told apart.
 *
 * Several rules are judged and the worst of their answers is the level, because each of them is blind to something. The
 * index is an average, which trifles dilute; counting severe factors cannot see the residents; the share opposed cannot
 * see a small group with a large grievance. This file says what a scheme states for each rule; how a rule judges is in
 * the risk slice.
 */
import { z } from 'zod'
import { raise, raiseDuplicates } from './scheme-reason.ts'
import { countShape, idShape, namesShape, provenance, type Threshold, thresholdShape } from './threshold.ts'

/** Rising. */
export const RISK_LEVELS = ['low', 'medium', 'high'] as const
export type RiskLevel = (typeof RISK_LEVELS)[number]

export function isWorse(level: RiskLevel, than: RiskLevel): boolean {
  return RISK_LEVELS.indexOf(level) > RISK_LEVELS.indexOf(than)
}

const levelThresholds = { medium: thresholdShape, high: thresholdShape }

function checkOrder(rule: { medium: Threshold; high: Threshold }, context: z.core.$RefinementCtx): void {
  if (rule.high.value <= rule.medium.value) raise(context, 'not-ascending', ['high', 'value'])
}

/** Thresholds that are shares of one, such as T or a share of answers. */
function checkShares(rule: { medium: Threshold; high: Threshold }, context: z.core.$RefinementCtx): void {
  checkOrder(rule, context)
  for (const level of ['medium', 'high'] as const) {
    if (rule[level].value > 1) raise(context, 'scale-not-covered', [level, 'value'])
  }
}

/** T against two thresholds. */
export const indexRuleShape = z.strictObject(levelThresholds).superRefine(checkShares)

const severeCounts = z.strictObject({
  critical: z.number().int().positive(),
  /** Factors that are 较大 or worse: a factor that rises from 较大 to 重大 must not drop out of this count. */
  majorOrWorse: z.number().int().positive(),
  ...provenance,
})

/** Numbers of severe factors from which a level is reached, whatever the average says. */
export const singleFactorRuleShape = z
  .strictObject({ medium: severeCounts, high: severeCounts })
  .superRefine(({ medium, high }, context) => {
    for (const count of ['critical', 'majorOrWorse'] as const) {
      if (high[count] <= medium[count]) raise(context, 'not-ascending', ['high', count])
    }
  })

/** The share opposed among valid answers, overall and per stratum. */
export const oppositionRuleShape = z
  .strictObject({
    ...levelThresholds,
    /**
     * A stratum with fewer valid answers is not judged by its share alone: one of three households is a third, and still
     * one household.
     */
    smallStratum: countShape,
  })
  .superRefine(checkShares)

/** Persons in the largest event that is credible. */
export const expectedEventRuleShape = z.strictObject(levelThresholds).superRefine(checkOrder)

/** Conditions that set a level "at least" by themselves. */
export const directRulesShape = z
  .array(
    z.strictObject({
      id: idShape,
      name: namesShape,
      level: z.enum(['medium', 'high']),
      ...provenance,
    }),
  )
  .superRefine((rules, context) => raiseDuplicates(context, rules))
