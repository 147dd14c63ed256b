/**
 * How likely is each level, given how far the experts lie apart?
 *
 * Medians hide that one expert saw a grave risk where two saw none. Here every factor draws one of its experts at random
 * and takes that expert's p and q together (so that no distribution is invented and p and q stay a pair), the level is
 * judged, and this is repeated. The share of draws that end in a level is its probability within the experts' spread. The
 * draws of different factors are independent; that an expert may be severe throughout is shown beside it by the level
 * each expert alone would give. Rules that need no p and q are judged once.
 */
import { fail, ok, type Result } from '../result.ts'
import { RISK_LEVELS, type RiskLevel } from '../scheme/level-rules.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { comparable } from '../scheme/threshold.ts'
import { createRandom } from '../statistics/monte-carlo/random.ts'
import { sortedQuantile } from '../statistics/monte-carlo/simulation.ts'
import { type JudgedFactor, type PanelReason, pooledFactors } from './experts.ts'
import { judgeLevel, type LevelInput, type LevelReason } from './level.ts'
import { rankOf } from './rules/rule-answer.ts'
import { type FactorScore, levelOfSums, scoreFactor, surroundingsOf } from './score-sums.ts'

export interface SimulationOptions {
  /** Default 1; part of the result, so that anybody can draw the same again. */
  readonly seed?: number
  /** Default 10,000: a probability is then known to one percentage point (two standard errors). */
  readonly draws?: number
}

export interface LevelSimulation {
  readonly seed: number
  readonly draws: number
  readonly probabilities: Readonly<Record<RiskLevel, number>>
  /** √(p(1-p)/draws), the error of the simulation itself. */
  readonly standardErrors: Readonly<Record<RiskLevel, number>>
  /** T: 5 %, 50 % and 95 % of the draws; null where the weights give no T. */
  readonly index: { readonly low: number; readonly median: number; readonly high: number } | null
  /** The level by each expert's judgements alone; null for one who did not judge every factor. */
  readonly byExpert: readonly (RiskLevel | null)[]
}

export type SimulationReason = LevelReason | PanelReason | 'draws-out-of-range' | 'seed-not-whole'

const MOST_DRAWS = 1_000_000

/**
 * Probability of each level over the experts' spread. `input.factors` are replaced by the panel's. Fails as `judgeLevel`
 * does and for an unusable panel.
 */
export function simulateLevel(
  panel: readonly JudgedFactor[],
  input: Omit<LevelInput, 'factors'>,
  scheme: Scheme,
  { seed = 1, draws = 10_000 }: SimulationOptions = {},
): Result<LevelSimulation, SimulationReason> {
  if (!(Number.isInteger(draws) && draws >= 1 && draws <= MOST_DRAWS)) {
    return fail('draws-out-of-range', { draws: String(draws) })
  }
  if (!Number.isSafeInteger(seed)) return fail('seed-not-whole', { seed: String(seed) })
  const pooled = pooledFactors(panel)
  if (!pooled.ok) return pooled
  const base = judgeLevel({ ...input, factors: pooled.value }, scheme)
  if (!base.ok) return base
  const surroundings = surroundingsOf(base.value)
  // Every expert's score of every factor is worked out once; a draw then only picks and adds.
  const scored = panel.map(({ weight, judgements }) =>
    judgements.map((judgement) => judgement && scoreFactor({ weight, ...judgement }, scheme)),
  )
  const given = scored.map((scores) => scores.filter((score) => score !== null))
  const random = createRandom(seed)
  const counts = [0, 0, 0]
  const indices = new Float64Array(surroundings.weighed ? draws : 0)
  for (let draw = 0; draw < draws; draw++) {
    let [index, critical, majorOrWorse] = [0, 0, 0]
    for (const choices of given) {
      const score = choices[Math.floor(random() * choices.length)]!
      index += score.contribution
      critical += score.critical
      majorOrWorse += score.majorOrWorse
    }
    counts[rankOf(levelOfSums({ index, critical, majorOrWorse }, surroundings, scheme))]! += 1
    if (surroundings.weighed) indices[draw] = comparable(index)
  }
  indices.sort()
  const shareOf = (level: RiskLevel) => (counts[rankOf(level)] ?? 0) / draws
  const perLevel = (value: (level: RiskLevel) => number) =>
    Object.fromEntries(RISK_LEVELS.map((level) => [level, value(level)])) as Record<RiskLevel, number>
  return ok({
    seed,
    draws,
    probabilities: perLevel(shareOf),
    standardErrors: perLevel((level) => Math.sqrt((shareOf(level) * (1 - shareOf(level))) / draws)),
    index:
      indices.length > 0
        ? {
            low: sortedQuantile(indices, 0.05),
            median: sortedQuantile(indices, 0.5),
            high: sortedQuantile(indices, 0.95),
          }
        : null,
    byExpert: (panel[0]?.judgements ?? []).map((_, expert) => {
      const own = scored.flatMap((scores) => scores[expert] ?? [])
      if (own.length < panel.length) return null
      const sum = (part: keyof FactorScore) => own.reduce((total, score) => total + score[part], 0)
      const sums = {
        index: sum('contribution'),
        critical: sum('critical'),
        majorOrWorse: sum('majorOrWorse'),
      }
      return levelOfSums(sums, surroundings, scheme)
    }),
  })
}
