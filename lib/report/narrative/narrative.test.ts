import { describe, expect, test } from 'vitest'
import { NARRATIVE_IDS } from '../../assessment/narrative.ts'
import type { Results } from '../../verdict/results.ts'
import type { ReportInput } from '../chapter.ts'
import { EMPTY_INPUT } from '../empty-input.fixture.ts'
import { EXAMPLE_CASE, EXAMPLE_INPUT, EXAMPLE_RESULTS } from '../example-input.fixture.ts'
import { reportOf } from '../outlines/outlines.ts'
import { withCase, words } from '../reading.fixture.ts'
import { DECISION, ECONOMIC_VERDICT, LEVEL } from '../wording.ts'
import { BOUND_FIELDS, fieldValues } from './bound-fields.ts'
import { partsOf, resolvedText, unknownFields } from './bound-text.ts'
import { handTypedConclusions } from './conclusions.ts'
import { draftOf } from './draft.ts'
import { narrativeWarnings } from './narrative-chapter.ts'
import { unboundNumerals } from './numerals.ts'

const LEVELS = ['low', 'medium', 'high'] as const
const ECONOMIC = ['pass', 'marginal', 'fail'] as const

/** Every state the rules can give, and the one where they give none. */
function* states(): Generator<ReportInput> {
  yield EXAMPLE_INPUT
  yield EMPTY_INPUT
  for (const missing of ['survey', 'economics', 'weights'] as const) {
    yield withVerdict({ status: 'cannot-be-given', missing: [missing] })
  }
  for (const initialLevel of LEVELS) {
    for (const level of LEVELS) {
      for (const economic of ECONOMIC) {
        for (const decisions of [['implement', 'partial'], ['defer'], ['reject']] as const) {
          yield withVerdict({
            status: 'given',
            initialLevel,
            level,
            economic,
            decisions,
            failedDimensions: [],
          })
        }
      }
    }
  }
}

function withVerdict(verdict: Results['verdict']): ReportInput {
  const { economics } = EXAMPLE_RESULTS
  return {
    ...EXAMPLE_INPUT,
    results: {
      ...EXAMPLE_RESULTS,
      verdict,
      economics:
        economics.ok && verdict.status === 'given'
          ? { ok: true, value: { ...economics.value, verdict: verdict.economic } }
          : economics,
    },
  }
}

describe('bound fields', () => {
  test('no two have the same id, and the example has a value for most of them', () => {
    const ids = BOUND_FIELDS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(fieldValues(EXAMPLE_INPUT).filter(({ value }) => value === null).length).toBeLessThan(8)
  })

  test('groups, factors, questions and options are fields too, and what the report hides is none', () => {
    const fields = fieldValues(EXAMPLE_INPUT)
    const value = (id: string) => fields.find((field) => field.id === id)?.value
    expect(value('group.village-1.households')).toBe('235')
    expect(value('question.attitude.against.count')).toBe('29')
    expect(value('question.attitude.against.rate')).toBe('11.0%')
    expect(value(`factor.${EXAMPLE_CASE.factors[0]!.id}.initial`)).toBe('0.490')
    // Only the third village has its opposition printed; of the first question two options are hidden.
    expect(fields.filter(({ id }) => /^group\..*opposition\.rate$/.test(id)).map(({ id }) => id)).toEqual([
      'group.village-3.opposition.rate',
    ])
    const [first] = EXAMPLE_CASE.survey!.questionnaire.questions
    const offered = fields.filter(
      ({ id }) => id.startsWith(`question.${first!.id}.`) && id.endsWith('.count'),
    )
    expect(offered.map((field) => field.value)).toEqual(['46', '195', '44'])
    const open = withCase({ survey: EXAMPLE_CASE.survey && { ...EXAMPLE_CASE.survey, state: 'published' } })
    expect(
      fieldValues(open).some(
        ({ id }) => /^question\.|opposition\.rate$/.test(id) && id !== 'survey.opposition.rate',
      ),
    ).toBe(false)
  })

  test('an open survey lends no number, and without a verdict there is no level', () => {
    const open = withCase({ survey: EXAMPLE_CASE.survey && { ...EXAMPLE_CASE.survey, state: 'published' } })
    const silent = fieldValues(open).filter(({ id }) => /^survey\.(responses|\w+\.\w+)$/.test(id))
    expect(silent.length).toBe(13)
    expect(silent.every(({ value }) => value === null)).toBe(true)
    const levels = fieldValues(EMPTY_INPUT).filter(({ id }) => /level|deciding|decisions/.test(id))
    expect(levels.map(({ value }) => value)).toEqual(levels.map(() => null))
  })

  test('a text parts into words and fields and back', () => {
    const text = '甲{{ risk.initial.index }}乙{{}}丙{{a}b}}{{\n}}'
    expect(
      partsOf(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })
})

describe('a narrative in the report', () => {
  const text = '共有{{factors.count}}项因素。\n\n第二段{{nothing.here}}，{{survey.responses}}份。'

  test('stands in its chapter with the values of today, and says which fields do not exist', () => {
    for (const outline of ['assessment', 'analysis'] as const) {
      const printed = words(reportOf(outline, withCase({ narratives: { factors: text } })).blocks)
      expect(printed).toContain(`共有${EXAMPLE_CASE.factors.length}项因素。`)
      expect(printed).toContain('第二段【没有“nothing.here”这一数据项】')
      expect(printed).toContain('补充说明引用了不存在的数据项：nothing.here。')
      expect(printed).not.toContain('{{')
    }
  })

  test('whoever prints is told of unknown fields and of numbers that equal no result', () => {
    const input = withCase({ narratives: { factors: text, advice: '另有98765户。' } })
    expect(narrativeWarnings(input)).toEqual([
      { kind: 'unknown-fields', names: 'nothing.here' },
      { kind: 'unbound-numbers', count: 1, numbers: '98765' },
    ])
    expect(narrativeWarnings(EXAMPLE_INPUT)).toEqual([])
    expect(
      narrativeWarnings(
        withCase({ narratives: { level: '本事项为低风险，可以实施。', advice: '属低风险。' } }),
      ),
    ).toEqual([{ kind: 'hand-typed-conclusions', count: 3, words: '低风险、可以实施' }])
  })
})

describe('a draft', () => {
  test('states no level, decision or economic verdict that the results do not give', () => {
    let seen = 0
    for (const input of states()) {
      const { verdict, economics } = input.results
      const given = verdict.status === 'given' ? verdict : null
      const text = NARRATIVE_IDS.map((id) => resolvedText(draftOf(id, input), fieldValues(input))).join('\n')
      const others = [
        ...LEVELS.filter((level) => level !== given?.level && level !== given?.initialLevel).map(
          (l) => LEVEL[l],
        ),
        ...ECONOMIC.filter((e) => !(economics.ok && economics.value.verdict === e)).map(
          (e) => ECONOMIC_VERDICT[e],
        ),
        ...(['implement', 'partial', 'defer', 'reject'] as const)
          .filter((decision) => !given?.decisions.includes(decision))
          .map((decision) => DECISION[decision]),
      ]
      for (const word of others) expect(text).not.toContain(word)
      if (given) expect(text).toContain(`落实措施后的风险等级为${LEVEL[given.level]}`)
      else expect(text).toContain('本项评估尚不能作出结论。')
      seen += 1
    }
    expect(seen).toBe(86)
  })

  test('names only fields that exist and have a value, and writes no number of its own', () => {
    for (const input of [EXAMPLE_INPUT, EMPTY_INPUT]) {
      const fields = fieldValues(input)
      for (const id of NARRATIVE_IDS) {
        const text = draftOf(id, input)
        expect(text).not.toBe('')
        expect(unknownFields(text, fields)).toEqual([])
        expect(resolvedText(text, fields)).not.toContain('无数据】')
        expect(unboundNumerals(text, fields)).toEqual([])
        expect(handTypedConclusions(text)).toEqual([])
      }
    }
  })
})
