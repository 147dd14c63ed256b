/** The counts of a survey as a file: a workbook for offices, one long table for programs, JSON for both. */
import type { Locale } from '../../lib/messages/messages.ts'
import type { SurveyExport } from '../../lib/survey/export/survey-export.ts'
import { messagesOf } from './locale.ts'
import { type Sheet, type TableCell, writeCsv, writeWorkbook } from './spreadsheet/write.ts'

export const EXPORT_FORMATS = ['xlsx', 'csv', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const EXPORT_TYPE = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const satisfies Record<ExportFormat, string>

export async function exportFile(
  content: SurveyExport,
  format: ExportFormat,
  locale: Locale,
): Promise<Uint8Array> {
  const text = (words: string) => new TextEncoder().encode(words)
  if (format === 'json') return text(`${JSON.stringify(content, null, 2)}\n`)
  const counts = countSheet(content, locale)
  if (format === 'csv')
    return text(
      writeCsv(
        counts.columns.map(({ heading }) => heading),
        counts.rows,
      ),
    )
  return writeWorkbook([aboutSheet(content, locale), counts, codebookSheet(content, locale)])
}

function countSheet({ counts, codebook, groups }: SurveyExport, locale: Locale): Sheet {
  const { sheets, columns, all, withheld } = messagesOf(locale).survey.export
  const titles = new Map(codebook.map(({ questionId, title }) => [questionId, title]))
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  return {
    name: sheets.counts,
    columns: [
      { heading: columns.number },
      { heading: columns.questionId },
      { heading: columns.question, width: 40 },
      { heading: columns.part, width: 20 },
      { heading: columns.answer, width: 24 },
      { heading: columns.group, width: 20 },
      { heading: columns.n },
      { heading: columns.answered },
      { heading: columns.share },
    ],
    rows: counts.map(({ question, questionId, part, answer, groupId, n, answered }): TableCell[] => [
      question,
      questionId,
      titles.get(questionId) ?? '',
      part,
      answer,
      groupId === null ? all : (names.get(groupId) ?? groupId),
      n ?? (answer === '' ? null : withheld),
      answered,
      n === null || !answered ? null : Number((n / answered).toFixed(6)),
    ]),
  }
}

function codebookSheet({ codebook }: SurveyExport, locale: Locale): Sheet {
  const { sheets, columns, yes, no } = messagesOf(locale).survey.export
  const { types } = messagesOf(locale).survey
  return {
    name: sheets.codebook,
    columns: [
      { heading: columns.number },
      { heading: columns.questionId },
      { heading: columns.question, width: 50 },
      { heading: columns.type },
      { heading: columns.required },
      { heading: columns.askedIf, width: 16 },
      { heading: columns.indices, width: 16 },
      { heading: columns.options, width: 60 },
    ],
    rows: codebook.map((one): TableCell[] => [
      one.question,
      one.questionId,
      one.title,
      types[one.type as keyof typeof types] ?? one.type,
      one.required ? yes : no,
      one.askedIf.join(' '),
      one.indices.join(' '),
      one.options.map(({ id, label }) => `${id}=${label}`).join('\n'),
    ]),
  }
}

function aboutSheet(content: SurveyExport, locale: Locale): Sheet {
  const { sheets, columns, about } = messagesOf(locale).survey.export
  return {
    name: sheets.about,
    columns: [
      { heading: columns.item, width: 24 },
      { heading: columns.value, width: 80 },
    ],
    rows: [
      [about.matter, content.matter],
      [about.title, content.title],
      [about.publishedOn, content.publishedOn],
      [about.closedOn, content.closedOn],
      [about.responses, content.responses],
      ...content.groups.map(({ name, responses }): TableCell[] => [`${about.of}${name}`, responses]),
      [about.rule, about.ruleText.replaceAll('{k}', String(content.fewest))],
      [about.noAnswers, about.noAnswersText],
      [about.engine, `${content.engineVersion} / ${content.schemeId}`],
      [about.root, content.merkleRoot],
    ],
  }
}
