/**
 * 双评估: which decisions the two verdicts leave open.
 *
 * The economic verdict and the stability level stand side by side, and each has a veto of its own. No rule weighs a
 * profit against people's grievances, so there is no score into which both go, only a table of three by three. Only *low
 * with reliable measures* may be approved; medium and high go back for revision (发改投资〔2012〕2492号). A scheme may be
 * stricter than that, never laxer: a table that lifts a veto is refused.
 */
import { z } from 'zod'
import { RISK_LEVELS, type RiskLevel } from './level-rules.ts'
import { raise } from './scheme-reason.ts'
import { namesShape } from './threshold.ts'

/** 可实施、部分（分步）实施、暂缓实施、不实施. */
export const DECISIONS = ['implement', 'partial', 'defer', 'reject'] as const
export type Decision = (typeof DECISIONS)[number]

/** The verdicts of an economic appraisal, by the names the gate knows them. */
export const ECONOMIC_VERDICTS = ['pass', 'marginal', 'fail'] as const
export type GateEconomics = (typeof ECONOMIC_VERDICTS)[number]

const cellShape = z.strictObject({
  decisions: z.array(z.enum(DECISIONS)).min(1),
  /** Why these and no others, in the words of the report. */
  reason: namesShape,
})
export type GateCell = z.infer<typeof cellShape>

const rowShape = z.strictObject({ pass: cellShape, marginal: cellShape, fail: cellShape })

/** Decisions by which the matter goes ahead, wholly or in part. */
export const GOES_AHEAD: readonly Decision[] = ['implement', 'partial']

export const decisionGateShape = z
  .strictObject({ low: rowShape, medium: rowShape, high: rowShape })
  .superRefine((gate, context) => {
    const vetoed = (level: RiskLevel, economics: GateEconomics) => level !== 'low' || economics === 'fail'
    for (const level of RISK_LEVELS) {
      for (const economics of ECONOMIC_VERDICTS) {
        const { decisions } = gate[level][economics]
        if (new Set(decisions).size < decisions.length) {
          raise(context, 'duplicate-id', [level, economics, 'decisions'])
        }
        if (vetoed(level, economics) && decisions.some((decision) => GOES_AHEAD.includes(decision))) {
          raise(context, 'veto-lifted', [level, economics, 'decisions'])
        }
      }
    }
  })
