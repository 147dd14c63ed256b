import { expect, test } from 'vitest'
import { EXAMPLE_CASE, EXAMPLE_RESULTS } from '../report/example-input.fixture.ts'
import { overviewOf } from './overview.ts'

test('the overview is handed the figures it prints, and no count by group or channel', () => {
  const overview = overviewOf(EXAMPLE_CASE, EXAMPLE_RESULTS)
  expect(overview.opposition).toMatchObject({ count: 29, n: 263 })
  expect(overview.residual.index).toBe(EXAMPLE_RESULTS.residual.index)
  const sent = JSON.stringify(overview)
  for (const name of ['tally', 'cells', 'oppositionByGroup', 'credibility', 'links', 'highestShare'])
    expect(sent).not.toContain(`"${name}"`)
})
