/**
 * Entered paper as a table: one form a row, one column per question, row of a matrix or thing to be ranked. Options are
 * given by the numbers printed on the form or by their words.
 */
import { z } from 'zod'
import { type TableColumn, type TableRows, tableRows } from '../../table-rows.ts'
import { otherOption } from '../question-types/base.ts'
import { numberOf, type Question, type Questionnaire } from '../questionnaire.ts'
import { ANSWER_FIELD, type Answers, OTHER, readAnswers } from '../response.ts'
import { onPaper } from './paper-answers.ts'
import { parseSerial, type Serial, serialText } from './serial.ts'

export interface PaperRow {
  readonly serial: Serial
  readonly answers: Answers
}

const SERIAL = 'serial'
const SERIAL_HEADING = '编号'
const LONGEST_HEADING = 40

const short = (text: string) => {
  const line = text.replace(/\s+/g, ' ')
  return [...line].length > LONGEST_HEADING ? `${[...line].slice(0, LONGEST_HEADING).join('')}…` : line
}

function columnsOf(question: Question, number: number): TableColumn<string>[] {
  const field = ANSWER_FIELD + question.id
  switch (question.type) {
    case 'info':
      return []
    case 'matrix':
      return question.rows.map((row, i) => ({
        heading: `${number}.${i + 1} ${short(row.label)}`,
        field: `${field}.${row.id}`,
      }))
    case 'ranking':
      return question.options.map((option, i) => ({
        heading: `${number}.${i + 1} ${short(option.label)}（名次）`,
        field: `${field}.${option.id}`,
      }))
    case 'single':
    case 'multiple': {
      const own = { heading: `${number} ${short(question.title)}`, field }
      return otherOption(question.options)
        ? [own, { heading: `${number} 其他说明`, field: `${field}.${OTHER}` }]
        : [own]
    }
    case 'scale':
    case 'number':
    case 'date':
    case 'text':
      return [{ heading: `${number} ${short(question.title)}`, field }]
  }
}

/** The serial, then every column in the order of the form. */
export function answerColumns(questionnaire: Questionnaire): TableColumn<string>[] {
  return [
    { heading: SERIAL_HEADING, field: SERIAL },
    ...questionnaire.questions.flatMap((question) => {
      const number = numberOf(questionnaire, question.id)
      return number === null ? [] : columnsOf(question, number)
    }),
  ]
}

interface Choice {
  readonly id: string
  readonly label: string
}

/** Stands before what is no option, because no id begins with it: the question then refuses it. */
const NO_OPTION = '?'
const BETWEEN = /^[、,，;；\s]+/
const NUMBER = /^\d{1,2}$/
/** Full-width digits and letters as half-width, runs of spaces as one: words compare as people read them. */
const read = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim()

/**
 * The id of an option by its printed number, else by its words. Never by its id: the columns of a matrix that was a scale are
 * called 1 to 5 whatever became of them, and once one is removed their ids are other numbers than the printed ones.
 */
function optionIn(options: readonly Choice[], cell: string): string {
  const text = read(cell)
  const numbered = NUMBER.test(text) ? options[Number(text) - 1] : undefined
  return (numbered ?? options.find(({ label }) => read(label) === text))?.id ?? NO_OPTION + text
}

/**
 * Several options in one cell. Words of an option may contain any of the marks that stand between options, so at each place the
 * longest words that end before a mark are taken whole.
 */
function optionsIn(options: readonly Choice[], cell: string): string[] {
  const longestFirst = options
    .map(({ label }) => read(label))
    .toSorted((one, other) => other.length - one.length)
  const found: string[] = []
  for (let rest = read(cell).replace(BETWEEN, ''); rest !== ''; ) {
    const ends = (label: string) => rest.length === label.length || BETWEEN.test(rest.slice(label.length))
    const words = longestFirst.find((label) => rest.startsWith(label) && ends(label))
    const part = words ?? rest.split(/[、,，;；\s]/)[0] ?? rest
    found.push(optionIn(options, part))
    rest = rest.slice(part.length).replace(BETWEEN, '')
  }
  return found
}

function sentIn(question: Question, cell: string): string[] {
  if (cell === '') return []
  switch (question.type) {
    case 'single':
    case 'matrix':
      return [optionIn(question.options, cell)]
    case 'scale':
      return [
        optionIn(
          question.labels.map((label, i) => ({ id: String(i + 1), label })),
          cell,
        ),
      ]
    case 'multiple':
      return optionsIn(question.options, cell)
    case 'ranking':
    case 'number':
    case 'date':
    case 'text':
    case 'info':
      return [cell]
  }
}

type Cells = Readonly<Record<string, string>>

function fieldsIn(questionnaire: Questionnaire, cells: Cells): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([field, cell]) => {
      if (field === SERIAL) return []
      const [id = '', part] = field.slice(ANSWER_FIELD.length).split('.')
      const question = questionnaire.questions.find((candidate) => candidate.id === id)
      if (!question) return []
      const sent = part === OTHER ? (cell === '' ? [] : [cell]) : sentIn(question, cell)
      return sent.length === 0 ? [] : [[field, sent]]
    }),
  )
}

/** What a table of entered forms says; nothing of it where a single cell is wrong. */
export function paperRows(
  table: readonly (readonly string[])[],
  questionnaire: Questionnaire,
): TableRows<PaperRow> {
  const asked = onPaper(questionnaire)
  const columns = answerColumns(questionnaire)
  const fieldOf = (questionId: string) =>
    columns.find(({ field }) => field.split('.')[1] === questionId)?.field ?? SERIAL
  const shape = z.custom<Cells>().transform((cells, context): PaperRow => {
    const serial = parseSerial(cells[SERIAL] ?? '')
    const { answers, faults } = readAnswers(asked, fieldsIn(asked, cells))
    const complain = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (!serial.ok) complain(SERIAL, serial.reason)
    for (const { questionId, reason } of faults) complain(fieldOf(questionId), reason)
    if (faults.length === 0 && Object.keys(answers).length === 0) complain(SERIAL, 'empty-response')
    return { serial: serial.ok ? serial.value : { batch: 0, n: 0 }, answers }
  })
  return tableRows(
    table,
    columns,
    shape,
    (cells) => cells,
    ({ serial }) => serialText(serial),
  )
}
