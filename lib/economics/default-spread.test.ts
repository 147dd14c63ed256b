import { expect, test } from 'vitest'
import { EXAMPLE_CASH_FLOWS } from '../assessment/examples/resettlement.ts'
import { appraise } from './appraisal.ts'
import { DEFAULT_SPREAD, simulateDefaultSpread } from './default-spread.ts'

const input = { years: [...EXAMPLE_CASH_FLOWS.years], socialDiscountRate: 0.08 }

test('the mean is ENPV, the spread that of independent triangles, and the same input gives the same draws', () => {
  const result = simulateDefaultSpread(input)
  const base = appraise(input)
  if (!result.ok || !base.ok) throw new Error('the example can be appraised')
  const { meanFen, sdFen, probabilityNegative } = result.value
  expect(meanFen / base.value.enpvFen).toBeCloseTo(1, 9)
  // A triangle of half-width w has the variance w²/6; a swing of ±10 % is 0.2·PV of its row.
  const variance = base.value.sensitivity.reduce(
    (sum, { swingFen }) => sum + ((swingFen / 0.2) * DEFAULT_SPREAD) ** 2 / 6,
    0,
  )
  expect(sdFen / Math.sqrt(variance)).toBeCloseTo(1, 9)
  // ENPV lies more than one, less than three standard deviations above nought.
  expect(probabilityNegative).toBeGreaterThan(0)
  expect(probabilityNegative).toBeLessThan(0.16)
  expect(simulateDefaultSpread(input)).toEqual(result)
})

test('dearer works are likelier to lose', () => {
  const dearer = input.years.map((year) => ({ ...year, investment: Math.round(year.investment * 1.3) }))
  const probability = (years: typeof input.years) => {
    const result = simulateDefaultSpread({ ...input, years })
    return result.ok ? result.value.probabilityNegative : Number.NaN
  }
  expect(probability(dearer)).toBeGreaterThan(probability(input.years))
  expect(simulateDefaultSpread({ ...input, years: [] }).ok).toBe(false)
})
