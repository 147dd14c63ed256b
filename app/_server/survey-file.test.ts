import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { type AllMessages, zhCN } from '../../lib/messages/zh-CN.ts'
import { EXAMPLE_CASE } from '../../lib/report/example-input.fixture.ts'
import { surveyExport, surveyExportShape } from '../../lib/survey/export/survey-export.ts'
import type { SurveyRecord } from '../../lib/survey/survey-record.ts'
import { surveyFile } from './survey-file.ts'

const words = {
  t: createTranslator<AllMessages, 'surveyExport'>({
    locale: 'zh-CN',
    messages: zhCN,
    namespace: 'surveyExport',
  }),
  survey: createTranslator<AllMessages, 'survey'>({ locale: 'zh-CN', messages: zhCN, namespace: 'survey' }),
}
const HOSTILE = ['=cmd|calc!A1', '+1', '-2', '@SUM(A1)', '\t=1', '＝1']

function exported(change: Partial<SurveyRecord> = {}) {
  return surveyExport({
    survey: { ...EXAMPLE_CASE.survey!, ...change },
    matter: EXAMPLE_CASE.matter.title,
    engineVersion: '0',
    scheme: { id: 'a', name: '方案', version: '1' },
    groups: EXAMPLE_CASE.groups,
    sampling: EXAMPLE_CASE.sampling,
    samplingFloors: [],
    fewest: 5,
  })
}

/** The example whose attitudes have hostile labels. */
function hostile() {
  const { questionnaire } = EXAMPLE_CASE.survey!
  const questions = questionnaire.questions.map((question) =>
    question.id === 'attitude' && question.type === 'single'
      ? {
          ...question,
          title: '=HYPERLINK("http://x")',
          options: question.options.map((option, i) => ({ ...option, label: HOSTILE[i] ?? option.label })),
        }
      : question,
  )
  return exported({ questionnaire: { ...questionnaire, questions } })!
}

describe('the counts of a survey as a file', () => {
  test('nothing is exported before the survey is closed', () => {
    for (const state of ['draft', 'published', 'closing'] as const) expect(exported({ state })).toBeNull()
    expect(exported({ tally: null })).toBeNull()
  })

  test('JSON has the shape it promises, and no count of one to four people', async () => {
    const value = JSON.parse(new TextDecoder().decode(await surveyFile('json', exported()!, words)))
    const { counts, codebook, about } = surveyExportShape.parse(value)
    expect(about.responses).toBe(292)
    expect(codebook).toHaveLength(EXAMPLE_CASE.survey!.questionnaire.questions.length)
    expect(counts.filter(({ count }) => count !== null && count > 0 && count < 5)).toEqual([])
    expect(counts.some(({ hidden }) => hidden)).toBe(true)
    expect(
      counts.every(({ count, hidden, share }) => hidden === (count === null) && (share === null) === hidden),
    ).toBe(true)
    // Whoever adds up the groups gets what is printed for all of them.
    const attitude = counts.filter(({ questionId }) => questionId === 'attitude')
    const opposed = attitude.find((entry) => entry.groupId === null && entry.categoryId === 'against')
    expect(opposed).toMatchObject({ count: 29, answered: 263, hidden: false })
    const answered = attitude.filter((entry) => entry.groupId !== null && entry.categoryId === 'against')
    expect(answered.reduce((sum, entry) => sum + (entry.answered ?? 0), 0)).toBe(263)
  })

  test('CSV is an archive of tables that begin with the mark of UTF-8 and run no formula', async () => {
    const files = unzipSync(await surveyFile('csv', hostile(), words))
    expect(Object.keys(files).sort()).toEqual([
      'about.csv',
      'codebook.csv',
      'counts.csv',
      'estimates.csv',
      'fieldwork.csv',
    ])
    for (const bytes of Object.values(files)) expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const read = (name: string): Record<string, string>[] =>
      parse(Buffer.from(files[name]!), { bom: true, columns: true })
    const codes = new Set(read('codebook.csv').map((row) => row.题目代码))
    expect(read('counts.csv').every((row) => codes.has(row.题目代码))).toBe(true)
    for (const name of Object.keys(files))
      expect(
        read(name)
          .flatMap(Object.values)
          .filter((cell) => /^[=+\-@\t\r＝]/.test(cell)),
      ).toEqual([])
    const rows = read('counts.csv')
    const attitude = rows.filter((row) => row.题目代码 === 'attitude')
    expect(attitude).toHaveLength(4 * (1 + 5))
    expect(attitude[0]).toMatchObject({ 选项: "'=cmd|calc!A1", 群体: '全部群体' })
    expect(rows.filter((row) => row.是否隐去 === '是').every((row) => row.人数 === '')).toBe(true)
  })

  test('the workbook has the same five tables as sheets, and every text in it is a text', async () => {
    const parts = unzipSync(await surveyFile('xlsx', hostile(), words))
    const xml = Object.entries(parts)
      .filter(([name]) => name.endsWith('.xml'))
      .map(([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const)
    expect(xml.filter(([name]) => name.startsWith('xl/worksheets/'))).toHaveLength(5)
    expect(xml.some(([, text]) => text.includes('cmd|calc'))).toBe(true)
    expect(xml.filter(([, text]) => /<f[ >]/.test(text)).map(([name]) => name)).toEqual([])
  })

  test('estimates stand plain beside weighted, with the reason where there is no number', () => {
    const { estimates } = exported()!
    const opposition = estimates.entries.filter(
      ({ index, groupId }) => index === 'opposition' && groupId === null,
    )
    expect(opposition.map(({ weighted }) => weighted)).toEqual([false, true])
    expect(opposition[0]?.share).toBeCloseTo(29 / 263, 12)
    for (const { share, low, high, reason } of estimates.entries) {
      expect(share === null).toBe(reason !== null)
      if (share !== null) expect(low! <= share && share <= high!).toBe(true)
    }
    expect(estimates.entries.some(({ reason }) => reason === 'hidden')).toBe(true)
  })
})
