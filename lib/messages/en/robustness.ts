import type { Messages } from '../messages.ts'
import type { robustness as original } from '../zh-CN/robustness.ts'

export const robustness: Messages<typeof original> = {
  heading: 'Robustness of the level',
  explain:
    'What nobody can be quite sure of is changed one thing at a time: does the level after measures change with it?',
  levels: { low: 'low risk', medium: 'medium risk', high: 'high risk' },
  stable: 'stays',
  turns: 'changes',
  unknown: 'not tested',
  separator: '; ',
  weights: {
    heading: 'Weights ±20%',
    stable: '{n} trials, all {level}.',
    hidden: 'The composite index rule changes at times, but other rules decide the level.',
    turns: 'The level changes with: {list}.',
    shift: '“{name}” weighted 20% {direction, select, up {more} other {less}}: {level}',
    refused: 'Weights are missing or do not add up to 1.',
  },
  tipping: {
    heading: 'Values of single factors',
    stable: 'No factor’s likelihood or impact alone changes the level, whatever its value.',
    turns:
      '{n, plural, one {# factor turns} other {# factors each turn}} the level alone; the nearest turning points are below.',
    caption: 'Values that turn the level, nearest to the present value first',
    factor: 'Risk factor',
    probability: 'Likelihood p',
    impact: 'Impact q',
    now: 'Now',
    turn: 'Turning point',
    difference: 'Change',
    worse: '{at} or more: level rises',
    better: '{at} or less: level falls',
    more: 'The nearest {shown} of {all}.',
    refused: 'There is no level.',
  },
  silence: {
    heading: 'All silent households opposed',
    answer:
      'Were the {silent} households without a valid answer all opposed, opposition would be {share} and the level {level}.',
    answerNoShare:
      'Were the {silent} households without a valid answer all opposed, the level would be {level}.',
    bound: 'This is the most that silence can do, not a judgement of what they think.',
    nobody: 'No household was silent.',
    'no-survey': 'There is no survey that measures opposition.',
    refused:
      'A group has more valid answers than registered households, or no households, so this cannot be worked out.',
    few: 'Too few valid answers; withheld to protect the respondents.',
  },
  panel: {
    heading: 'Disagreement among experts',
    none: 'No panel of experts has scored the factors.',
    stable: 'A panel of {n}: {level} by the median, and by the median without any one of them.',
    turns: 'A panel of {n}: {level} by the median; {list}.',
    without: 'without expert {n} {level}',
    shares:
      'In {draws} draws from the experts’ scores: low risk {low}, medium risk {medium}, high risk {high}.',
    refused: 'The panel’s scores are incomplete.',
  },
}
