import fc from 'fast-check'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { intake } from '../../messages/zh-CN/intake.ts'
import { everyTypeQuestionnaire, someAnswers } from '../questionnaire.fixture.ts'
import { numberOf, type Question } from '../questionnaire.ts'
import { type AnswerFields, fieldsOf, parseResponse, sentTo } from '../response.ts'
import { askedIfWords } from '../show-if-words.ts'
import { QuestionFace } from './faces.tsx'
import type { QuestionWords } from './question-words.ts'

const questionnaire = everyTypeQuestionnaire()
const words: QuestionWords = (key, values = {}) =>
  intake.question[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

function face(question: Question, fields: AnswerFields, error: string | null = null): ReactElement {
  return (
    <QuestionFace
      question={question}
      number={numberOf(questionnaire, question.id)}
      total={9}
      sent={sentTo(question, fields)}
      error={error === null ? null : { message: error }}
      words={words}
      askedIf={askedIfWords(questionnaire, question, words)}
    />
  )
}

const unescaped = (text: string) =>
  text.replace(
    /&(lt|gt|quot|#x27|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#x27': "'", amp: '&' })[name] ?? '',
  )
const attribute = (tag: string, name: string) =>
  unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** What a browser would send for the markup as it stands: its defaults, without a script. */
function sentBy(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  const put = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), value]
  }
  for (const [tag] of html.matchAll(/<input[^>]*>/g))
    if (attribute(tag, 'type') === 'text' || tag.includes('checked=""'))
      put(attribute(tag, 'name'), attribute(tag, 'value'))
  for (const [, tag = '', value = ''] of html.matchAll(/(<textarea[^>]*>)\n?([^<]*)</g))
    put(attribute(tag, 'name'), unescaped(value))
  for (const [, tag = '', inner = ''] of html.matchAll(/(<select[^>]*>)(.*?)<\/select>/g))
    put(attribute(tag, 'name'), attribute(/<option[^>]*selected=""[^>]*>/.exec(inner)?.[0] ?? '', 'value'))
  return fields
}

test('a page that comes back after a mistake sends again exactly what had been answered', () => {
  fc.assert(
    fc.property(someAnswers(questionnaire), (answers) => {
      if (Object.keys(answers).length === 0) return
      const fields = fieldsOf(questionnaire, answers)
      const html = questionnaire.questions
        .map((question) => renderToStaticMarkup(face(question, fields)))
        .join('')
      expect(parseResponse(questionnaire, sentBy(html))).toEqual({ ok: true, value: answers })
    }),
    { numRuns: 60 },
  )
})

describe.each(questionnaire.questions.filter(({ type }) => type !== 'info'))('$type $id', (question) => {
  const html = renderToStaticMarkup(face(question, {}, '请更正'))

  test('every control has a label, every id is there once', () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [tag] of html.matchAll(/<(?:input|select|textarea)[^>]*>/g))
      expect(html).toContain(`for="${attribute(tag, 'id')}"`)
  })

  test('the error is tied to a control or to the group', () => {
    expect(html).toContain(`id="q.${question.id}.error"`)
    expect(html).toMatch(new RegExp(`aria-describedby="[^"]*q\\.${question.id}\\.error`))
  })

  test('no table: it would not fit 320 pixels', () => {
    expect(html).not.toContain('<table')
  })
})

test('a condition is said in words, and the browser does not insist on an answer', () => {
  const html = renderToStaticMarkup(face(questionnaire.questions[2]!, {}))
  expect(html).toContain('如第1题选了“选项oppose”，请回答这一题')
  expect(html).not.toContain('required=""')
})
