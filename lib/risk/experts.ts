/**
 * Several experts' likelihoods and impacts as one, without losing how far they lie apart.
 *
 * Experts judge p and q of every factor each for himself. The median is taken, because one extreme judgement, honest or
 * not, moves a mean as far as it likes and a median hardly. The spread stays beside it: 0.5 from three experts who all
 * said 0.5 is another 0.5 than from 0.1, 0.5 and 0.9. Agreement is measured over all factors: Kendall's W asks whether
 * the experts put the factors in the same order, Krippendorff's α whether they gave them the same values.
 */
import { fail, ok, type Result } from '../result.ts'
import { kendallW } from '../statistics/agreement/kendall-w.ts'
import { krippendorffAlpha } from '../statistics/agreement/krippendorff-alpha.ts'
import { quantileOfSorted } from '../statistics/descriptive.ts'
import type { ScoredFactor } from './composite-index.ts'

export interface Judgement {
  readonly probability: number
  readonly impact: number
}

export type PanelStage = 'initial' | 'residual'

/** Every expert's judgements by factor id, the same order of experts everywhere. */
export type ExpertPanel = Readonly<
  Record<string, Readonly<Record<PanelStage, readonly (Judgement | null)[]>>>
>

export interface JudgedFactor extends Pick<ScoredFactor, 'id' | 'name' | 'weight'> {
  /** One entry per expert, in the same order for every factor; null where an expert did not judge it. */
  readonly judgements: readonly (Judgement | null)[]
}

export type PanelReason =
  | 'no-factors'
  /** A factor has not as many entries as the first (details.factor). */
  | 'wrong-number-of-judgements'
  /** Nobody judged a factor (details.factor). */
  | 'not-judged'
  /** details.factor, details.expert */
  | 'probability-out-of-range'
  | 'impact-out-of-range'

export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
  /** Quartiles of type 7. */
  readonly lowerQuartile: number
  readonly upperQuartile: number
}

export interface PooledFactor extends ScoredFactor {
  /** Experts who judged it. */
  readonly experts: number
  readonly spread: Readonly<Record<keyof Judgement, Spread>>
}

/** The median p and q of every factor, with their spread. */
export function pooledFactors(panel: readonly JudgedFactor[]): Result<PooledFactor[], PanelReason> {
  const checked = checkPanel(panel)
  if (!checked.ok) return checked
  return ok(
    panel.map(({ id, name, weight, judgements }) => {
      const given = judgements.filter((judgement) => judgement !== null)
      const spread = {
        probability: spreadOf(given.map(({ probability }) => probability)),
        impact: spreadOf(given.map(({ impact }) => impact)),
      }
      return {
        id,
        name,
        weight,
        probability: spread.probability.median,
        impact: spread.impact.median,
        experts: given.length,
        spread,
      }
    }),
  )
}

/** The factors with what the panel thinks of them; one that nobody was asked about has no judgements. */
export function judgedFactors(
  panel: ExpertPanel,
  factors: readonly Pick<ScoredFactor, 'id' | 'name' | 'weight'>[],
  stage: PanelStage,
): JudgedFactor[] {
  return factors.map(({ id, name, weight }) => ({
    id,
    name,
    weight,
    judgements: panel[id]?.[stage] ?? [],
  }))
}

/** The number of experts on a panel whose judgements are complete enough to be used. */
export function checkPanel(panel: readonly JudgedFactor[]): Result<number, PanelReason> {
  const experts = panel[0]?.judgements.length
  if (experts === undefined) return fail('no-factors')
  for (const { id: factor, judgements } of panel) {
    if (judgements.length !== experts) return fail('wrong-number-of-judgements', { factor })
    if (judgements.every((judgement) => judgement === null)) return fail('not-judged', { factor })
    for (const [expert, judgement] of judgements.entries()) {
      if (judgement === null) continue
      if (!isShare(judgement.probability)) return fail('probability-out-of-range', { factor, expert })
      if (!isShare(judgement.impact)) return fail('impact-out-of-range', { factor, expert })
    }
  }
  return ok(experts)
}

const isShare = (value: number) => value >= 0 && value <= 1

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (p: number) => quantileOfSorted(sorted, p)
  return { median: at(0.5), low: at(0), high: at(1), lowerQuartile: at(0.25), upperQuartile: at(0.75) }
}

export interface Agreement {
  /** Kendall's W over the experts who judged every factor; null below two of them, two factors, or without variation. */
  readonly kendallW: number | null
  /** Its p-value under "no agreement at all". */
  readonly kendallP: number | null
  /** Krippendorff's α, interval scale, over all judgements; null without variation or without two judgements of one factor. */
  readonly krippendorffAlpha: number | null
}

/** How far the experts agree, separately on p and on q. */
export function panelAgreement(
  panel: readonly JudgedFactor[],
): Result<Readonly<Record<keyof Judgement, Agreement>>, PanelReason> {
  const experts = checkPanel(panel)
  if (!experts.ok) return experts
  const agreementOn = (part: keyof Judgement): Agreement => {
    const ratings = Array.from({ length: experts.value }, (_, expert) =>
      panel.map(({ judgements }) => judgements[expert]?.[part] ?? null),
    )
    const complete = ratings.flatMap((row) => {
      const values = row.filter((value) => value !== null)
      return values.length === row.length ? [values] : []
    })
    const concordance = kendallW(complete)
    const alpha = krippendorffAlpha(ratings, 'interval')
    return {
      kendallW: concordance.ok ? concordance.value.w : null,
      kendallP: concordance.ok ? concordance.value.p : null,
      krippendorffAlpha: alpha.ok ? alpha.value.alpha : null,
    }
  }
  return ok({ probability: agreementOn('probability'), impact: agreementOn('impact') })
}
