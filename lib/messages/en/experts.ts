import type { Messages } from '../messages.ts'
import type { experts as original } from '../zh-CN/experts.ts'

export const experts: Messages<typeof original> = {
  title: 'Experts’ scores',
  lead: 'Each expert fills in a sheet with likelihood p and impact q of every factor. The index is still computed from the registered values; how far the experts lie apart tests whether the level can be relied on, and is printed in the report.',
  link: 'Experts’ scores',
  add: 'Register a sheet',
  emptyTitle: 'No expert has scored yet',
  empty:
    'Let every expert score alone first and talk afterwards. A panel has at least {n} experts. A factor outside somebody’s field stays empty, which is better than a guess. Register the field of work, not the name.',
  sheets: 'Sheets',
  sheetsExplain: 'Numbered in the order they were registered.',
  expert: 'Expert',
  judged: 'Factors scored',
  seat: 'Expert {n} ({field})',
  edit: 'Change',
  look: 'Open',
  openNamed: 'Open the sheet of expert {n}',
  remove: 'Delete',
  removeNamed: 'Delete the sheet of expert {n}',
  removeTitle: 'Delete this sheet?',
  removeText:
    'All scores of expert {n} ({field}) will be deleted and cannot be restored. The deletion is recorded.',
  removed: 'Sheet deleted.',
  saved: 'Sheet saved.',
  few: 'There {n, plural, one {is {n} sheet} other {are {n} sheets}}; the scheme asks for a panel of at least {fewest}. With fewer the level is not tested by them.',
  factor: 'Risk factor',
  initial: 'Before measures',
  residual: 'After measures',
  parts: {
    initialProbability: 'Likelihood p',
    initialImpact: 'Impact q',
    residualProbability: 'Likelihood p',
    residualImpact: 'Impact q',
  },
  place: '{factor}, {stage}, {part}',
  sheet: {
    new: 'New sheet',
    heading: 'Sheet',
    explain:
      'Likelihood and impact lie between 0 and 1. The office’s own values are not shown, so that nobody repeats them. Give both p and q of a factor, or neither.',
    field: 'Field of work',
    fieldHelp: 'For example environmental engineering, petitions law, geotechnics. No name.',
    save: 'Save the sheet',
  },
  spread: {
    heading: 'Where each factor was put',
    explain:
      'Risk degree R = p × q; the line runs from 0 to 1. The wider apart the dots, the less the experts agree; a diamond to one side means that the office judged otherwise than they did.',
    expert: 'Expert',
    office: 'Registered',
    stage: 'Stage',
    line: 'R',
    median: 'Median',
    range: 'Lowest to highest',
    n: 'Experts',
  },
  agreement: {
    heading: 'Do the experts agree?',
    explain:
      'Kendall’s W asks whether they put the factors in the same order: 1 is full agreement, 0 none. Krippendorff’s α asks whether they gave the same values: 0 is as good as chance.',
    of: '{stage}, {part}',
    what: 'Scores',
    w: 'W',
    p: 'p of W',
    alpha: 'α',
    incomplete: 'Some factor has no expert’s score yet; nothing can be computed.',
  },
}
