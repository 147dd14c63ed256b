/** The exported counts of a survey as a workbook, as long tables with their codebook in one archive, or as JSON. */
import { strToU8, zipSync } from 'fflate'
import type { createTranslator } from 'use-intl/core'
import type { AllMessages } from '../../lib/messages/zh-CN.ts'
import type { ExportFormat } from '../../lib/survey/export/export-format.ts'
import type {
  CodebookEntry,
  CountEntry,
  EstimateEntry,
  SurveyExport,
} from '../../lib/survey/export/survey-export.ts'
import { type Sheet, type TableCell, writeCsv, writeWorkbook } from './spreadsheet/write.ts'

type Words<Area extends keyof AllMessages> = ReturnType<typeof createTranslator<AllMessages, Area>>

export interface SurveyFileWords {
  readonly t: Words<'surveyExport'>
  readonly survey: Words<'survey'>
}

export const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'application/zip',
  json: 'application/json; charset=utf-8',
} as const satisfies Record<ExportFormat, string>

/** A table without its codebook is a riddle, so CSV comes as several tables in one archive. */
export const EXTENSIONS = { xlsx: 'xlsx', csv: 'zip', json: 'json' } as const satisfies Record<
  ExportFormat,
  string
>

/** Equal exports are equal files; the day is not told by the archive. */
const ZIP_TIME = new Date(1980, 0, 1)

export async function surveyFile(
  format: ExportFormat,
  exported: SurveyExport,
  words: SurveyFileWords,
): Promise<Uint8Array> {
  if (format === 'json') return strToU8(`${JSON.stringify(exported, null, 2)}\n`)
  const sheets = {
    counts: countSheet(exported, words),
    estimates: estimateSheet(exported, words),
    fieldwork: fieldworkSheet(exported, words),
    codebook: codebookSheet(exported, words),
    about: aboutSheet(exported, words),
  }
  if (format === 'xlsx') return writeWorkbook(Object.values(sheets))
  const csv = ({ columns, rows }: Sheet) =>
    strToU8(
      writeCsv(
        columns.map(({ heading }) => heading),
        rows,
      ),
    )
  const files = Object.entries(sheets).map(([name, sheet]) => [`${name}.csv`, csv(sheet)] as const)
  return zipSync(Object.fromEntries(files), { mtime: ZIP_TIME })
}

function countSheet({ counts }: SurveyExport, { t, survey }: SurveyFileWords): Sheet {
  const columns = {
    number: (entry) => entry.number,
    questionId: (entry) => entry.questionId,
    type: (entry) => survey(`types.${entry.type}`),
    question: (entry) => entry.question,
    rowId: (entry) => entry.rowId,
    row: (entry) => entry.row,
    categoryId: (entry) => entry.categoryId,
    category: (entry) => entry.category,
    groupId: (entry) => entry.groupId,
    group: (entry) => entry.group ?? t('all'),
    answered: (entry) => entry.answered,
    count: (entry) => entry.count,
    hidden: (entry) => t(entry.hidden ? 'yes' : 'no'),
    share: (entry) => entry.share,
    low: (entry) => entry.low,
    high: (entry) => entry.high,
  } as const satisfies Record<string, (entry: CountEntry) => TableCell>
  const names = Object.keys(columns) as (keyof typeof columns)[]
  return {
    name: t('sheets.counts'),
    columns: names.map((name) => ({
      heading: t(`columns.${name}`),
      ...(name === 'question' || name === 'category' ? { width: 40 } : {}),
    })),
    rows: counts.map((entry) => names.map((name) => columns[name](entry))),
  }
}

function estimateSheet({ estimates }: SurveyExport, { t, survey }: SurveyFileWords): Sheet {
  const columns = {
    index: (entry) => entry.index && survey(`indices.${entry.index}`),
    questionId: (entry) => entry.questionId,
    categoryId: (entry) => entry.categoryId,
    category: (entry) => entry.category,
    groupId: (entry) => entry.groupId,
    group: (entry) => entry.group ?? t('all'),
    weighted: (entry) => survey(entry.weighted ? 'estimates.weighted' : 'estimates.plain'),
    share: (entry) => entry.share,
    low: (entry) => entry.low,
    high: (entry) => entry.high,
    coarse: (entry) => t(entry.coarse ? 'yes' : 'no'),
    reason: (entry) => entry.reason && survey(`estimates.reasons.${entry.reason}`),
  } as const satisfies Record<string, (entry: EstimateEntry) => TableCell>
  const names = Object.keys(columns) as (keyof typeof columns)[]
  return {
    name: t('sheets.estimates'),
    columns: names.map((name) => ({ heading: t(`columns.${name}`) })),
    rows: estimates.entries.map((entry) => names.map((name) => columns[name](entry))),
  }
}

/** Groups, then channels, then the account at closing: one line each, so that it stays one table. */
function fieldworkSheet({ fieldwork: work }: SurveyExport, { t, survey }: SurveyFileWords): Sheet {
  const words = (key: Parameters<typeof survey>[0]) => survey(key)
  const account = work.account
  return {
    name: t('sheets.fieldwork'),
    columns: [
      { heading: t('columns.item'), width: 24 },
      { heading: words('fieldwork.households') },
      { heading: words('fieldwork.invited') },
      { heading: words('fieldwork.accepted') },
      { heading: words('fieldwork.counted') },
      { heading: words('fieldwork.unheard') },
    ],
    rows: [
      ...work.groups.map(({ group, households, invited, responses, unheard }) => [
        group,
        households,
        invited,
        null,
        responses,
        unheard,
      ]),
      ...work.channels.map(({ channel, accepted, counted }) => [
        words(`fieldwork.channels.${channel}`),
        null,
        null,
        accepted,
        counted,
        null,
      ]),
      ...(account
        ? [
            [words('fieldwork.accountLines.receipts'), null, null, account.receipts, null, null],
            [words('fieldwork.accountLines.unreadable'), null, null, account.unreadable, null, null],
          ]
        : []),
      ...work.faults.map((fault) => [words(`fieldwork.faults.${fault}`), null, null, null, null, null]),
    ],
  }
}

function codebookSheet({ codebook }: SurveyExport, { t, survey }: SurveyFileWords): Sheet {
  const listed = (options: readonly { id: string; label: string }[]) =>
    options.map(({ id, label }) => `${id}=${label}`).join('\n')
  const columns = {
    number: (entry) => entry.number,
    questionId: (entry) => entry.questionId,
    section: (entry) => entry.section,
    type: (entry) => survey(`types.${entry.type}`),
    question: (entry) => entry.title,
    required: (entry) => t(entry.required ? 'yes' : 'no'),
    counted: (entry) => t(`counted.${entry.counted}`),
    options: (entry) => listed(entry.options),
    rows: (entry) => listed(entry.rows),
    showIf: (entry) => entry.showIf,
    indices: (entry) =>
      entry.indices
        .map(({ index, optionIds }) => `${survey(`indices.${index}`)}: ${optionIds.join(', ')}`)
        .join('\n'),
    languages: (entry) =>
      Object.entries(entry.translations)
        .map(([language, title]) => `${language}: ${title}`)
        .join('\n'),
  } as const satisfies Record<string, (entry: CodebookEntry) => TableCell>
  const names = Object.keys(columns) as (keyof typeof columns)[]
  return {
    name: t('sheets.codebook'),
    columns: names.map((name) => ({ heading: t(`columns.${name}`) })),
    rows: codebook.map((entry) => names.map((name) => columns[name](entry))),
  }
}

function aboutSheet({ about, indices }: SurveyExport, { t, survey }: SurveyFileWords): Sheet {
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`
  return {
    name: t('sheets.about'),
    columns: [
      { heading: t('columns.item'), width: 24 },
      { heading: t('columns.value'), width: 80 },
    ],
    rows: [
      [t('about.matter'), about.matter],
      [t('about.questionnaire'), about.questionnaire],
      [t('about.publishedOn'), about.publishedOn],
      [t('about.closedOn'), about.closedOn],
      [t('about.responses'), about.responses],
      ...about.groups.map((group) => [t('about.group', { name: group.name }), t('about.groupText', group)]),
      ...indices.map(({ index, n, share, low, high, questionIds, optionIds }) => [
        survey(`indices.${index}`),
        t('about.indexText', {
          share: percent(share),
          low: percent(low),
          high: percent(high),
          n,
          questions: questionIds.join(', '),
          options: optionIds.join(', '),
        }),
      ]),
      [t('about.languages'), about.languages.join(', ')],
      [t('about.scheme'), `${about.scheme.name} ${about.scheme.version} (${about.scheme.id})`],
      [t('about.engineVersion'), about.engineVersion],
      [t('about.intervals'), t('about.intervalsText')],
      [t('about.suppression'), t('hiddenNote', { k: about.suppressionK })],
      [t('about.microdata'), t('about.microdataText')],
      [t('about.merkleRoot'), about.merkleRoot],
    ],
  }
}
