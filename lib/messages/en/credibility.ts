import type { Messages } from '../messages.ts'
import type { credibility as original } from '../zh-CN/credibility.ts'

export const credibility: Messages<typeof original> = {
  heading: 'Credibility checks',
  explain:
    'Every survey goes through the same ten checks; none can be switched off. They say how likely something is, not why it happened, and are about no one in particular.',
  flagged:
    '{n, plural, one {# check needs} other {# checks need}} an explanation. Verify each finding and explain it in the report.',
  noticed: '{n, plural, one {# check deserves} other {# checks deserve}} attention.',
  clear:
    '{made, plural, one {The # check that was made} other {The # checks that were made}} found nothing unusual.',
  unmade:
    '{n, plural, one {# check} other {# checks}} could not be made for want of records. Not checked does not mean nothing is wrong.',
  none: 'No valid answers to an item that measures opposition, so credibility was not checked. Not checked does not mean nothing is wrong.',
  refused: 'The counts of the survey are inconsistent or incomplete; credibility was not checked.',
  columns: { check: 'Check', finding: 'Finding', chance: 'p-value' },
  notChecked: 'not checked',
  noChance: 'none',
  below: 'below {p}',
  note: 'The p-value is the probability that an honest survey looks as unusual or more so, corrected for the number of places and checks; it is therefore larger than the chance in the sentence. Below {p} an explanation is needed.',
}
