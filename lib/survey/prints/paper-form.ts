/**
 * 纸质问卷: the published questionnaire as a form to fill in with a pen.
 *
 * The same questions in the same order and words as on the telephone: what differs between channels must be the people,
 * not the question. Options carry the numbers by which answers are keyed in.
 */
import { directionOf, localized } from '../localized.ts'
import type { QuestionWords } from '../question-types/question-words.ts'
import { groupBatteries } from '../question-types/scale/battery.ts'
import { numberOf, type Question, type Questionnaire } from '../questionnaire.ts'
import { askedIfWords } from '../show-if-words.ts'
import { filled, type PaperWords, paperWords } from './paper-words.ts'
import { type DrawCode, type PrintDate, printDate, type Squares } from './print-parts.ts'

interface PaperOption {
  readonly n: number
  readonly label: string
  readonly other: boolean
}

export interface PaperQuestion {
  readonly kind: 'options' | 'grid' | 'ranks' | 'blank' | 'lines' | 'info'
  readonly section: string | null
  readonly number: string | null
  readonly title: string
  /** How to answer, and for whom the question is. */
  readonly notes: readonly string[]
  readonly askedIf: string | null
  readonly options: readonly PaperOption[]
  /** Options side by side. */
  readonly columns: number
  readonly rows: readonly { readonly number: string | null; readonly label: string }[]
  /** Lines to write on; characters before and after a blank. */
  readonly lines: number
  readonly blanks: readonly { readonly squares: number; readonly after: string }[]
}

export interface PaperForm {
  readonly kind: 'paper-form'
  readonly title: string
  readonly author: string
  readonly introduction: string
  readonly group: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly words: PaperWords
  readonly questions: readonly PaperQuestion[]
  /** One form per serial; a serial of null is a specimen. */
  readonly forms: readonly { readonly serial: string | null; readonly squares: Squares | null }[]
  readonly date: PrintDate
}

/** Labels as long as these fit so many to a line; Han characters count double. */
const ACROSS = [
  { width: 11, columns: 4 },
  { width: 18, columns: 3 },
  { width: 30, columns: 2 },
] as const
const CHARACTERS_A_LINE = 40
const MOST_LINES = 8

const widthOf = (text: string) =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? 2 : 1), 0)

function columnsFor(options: readonly PaperOption[]): number {
  const widest = Math.max(...options.map(({ label, other }) => widthOf(label) + (other ? 30 : 0)))
  return ACROSS.find(({ width }) => widest <= width)?.columns ?? 1
}

const numbered = (
  options: readonly { readonly label: string; readonly other?: true | undefined }[],
): PaperOption[] => options.map(({ label, other }, i) => ({ n: i + 1, label, other: other === true }))

function layoutOf(
  question: Question,
  words: PaperWords,
): Partial<PaperQuestion> & Pick<PaperQuestion, 'kind'> {
  switch (question.type) {
    case 'single': {
      const options = numbered(question.options)
      return { kind: 'options', notes: [words.one], options, columns: columnsFor(options) }
    }
    case 'multiple': {
      const options = numbered(question.options)
      const bounds = [
        question.atLeast === undefined ? '' : filled(words.atLeast, { n: question.atLeast }),
        question.atMost === undefined ? '' : filled(words.atMost, { n: question.atMost }),
      ].filter((note) => note !== '')
      return { kind: 'options', notes: [words.many, ...bounds], options, columns: columnsFor(options) }
    }
    case 'scale': {
      const options = numbered(question.labels.map((label) => ({ label })))
      return { kind: 'options', notes: [words.one], options, columns: columnsFor(options) === 4 ? 5 : 1 }
    }
    case 'matrix':
      return {
        kind: 'grid',
        notes: [words.rows],
        options: numbered(question.options),
        rows: question.rows.map(({ label }) => ({ number: null, label })),
      }
    case 'ranking':
      return {
        kind: 'ranks',
        notes: [filled(words.ranking, { n: question.places })],
        options: numbered(question.options),
      }
    case 'number':
      return {
        kind: 'blank',
        notes: [filled(words.number, { min: question.min, max: question.max })],
        blanks: [{ squares: 6, after: question.unit ?? '' }],
      }
    case 'date': {
      const month = question.precision === 'month'
      const blanks = [
        { squares: 4, after: '年' },
        { squares: 2, after: '月' },
        { squares: 2, after: '日' },
      ]
      return {
        kind: 'blank',
        notes: [month ? words.month : words.day],
        blanks: month ? blanks.slice(0, 2) : blanks,
      }
    }
    case 'text':
      return {
        kind: 'lines',
        notes: [words.text],
        lines: Math.max(2, Math.min(MOST_LINES, Math.ceil(question.maxLength / CHARACTERS_A_LINE))),
      }
    case 'info':
      return { kind: 'info', notes: [question.body] }
  }
}

const EMPTY = {
  section: null,
  askedIf: null,
  notes: [],
  options: [],
  columns: 1,
  rows: [],
  lines: 0,
  blanks: [],
}

function paperQuestions(
  questionnaire: Questionnaire,
  words: PaperWords,
  say: QuestionWords,
): PaperQuestion[] {
  const numberText = (question: Question) => numberOf(questionnaire, question.id)?.toString() ?? null
  return groupBatteries(questionnaire.questions).flatMap((group): PaperQuestion[] => {
    const [first] = group
    if (!first) return []
    const head = {
      ...EMPTY,
      section: first.section ?? null,
      askedIf: askedIfWords(questionnaire, first, say),
    }
    if (group.length > 1 && first.type === 'scale')
      return [
        {
          ...head,
          kind: 'grid',
          number: `${numberText(first)}–${numberText(group.at(-1) ?? first)}`,
          title: '',
          notes: [words.rows],
          options: numbered(first.labels.map((label) => ({ label }))),
          rows: group.map((question) => ({ number: numberText(question), label: question.title })),
        },
      ]
    return [{ ...head, number: numberText(first), title: first.title, ...layoutOf(first, words) }]
  })
}

/** @param say the phrases of the residents' page in the same language; they word the conditions. */
export function paperForm(
  survey: {
    readonly questionnaire: Questionnaire
    readonly language: string
    readonly group: string
    readonly assessor: string
    readonly day: string
  },
  serials: readonly string[] | null,
  say: QuestionWords,
  draw: DrawCode,
): PaperForm {
  const words = paperWords(survey.language)
  const questionnaire = localized(survey.questionnaire, survey.language)
  return {
    kind: 'paper-form',
    title: questionnaire.title,
    author: survey.assessor,
    introduction: questionnaire.introduction,
    group: survey.group,
    language: survey.language,
    direction: directionOf(survey.language),
    words,
    questions: paperQuestions(questionnaire, words, say),
    forms: serials?.map((serial) => ({ serial, squares: draw(serial) })) ?? [{ serial: null, squares: null }],
    date: printDate(survey.day),
  }
}
