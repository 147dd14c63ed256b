import { describe, expect, test } from 'vitest'
import { RANDOM_INDEX_TABLES, randomIndexByEnumeration, SAATY_1980 } from './random-index.ts'

describe('the random index', () => {
  test('Saaty’s table of 1980 for n = 1 … 15', () => {
    expect(Object.values(SAATY_1980)).toEqual([
      0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
    ])
  })

  test('enumeration of all 17³ matrices gives 0.5245, as the later simulations found', () => {
    const exact = randomIndexByEnumeration(3)
    expect(exact).toMatchObject({ ok: true, value: expect.closeTo(0.524457, 6) })
    expect(exact).toMatchObject({ value: expect.closeTo(RANDOM_INDEX_TABLES['alonso-lamata'][3] ?? 0, 3) })
  })

  test('on a scale of 1/3, 1, 3: the closed form for n = 3 agrees with eigenvalues of the 27 matrices', () => {
    // λmax = 1 + c + 1/c with c = 3^(k/3), where k = a₁₂ + a₂₃ - a₁₃ in steps of -1, 0, 1: 7 zeros, 12 ones, 6 twos, 2 threes.
    const ci = (k: number) => (3 ** (k / 3) + 3 ** (-k / 3) - 2) / 2
    const mean = (12 * ci(1) + 6 * ci(2) + 2 * ci(3)) / 27
    expect(randomIndexByEnumeration(3, [1 / 3, 1, 3])).toMatchObject({ value: expect.closeTo(mean, 12) })
  })

  test('n = 4 on a short scale, by eigenvalues; a scale of ones cannot contradict itself', () => {
    expect(randomIndexByEnumeration(4, [1])).toMatchObject({ value: 0 })
    const four = randomIndexByEnumeration(4, [1 / 9, 1, 9])
    expect(four.ok && four.value).toBeGreaterThan(0.5)
  })

  test('refuses what cannot be enumerated', () => {
    expect(randomIndexByEnumeration(0)).toMatchObject({ reason: 'size-out-of-range' })
    expect(randomIndexByEnumeration(3, [])).toMatchObject({ reason: 'empty' })
    expect(randomIndexByEnumeration(3, [1, -2])).toMatchObject({ reason: 'non-positive' })
    expect(randomIndexByEnumeration(4)).toMatchObject({ reason: 'too-many-matrices' })
  })
})
