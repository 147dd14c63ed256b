/**
 * Bursts: one day brings more answers than all the others would lead to expect.
 *
 * Answers trickle in: many at first, fewer later, more at weekends. How much they vary is read from the survey itself,
 * day by day on the square-root scale, where counts scatter evenly. A day far outside the scatter of the others may be
 * the day of a reminder or of a village meeting, and then the report should say so; or the day on which somebody
 * filled in the forms.
 */
import { meanOf, sum, varianceOf } from '../../statistics/descriptive.ts'
import { tUpper } from '../../statistics/distributions.ts'
import type { SurveyEvidence } from './evidence.ts'
import { type Finding, findingsOver, notApplicable } from './finding.ts'

const FEWEST_DAYS = 5
const FEWEST_ANSWERS = 30
/** The standard deviation of √(Poisson + 3/8) is 1/2 (Anscombe 1948): no series of counts scatters less by chance. */
const POISSON_SPREAD = 0.5

/**
 * For each day: t = (y - ȳ_others)/(s_others·√(1 + 1/(D-1))) with y = √(answers + 3/8) and s ≥ 1/2, against Student's t
 * with D - 2 degrees of freedom, one-sided; Bonferroni over the days. Not applicable below 5 days or 30 answers.
 */
export function checkTimeBursts(evidence: SurveyEvidence): Finding[] {
  const days = evidence.perDay ?? []
  const total = sum(days.map((day) => day.answers))
  if (days.length < FEWEST_DAYS || total < FEWEST_ANSWERS) {
    return notApplicable('time-bursts', ['five-days-thirty-answers'])
  }
  const heights = days.map((day) => Math.sqrt(day.answers + 3 / 8))
  return findingsOver(
    days.map(({ day, answers }, i) => {
      const others = heights.toSpliced(i, 1)
      const spread = Math.max(POISSON_SPREAD, Math.sqrt(varianceOf(others)))
      const t = (heights[i]! - meanOf(others)) / (spread * Math.sqrt(1 + 1 / others.length))
      return {
        check: 'time-bursts',
        found: 'one-day-stands-out',
        clean: 'days-comparable',
        pValue: tUpper(t, days.length - 2),
        basis: 'own-scatter',
        statistics: { answers, total, days: days.length, usual: (total - answers) / others.length },
        place: day,
      }
    }),
  )
}
