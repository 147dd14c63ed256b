import { expect, test } from 'vitest'
import { EXAMPLE_CASE } from '../../lib/report/example-input.fixture.ts'
import { compute } from '../../lib/verdict/compute.ts'
import { resultsOf } from './results.ts'

test('a case that is the same is not computed again; one that changed is', () => {
  const results = resultsOf(EXAMPLE_CASE)
  expect(results).toEqual(compute(EXAMPLE_CASE))
  expect(resultsOf(structuredClone(EXAMPLE_CASE))).toBe(results)
  const [first, ...others] = EXAMPLE_CASE.factors
  const changed = { ...EXAMPLE_CASE, factors: [{ ...first!, residualImpact: 0.9 }, ...others] }
  expect(resultsOf(changed)).toEqual(compute(changed))
  expect(resultsOf(changed).residual.index).not.toBe(results.residual.index)
})
