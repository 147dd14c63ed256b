import { expect, test } from 'vitest'
import { EXAMPLE_CASE } from '../../lib/report/example-input.fixture.ts'
import { compute } from '../../lib/verdict/compute.ts'
import { resultsOf } from './results.ts'

test('a case that is the same is not computed again; one that changed is', async () => {
  const results = await resultsOf(EXAMPLE_CASE)
  expect(results).toEqual(compute(EXAMPLE_CASE))
  expect(await resultsOf(structuredClone(EXAMPLE_CASE))).toBe(results)
  const [first, ...others] = EXAMPLE_CASE.factors
  const changed = { ...EXAMPLE_CASE, factors: [{ ...first!, residualImpact: 0.9 }, ...others] }
  const again = await resultsOf(changed)
  expect(again).toEqual(compute(changed))
  expect(again.residual.index).not.toBe(results.residual.index)
  const [year, ...years] = EXAMPLE_CASE.economics.years
  const dearer = { ...year!, investment: year!.investment * 3 }
  const poorer = { ...changed, economics: { ...changed.economics, years: [dearer, ...years] } }
  const third = await resultsOf(poorer)
  expect(third).toEqual(compute(poorer))
  expect(third.economicRisk).not.toEqual(again.economicRisk)
})

test('whoever else is served does not wait for a large case', async () => {
  const factors = Array.from({ length: 20 }, (_, k) =>
    EXAMPLE_CASE.factors.map((factor) => ({
      ...factor,
      id: `${factor.id}-${k}`,
      weight: factor.weight / 20,
    })),
  ).flat()
  let turns = 0
  const served = setInterval(() => {
    turns += 1
  }, 1)
  const results = await resultsOf({ ...EXAMPLE_CASE, factors })
  clearInterval(served)
  expect(results.factors).toHaveLength(factors.length)
  expect(turns).toBeGreaterThan(5)
})

test('a case that could not be computed is tried again', async () => {
  const broken = { ...EXAMPLE_CASE, schemeId: 'no-such-scheme' as never }
  await expect(resultsOf(broken)).rejects.toThrow()
  await expect(resultsOf(broken)).rejects.toThrow()
  expect((await resultsOf(EXAMPLE_CASE)).engineVersion).toBe(compute(EXAMPLE_CASE).engineVersion)
})
