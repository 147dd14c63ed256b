import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../assessment/case-file.ts'
import { digestValue } from '../integrity/digest.ts'
import { EMPTY_INPUT } from '../report/empty-input.fixture.ts'
import { EXAMPLE_CASE } from '../report/example-input.fixture.ts'
import { compute } from '../verdict/compute.ts'
import { isVoided } from './decision-input.ts'
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

describe('an approval', () => {
  const { snapshot } = frozen(EXAMPLE_CASE)
  const moment = { frozenOn: '2026-11-23', snapshot }
  const changed = (change: Partial<CaseFile>) => isVoided({ ...EXAMPLE_CASE, ...change }, moment)
  const [factor, ...factors] = EXAMPLE_CASE.factors

  test('holds for the case that was frozen, also after a round through the database', () => {
    expect(isVoided(EXAMPLE_CASE, moment)).toBe(false)
    expect(isVoided(JSON.parse(JSON.stringify(EXAMPLE_CASE)), moment)).toBe(false)
  })

  test('is void after any change of what the decision rests on', () => {
    expect(changed({ factors: [{ ...factor!, weight: factor!.weight + 0.01 }, ...factors] })).toBe(true)
    expect(changed({ matter: { ...EXAMPLE_CASE.matter, summary: '另一个方案' } })).toBe(true)
    expect(changed({ expectedEventPersons: 16 })).toBe(true)
    expect(changed({ narratives: { summary: '改写' } })).toBe(true)
    expect(changed({ findings: EXAMPLE_CASE.findings.slice(1) })).toBe(true)
    expect(changed({ economics: { ...EXAMPLE_CASE.economics, socialDiscountRate: 0.06 } })).toBe(true)
    expect(changed({ schemeId: 'sichuan-default' })).toBe(true)
  })

  test('outlives what comes after the decision', () => {
    const { followUp, participation, disputes, survey } = EXAMPLE_CASE
    expect(changed({ version: 99 })).toBe(false)
    expect(
      changed({
        followUp: {
          ...followUp,
          measures: [
            {
              factorId: factor!.id,
              measureId: factor!.measures[0]!.id,
              state: 'done',
              doneOn: '2027-01-01',
              proof: '验收记录',
            },
          ],
        },
      }),
    ).toBe(false)
    expect(changed({ participation: { ...participation, uncodedOpinions: 3 } })).toBe(false)
    expect(
      changed({
        disputes: {
          ...disputes,
          disputes: [
            {
              id: 'd9',
              subject: '扬尘',
              groupIds: [],
              size: '5-29',
              severity: 'general',
              registeredOn: '2027-03-01',
              roundId: null,
              factorId: null,
              state: 'registered',
              track: null,
              owner: '',
              deadline: null,
              events: [],
            },
          ],
        },
      }),
    ).toBe(false)
    // A second survey: the one that was counted stands now as the earlier one.
    expect(
      changed({
        survey: { ...survey!, id: 'second', state: 'draft', tally: null },
        custody: { codes: [{ groupId: 'g1', issued: 100, leftOver: null }], paper: [] },
        earlierSurvey: {
          id: survey!.id,
          closedOn: survey!.closedOn!,
          questionnaire: survey!.questionnaire,
          tally: survey!.tally!,
        },
      }),
    ).toBe(false)
    expect(changed({ survey: { ...survey!, id: 'other' } })).toBe(true)
    expect(changed({ custody: { codes: [{ groupId: 'g1', issued: 100, leftOver: 1 }], paper: [] } })).toBe(
      true,
    )
  })
})

test('the difference of two versions names inputs and figures by their path, and nothing else', () => {
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
          path: `[${factor!.id}].residualImpact`,
          before: factor!.residualImpact,
          after: factor!.initialImpact,
        },
      ],
    },
  ])
  expect(found.figures.map(({ path }) => path)).toContain('residual.index')
  expect(found.figures.map(({ path }) => path)).not.toContain('initial.index')
  expect(difference(state(EXAMPLE_CASE), state({ ...EXAMPLE_CASE, version: 9 }))).toEqual({
    inputs: [],
    figures: [],
  })
})
