/**
 * Does the level stand? What would have to be different for it to be another one?
 *
 * A level that turns when one weight moves by a fifth, when one expert is left out, or when those who kept silent turn
 * out to object, is a level of the assessor and not of the matter. Each question here changes one thing, judges the level
 * anew by all rules and says whether it is another. The answers belong to the result and are printed with it.
 */
import { fail, ok, type Result } from '../result.ts'
import type { RiskLevel } from '../scheme/level-rules.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { comparable } from '../scheme/threshold.ts'
import { type JudgedFactor, type PanelReason, pooledFactors } from './experts.ts'
import { judgeLevel, type LevelInput, type LevelReason, type LevelVerdict } from './level.ts'
import { levelAt, rankOf } from './rules/rule-answer.ts'
import { type FactorScore, levelOfSums, type ScoreSums, scoreFactor, surroundingsOf } from './score-sums.ts'
import { checkWeights, type WeightsReason } from './weights/direct-weights.ts'

/** T of a verdict, null where the index rule is silent. */
function indexOf({ answers }: LevelVerdict): number | null {
  return answers.find(({ rule }) => rule === 'index')?.statistics.index ?? null
}

export interface WeightShift {
  /** Id of the factor whose weight was moved. */
  readonly factor: string
  /** -0.2: a fifth less. */
  readonly change: number
  readonly index: number | null
  /** What the index rule says; weights move no other rule. */
  readonly indexLevel: RiskLevel | null
  readonly level: RiskLevel
}

export interface WeightSensitivity {
  readonly level: RiskLevel
  readonly shifts: readonly WeightShift[]
  /** Whether any shift changes the level. */
  readonly changes: boolean
  /** Whether any shift changes what the index rule says, even where another rule hides it. */
  readonly changesIndexLevel: boolean
}

/**
 * Each weight in turn is made larger and smaller by `share` of itself (default a fifth) and all are divided by their new
 * sum. Fails as `judgeLevel` and `checkWeights` do.
 */
export function weightSensitivity(
  input: LevelInput,
  scheme: Scheme,
  share = 0.2,
): Result<WeightSensitivity, LevelReason | WeightsReason> {
  const base = judgeLevel(input, scheme)
  if (!base.ok) return base
  const weights = checkWeights(input.factors.map(({ weight }) => weight))
  if (!weights.ok) return weights
  const surroundings = surroundingsOf(base.value)
  const scores = input.factors.map((factor) => scoreFactor(factor, scheme))
  const sums = sumScores(scores)
  const shifts = input.factors.flatMap(({ id, weight }, i) =>
    [-share, share].map((change): WeightShift => {
      // All weights are divided by their new sum; a single factor keeps the whole weight whatever happens to it.
      const moved = sums.index + change * scores[i]!.contribution
      const index = comparable(moved / (weights.value + change * weight))
      return {
        factor: id,
        change,
        index,
        indexLevel: levelAt(index, scheme.indexRule),
        level: levelOfSums({ ...sums, index }, surroundings, scheme),
      }
    }),
  )
  return ok({
    level: base.value.level,
    shifts,
    changes: shifts.some(({ level }) => level !== base.value.level),
    changesIndexLevel: shifts.some(({ indexLevel }) => indexLevel !== indexLevelOf(base.value)),
  })
}

function indexLevelOf({ answers }: LevelVerdict): RiskLevel | null {
  return answers.find(({ rule }) => rule === 'index')?.level ?? null
}

function sumScores(scores: readonly FactorScore[]): ScoreSums {
  let [index, critical, majorOrWorse] = [0, 0, 0]
  for (const score of scores) {
    index += score.contribution
    critical += score.critical
    majorOrWorse += score.majorOrWorse
  }
  return { index, critical, majorOrWorse }
}

export interface WithoutExpert {
  /** Place of the expert on the panel. */
  readonly expert: number
  /** Null: without this expert a factor has no judgement left. */
  readonly level: RiskLevel | null
  readonly index: number | null
}

export interface ExpertSensitivity {
  readonly level: RiskLevel
  readonly without: readonly WithoutExpert[]
  readonly changes: boolean
}

/**
 * The level from the medians of all experts, and with each expert left out. `input.factors` are replaced by the panel's.
 * Fails as `judgeLevel` does, for an unusable panel, and with `too-few-experts` below two.
 */
export function leaveOneExpertOut(
  panel: readonly JudgedFactor[],
  input: Omit<LevelInput, 'factors'>,
  scheme: Scheme,
): Result<ExpertSensitivity, LevelReason | PanelReason | 'too-few-experts'> {
  const experts = panel[0]?.judgements.length ?? 0
  const all = pooledFactors(panel)
  if (!all.ok) return all
  if (experts < 2) return fail('too-few-experts', { experts })
  const base = judgeLevel({ ...input, factors: all.value }, scheme)
  if (!base.ok) return base
  const without = Array.from({ length: experts }, (_, expert): WithoutExpert => {
    const others = panel.map((factor) => ({
      ...factor,
      judgements: factor.judgements.filter((_, k) => k !== expert),
    }))
    const factors = pooledFactors(others)
    const verdict = factors.ok ? judgeLevel({ ...input, factors: factors.value }, scheme) : null
    return verdict?.ok
      ? { expert, level: verdict.value.level, index: indexOf(verdict.value) }
      : { expert, level: null, index: null }
  })
  return ok({
    level: base.value.level,
    without,
    changes: without.some(({ level }) => level !== null && level !== base.value.level),
  })
}

export interface SamplingFrame {
  /** Households or persons asked to answer, in the unit of the survey; null where unknown. */
  readonly overall: number | null
  readonly strata: readonly { readonly name: string; readonly units: number }[]
}

export interface SilenceAnswer {
  readonly level: RiskLevel
  /** Were all who kept silent opposed. */
  readonly levelIfAllObject: RiskLevel
  readonly silent: number
  /** (opposed + silent)/all, overall; null where the frame or the survey is unknown. */
  readonly shareIfAllObject: number | null
  readonly changes: boolean
}

export type SilenceReason =
  | 'no-survey'
  /** More valid answers than units in the frame (details.stratum). */
  | 'frame-smaller-than-answers'
  /** details.stratum */
  | 'stratum-without-frame'

/**
 * If every household that gave no valid answer objected, would the level be another? The bound that non-response allows:
 * when the level stays, nobody need argue about who kept silent. Every stratum of the survey needs its frame.
 */
export function ifSilentObject(
  input: LevelInput,
  frame: SamplingFrame,
  scheme: Scheme,
): Result<SilenceAnswer, LevelReason | SilenceReason> {
  const base = judgeLevel(input, scheme)
  if (!base.ok) return base
  if (!input.opposition) return fail('no-survey')
  const strata: { name: string; opposed: number; valid: number }[] = []
  for (const { name, opposed, valid } of input.opposition.strata) {
    const units = frame.strata.find((stratum) => stratum.name === name)?.units
    if (units === undefined) return fail('stratum-without-frame', { stratum: name })
    if (!(units >= valid)) return fail('frame-smaller-than-answers', { stratum: name })
    strata.push({ name, opposed: opposed + units - valid, valid: units })
  }
  // A stratum nobody answered for is silent as a whole.
  for (const { name, units } of frame.strata) {
    if (!strata.some((stratum) => stratum.name === name)) strata.push({ name, opposed: units, valid: units })
  }
  const { overall } = input.opposition
  if (overall && frame.overall !== null && !(frame.overall >= overall.valid)) {
    return fail('frame-smaller-than-answers', { stratum: 'overall' })
  }
  const whole =
    overall && frame.overall !== null
      ? { opposed: overall.opposed + frame.overall - overall.valid, valid: frame.overall }
      : null
  const verdict = judgeLevel({ ...input, opposition: { overall: whole ?? overall, strata } }, scheme)
  if (!verdict.ok) return verdict
  return ok({
    level: base.value.level,
    levelIfAllObject: verdict.value.level,
    silent:
      overall && frame.overall !== null
        ? frame.overall - overall.valid
        : strata.reduce((sum, { valid }) => sum + valid, 0) -
          input.opposition.strata.reduce((sum, { valid }) => sum + valid, 0),
    shareIfAllObject: whole && whole.valid > 0 ? whole.opposed / whole.valid : null,
    changes: verdict.value.level !== base.value.level,
  })
}

export interface TippingPoint {
  readonly factor: string
  readonly part: 'probability' | 'impact'
  readonly now: number
  /** Smallest value, to 0.001, at which the level is worse, the rest unchanged; null when even 1 leaves it. */
  readonly worseFrom: number | null
  /** Largest value, to 0.001, at which the level is better; null when even 0 leaves it. */
  readonly betterUpTo: number | null
}

/**
 * For every factor: how far p or q alone would have to move to turn the level. A factor that turns it within the
 * experts' spread deserves a second look. The level never falls when p or q rises, so the turning point is found by
 * halving. Fails as `judgeLevel` does.
 */
export function tippingPoints(input: LevelInput, scheme: Scheme): Result<TippingPoint[], LevelReason> {
  const base = judgeLevel(input, scheme)
  if (!base.ok) return base
  const now = rankOf(base.value.level)
  const surroundings = surroundingsOf(base.value)
  const scores = input.factors.map((other) => scoreFactor(other, scheme))
  const sums = sumScores(scores)
  const rankWith = (i: number, part: TippingPoint['part'], thousandths: number) => {
    const was = scores[i]!
    const is = scoreFactor({ ...input.factors[i]!, [part]: thousandths / 1000 }, scheme)
    return rankOf(
      levelOfSums(
        {
          index: sums.index - was.contribution + is.contribution,
          critical: sums.critical - was.critical + is.critical,
          majorOrWorse: sums.majorOrWorse - was.majorOrWorse + is.majorOrWorse,
        },
        surroundings,
        scheme,
      ),
    )
  }
  return ok(
    input.factors.flatMap((factor, i) =>
      (['probability', 'impact'] as const).map((part): TippingPoint => {
        const value = factor[part]
        const worse = firstThousandth(Math.ceil(value * 1000), (at) => rankWith(i, part, at) > now)
        const same = firstThousandth(0, (at) => rankWith(i, part, at) >= now)
        return {
          factor: factor.id,
          part,
          now: value,
          worseFrom: worse === null ? null : worse / 1000,
          betterUpTo: same === null || same === 0 ? null : (same - 1) / 1000,
        }
      }),
    ),
  )
}

/** The first of the thousandths `from` … 1000 at which a condition holds, given that it goes on holding; null if it never does. */
function firstThousandth(from: number, holds: (at: number) => boolean): number | null {
  if (!holds(1000)) return null
  let low = from
  let high = 1000
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
