import type { Messages } from '../messages.ts'
import type { issues as original } from '../zh-CN/issues.ts'

export const issues: Messages<typeof original> = {
  required: 'This is required.',
  'too-long': 'Too long; please shorten.',
  'too-large': 'The number is too large.',
  'too-many': 'Too many entries.',
  'not-a-number': 'Enter a number.',
  'not-whole': 'Enter a whole number.',
  negative: 'Must not be negative.',
  'out-of-range': 'Outside the allowed range.',
  'not-a-date': 'Enter a date such as 2026-11-23.',
  'fewer-persons-than-households': 'There cannot be fewer persons than households.',
  'reduction-without-measure':
    'A residual value below the initial one needs a registered measure with its owner, deadline and evidence.',
  'unknown-indicator': 'No such indicator.',
  'duplicate-name': 'This name is used twice.',
  'duplicate-question': 'This question id is used twice.',
  'duplicate-option': 'An option is given twice.',
  'too-few-options': 'At least two options are needed.',
  'too-many-options': 'Too many options.',
  'no-questions': 'At least one question is needed.',
  'bad-id': 'Ids may hold letters, digits, hyphens and underscores only.',
  'index-needs-one-question': 'This index must name exactly one question.',
  'index-unknown-question': 'The index names a question that does not exist.',
  'index-question-not-countable': 'An index can use single-choice or scale questions only.',
  'index-unknown-option': 'The index names an option that the question does not have.',
  'years-not-consecutive': 'Years must follow one another.',
  'bad-username': 'A username has 3 to 32 lower-case letters, digits, dots, hyphens or underscores.',
  'password-too-short': 'A password needs at least 12 characters.',
  invalid: 'Not valid.',
}
