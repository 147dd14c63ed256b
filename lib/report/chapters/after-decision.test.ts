import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../../assessment/case-file.ts'
import { compute } from '../../verdict/compute.ts'
import { EXAMPLE_CASE } from '../example-input.fixture.ts'
import { lookingBack } from './looking-back.ts'
import { secondSurvey } from './second-survey.ts'

const input = (caseFile: CaseFile) => ({ caseFile, results: compute(caseFile) })
const textOf = (caseFile: CaseFile, chapter: typeof secondSurvey) => JSON.stringify(chapter(input(caseFile)))

describe('a second survey', () => {
  const { questionnaire, tally } = EXAMPLE_CASE.survey!
  const earlier = { id: 's0', closedOn: '2025-03-01', questionnaire, tally: tally! }

  test('is not mentioned where only one was held', () => {
    expect(secondSurvey(input(EXAMPLE_CASE))).toEqual([])
  })

  test('that is still open is not compared', () => {
    const open: CaseFile = {
      ...EXAMPLE_CASE,
      earlierSurvey: earlier,
      survey: { ...EXAMPLE_CASE.survey!, state: 'published', tally: null, closedOn: null },
    }
    expect(textOf(open, secondSurvey)).toContain('尚未结束')
  })

  test('with the same answers shows no change, with every count', () => {
    const text = textOf({ ...EXAMPLE_CASE, earlierSurvey: earlier }, secondSurvey)
    expect(text).toContain('2025年3月1日')
    expect(text).toContain('有0道题的回答分布有显著变化')
    expect(text).toContain('"1.000"')
  })
})

describe('looking back', () => {
  const [first, ...rest] = EXAMPLE_CASE.factors
  const looked: CaseFile = {
    ...EXAMPLE_CASE,
    followUp: {
      ...EXAMPLE_CASE.followUp,
      postEvaluation: {
        heldOn: '2027-05-10',
        evaluator: '县委政法委',
        lessons: '补偿款发放宜早公示。',
        recommendation: 'adjust',
        factors: [{ factorId: first!.id, occurrence: 'serious', note: '2027年1月发生集体上访一次。' }],
      },
    },
  }

  test('is silent until somebody did', () => {
    expect(lookingBack(input(EXAMPLE_CASE))).toEqual([])
  })

  test('lays what was foreseen beside what happened, and says what nobody filled in', () => {
    const text = textOf(looked, lookingBack)
    expect(text).toContain('2027年5月10日')
    expect(text).toContain('集体上访一次')
    expect(text.match(/未填写/g)).toHaveLength(rest.length)
    expect(text).toContain('调整措施')
  })

  test('calls a factor underestimated that was foreseen small and came about seriously', () => {
    const small: CaseFile = {
      ...looked,
      factors: looked.factors.map((factor, i) =>
        i === 0 ? { ...factor, residualProbability: 0.1, residualImpact: 0.1 } : factor,
      ),
    }
    expect(textOf(small, lookingBack)).toContain('其中1个因素当时估计较低')
    const large: CaseFile = {
      ...looked,
      factors: looked.factors.map((factor, i) =>
        i === 0
          ? {
              ...factor,
              initialProbability: 0.9,
              initialImpact: 0.9,
              residualProbability: 0.9,
              residualImpact: 0.9,
            }
          : factor,
      ),
    }
    expect(textOf(large, lookingBack)).toContain('没有估计较低')
  })
})
