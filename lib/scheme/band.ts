/**
 * Scales cut into named bands.
 *
 * Likelihood p and impact q are judged on 0–1 and spoken of in five words each (很低 … 很高; 可忽略 … 严重); the risk degree
 * R = p·q has five words of its own (微小 … 重大). Bands are given by their upper bounds; the scheme says to which side a
 * bound belongs. The bounds of R are the squares of those of p and q: both at 0.6 give 0.36.
 */
import { z } from 'zod'
import { raise } from './scheme-reason.ts'
import { comparable, namesShape, provenance } from './threshold.ts'

/** Rising. */
export const RISK_DEGREES = ['negligible', 'minor', 'moderate', 'major', 'critical'] as const
export type RiskDegreeBand = (typeof RISK_DEGREES)[number]

/** `upper`: a bound belongs to the band below it (R ≤ 0.36 is 一般). `lower`: to the band above it. */
export type ClosedSide = 'upper' | 'lower'
export const closedSide = z.enum(['upper', 'lower'])

interface Bounded {
  /** Upper bound; null for a band without one. */
  readonly upTo: number | null
}

/** The band a number falls into; what exceeds every bound falls into the last one. Rounds to 1e-9 first. */
export function bandAt<Band extends Bounded>(
  value: number,
  scale: { readonly closed: ClosedSide; readonly bands: readonly Band[] },
): Band {
  const rounded = comparable(value)
  const last = scale.bands.at(-1)
  if (!last) throw new Error('a scale has at least one band')
  return (
    scale.bands.find(
      ({ upTo }) => upTo === null || (scale.closed === 'upper' ? rounded <= upTo : rounded < upTo),
    ) ?? last
  )
}

/** Shares of one: bounds rise from above 0 and end at 1. */
function checkUnitScale(bands: readonly { readonly upTo: number }[], context: z.core.$RefinementCtx): void {
  bands.forEach(({ upTo }, i) => {
    if (upTo <= (bands[i - 1]?.upTo ?? 0)) raise(context, 'not-ascending', ['bands', i, 'upTo'])
  })
  if (bands.at(-1)?.upTo !== 1) raise(context, 'scale-not-covered', ['bands', bands.length - 1, 'upTo'])
}

export const namedBandsShape = z
  .strictObject({
    closed: closedSide,
    bands: z
      .array(z.strictObject({ name: namesShape, upTo: z.number(), ...provenance }))
      .min(2)
      .max(10),
  })
  .superRefine(({ bands }, context) => checkUnitScale(bands, context))

export const riskDegreeBandsShape = z
  .strictObject({
    closed: closedSide,
    bands: z
      .array(
        z.strictObject({
          degree: z.enum(RISK_DEGREES),
          name: namesShape,
          upTo: z.number(),
          ...provenance,
        }),
      )
      .length(RISK_DEGREES.length),
  })
  .superRefine(({ bands }, context) => {
    checkUnitScale(bands, context)
    bands.forEach(({ degree }, i) => {
      if (degree !== RISK_DEGREES[i]) raise(context, 'not-ascending', ['bands', i, 'degree'])
    })
  })
