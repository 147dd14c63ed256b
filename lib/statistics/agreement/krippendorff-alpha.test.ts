import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { krippendorffAlpha, SCALES } from './krippendorff-alpha.ts'

const _ = null

describe('Krippendorff (2011), Computing Krippendorff’s Alpha-Reliability', () => {
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
  ]
  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('four observers, missing data, %s: %d', (scale, printed) => {
    expect(krippendorffAlpha(observers, scale)).toMatchObject({
      value: { alpha: expect.closeTo(printed, 3), pairableValues: 40, units: 11 },
    })
  })
  test('two observers, binary: 0.095', () => {
    const pair = [
      [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
      [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
    ]
    expect(krippendorffAlpha(pair, 'nominal')).toMatchObject({ value: { alpha: expect.closeTo(0.095, 3) } })
  })
})

const ratings = fc.array(
  fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: 6, maxLength: 6 }),
  {
    minLength: 2,
    maxLength: 4,
  },
)

describe('laws', () => {
  test('order of readers and items does not matter; renaming matters not to nominal, stretching not to interval', () => {
    fc.assert(
      fc.property(ratings, (rows) => {
        for (const scale of SCALES) {
          const plain = krippendorffAlpha(rows, scale)
          const turned = krippendorffAlpha(
            rows.toReversed().map((row) => row.toReversed()),
            scale,
          )
          if (!plain.ok) {
            expect(turned.ok).toBe(false)
            continue
          }
          const same = plain.value.alpha === null ? null : expect.closeTo(plain.value.alpha, 10)
          expect(turned).toMatchObject({ value: { alpha: same } })
          const other = rows.map((row) =>
            row.map((v) => (v === null ? null : scale === 'nominal' ? 7 - v : 2 * v)),
          )
          if (scale !== 'ordinal')
            expect(krippendorffAlpha(other, scale)).toMatchObject({ value: { alpha: same } })
        }
      }),
    )
  })

  test('interval α of complete ratings is 1 - within/total in variance form', () => {
    const rows = [
      [3, 1, 4, 1, 5, 9],
      [2, 1, 5, 2, 5, 8],
      [3, 2, 4, 2, 6, 9],
    ]
    const pairs = (list: number[]) => {
      let total = 0
      for (const a of list) for (const b of list) total += (a - b) ** 2
      return total
    }
    const units = rows[0]!.map((__, j) => rows.map((row) => row[j]!))
    const within = units.reduce((acc, unit) => acc + pairs(unit) / 2, 0) / 18
    const total = pairs(rows.flat()) / (18 * 17)
    expect(krippendorffAlpha(rows, 'interval')).toMatchObject({
      value: { alpha: expect.closeTo(1 - within / total, 12) },
    })
  })
})

test('no variation is no agreement either: null, not 1; perfect agreement is 1', () => {
  for (const scale of SCALES) {
    expect(
      krippendorffAlpha(
        [
          [2, 2, 2],
          [2, 2, 2],
        ],
        scale,
      ),
    ).toMatchObject({ value: { alpha: null, units: 3 } })
    expect(
      krippendorffAlpha(
        [
          [1, 2, 3],
          [1, 2, 3],
        ],
        scale,
      ),
    ).toMatchObject({ value: { alpha: 1 } })
  }
  expect(
    krippendorffAlpha(
      [
        [-1, 1],
        [-1, 1],
      ],
      'ratio',
    ),
  ).toMatchObject({ value: { alpha: null } })
})

test('refusals', () => {
  expect(
    krippendorffAlpha(
      [
        [1, _],
        [_, 2],
      ],
      'nominal',
    ),
  ).toMatchObject({ reason: 'no-pairs' })
  expect(krippendorffAlpha([], 'nominal')).toMatchObject({ reason: 'no-pairs' })
  expect(krippendorffAlpha([[1, 2], [1]], 'nominal')).toMatchObject({
    reason: 'ragged-rows',
    details: { row: 1 },
  })
  expect(krippendorffAlpha([[1, Number.NaN]], 'nominal')).toMatchObject({ reason: 'not-a-number' })
})
