import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AppraisalInput, appraise, FLOW_ROWS } from './appraisal.ts'
import { distributeAmongGroups, type GroupShares } from './groups.ts'

const WAN = 1_000_000
/** At 25 %: investment 1000, compensation 200, operation 100·0.8 = 80, benefit 2000·0.8 = 1600; ENPV = 320 万元. */
const INPUT: AppraisalInput = {
  socialDiscountRate: 0.25,
  years: [
    { year: 2026, investment: 1000 * WAN, operation: 0, compensation: 200 * WAN, mitigation: 0, benefit: 0 },
    { year: 2027, investment: 0, operation: 100 * WAN, compensation: 0, mitigation: 0, benefit: 2000 * WAN },
  ],
}
const GROUPS: GroupShares[] = [
  {
    groupId: 'city',
    shares: { investment: 0.7, operation: 1, compensation: 1, benefit: 0.9 },
    persons: 100_000,
  },
  { groupId: 'village', shares: { investment: 0.3, benefit: 0.1 }, persons: 400 },
]

function distributed(groups: readonly GroupShares[], input = INPUT) {
  const result = distributeAmongGroups(input, groups)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

test('society gains 320, and the village loses 140: 3,500 元 a head', () => {
  const { groups, enpvFen } = distributed(GROUPS)
  expect(enpvFen / WAN).toBeCloseTo(320, 9)
  const [city, village] = groups
  expect(city).toMatchObject({ groupId: 'city', loses: false })
  expect(city!.netFen / WAN).toBeCloseTo(0.9 * 1600 - 0.7 * 1000 - 200 - 80, 9)
  expect(village).toMatchObject({ groupId: 'village', loses: true })
  expect(village!.rowsFen.investment / WAN).toBeCloseTo(300, 9)
  expect(village!.rowsFen.compensation).toBe(0)
  expect(village!.netFen / WAN).toBeCloseTo(160 - 300, 9)
  expect(village!.benefitShare).toBeCloseTo(0.1, 12)
  expect(village!.costShare).toBeCloseTo(300 / 1280, 12)
  expect(village!.netPerPersonFen! / 100).toBeCloseTo(-3500, 6)
})

test('what is not counted has no value per head', () => {
  const groups = GROUPS.map(({ groupId, shares }) => ({ groupId, shares }))
  expect(distributed(groups).groups.map(({ netPerPersonFen }) => netPerPersonFen)).toEqual([null, null])
})

describe('refusals name the place', () => {
  const withVillage = (changed: Partial<GroupShares>) =>
    distributeAmongGroups(INPUT, [GROUPS[0]!, { ...GROUPS[1]!, ...changed }])

  test('shares that do not sum to one', () => {
    expect(withVillage({ shares: { investment: 0.24, benefit: 0.1 } })).toEqual({
      ok: false,
      reason: 'shares-do-not-sum-to-one',
      details: { row: 'investment', sum: expect.closeTo(0.94, 12) },
    })
  })

  test('a row without amounts needs no shares', () => {
    expect(withVillage({ shares: { investment: 0.3, benefit: 0.1, mitigation: 0.5 } }).ok).toBe(true)
  })

  test('shares and persons out of range, groups twice or not at all', () => {
    expect(withVillage({ shares: { investment: -0.1 } })).toMatchObject({
      reason: 'share-out-of-range',
      details: { groupId: 'village', row: 'investment', share: -0.1 },
    })
    expect(withVillage({ shares: { investment: Number.NaN } })).toMatchObject({
      reason: 'share-not-a-number',
    })
    expect(withVillage({ persons: 0 })).toMatchObject({
      reason: 'persons-not-positive',
      details: { groupId: 'village' },
    })
    expect(withVillage({ groupId: 'city' })).toMatchObject({ reason: 'duplicate-group' })
    expect(distributeAmongGroups(INPUT, [])).toMatchObject({ reason: 'no-groups' })
  })

  test('flows that cannot be appraised cannot be divided', () => {
    expect(distributeAmongGroups({ ...INPUT, years: [] }, GROUPS)).toMatchObject({ reason: 'no-years' })
  })
})

test('nothing is lost: the net values add up to ENPV and the parts to one, whatever the shares', () => {
  const weights = fc.array(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 5, maxLength: 5 }), {
    minLength: 1,
    maxLength: 6,
  })
  const appraisal = appraise(INPUT)
  fc.assert(
    fc.property(weights, (rows) => {
      const sums = FLOW_ROWS.map((_, r) => rows.reduce((sum, row) => sum + row[r]!, 0))
      const groups = rows.map((row, i) => ({
        groupId: `g${i}`,
        // Six decimals, as somebody would type them.
        shares: Object.fromEntries(
          FLOW_ROWS.map((name, r) => [name, Math.round((row[r]! / sums[r]!) * 1e7) / 1e7]),
        ),
      }))
      const found = distributed(groups)
      const total = found.groups.reduce((sum, { netFen }) => sum + netFen, 0)
      expect(total).toBeCloseTo(appraisal.ok ? appraisal.value.enpvFen : Number.NaN, 4)
      expect(found.groups.reduce((sum, { benefitShare }) => sum + benefitShare, 0)).toBeCloseTo(1, 12)
      expect(found.groups.reduce((sum, { costShare }) => sum + costShare, 0)).toBeCloseTo(1, 12)
    }),
  )
})
