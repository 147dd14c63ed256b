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
  type Step,
  type StepKind,
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
const BACK: Step = { kind: 'send-back', reason: '权重依据不足' }
const AGREE: Step = { kind: 'give-opinion', interest: 'none', opinion: 'agree', grounds: '' }
const DISSENT: Step = { kind: 'give-opinion', interest: 'none', opinion: 'dissent', grounds: '补偿标准偏低' }
const CLOSE: Step = { kind: 'close-panel' }
const DECIDE: Step = {
  kind: 'decide',
  interest: 'none',
  decision: 'implement',
  conditions: '',
  dissentAnswer: '',
}
const FILE: Step = { kind: 'file', filingNumber: '稳评备〔2026〕3号', filedOn: '2026-11-21' }
const ARCHIVE: Step = { kind: 'archive', place: '县档案馆' }
const STEPS: Readonly<Record<StepKind, Step>> = {
  'pass-review': PASS,
  'send-back': BACK,
  'give-opinion': AGREE,
  'close-panel': CLOSE,
  decide: DECIDE,
  file: FILE,
  archive: ARCHIVE,
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
  ...over,
})
const reasonOf = (result: ReturnType<typeof proveStep>) => (result.ok ? 'taken' : result.reason)

/** The whole machine, written down a second time: state, step, roles that take it. */
const TABLE: readonly (readonly [ApprovalState, StepKind, readonly Role[]])[] = [
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
      for (const kind of Object.keys(STEPS) as StepKind[]) {
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
  const ASIDE: Step = { ...AGREE, interest: 'conflict' } as Step

  test('are recorded, and the opinion does not count', () => {
    const steps = [...reviewed, taken(ASIDE, 'expert'), taken(AGREE, 'expert'), taken(AGREE, 'expert')]
    expect(panelOf(steps)).toHaveLength(2)
    expect(reasonOf(proveStep(actor('reviewer', 'r'), CLOSE, at(steps)))).toBe('panel-too-small')
  })

  test('of a reviewer or decider move nothing', () => {
    expect(stateOf([taken({ ...PASS, interest: 'conflict' } as Step, 'reviewer')])).toBe('internal-review')
    const aside = [...advised, taken({ ...DECIDE, interest: 'conflict' } as Step, 'decider')]
    expect(stateOf(aside)).toBe('decision')
    expect(decisionOf(aside)).toBeNull()
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
  test('cannot be judged, but what was decided is filed', () => {
    for (const over of [{ voided: true }, { superseded: true }]) {
      const expected = 'voided' in over ? 'version-voided' : 'version-superseded'
      expect(obstacle(actor('reviewer'), 'pass-review', at([], over))).toBe(expected)
      expect(obstacle(actor('decider'), 'decide', at(advised, over))).toBe(expected)
      expect(obstacle(actor('assessor'), 'file', at(decided, over))).toBeNull()
    }
  })
})

test('a dissent or a condition without grounds is not taken in', () => {
  expect(stepShape.safeParse({ ...DISSENT, grounds: ' ' }).success).toBe(false)
  expect(stepShape.safeParse({ ...DISSENT, grounds: ' ', interest: 'conflict' }).success).toBe(true)
  expect(stepShape.safeParse({ kind: 'decide', decision: 'approve' }).success).toBe(false)
  expect(stepShape.safeParse({ ...BACK, reason: '' }).success).toBe(false)
})
