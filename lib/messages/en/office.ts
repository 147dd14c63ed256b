import type { Messages } from '../messages.ts'
import type { office as original } from '../zh-CN/office.ts'

export const office: Messages<typeof original> = {
  title: 'Office view',
  lead: 'All assessments of this office together: what is about to be late, what was not answered, whether the level is always the same. Examples are left out.',
  emptyTitle: 'No assessments yet',
  emptyBody:
    'Once matters are registered, their state, notices about to end and the levels over time are shown here.',
  stats: {
    assessments: 'Assessments',
    given: 'With a verdict',
    answered: 'Opinions answered',
    overdue: 'Overdue measures and disputes',
  },
  onlyLow: {
    title: 'All {n} levels of this office are low',
    body: 'In one province 58 of 3,389 assessments were suspended (1.7 %). At that rate the chance of none in {n} is {chance}; but {n} alone only show that at most {atMost} are not low (95 % limit). Were all matters easy, or was nobody looking?',
  },
  levels: {
    title: 'Levels over time',
    chart: 'Levels by the quarter of registration: {quarters}',
    counts: '{quarter} low {low}, medium {medium}, high {high}',
    none: 'No assessment has a level yet.',
    quarter: 'Quarter',
  },
  table: {
    title: 'Assessments',
    matter: 'Matter',
    level: 'Level',
    progress: 'Progress',
    steps: '{done} of {total} steps',
    stage: 'Approval',
    notFrozen: 'not frozen',
    voided: 'approval void',
    warnings: 'Warnings',
    verdict: 'Verdict',
    given: 'given',
    notGiven: 'open',
    opinions: 'Opinions (answered / all)',
    overdue: 'Overdue (measures / disputes)',
    clocks: 'Due within {days} days',
    none: '—',
    reassess: 'to be assessed anew',
  },
}
