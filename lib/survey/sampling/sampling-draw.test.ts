import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { FrameGroup } from '../frame/frame.ts'
import { frameDigest } from '../frame/frame.ts'
import { countedHouseholds, listDigest } from '../frame/household-list.ts'
import { drawnStrata } from './drawn-strata.ts'
import { type SamplingPlan, STARTING_PLAN } from './plan.ts'
import { planReturns } from './returns.ts'
import {
  drawInForce,
  drawState,
  mayAnnounce,
  mayDraw,
  revealShape,
  type SamplingDraw,
} from './sampling-draw.ts'

const east: FrameGroup = { id: 'e', name: '东村', effect: 'direct', households: 120, persons: 400 }
const empty: FrameGroup = { id: 'x', name: '空村', effect: 'direct', households: 0, persons: 0 }
const planOf = (groups: readonly FrameGroup[], entry = STARTING_PLAN): SamplingPlan => ({
  version: 1,
  savedOn: '2026-11-20',
  entry,
  strata: groups.map(({ id, name, effect, households, persons }) => ({
    groupId: id,
    name,
    effect,
    households,
    persons,
    answers: 60,
    invited: 75,
  })),
})

const draw = (seq: number, done = false): SamplingDraw => ({
  seq,
  source: '上证综合指数收盘点数',
  revealOn: '2026-12-01',
  reason: seq === 1 ? '' : '名册更正',
  announcedOn: '2026-11-23',
  frameDigest: 'f',
  strata: [],
  outcome: done ? { publicNumber: '3312.45', drawnOn: '2026-12-01', lastTickets: {}, digest: 'd' } : null,
})
const reason = (result: { ok: boolean; reason?: string }) => (result.ok ? 'ok' : result.reason)

describe('a draw in its order', () => {
  test('the number must become known after the announcement', () => {
    const entry = { source: 's', revealOn: '2026-11-23', reason: '' }
    expect(reason(mayAnnounce(entry, [], '2026-11-23'))).toBe('reveal-not-later')
    expect(reason(mayAnnounce({ ...entry, revealOn: '2026-11-24' }, [], '2026-11-23'))).toBe('ok')
  })

  test('drawing again needs a reason, also where the first announcement came to nothing', () => {
    const entry = { source: 's', revealOn: '2026-12-09', reason: '' }
    expect(reason(mayAnnounce(entry, [draw(1)], '2026-11-23'))).toBe('redraw-without-reason')
    expect(reason(mayAnnounce({ ...entry, reason: '名册更正' }, [draw(1, true)], '2026-12-02'))).toBe('ok')
  })

  test('not before its day, not twice, not on another frame, not when replaced', () => {
    const one = draw(1)
    expect(reason(mayDraw(one, [one], 'f', '2026-11-30'))).toBe('reveal-day-not-come')
    expect(reason(mayDraw(one, [one], 'g', '2026-12-01'))).toBe('frame-changed')
    expect(reason(mayDraw(one, [one, draw(2)], 'f', '2026-12-01'))).toBe('draw-not-awaited')
    expect(reason(mayDraw(draw(1, true), [draw(1, true)], 'f', '2026-12-01'))).toBe('draw-not-awaited')
    expect(reason(mayDraw(one, [one], 'f', '2026-12-01'))).toBe('ok')
  })

  test('all draws stay: replaced, drawn, awaited; the latest drawn is in force', () => {
    const draws = [draw(1), draw(2, true), draw(3)]
    expect(draws.map((one) => drawState(one, draws))).toEqual(['replaced', 'drawn', 'awaited'])
    expect(drawInForce(draws)?.seq).toBe(2)
    expect(drawInForce([draw(1)])).toBeNull()
  })

  test('a number short enough to be tried out is refused', () => {
    const digits = (publicNumber: string) => revealShape.safeParse({ seq: 1, publicNumber }).success
    expect(digits('3.5')).toBe(false)
    expect(digits('３３１２.４５')).toBe(true)
    expect(digits('05 12 18')).toBe(true)
  })
})

describe('the strata of a draw', () => {
  test('take the list where there is one, count from 1 where there is none, and leave out the empty', () => {
    const groups = [east, { ...east, id: 'w', name: '西村', households: 80 }, empty]
    const list = {
      groupId: 'w',
      size: 70,
      digest: 'a'.repeat(64),
      importedOn: '2026-11-20',
      source: '户籍册',
    }
    const strata = drawnStrata(planOf(groups), groups, [list])
    expect(strata.ok && strata.value).toEqual([
      { groupId: 'e', name: '东村', size: 120, sample: 75, listDigest: listDigest(countedHouseholds(120)) },
      { groupId: 'w', name: '西村', size: 70, sample: 70, listDigest: 'a'.repeat(64) },
    ])
  })

  test('a plan for other groups, for persons, or none', () => {
    expect(reason(drawnStrata(null, [east], []))).toBe('no-sampling-plan')
    expect(reason(drawnStrata(planOf([east]), [{ ...east, households: 121 }], []))).toBe('plan-outdated')
    expect(reason(drawnStrata(planOf([east, empty]), [east], []))).toBe('plan-outdated')
    const persons = planOf([east], { ...STARTING_PLAN, unit: 'persons' })
    expect(reason(drawnStrata(persons, [east], []))).toBe('plan-not-by-households')
  })

  test('the digest of the frame changes with every part of it and not with the order', () => {
    const a = { groupId: 'e', name: '东村', size: 120, sample: 75, listDigest: 'x' }
    const b = { ...a, groupId: 'w', name: '西村' }
    expect(frameDigest([a, b])).toBe(frameDigest([b, a]))
    const lines = '东村\t120\tx\t75\n西村\t120\tx\t75\n'
    expect(frameDigest([b, a])).toBe(createHash('sha256').update(lines).digest('hex'))
    for (const change of [{ name: '东新村' }, { size: 121 }, { sample: 74 }, { listDigest: 'y' }]) {
      expect(frameDigest([{ ...a, ...change }, b])).not.toBe(frameDigest([a, b]))
    }
  })
})

test('what came in beside what was planned', () => {
  const groups = [east, { ...east, id: 'w', name: '西村' }]
  const returns = planReturns(planOf(groups), { e: 61, w: 12 }, groups)
  expect(returns).toMatchObject({ planned: 120, received: 73, below: ['w'] })
  expect(returns.strata.map(({ short }) => short)).toEqual([0, 48])
})
