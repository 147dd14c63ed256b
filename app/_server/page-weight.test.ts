import { expect, test } from 'vitest'
import { EXAMPLE_CASE } from '../../lib/report/example-input.fixture.ts'
import { isTooHeavy } from '../../lib/survey/page-weight.ts'
import { weighPages } from './page-weight.ts'

test('the residents’ door, run as a program, says what the page of a draft weighs, and that a bloated one is too heavy', async () => {
  const survey = EXAMPLE_CASE.survey!
  const weighed = await weighPages(EXAMPLE_CASE)
  if (!weighed.ok) throw new Error(weighed.reason)
  expect(weighed.value.map(({ language }) => language)).toEqual(['zh-CN'])
  expect(weighed.value.some(isTooHeavy)).toBe(false)
  // Words that do not repeat, as a compressor would make nothing of those that do.
  const words = (n: number) =>
    Array.from({ length: 150 }, (_, i) =>
      String.fromCharCode(0x4e00 + ((n * 7919 + i * 104729) % 20000)),
    ).join('')
  const bloated = {
    ...survey,
    questionnaire: {
      ...survey.questionnaire,
      questions: survey.questionnaire.questions.map((question, n) => ({ ...question, title: words(n) })),
    },
  }
  const heavy = await weighPages({ ...EXAMPLE_CASE, survey: bloated })
  expect(heavy.ok && heavy.value.every(isTooHeavy)).toBe(true)
}, 60_000)

test('nothing is weighed where no questionnaire was saved', async () => {
  expect(await weighPages({ ...EXAMPLE_CASE, survey: null })).toMatchObject({ reason: 'no-questionnaire' })
})
