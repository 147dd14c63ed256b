/**
 * 反对比例规则: the share of valid answers that object, overall and in every stratum.
 *
 * The overall share hides a village that loses its land among ten that gain a road, so each stratum is judged as well and
 * a stratum over the line is named. The point share decides; Wilson's upper bound stands beside it in the statistics,
 * because 8 % of 50 answers may well be 19 % of the people.
 *
 * Small strata. One objection among three households is 33 %, and still one household. A stratum with fewer valid answers
 * than the scheme's `smallStratum` (10) is over a line only when the *lower* end of its Wilson interval is: all of five,
 * or two of five for medium, but not one of three. Cutting a hostile village into slices of nine must not silence it
 * either, so all small strata together are judged as one more unit, by its share once it has ten answers. A unit with
 * fewer answers than the suppression number k (5) is not judged by itself: a level that rises because of three people's
 * answers would publish these answers. They count in the pool of small strata and in the overall share.
 */
import { fail, ok, type Result } from '../../result.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import { comparable } from '../../scheme/threshold.ts'
import { type ProportionInterval, proportionInterval } from '../../statistics/proportion-intervals.ts'
import { levelAt, type RuleAnswer, rankOf, worstOf } from './rule-answer.ts'

export interface OppositionCount {
  readonly opposed: number
  /** Valid answers, the opposed among them. */
  readonly valid: number
}

export interface OppositionInput {
  readonly overall: OppositionCount | null
  readonly strata: readonly (OppositionCount & { readonly name: string })[]
}

export type OppositionReason = 'opposition-counts-invalid'

/** Nobody is opposed without a valid answer; counts may be fractional (effective), but one answer is the least. */
export function checkOpposition(input: OppositionInput | null): Result<null, OppositionReason> {
  const counts = [
    ...(input?.overall ? [{ name: 'overall', ...input.overall }] : []),
    ...(input?.strata ?? []),
  ]
  const wrong = counts.find(
    ({ opposed, valid }) =>
      !(Number.isFinite(valid) && (valid === 0 || valid >= 1) && opposed >= 0 && opposed <= valid),
  )
  return wrong ? fail('opposition-counts-invalid', { stratum: wrong.name }) : ok(null)
}

/**
 * Statistics: `share`, `low`, `high` (Wilson, 95 %), `opposed`, `valid` overall; `highestShare` and `highestUpper` over
 * the strata that are large enough to be judged by their share; `smallStrata`, `smallStrataShare` of the small ones
 * together (when there are at least k answers in them). Places: the strata over the medium line, gravest first; a pool of
 * small strata over the line is named by those of them in which somebody objects and at least k answered.
 */
export function judgeOpposition(input: OppositionInput | null, scheme: Scheme): RuleAnswer {
  const rule = 'opposition'
  const strata = input?.strata.filter(({ valid }) => valid > 0) ?? []
  const overall = input?.overall && input.overall.valid > 0 ? input.overall : null
  if (!input || (!input.overall && input.strata.length === 0)) {
    return { rule, level: null, reason: 'no-survey', statistics: {} }
  }
  if (!overall && strata.length === 0) {
    return { rule, level: null, reason: 'no-valid-answers', statistics: {} }
  }

  const k = scheme.suppressionK.value
  const isSmall = ({ valid }: OppositionCount) => valid < scheme.oppositionRule.smallStratum.value
  const units = strata.filter(({ valid }) => valid >= k).map((stratum) => unitOf(stratum, isSmall, scheme))
  const small = strata.filter(isSmall)
  const pool = {
    opposed: small.reduce((sum, { opposed }) => sum + opposed, 0),
    valid: small.reduce((sum, { valid }) => sum + valid, 0),
  }
  const pooled = small.length > 1 && pool.valid >= k ? unitOf({ name: '', ...pool }, isSmall, scheme) : null
  const judged = [...units, ...(pooled ? [pooled] : [])]
  const overallLevel = overall ? levelAt(overall.opposed / overall.valid, scheme.oppositionRule) : 'low'

  const over = units
    .filter(({ level }) => level !== 'low')
    .toSorted((a, b) => rankOf(b.level) - rankOf(a.level) || b.share - a.share)
    .map(({ name }) => name)
  const slices =
    pooled && pooled.level !== 'low'
      ? small.filter(({ opposed, valid }) => opposed > 0 && valid >= k).map(({ name }) => name)
      : []
  const places = [...new Set([...over, ...slices])]
  const large = units.filter((unit) => !isSmall(unit))
  return {
    rule,
    level: worstOf([overallLevel, ...judged.map(({ level }) => level)]),
    statistics: {
      ...(overall ? overallStatistics(overall) : {}),
      ...(large.length > 0
        ? {
            highestShare: Math.max(...large.map(({ share }) => share)),
            highestUpper: Math.max(...large.map(({ interval }) => interval.high)),
          }
        : {}),
      ...(small.length > 0 ? { smallStrata: small.length } : {}),
      ...(pooled ? { smallStrataShare: pooled.share } : {}),
    },
    ...(places.length > 0 ? { places } : {}),
  }
}

function unitOf(
  stratum: OppositionCount & { readonly name: string },
  isSmall: (count: OppositionCount) => boolean,
  scheme: Scheme,
) {
  const interval = wilson(stratum)
  const share = comparable(stratum.opposed / stratum.valid)
  const deciding = isSmall(stratum) ? interval.low : share
  return { ...stratum, share, interval, level: levelAt(deciding, scheme.oppositionRule) }
}

function overallStatistics(overall: OppositionCount) {
  const { estimate, low, high } = wilson(overall)
  return { share: estimate, low, high, opposed: overall.opposed, valid: overall.valid }
}

function wilson({ opposed, valid }: OppositionCount): ProportionInterval {
  const interval = proportionInterval(opposed, valid, { method: 'wilson' })
  if (!interval.ok) throw new Error(`counts were checked before: ${interval.reason}`)
  return interval.value
}
