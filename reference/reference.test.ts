/** The engine against every reference case: one test per case, so that a failure names it. */
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { caseFiles, oracleFileNames, readTopic } from './case-file.ts'
import { evaluateCase } from './evaluate.ts'
import { operations } from './operations/registry.ts'

const FIXTURES = fileURLToPath(new URL('./fixtures', import.meta.url))

/** A case that disappears is a failure too. */
const CASES = {
  ahp: 53,
  'association-tests': 36,
  descriptive: 9,
  finance: 98,
  'fuzzy-entropy-topsis': 19,
  'monte-carlo': 54,
  'proportion-simple': 18,
  reliability: 21,
  'risk-index': 20,
  'sample-size': 90,
  'special-functions': 31,
  'survey-calibration': 11,
  'survey-mean-total': 35,
  'survey-proportion': 17,
  'survey-ratio-domain': 25,
}

const topics = oracleFileNames(FIXTURES).map((name) => readTopic(FIXTURES, name))
const files = caseFiles(FIXTURES)

test('all 537 cases are here, each with a name of its own', () => {
  expect(Object.fromEntries(topics.map(({ topic, cases }) => [topic, cases.length]))).toEqual(CASES)
  const ids = topics.flatMap(({ cases }) => cases.map(({ id }) => id))
  expect(new Set(ids).size).toBe(537)
})

describe.each(topics)('$topic', ({ cases }) => {
  test.each(cases)('$id', (oracle) => {
    expect(evaluateCase(oracle, operations, files).differences).toEqual([])
  })
})
