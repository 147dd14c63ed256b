import { describe, expect, test } from 'vitest'
import { ROLES, type Role } from '../assessment/access.ts'
import {
  APPROVAL_STATES,
  type ApprovalCase,
  type ApprovalState,
  decisionOf,
  obstacle,
  panelOf,
  proveStep,
  rolesFor,
  type StageStep,
  type Step,
  standings,
  stateOf,
  stepShape,
  type TakenStep,
} from './workflow.ts'

let people = 0
const actor = (role: Role, id = `p${people++}`) => ({ id, name: id, role })
const taken = (step: Step, role: Role, id?: string): TakenStep => {
  const { id: actorId, name: actorName } = actor(role, id)
  return { step, actorId, actorName, role, takenOn: '2026-11-20' }
}

const PASS: Step = { kind: 'pass-review', interest: 'none', remarks: '' }
const BACK: Step = { kind: 'send-back', interest: 'none', reason: '权重依据不足' }
const AGREE: Step = { kind: 'give-opinion', interest: 'none', opinion: 'agree', grounds: '' }
const DISSENT: Step = { kind: 'give-opinion', interest: 'none', opinion: 'dissent', grounds: '补偿标准偏低' }
const CLOSE: Step = { kind: 'close-panel', interest: 'none' }
const DECIDE: Step = {
  kind: 'decide',
  interest: 'none',
  decision: 'implement',
  conditions: '',
  dissentAnswer: '',
}
const FILE: Step = { kind: 'file', filingNumber: '稳评备〔2026〕3号', filedOn: '2026-11-21' }
const ARCHIVE: Step = { kind: 'archive', place: '县档案馆' }
const ASIDE: Step = { kind: 'step-aside', grounds: '' }
const withdraw = (seq: number): Step => ({ kind: 'withdraw', seq, reason: '签错了' })
const STEPS: Readonly<Record<StageStep, Step>> = {
  'pass-review': PASS,
  'send-back': BACK,
  'give-opinion': AGREE,
  'close-panel': CLOSE,
  decide: DECIDE,
  file: FILE,
  archive: ARCHIVE,
  'step-aside': ASIDE,
}

const reviewed = [taken(PASS, 'reviewer', 'r')]
const heard = [...reviewed, taken(AGREE, 'expert'), taken(AGREE, 'expert'), taken(AGREE, 'expert')]
const advised = [...heard, taken(CLOSE, 'reviewer', 'r')]
const decided = [...advised, taken(DECIDE, 'decider')]
const filed = [...decided, taken(FILE, 'assessor')]
const archived = [...filed, taken(ARCHIVE, 'assessor')]
/** A way into every state. */
const WAYS_TO: Readonly<Record<ApprovalState, readonly TakenStep[]>> = {
  'internal-review': [],
  'expert-panel': heard,
  decision: advised,
  filing: decided,
  archiving: filed,
  archived,
  'sent-back': [taken(BACK, 'reviewer')],
}

const at = (steps: readonly TakenStep[], over: Partial<ApprovalCase> = {}): ApprovalCase => ({
  steps,
  editorIds: ['drafter'],
  voided: false,
  superseded: false,
  allowed: ['implement', 'partial', 'defer', 'reject'],
  fewestExperts: 3,
  today: '2026-11-30',
  ...over,
})
const reasonOf = (result: ReturnType<typeof proveStep>) => (result.ok ? 'taken' : result.reason)

/** The whole machine, written down a second time: state, step, roles that take it. */
const TABLE: readonly (readonly [ApprovalState, StageStep, readonly Role[]])[] = [
  ['internal-review', 'step-aside', ['reviewer']],
  ['expert-panel', 'step-aside', ['expert', 'reviewer']],
  ['decision', 'step-aside', ['decider']],
  ['internal-review', 'pass-review', ['reviewer']],
  ['internal-review', 'send-back', ['reviewer']],
  ['expert-panel', 'give-opinion', ['expert']],
  ['expert-panel', 'close-panel', ['reviewer']],
  ['expert-panel', 'send-back', ['reviewer']],
  ['decision', 'decide', ['decider']],
  ['decision', 'send-back', ['decider']],
  ['filing', 'file', ['assessor', 'administrator']],
  ['archiving', 'archive', ['assessor', 'administrator']],
]

describe('every state, step and role', () => {
  for (const state of APPROVAL_STATES) {
    test(state, () => {
      expect(stateOf(WAYS_TO[state])).toBe(state)
      for (const kind of Object.keys(STEPS) as StageStep[]) {
        const row = TABLE.find(([from, step]) => from === state && step === kind)
        expect(rolesFor(state, kind)).toEqual(row?.[2] ?? [])
        for (const role of ROLES) {
          const result = proveStep(actor(role), STEPS[kind], at(WAYS_TO[state]))
          const expected = row?.[2].includes(role) ? 'taken' : row ? 'not-your-step' : 'step-out-of-order'
          expect(reasonOf(result), `${role} ${kind}`).toBe(expected)
        }
      }
    })
  }
})

describe('the same hand holds no two stamps', () => {
  test('who drafted or edited may not review, advise or decide, but may file', () => {
    for (const [steps, step, role] of [
      [[], PASS, 'reviewer'],
      [[], BACK, 'reviewer'],
      [reviewed, AGREE, 'expert'],
      [advised, DECIDE, 'decider'],
    ] as const)
      expect(reasonOf(proveStep(actor(role, 'drafter'), step, at(steps)))).toBe('drafter-may-not-approve')
    expect(reasonOf(proveStep(actor('assessor', 'drafter'), FILE, at(decided)))).toBe('taken')
  })

  test('an account whose role was changed in between is still the same person', () => {
    expect(reasonOf(proveStep(actor('decider', 'r'), DECIDE, at(advised)))).toBe('two-stamps')
    const expert = heard[1]!.actorId
    expect(reasonOf(proveStep(actor('reviewer', expert), CLOSE, at(heard)))).toBe('two-stamps')
    expect(reasonOf(proveStep(actor('expert', 'r'), AGREE, at(reviewed)))).toBe('two-stamps')
    expect(reasonOf(proveStep(actor('expert', expert), AGREE, at(heard)))).toBe('opinion-given')
  })
})

describe('conflicts of interest', () => {
  test('every judgement is signed with the declaration, and none can be signed with a conflict', () => {
    for (const step of [PASS, BACK, AGREE, CLOSE, DECIDE]) {
      expect(stepShape.safeParse(step).success, step.kind).toBe(true)
      expect(stepShape.safeParse({ ...step, interest: 'conflict' }).success, step.kind).toBe(false)
      const { interest: _, ...undeclared } = step as typeof PASS & { interest: string }
      expect(stepShape.safeParse(undeclared).success, step.kind).toBe(false)
    }
  })

  test('whoever stepped aside takes no judging step of this version, and others still do', () => {
    const cases = [
      [[taken(ASIDE, 'reviewer', 'c')], [PASS, BACK], 'reviewer'],
      [[...heard, taken(ASIDE, 'reviewer', 'c')], [CLOSE, BACK], 'reviewer'],
      [[...reviewed, taken(ASIDE, 'expert', 'c')], [AGREE], 'expert'],
      [[...advised, taken(ASIDE, 'decider', 'c')], [DECIDE, BACK], 'decider'],
    ] as const
    for (const [steps, judging, role] of cases)
      for (const step of [...judging, ASIDE]) {
        expect(reasonOf(proveStep(actor(role, 'c'), step, at(steps))), step.kind).toBe('conflict-declared')
        expect(reasonOf(proveStep(actor(role), step, at(steps))), step.kind).toBe('taken')
      }
  })

  test('stay a conflict when the account gets another role', () => {
    const steps = [...advised.slice(0, 1), taken(ASIDE, 'expert', 'c'), ...advised.slice(1)]
    expect(reasonOf(proveStep(actor('decider', 'c'), DECIDE, at(steps)))).toBe('conflict-declared')
  })

  test('moves nothing, and takes with it what was signed before', () => {
    expect(stateOf([taken(ASIDE, 'reviewer')])).toBe('internal-review')
    // A reviewer who finds out after passing: the version is to be reviewed by somebody else.
    const late = [...heard, taken(ASIDE, 'reviewer', 'r')]
    expect(stateOf(late)).toBe('internal-review')
    expect(standings(late)[0]).toBe('stepped-aside')
    const again = [...late, taken(PASS, 'reviewer', 'r2')]
    expect(stateOf(again)).toBe('expert-panel')
    expect(reasonOf(proveStep(actor('reviewer', 'r2'), CLOSE, at(again)))).toBe('taken')
    const expert = heard[1]!.actorId
    const fewer = [...heard, taken(ASIDE, 'expert', expert)]
    expect(panelOf(fewer)).toHaveLength(2)
    expect(reasonOf(proveStep(actor('reviewer', 'r'), CLOSE, at(fewer)))).toBe('panel-too-small')
  })
})

describe('a signature', () => {
  const by = (steps: readonly TakenStep[], seq: number) =>
    actor(steps[seq - 1]!.role, steps[seq - 1]!.actorId)
  const reasonFor = (steps: readonly TakenStep[], seq: number, over: Partial<ApprovalCase> = {}) =>
    reasonOf(proveStep(by(steps, seq), withdraw(seq), at(steps, over)))
  const without = (steps: readonly TakenStep[], seq: number) => [
    ...steps,
    taken(withdraw(seq), steps[seq - 1]!.role, steps[seq - 1]!.actorId),
  ]

  test('is withdrawn by its signer while nobody has built on it, and the state goes back', () => {
    expect(reasonFor(reviewed, 1)).toBe('taken')
    expect(stateOf(without(reviewed, 1))).toBe('internal-review')
    expect(reasonFor(advised, 5)).toBe('taken')
    expect(stateOf(without(advised, 5))).toBe('expert-panel')
    expect(reasonFor(decided, 6)).toBe('taken')
    expect(decisionOf(without(decided, 6))).toBeNull()
    expect(stateOf(without(decided, 6))).toBe('decision')
    expect(reasonFor(filed, 7)).toBe('taken')
    expect(stateOf(without([taken(BACK, 'reviewer')], 1))).toBe('internal-review')
  })

  test('of an expert stands beside the others; each can be withdrawn until the panel is closed, and given anew', () => {
    for (const seq of [2, 3, 4]) expect(reasonFor(heard, seq)).toBe('taken')
    const fewer = without(heard, 3)
    expect(panelOf(fewer)).toHaveLength(2)
    expect(reasonOf(proveStep(by(heard, 3), DISSENT, at(fewer)))).toBe('taken')
    expect(reasonFor(advised, 3)).toBe('built-upon')
  })

  test('that others have built on stays', () => {
    expect(reasonFor(heard, 1)).toBe('built-upon')
    expect(reasonFor(decided, 5)).toBe('built-upon')
    expect(reasonFor(filed, 6)).toBe('built-upon')
    const sentBack = [taken(BACK, 'reviewer')]
    expect(reasonFor(sentBack, 1)).toBe('taken')
    expect(reasonFor(sentBack, 1, { voided: true })).toBe('built-upon')
    expect(reasonFor(decided, 6, { superseded: true })).toBe('version-superseded')
  })

  test('is nobody else’s to withdraw, and a withdrawal or a declared conflict is nobody’s', () => {
    expect(reasonOf(proveStep(actor('reviewer', 'other'), withdraw(1), at(reviewed)))).toBe(
      'not-your-signature',
    )
    const withdrawn = without(reviewed, 1)
    expect(reasonFor(withdrawn, 1)).toBe('already-withdrawn')
    expect(reasonFor(withdrawn, 2)).toBe('not-withdrawable')
    expect(reasonFor([taken(ASIDE, 'reviewer')], 1)).toBe('not-withdrawable')
    expect(reasonOf(proveStep(actor('reviewer', 'r'), withdraw(9), at(reviewed)))).toBe('step-out-of-order')
    expect(stepShape.safeParse({ ...withdraw(1), reason: ' ' }).success).toBe(false)
  })
})

describe('the decision', () => {
  test('is one of those that the verdicts leave open', () => {
    const narrow = at(advised, { allowed: ['defer', 'reject'] })
    expect(reasonOf(proveStep(actor('decider'), DECIDE, narrow))).toBe('decision-not-allowed')
    expect(reasonOf(proveStep(actor('decider'), { ...DECIDE, decision: 'defer' } as Step, narrow))).toBe(
      'taken',
    )
  })

  test('to go ahead against an expert’s dissent answers it', () => {
    const dissented = [
      ...reviewed,
      taken(DISSENT, 'expert'),
      ...heard.slice(1),
      taken(CLOSE, 'reviewer', 'r'),
    ]
    expect(reasonOf(proveStep(actor('decider'), DECIDE, at(dissented)))).toBe('dissent-unanswered')
    const answered = { ...DECIDE, dissentAnswer: '已按新标准调整' } as Step
    expect(reasonOf(proveStep(actor('decider'), answered, at(dissented)))).toBe('taken')
    expect(
      reasonOf(proveStep(actor('decider'), { ...DECIDE, decision: 'reject' } as Step, at(dissented))),
    ).toBe('taken')
  })

  test('in part names its conditions', () => {
    const partial = { ...DECIDE, decision: 'partial' } as Step
    expect(reasonOf(proveStep(actor('decider'), partial, at(advised)))).toBe('conditions-missing')
  })
})

describe('a version that no longer holds', () => {
  test('is neither judged nor filed; what was filed is kept', () => {
    for (const over of [{ voided: true }, { superseded: true }]) {
      const expected = 'voided' in over ? 'version-voided' : 'version-superseded'
      expect(obstacle(actor('reviewer'), 'pass-review', at([], over))).toBe(expected)
      expect(obstacle(actor('reviewer'), 'step-aside', at([], over))).toBe(expected)
      expect(obstacle(actor('decider'), 'decide', at(advised, over))).toBe(expected)
      expect(obstacle(actor('assessor'), 'file', at(decided, over))).toBe(expected)
      expect(obstacle(actor('assessor'), 'archive', at(filed, over))).toBeNull()
    }
  })
})

test('a filing bears a day between the decision and today', () => {
  const onDay = (filedOn: string) =>
    proveStep(actor('assessor'), { ...FILE, filedOn } as Step, at(decided, { today: '2026-11-25' }))
  expect(onDay('2026-11-19')).toMatchObject({
    reason: 'filed-before-decision',
    details: { decidedOn: '2026-11-20' },
  })
  expect(reasonOf(onDay('2026-11-20'))).toBe('taken')
  expect(reasonOf(onDay('2026-11-25'))).toBe('taken')
  expect(onDay('2026-11-26')).toMatchObject({ reason: 'filed-in-future', details: { today: '2026-11-25' } })
})

test('a dissent or a condition without grounds is not taken in', () => {
  expect(stepShape.safeParse({ ...DISSENT, grounds: ' ' }).success).toBe(false)
  expect(stepShape.safeParse({ kind: 'decide', decision: 'approve' }).success).toBe(false)
  expect(stepShape.safeParse({ ...BACK, reason: '' }).success).toBe(false)
})
