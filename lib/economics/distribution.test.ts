import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ALLOCATED_ROWS,
  type Allocation,
  allocationShape,
  byAllocatedRow,
  NOTHING_ALLOCATED,
} from './allocation.ts'
import { type AppraisalInput, appraise } from './appraisal.ts'
import { distribute, groupsThat, type SharingGroup } from './distribution.ts'

const WAN = 1_000_000
/** At 25 % in 万元: investment 1000, compensation 200, operation 100·0.8 = 80, benefit 2000·0.8 = 1600; ENPV = 320. */
const INPUT: AppraisalInput = {
  socialDiscountRate: 0.25,
  years: [
    { year: 2026, investment: 1000 * WAN, operation: 0, compensation: 200 * WAN, mitigation: 0, benefit: 0 },
    { year: 2027, investment: 0, operation: 100 * WAN, compensation: 0, mitigation: 0, benefit: 2000 * WAN },
  ],
}
const GROUPS: SharingGroup[] = [
  { id: 'village', households: 100, persons: 400 },
  { id: 'shops', households: 0, persons: 50 },
  { id: 'camp', households: 20, persons: 80 },
]
const SHARES: Allocation = {
  investment: { village: 0.1, shops: 0.05, $treasury: 0.7 },
  operation: { $owner: 1 },
  compensation: { $treasury: 1 },
  mitigation: {},
  benefit: { village: 0.2, $public: 0.5 },
  received: { camp: 0.75 },
}

function distributed(allocation = SHARES, input = INPUT, groups = GROUPS) {
  const result = distribute(input, allocation, groups)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}
const balanceOf = (party: string, allocation = SHARES) => {
  const found = distributed(allocation).parties.find((one) => one.party === party)
  if (!found) throw new Error(`${party} has no balance`)
  return found
}
const wan = (fen: number) => fen / WAN

describe('a case worked by hand', () => {
  test('each party gets its part of every row', () => {
    const village = balanceOf('village')
    expect(wan(village.benefitFen)).toBeCloseTo(0.2 * 1600, 9)
    expect(wan(village.costFen)).toBeCloseTo(0.1 * 1000, 9)
    expect(wan(village.netFen)).toBeCloseTo(220, 9)
    // 220 万元 over 100 households and 400 persons: 22,000 and 5,500 yuan.
    expect(village.netPerHouseholdFen! / 100).toBeCloseTo(22_000, 6)
    expect(village.netPerPersonFen! / 100).toBeCloseTo(5500, 6)
    expect(wan(balanceOf('$treasury').netFen)).toBeCloseTo(-700 - 200, 9)
    expect(wan(balanceOf('$owner').netFen)).toBeCloseTo(-80, 9)
    expect(wan(balanceOf('$public').netFen)).toBeCloseTo(800, 9)
  })

  test('what nobody was given stands by itself, and everything adds up to ENPV', () => {
    const { parties, unallocated, complete, enpvFen } = distributed()
    expect(complete).toBe(false)
    expect(unallocated.shares).toMatchObject({ investment: 0.15, operation: 0, benefit: 0.3, received: 0.25 })
    expect(wan(unallocated.costFen)).toBeCloseTo(150, 9)
    expect(wan(unallocated.benefitFen)).toBeCloseTo(480, 9)
    expect(wan(unallocated.receivedFen)).toBeCloseTo(50, 9)
    expect(wan(enpvFen)).toBeCloseTo(320, 9)
    const net = parties.reduce((sum, { netFen }) => sum + netFen, 0) + unallocated.netFen
    expect(wan(net)).toBeCloseTo(320, 9)
  })

  test('compensation received is no gain, and whoever only pays is named', () => {
    const camp = balanceOf('camp')
    expect(wan(camp.receivedFen)).toBeCloseTo(150, 9)
    expect(camp.netFen).toBe(0)
    expect(camp.standing).toBe('compensated')
    expect(balanceOf('village').standing).toBe('gains')
    expect(balanceOf('shops')).toMatchObject({ standing: 'only-pays', netPerHouseholdFen: null })
    // The treasury only pays too; it is there for that.
    expect(balanceOf('$treasury').standing).toBe('only-pays')
    expect(groupsThat(distributed(), 'only-pays')).toEqual(['shops'])
  })

  test('a payer that receives compensation loses, and does not only pay', () => {
    const allocation = { ...SHARES, received: { shops: 1 } }
    expect(balanceOf('shops', allocation).standing).toBe('loses')
    expect(balanceOf('camp', allocation).standing).toBe('untouched')
    expect(groupsThat(distributed(allocation), 'only-pays')).toEqual([])
    expect(groupsThat(distributed(allocation), 'only-pays', 'loses')).toEqual(['shops'])
  })

  test('what it gets and pays alike is neither gain nor loss', () => {
    // 0.15 of 1600 and 0.24 of 1000 are 240 both.
    const even = { ...SHARES, investment: { camp: 0.24 }, benefit: { camp: 0.15 } }
    expect(balanceOf('camp', even).standing).toBe('balanced')
  })
})

test('a row without amounts leaves nothing over', () => {
  const whole: Allocation = {
    investment: { $treasury: 1 },
    operation: { $owner: 0.4, village: 0.6 },
    compensation: { $treasury: 1 },
    mitigation: {},
    benefit: { village: 1 },
    received: { camp: 1 },
  }
  const found = distributed(whole)
  expect(found.complete).toBe(true)
  expect(found.unallocated).toMatchObject({ netFen: 0, receivedFen: 0 })
  expect(Object.values(found.unallocated.shares)).toEqual(ALLOCATED_ROWS.map(() => 0))
})

test('groups stand in their order, other parties only where they have a part', () => {
  const found = distributed({ ...NOTHING_ALLOCATED, benefit: { $public: 1 } })
  expect(found.parties.map(({ party }) => party)).toEqual(['village', 'shops', 'camp', '$public'])
})

test('refusals name the place', () => {
  const refused = (allocation: Allocation, input = INPUT) => distribute(input, allocation, GROUPS)
  expect(refused(NOTHING_ALLOCATED)).toMatchObject({ reason: 'nothing-allocated' })
  expect(refused({ ...SHARES, benefit: { gone: 0.1 } })).toMatchObject({
    reason: 'unknown-party',
    details: { party: 'gone' },
  })
  expect(refused({ ...SHARES, benefit: { village: 0.7, camp: 0.4 } })).toMatchObject({
    reason: 'shares-exceed-one',
    details: { row: 'benefit' },
  })
  expect(refused({ ...SHARES, benefit: { village: -0.1 } })).toMatchObject({ reason: 'share-out-of-range' })
  expect(refused(SHARES, { ...INPUT, years: [] })).toMatchObject({ reason: 'no-years' })
})

test('whatever is divided, nothing is lost and nothing made', () => {
  const appraisal = appraise(INPUT)
  const share = fc.integer({ min: 0, max: 5000 }).map((n) => n / 10_000)
  const row = fc.record({ village: share, $treasury: share })
  fc.assert(
    fc.property(fc.tuple(row, row, row, row, row, row), (rows) => {
      const allocation = byAllocatedRow((name) => rows[ALLOCATED_ROWS.indexOf(name)]!)
      const result = distribute(INPUT, allocation, GROUPS)
      if (!result.ok) return expect(result.reason).toBe('nothing-allocated')
      const { parties, unallocated } = result.value
      const net = parties.reduce((sum, { netFen }) => sum + netFen, 0) + unallocated.netFen
      expect(net).toBeCloseTo(appraisal.ok ? appraisal.value.enpvFen : Number.NaN, 2)
    }),
  )
})

describe('what an office enters', () => {
  const given = (benefit: Record<string, unknown>) =>
    allocationShape.safeParse({ ...NOTHING_ALLOCATED, benefit })

  test('is at most the whole of each row; a third each is the whole', () => {
    expect(given({ a: 0.6, b: 0.3 }).success).toBe(true)
    expect(given({ a: 1 / 3, b: 1 / 3, c: 1 / 3 }).success).toBe(true)
    expect(given({ a: 0.6, b: 0.41 }).error?.issues[0]?.message).toBe('more-than-whole')
  })

  test('is a share of one for a party with a name', () => {
    for (const benefit of [{ a: -0.1 }, { a: 0 }, { a: 1.1 }, { a: '0.5' }, { '': 0.5 }, { a: Number.NaN }])
      expect(given(benefit).success).toBe(false)
  })
})
