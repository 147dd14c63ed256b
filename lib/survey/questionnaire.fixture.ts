/** A questionnaire with every question type and every rule, and answers to it at random: what the survey's tests ask. */
import fc from 'fast-check'
import type { Answer } from './question-types/question-type.ts'
import { type Question, type Questionnaire, questionnaireShape } from './questionnaire.ts'
import { type Answers, otherKey } from './response.ts'
import { isAsked } from './show-if.ts'

const options = (...ids: string[]) => ids.map((id) => ({ id, label: `选项${id}` }))

export function everyTypeQuestionnaire(): Questionnaire {
  return questionnaireShape.parse({
    title: '各类题型',
    introduction: '说明',
    questions: [
      { id: 'about', title: '请先阅读', required: false, type: 'info', body: '本项目占地约20亩。' },
      {
        id: 'attitude',
        title: '您的态度',
        required: false,
        type: 'single',
        options: [...options('support', 'oppose'), { id: 'else', label: '其他', other: true }],
      },
      {
        id: 'why',
        title: '反对的理由',
        required: true,
        type: 'multiple',
        options: [...options('noise', 'price', 'air'), { id: 'else', label: '其他', other: true }],
        atMost: 3,
        showIf: { match: 'any', conditions: [{ questionId: 'attitude', optionIds: ['oppose'] }] },
      },
      {
        id: 'grade',
        title: '满意吗',
        required: false,
        type: 'scale',
        labels: ['很好', '好', '一般', '差', '很差'],
        section: '满意程度',
      },
      {
        id: 'parts',
        title: '各方面',
        required: false,
        type: 'matrix',
        rows: options('r1', 'r2', 'r3', 'r4'),
        options: options('a', 'b', 'c'),
      },
      {
        id: 'order',
        title: '先后',
        required: false,
        type: 'ranking',
        options: options('x', 'y', 'z'),
        places: 2,
        showIf: {
          match: 'all',
          conditions: [
            { questionId: 'parts', rowId: 'r1', optionIds: ['a', 'b'] },
            { questionId: 'why', optionIds: ['noise'] },
          ],
        },
      },
      {
        id: 'area',
        title: '面积',
        required: false,
        type: 'number',
        unit: '亩',
        min: -5,
        max: 95,
        decimals: 1,
      },
      { id: 'moved', title: '搬来的日子', required: false, type: 'date', precision: 'day' },
      { id: 'since', title: '何时知道', required: false, type: 'date', precision: 'month' },
      { id: 'demands', title: '意见', required: false, type: 'text', maxLength: 50 },
    ],
    indices: {
      satisfaction: null,
      support: null,
      confidence: null,
      opposition: { questionIds: ['attitude'], optionIds: ['oppose'] },
    },
  })
}

function answerTo(question: Question): fc.Arbitrary<Answer | undefined> {
  switch (question.type) {
    case 'single':
      return fc.constantFrom(...question.options.map(({ id }) => id))
    case 'multiple':
      return fc.subarray(
        question.options.map(({ id }) => id),
        { minLength: question.atLeast ?? 1, maxLength: question.atMost ?? question.options.length },
      )
    case 'scale':
      return fc.constantFrom('1', '2', '3', '4', '5')
    case 'matrix':
      return fc
        .subarray(
          question.rows.map(({ id }) => id),
          { minLength: question.required ? question.rows.length : 1 },
        )
        .chain((rows) =>
          fc.record(
            Object.fromEntries(
              rows.map((row) => [row, fc.constantFrom(...question.options.map(({ id }) => id))]),
            ),
          ),
        )
        .map((given) => ({ ...given }))
    case 'ranking':
      return fc.shuffledSubarray(
        question.options.map(({ id }) => id),
        { minLength: question.places, maxLength: question.places },
      )
    case 'number':
      return fc
        .integer({ min: question.min * 10 ** question.decimals, max: question.max * 10 ** question.decimals })
        .map((n) => String(n / 10 ** question.decimals))
    case 'date':
      return fc
        .date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, question.precision === 'day' ? 10 : 7))
    case 'text':
      return fc
        .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 10 })
        .map((words) => words.trim())
        .filter((words) => words !== '' && !/\p{Cc}/u.test(words) && [...words].length <= question.maxLength)
    case 'info':
      return fc.constant(undefined)
  }
}

/** Answers somebody could give: nothing to questions not asked, anything possible to the others. */
export function someAnswers(questionnaire: Questionnaire): fc.Arbitrary<Answers> {
  const drawn = questionnaire.questions.map((question) => {
    const answer = answerTo(question)
    return question.required ? answer : fc.option(answer, { nil: undefined })
  })
  return fc.tuple(fc.tuple(...drawn), fc.boolean()).map(([given, explains]) => {
    const answers: Record<string, Answer> = {}
    questionnaire.questions.forEach((question, i) => {
      const answer = given[i]
      if (answer === undefined || !isAsked(question, answers)) return
      answers[question.id] = answer
      if (explains && [answer].flat().includes('else')) answers[otherKey(question.id)] = '另有原因'
    })
    return answers
  })
}
