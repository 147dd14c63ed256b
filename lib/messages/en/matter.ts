import type { Messages } from '../messages.ts'
import type { matter as original } from '../zh-CN/matter.ts'

export const matter: Messages<typeof original> = {
  newTitle: 'New assessment',
  newLead:
    'Register the matter first. Everything can be changed later; the workbench then lists the steps ahead.',
  create: 'Register the matter',
  title: 'Matter',
  lead: 'The matter and the groups it affects are the common ground of every later step.',
  basics: 'The matter',
  fields: {
    kind: 'Kind of matter',
    title: 'Title',
    decisionBody: 'Decision body',
    assessor: 'Assessor',
    implementer: 'Implementer',
    area: 'Area concerned',
    summary: 'Summary',
  },
  hints: {
    kind: 'Decides which sampling floors and notice periods apply.',
    title: 'As in the paper to be approved, e.g. “Widening of … Road”.',
    roles:
      'Three separate roles: the decision body decides, the assessor judges the risk independently, the implementer carries the matter out and its measures.',
    decisionBody: 'The authority that may decide, e.g. the county government.',
    assessor: 'The body that runs the assessment and answers for it, preferably not the implementer.',
    implementer: 'The body that builds or carries out.',
    area: 'Districts, villages, communities or radius affected, e.g. “three villages of Qinglong town”.',
    summary:
      'What, why and when, which compensation, and whom it may affect. Please state adverse effects as they are.',
  },
  kindHints: {
    decision: 'e.g. a change of districts or public services',
    policy: 'e.g. prices, social security, school districts',
    project: 'e.g. land acquisition, a road, a waste plant',
    event: 'e.g. a rally, a fair, a race',
  },
  sameBody: {
    title: 'Assessor and implementer are the same',
    body: 'The implementing body would assess itself. The rules allow it, but the report will declare a conflict of interest. Where possible, commission another assessor.',
  },
  groups: {
    title: 'Stakeholder groups',
    lead: 'Divide people by place and interest, and register households and persons; never a name. Each group later has its own survey link and its own share of opposition.',
    locked:
      'A survey is open, so the groups cannot change: each one is a survey link and a stratum, and a change midway would distort the shares. If they must, add a group when this survey is closed, or conduct another one.',
    askedCounting:
      'The groups that took part in the survey are the strata of the results in force and stay as they were when it was closed. A group that was forgotten can be added; it must then be heard in another way. To correct households or persons, begin another survey first.',
    askedBefore:
      'Groups that took part in a survey can be neither removed nor renamed; their households and persons can be corrected for the new one. Earlier results keep the numbers they were closed with.',
    surveyed: 'Took part in a survey; cannot be removed or renamed',
    weighs: 'Stratum of the results in force; cannot be changed',
    name: 'Name of the group',
    namePlaceholder: 'e.g. households of Sangke losing land',
    effect: 'Effect',
    direct: 'Direct',
    indirect: 'Indirect',
    households: 'Households',
    persons: 'Persons',
    add: 'Add a group',
    remove: 'Remove',
    removeNamed: 'Remove group “{name}”',
    removeTitle: 'Remove this group?',
    removeBody:
      'This removes “{name}” ({households, plural, one {{households} household} other {{households} households}}, {persons, plural, one {{persons} person} other {{persons} persons}}). Until you save, “Discard changes” brings it back.',
    unnamed: 'unnamed',
    total: 'Total',
    ofWhichDirect: 'of which direct',
    householdsValue: '{n, plural, one {# household} other {# households}}',
    personsValue: '{n, plural, one {# person} other {# persons}}',
    row: 'Group {n}',
    save: 'Save groups',
    emptyTitle: 'No groups registered yet',
    emptyBody:
      'Whose house, land, income, travel or surroundings will change? Who lives, trades or goes to school nearby? Register those affected directly first, then the others. A group that is left out is a view that is left out.',
    addFirst: 'Add the first group',
  },
  remove: {
    title: 'Delete the assessment',
    lead: 'Deletes the case file, findings, risk factors, cash flows and all answers. This cannot be undone. The deletion itself is recorded.',
    action: 'Delete this assessment',
    confirmTitle: 'Delete “{title}”?',
    confirmBody:
      'This permanently deletes {groups, plural, one {{groups} group} other {{groups} groups}}, {findings, plural, one {{findings} finding} other {{findings} findings}}, {factors, plural, one {{factors} risk factor} other {{factors} risk factors}} and {responses, plural, one {{responses} answer} other {{responses} answers}}. It cannot be undone.',
    confirm: 'Delete permanently',
  },
  scheme: {
    heading: 'Scheme',
    help: 'The scheme sets the rules of the level, the clocks of notices, the floors of samples and the size of expert panels. After a change every result is computed by the new scheme, and frozen versions become void.',
    label: 'Scheme that applies',
    version: 'version {version}, from {day}',
    rules: '{n, plural, one {# direct condition} other {# direct conditions}}',
    noRules: 'no direct conditions',
    lost: 'What was examined for the direct conditions will be cleared and has to be examined again.',
    save: 'Save the scheme',
    saved: 'Scheme saved.',
  },
}
