import { expect, test } from 'vitest'
import type { CaseFile } from '../assessment/case-file.ts'
import { digestValue } from '../integrity/digest.ts'
import { EMPTY_INPUT } from '../report/empty-input.fixture.ts'
import { EXAMPLE_CASE } from '../report/example-input.fixture.ts'
import { compute } from '../verdict/compute.ts'
import { difference } from './difference.ts'
import { freeze } from './frozen-version.ts'

function frozen(caseFile: CaseFile, number = 1) {
  const result = freeze(caseFile, number)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

test('a case that lacks something is not frozen, and what it lacks is named', () => {
  const result = freeze(EMPTY_INPUT.caseFile, 1)
  expect(result).toMatchObject({ ok: false, reason: 'verdict-not-given' })
  expect(!result.ok && String(result.details?.missing)).toContain('survey')
})

test('the same case has the same digest and code, whatever the order of its members', () => {
  const turned = Object.fromEntries(Object.entries(EXAMPLE_CASE).reverse()) as unknown as CaseFile
  expect(frozen(turned)).toEqual(frozen(EXAMPLE_CASE))
  expect(frozen(EXAMPLE_CASE).caseDigest).toBe(digestValue(EXAMPLE_CASE))
  expect(frozen(EXAMPLE_CASE, 2).code).not.toBe(frozen(EXAMPLE_CASE, 1).code)
  expect(frozen(EXAMPLE_CASE).code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
  expect(frozen(EXAMPLE_CASE).results).toEqual(JSON.parse(JSON.stringify(compute(EXAMPLE_CASE))))
})

test('the difference of two versions names what was changed and what follows, and nothing else', () => {
  const [factor, ...factors] = EXAMPLE_CASE.factors
  const after: CaseFile = {
    ...EXAMPLE_CASE,
    version: 9,
    factors: [{ ...factor!, residualImpact: factor!.initialImpact }, ...factors],
  }
  const state = (caseFile: CaseFile) => ({ caseFile, results: compute(caseFile) })
  const found = difference(state(EXAMPLE_CASE), state(after))
  expect(found.inputs).toEqual([
    {
      part: 'factors',
      changes: [
        {
          trail: [
            { kind: 'member', id: factor!.id, position: 0, label: factor!.name, refers: [] },
            { kind: 'field', key: 'residualImpact' },
          ],
          before: factor!.residualImpact,
          after: factor!.initialImpact,
        },
      ],
    },
  ])
  const names = found.figures.map(({ name, of }) => [name, of])
  expect(names).toContainEqual(['residualIndex', null])
  expect(names).toContainEqual(['residualDegree', factor!.id])
  expect(names).not.toContainEqual(['initialIndex', null])
  expect(found.further).toBeGreaterThan(0)
  expect(difference(state(EXAMPLE_CASE), state({ ...EXAMPLE_CASE, version: 9 }))).toEqual({
    inputs: [],
    figures: [],
    further: 0,
  })
})

test('a factor that is put before others leaves theirs as they are', () => {
  const [factor] = EXAMPLE_CASE.factors
  const added = { ...factor!, id: 'new', name: '噪声', measures: [] }
  const state = (caseFile: CaseFile) => ({ caseFile, results: compute(caseFile) })
  const { inputs } = difference(
    state(EXAMPLE_CASE),
    state({ ...EXAMPLE_CASE, factors: [added, ...EXAMPLE_CASE.factors] }),
  )
  const touched = inputs.flatMap(({ changes }) => changes.map(({ trail }) => trail[0]))
  expect(new Set(touched.map((stop) => stop?.kind === 'member' && stop.id))).toEqual(new Set(['new']))
})
