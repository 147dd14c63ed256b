import { expect, test } from 'vitest'
import { EXAMPLE_CASE } from '../../lib/report/example-input.fixture.ts'
import { surveyExport, surveyExportShape } from '../../lib/survey/export/survey-export.ts'
import { readTable } from './spreadsheet/read.ts'
import { exportFile } from './survey-export.ts'

const { survey, groups, schemeId } = EXAMPLE_CASE
const content = surveyExport({
  matter: '=HYPERLINK("http://evil")',
  survey: survey!,
  groups: groups.map(({ id }, i) => ({ id, name: ['@SUM(1)', '+1+1', '-1', '\t=1'][i] ?? id })),
  schemeId,
  engineVersion: '0.2.0',
  fewest: 5,
})!

test('the long table opens in Excel without running anything, every count in its line', async () => {
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await exportFile(content, 'csv', 'zh-CN'))
  expect(csv.startsWith('\uFEFF题号,题目编号,')).toBe(true)
  expect(csv).not.toMatch(/(^|,|")[=@+\t-]/m)
  const lines = csv.trim().split('\r\n')
  expect(lines).toHaveLength(content.counts.length + 1)
  const table = await readTable(await exportFile(content, 'csv', 'zh-CN'), 'a.csv')
  expect(table.ok && table.value).toHaveLength(content.counts.length + 1)
})

test('the workbook explains itself on its first sheet', async () => {
  const table = await readTable(await exportFile(content, 'xlsx', 'zh-CN'), 'a.xlsx')
  const cells = table.ok ? table.value.flat() : []
  expect(cells).toContain('=HYPERLINK("http://evil")')
  expect(cells.join('')).toContain('“不列”不等于零')
})

test('the JSON is what its shape says', async () => {
  const text = new TextDecoder().decode(await exportFile(content, 'json', 'en'))
  expect(surveyExportShape.parse(JSON.parse(text))).toEqual(content)
})
