/** An answer in the words of the questionnaire, to be held against the paper. */
import { optionsOf, type Question, type Questionnaire } from '../questionnaire.ts'
import type { Answer, Answers } from '../response.ts'

function wordsOf(question: Question, answer: Answer | undefined): string {
  if (answer === undefined) return ''
  const label = (id: string) => {
    const options = question.type === 'ranking' ? question.options : optionsOf(question)
    return options.find((option) => option.id === id)?.label ?? id
  }
  if (typeof answer === 'string') return label(answer)
  if (Array.isArray(answer))
    return question.type === 'ranking' ? answer.map(label).join(' > ') : answer.map(label).join('、')
  return Object.entries(answer)
    .map(([row, option]) => label(`${row}:${option}`))
    .join('；')
}

/** The question and the words of the answer under a key of answers, `<question id>` or `<question id>.other`. */
export function answerAt(
  questionnaire: Questionnaire,
  key: string,
  answers: Answers,
): { readonly title: string; readonly words: string } {
  const [questionId] = key.split('.')
  const question = questionnaire.questions.find(({ id }) => id === questionId)
  if (!question) return { title: key, words: '' }
  const answer = answers[key]
  return key === question.id
    ? { title: question.title, words: wordsOf(question, answer) }
    : { title: question.title, words: typeof answer === 'string' ? answer : '' }
}
