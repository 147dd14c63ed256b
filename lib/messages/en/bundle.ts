import type { Messages } from '../messages.ts'
import type { bundle as original } from '../zh-CN/bundle.ts'

export const bundle: Messages<typeof original> = {
  title: 'Recompute a verification bundle',
  lead: 'Choose a verification bundle (.zip). This page computes every figure in it again with the public engine and compares it to the last digit.',
  private:
    'The file is opened on your device only and not uploaded; the code computed from it is looked up once in the register of this site.',
  choose: 'Choose a bundle',
  drop: 'Or drop the file here.',
  working: 'Recomputing …',
  needScript:
    'Recomputing happens in the browser and needs scripts. On the command line: npm run recompute -- bundle.zip',
  again: 'Another file',
  sound: 'All the same: {count} figures recomputed as stored.',
  unsound: 'Not the same: {different} figures differ, and the bundle has {faults} faults.',
  soundPublic:
    'All {count} figures that can be recomputed are the same; {left} cannot be, because small counts are left out. They are listed below.',
  standing: {
    code: 'Code computed from this bundle',
    compare:
      'Compare it with the code in the foot of every page of the report. If they differ, this is not the bundle of that report.',
    registered: 'As registered here: this is the bundle of the frozen report; it was not replaced.',
    differs:
      'Not as registered here: something else is registered under this code. The bundle was altered or made anew.',
    unknown:
      'Nothing is registered here under this code. That the figures agree with each other shows no more than that; a bundle made anew as a whole would do the same.',
    unreachable:
      'The register of this site cannot be reached. That the figures agree with each other shows no more than that; compare the code with the paper.',
    draft: 'A bundle that is not frozen has no code, and there is no paper to hold it against.',
    fileDigest: 'Digest of the file (SHA-256)',
    open: 'Show the registered figures and their standing',
  },
  facts: {
    heading: 'This bundle',
    matter: 'Matter',
    kind: 'Kind',
    version: 'Frozen version',
    engine: 'Engine version',
    scheme: 'Scheme',
    caseDigest: 'Digest of the case',
    draft: 'not frozen',
    frozen: 'version {version} (frozen on {day})',
  },
  kind: { archive: 'archive bundle', public: 'public bundle' },
  faults: {
    heading: 'Faults of the bundle',
    'file-altered': '{name} was altered: it does not have the digest that the manifest names.',
    'case-digest': 'The case does not have the digest that the manifest names.',
    receipts: 'The receipts do not give the root that the report prints.',
    'receipt-count': 'There are not as many receipts as responses.',
    tallies: 'The counts of the survey do not agree with the case.',
    scheme: 'The rule set is not the one of that name that comes with this engine.',
    withheld: 'What is left out does not follow from the counts: something is missing that should be given.',
    'carries-more': 'The bundle holds parts of the case that may not be public.',
    'engine-version':
      'This bundle was computed by engine {stored}, this is {ours}; differences may come from that.',
  },
  refusals: {
    'not-a-zip':
      'This is not a whole verification bundle: the file cannot be opened, or it was cut off on the way.',
    'bundle-too-large': 'Unpacked, the file is too large to be a verification bundle.',
    'foreign-file': 'There is a file in it that belongs to no bundle: {name}.',
    'file-missing': '{name} is missing.',
    'manifest-malformed': 'manifest.json is not a manifest of this format.',
    'file-malformed': '{name} is not readable JSON.',
    'case-malformed': 'The case is incomplete or contradicts itself and cannot be computed.',
    unreadable: 'The file cannot be read.',
  },
  figures: {
    different: 'Figures that differ',
    all: 'All figures ({count})',
    left: 'Figures that cannot be recomputed',
    outside: 'Parts of the case that are not in a public bundle',
    outsideWhy:
      'They hold persons, counts of a few people, or texts of the office; no public bundle holds them. Named as in the case file.',
    leftWhy:
      'A public bundle leaves out counts that could tell how a few people answered. These figures rest on them; whoever holds the archive bundle can recompute them.',
    path: 'Figure',
    stored: 'stored',
    recomputed: 'recomputed',
    absent: '(none)',
    same: 'same',
    differs: 'differs',
  },
  names: {
    credibility: 'credibility checks of the survey',
    'evidenced-level': 'level by measures proven',
    'initial-level': 'level before measures',
    'initial-robustness': 'robustness of the level before measures',
    'residual-level': 'level after measures',
    'residual-robustness': 'robustness of the level after measures',
    'survey-oppositionByGroup': 'opposition by group',
    'survey-indices-satisfaction': 'satisfaction',
    'survey-indices-support': 'support',
    'survey-indices-confidence': 'confidence',
    'survey-indices-opposition': 'opposition',
    'survey-questions': 'question of the survey',
    verdict: 'verdict',
    caseDigest: 'digest of the whole case',
  },
  command: {
    usage: 'usage: npm run recompute -- bundle.zip [--code CODE-ON-PAPER]',
    codeMistyped:
      'The code {code} was copied wrongly: type it again from the foot of the report (12 characters).',
    codeSame: 'the code is the one on the paper: {code}',
    codeDiffers:
      'the code differs: {asked} on the paper, {code} for this bundle. It is not the bundle of that report.',
    codeStated:
      'A public bundle does not hold the whole case; its code is taken from the manifest and not proven by it. Look the report up on the verification page and compare the digest of its public bundle.',
    codeUnchecked:
      'not held against paper: a bundle made anew as a whole agrees with itself as well. Compare the code with the foot of the report, or add --code CODE-ON-PAPER.',
    cannotRead: 'cannot read {file}',
    sound: 'the same: {count} figures',
    unsound: 'not the same: {different} figures, {faults} faults',
  },
}
