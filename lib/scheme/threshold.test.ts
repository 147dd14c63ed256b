import { describe, expect, test } from 'vitest'
import { bandAt } from './band.ts'
import { NATIONAL_428 } from './schemes/national-428.ts'
import { comparable, reaches } from './threshold.ts'

describe('thresholds', () => {
  test('the noise of binary fractions does not carry a number over a threshold', () => {
    const index = 0.4 * 0.9 * 0.8 + 0.4 * 0.2 * 0.1 + 0.2 * 0.4 * 0.8
    expect(index).toBeGreaterThan(0.36)
    expect(reaches(index, { value: 0.36, begins: 'above' })).toBe(false)
    expect(reaches(0.8 * 0.8, { value: 0.64, begins: 'above' })).toBe(false)
    expect(reaches(0.1 * 3 - 0.1, { value: 0.2, begins: 'at' })).toBe(true)
  })

  test('the closed side decides on the value itself only', () => {
    for (const begins of ['at', 'above'] as const) {
      expect(reaches(0.359999, { value: 0.36, begins })).toBe(false)
      expect(reaches(0.360001, { value: 0.36, begins })).toBe(true)
      expect(reaches(0.36, { value: 0.36, begins })).toBe(begins === 'at')
    }
  })

  test('large numbers keep their digits', () => {
    expect(comparable(3_000_000.25)).toBe(3_000_000.25)
    expect(comparable(1e300)).toBe(1e300)
  })
})

describe('bands of the risk degree', () => {
  const degrees = (values: number[]) =>
    values.map((value) => bandAt(value, NATIONAL_428.riskDegreeBands).degree)

  test('bounds belong to the band below them', () => {
    expect(degrees([0, 0.2 * 0.2, 0.4 * 0.4, 0.6 * 0.6, 0.8 * 0.8, 1])).toEqual([
      'negligible',
      'negligible',
      'minor',
      'moderate',
      'major',
      'critical',
    ])
    expect(degrees([0.0401, 0.1601, 0.3601, 0.6401])).toEqual(['minor', 'moderate', 'major', 'critical'])
  })

  test('with the other side closed they belong to the band above', () => {
    const lower = { ...NATIONAL_428.riskDegreeBands, closed: 'lower' as const }
    expect(bandAt(0.36, lower).degree).toBe('major')
    expect(bandAt(1, lower).degree).toBe('critical')
  })
})
