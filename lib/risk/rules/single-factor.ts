/**
 * 单因素规则: how many severe factors there are, whatever the average says.
 *
 * High from two 重大 or five 较大, medium from one 重大 or two 较大 (defaults). A factor that rises from 较大 to 重大 goes on
 * counting as 较大-or-worse; otherwise one 重大 and four 较大 would be medium where five 较大 are high, and a worse matter
 * would get a better level. One 重大 and three 较大 are medium.
 */
import type { Scheme } from '../../scheme/scheme.ts'
import { degreeOf, riskDegree, type ScoredFactor } from '../composite-index.ts'
import type { RuleAnswer } from './rule-answer.ts'

/**
 * Statistics: `critical`, `major`, `majorOrWorse`, `factors`. Places: the factors that are 较大 or worse, gravest first,
 * when the level is not low.
 */
export function judgeSingleFactors(factors: readonly ScoredFactor[], scheme: Scheme): RuleAnswer {
  const { medium, high } = scheme.singleFactorRule
  const degrees = factors.map(({ name, probability, impact }) => {
    const degree = riskDegree(probability, impact)
    return { name, degree, band: degreeOf(degree, scheme) }
  })
  const severe = degrees
    .filter(({ band }) => band === 'major' || band === 'critical')
    .toSorted((a, b) => b.degree - a.degree)
  const critical = severe.filter(({ band }) => band === 'critical').length
  const reached = (from: typeof medium) => critical >= from.critical || severe.length >= from.majorOrWorse
  const level = reached(high) ? 'high' : reached(medium) ? 'medium' : 'low'
  return {
    rule: 'single-factor',
    level,
    statistics: {
      critical,
      major: severe.length - critical,
      majorOrWorse: severe.length,
      factors: factors.length,
    },
    ...(level === 'low' ? {} : { places: severe.map(({ name }) => name) }),
  }
}
