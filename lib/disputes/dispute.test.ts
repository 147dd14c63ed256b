import { describe, expect, it, test } from 'vitest'
import {
  DISPUTE_STATES,
  type Dispute,
  type DisputeState,
  disputeShape,
  mayBeRegisteredOn,
  outcomeOf,
  STEPS,
  stepShape,
  stepsFrom,
  takeBackStep,
  takeStep,
} from './dispute.ts'
import {
  DISPUTE_COLUMNS,
  disputesOf,
  dueDisputes,
  outcomesByTrack,
  outcomesOf,
  roundShape,
  unresolvedByFactor,
  waitingDisputes,
} from './dispute-register.ts'

const TODAY = '2026-06-30'

const registered: Dispute = {
  id: 'd1',
  subject: '青苗补偿面积有争议',
  groupIds: [],
  size: '5-29',
  severity: 'general',
  registeredOn: '2026-03-01',
  roundId: null,
  factorId: 'f1',
  state: 'registered',
  track: null,
  owner: '',
  deadline: null,
  events: [],
}

const step = (over: Partial<Parameters<typeof takeStep>[1]>): Parameters<typeof takeStep>[1] => ({
  disputeId: 'd1',
  step: 'begin',
  on: '2026-03-02',
  note: '说明',
  track: null,
  owner: '',
  deadline: null,
  ...over,
})
const refer = step({ step: 'refer', track: 'people', owner: '镇调解委员会', deadline: '2026-03-20' })

function through(...steps: ReturnType<typeof step>[]): Dispute {
  return steps.reduce((dispute, each) => {
    const next = takeStep(dispute, each)
    if (!next.ok) throw new Error(next.reason)
    return next.value
  }, registered)
}

describe('the path of a dispute', () => {
  it('goes from registration through mediation to its outcome, and every step is kept', () => {
    const closed = through(
      refer,
      step({ on: '2026-03-05' }),
      step({ step: 'fail', on: '2026-03-10', note: '双方对亩数不能一致' }),
      step({
        step: 'refer',
        on: '2026-03-11',
        track: 'administrative',
        owner: '自然资源局',
        deadline: '2026-04-01',
      }),
      step({ on: '2026-03-12' }),
      step({ step: 'settle', on: '2026-03-15', note: '重新丈量，按实际面积补足' }),
      step({ step: 'close', on: '2026-03-20' }),
    )
    expect(closed).toMatchObject({ state: 'closed', track: 'administrative', owner: '自然资源局' })
    expect(closed.events.map((event) => event.step)).toEqual([
      'refer',
      'begin',
      'fail',
      'refer',
      'begin',
      'settle',
      'close',
    ])
    expect(takeStep(closed, step({ step: 'reopen', on: '2026-05-01' }))).toMatchObject({
      ok: true,
      value: { state: 'registered', track: null, deadline: null },
    })
  })

  it('ends in an agreement or without one, and closing the file makes no agreement of a failure', () => {
    const mediated = [refer, step({ on: '2026-03-05' })]
    const failed = through(...mediated, step({ step: 'fail', on: '2026-03-10' }))
    const settled = through(...mediated, step({ step: 'settle', on: '2026-03-10' }))
    const close = step({ step: 'close', on: '2026-03-12' })
    const closed = (dispute: Dispute) => {
      const next = takeStep(dispute, close)
      return next.ok ? next.value : dispute
    }
    expect([registered, failed, settled].map(outcomeOf)).toEqual(['open', 'open', 'agreed'])
    expect([failed, settled].map((dispute) => outcomeOf(closed(dispute)))).toEqual(['not-agreed', 'agreed'])
  })

  it('loses its last step with a reason: where it stood before it stands again, and the step stays in sight', () => {
    const referred = through(refer)
    const settled = through(refer, step({ on: '2026-03-05' }), step({ step: 'settle', on: '2026-03-10' }))
    const back = takeBackStep(settled, '登记到了别的纠纷')
    expect(back).toMatchObject({ ok: true, value: { state: 'in-mediation', owner: '镇调解委员会' } })
    if (!back.ok) return
    expect(back.value.events).toHaveLength(3)
    expect(back.value.events.at(-1)).toMatchObject({ step: 'settle', takenBack: '登记到了别的纠纷' })
    const twice = takeBackStep(back.value, '同上')
    expect(twice).toMatchObject({ ok: true, value: { state: 'referred', deadline: '2026-03-20' } })
    // The day of a step that was taken back binds nobody.
    expect(takeStep(back.value, step({ step: 'fail', on: '2026-03-06' })).ok).toBe(true)
    expect(takeBackStep(referred, '误交')).toMatchObject({
      ok: true,
      value: { state: 'registered', track: null, owner: '', deadline: null },
    })
    expect(takeBackStep(registered, '误')).toEqual({ ok: false, reason: 'no-step-to-take-back' })
  })

  it('is not registered after its first step', () => {
    expect(mayBeRegisteredOn(through(refer), '2026-03-02')).toBe(true)
    expect(mayBeRegisteredOn(through(refer), '2026-03-03')).toBe(false)
    expect(mayBeRegisteredOn(registered, '2026-03-03')).toBe(true)
  })

  const ALLOWED: Record<DisputeState, string[]> = {
    registered: ['refer'],
    referred: ['refer', 'begin'],
    'in-mediation': ['settle', 'fail'],
    settled: ['close', 'reopen'],
    'not-settled': ['refer', 'close'],
    closed: ['reopen'],
  }
  test.each(DISPUTE_STATES.flatMap((state) => STEPS.map((each) => [state, each] as const)))(
    'from %s: %s',
    (state, each) => {
      const allowed = ALLOWED[state].includes(each)
      expect(stepsFrom(state).includes(each)).toBe(allowed)
      const result = takeStep({ ...registered, state }, { ...refer, step: each })
      expect(result.ok ? 'taken' : result.reason).toBe(allowed ? 'taken' : 'step-out-of-order')
    },
  )

  it('does not run backwards in time', () => {
    expect(takeStep(registered, { ...refer, on: '2026-02-28' })).toMatchObject({ reason: 'step-before-last' })
  })
})

describe('what may be entered', () => {
  const messageOf = (entry: unknown, shape: typeof stepShape | typeof disputeShape) =>
    shape(TODAY)
      .safeParse(entry)
      .error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`)

  it('a referral needs a track, an office and a day', () => {
    expect(messageOf(step({ step: 'refer', on: '2026-03-02' }), stepShape)).toEqual([
      'track: required',
      'owner: required',
      'deadline: required',
    ])
    expect(messageOf({ ...refer, deadline: '2026-03-01' }, stepShape)).toEqual([
      'deadline: deadline-before-start',
    ])
  })

  it('an outcome needs its words', () => {
    expect(messageOf(step({ step: 'settle', note: '' }), stepShape)).toEqual(['note: required'])
  })

  it('persons do not belong in the ledger', () => {
    const { id: _, ...entry } = registered
    expect(messageOf({ ...entry, subject: '王建国书记占用耕地' }, disputeShape)).toEqual([
      'subject: name-in-text',
    ])
    expect(messageOf({ ...entry, subject: '请打13800138000' }, disputeShape)).toEqual([
      'subject: personal-data',
    ])
  })

  it('what has not happened yet is not registered', () => {
    const { id: _, ...entry } = registered
    const round = { stage: 'before-decision', area: '东村', office: '镇政法办', manner: '入户' }
    const ahead = '2026-07-01'
    expect(messageOf({ ...entry, registeredOn: ahead }, disputeShape)).toEqual([
      'registeredOn: day-in-future',
    ])
    expect(messageOf({ ...entry, registeredOn: TODAY }, disputeShape)).toBeUndefined()
    expect(messageOf(step({ on: ahead }), stepShape)).toEqual(['on: day-in-future'])
    expect(messageOf({ ...refer, deadline: '2099-01-01' }, stepShape)).toBeUndefined()
    expect(
      roundShape(TODAY)
        .safeParse({ ...round, from: TODAY, to: ahead })
        .error?.issues.map(({ path, message }) => [path[0], message]),
    ).toEqual([['to', 'day-in-future']])
  })

  it('a round does not end before it begins', () => {
    const round = { stage: 'before-decision', area: '东村', office: '镇政法办', manner: '入户' }
    expect(roundShape(TODAY).safeParse({ ...round, from: '2026-03-02', to: '2026-03-01' }).success).toBe(
      false,
    )
    expect(roundShape(TODAY).safeParse({ ...round, from: '2026-03-02', to: '2026-03-02' }).success).toBe(true)
  })
})

describe('the register', () => {
  const settled = through(refer, step({ on: '2026-03-05' }), step({ step: 'settle', on: '2026-03-10' }))
  const failed = through(refer, step({ on: '2026-03-05' }), step({ step: 'fail', on: '2026-03-10' }))
  const waiting = through(refer)
  const register = {
    rounds: [],
    struck: [],
    disputes: [settled, { ...failed, id: 'd2' }, { ...waiting, id: 'd3' }, { ...registered, id: 'd4' }],
  }

  it('reminds of what is due and lists the most overdue first', () => {
    const due = (today: string) =>
      dueDisputes(register, today).map(({ dispute, daysLeft }) => [dispute.id, daysLeft])
    expect(due('2026-03-12')).toEqual([])
    expect(due('2026-03-13')).toEqual([
      ['d2', 7],
      ['d3', 7],
    ])
    expect(due('2026-03-22').map(([, left]) => left)).toEqual([-2, -2])
  })

  it('counts outcomes by track and open disputes by factor', () => {
    expect(outcomesByTrack(register).people).toEqual({ referred: 3, settled: 1, notSettled: 1, open: 1 })
    expect(unresolvedByFactor(register)).toEqual(new Map([['f1', 3]]))
  })

  it('counts what was closed without an agreement by itself, and its factor stays alive', () => {
    const closed = takeStep(failed, step({ step: 'close', on: '2026-03-12' }))
    const disputes = [settled, registered, ...(closed.ok ? [closed.value] : [])]
    expect(outcomesOf({ disputes })).toEqual({ open: 1, agreed: 1, 'not-agreed': 1 })
    expect(unresolvedByFactor({ disputes })).toEqual(new Map([['f1', 2]]))
    expect(outcomesByTrack({ rounds: [], struck: [], disputes }).people).toMatchObject({
      settled: 1,
      notSettled: 1,
      open: 0,
    })
  })

  it('names what nobody was charged with in time', () => {
    const waiting = (today: string) => waitingDisputes(register, today, 7).map(({ id }) => id)
    expect(waiting('2026-03-08')).toEqual([])
    expect(waiting('2026-03-09')).toEqual(['d4'])
  })

  it('reads a ledger kept elsewhere, or names what is bad in it', () => {
    const good = ['施工占道', '5至29人', '一般', '2026/3/2']
    expect(disputesOf([DISPUTE_COLUMNS, good], TODAY)).toMatchObject({
      ok: true,
      value: [{ subject: '施工占道', size: '5-29', severity: 'general', registeredOn: '2026-03-02' }],
    })
    expect(
      disputesOf(
        [
          DISPUTE_COLUMNS,
          good,
          ['李建国同志反映噪声', '很多', '一般', '昨天'],
          ['占道', '5至29人', '一般', '2026/7/1'],
        ],
        TODAY,
      ).badCells,
    ).toEqual([
      { row: 3, column: '事由', reason: 'name-in-text' },
      { row: 3, column: '涉及人数', reason: 'unknown-word' },
      { row: 3, column: '登记日期', reason: 'invalid-date' },
      { row: 4, column: '登记日期', reason: 'day-in-future' },
    ])
  })
})
