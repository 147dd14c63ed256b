import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { EMPTY_INPUT } from '../../../lib/report/empty-input.fixture.ts'
import { EXAMPLE_CASE, EXAMPLE_INPUT } from '../../../lib/report/example-input.fixture.ts'
import { reportOf } from '../../../lib/report/outlines/outlines.ts'
import { reportAsWorkbook, sheetsOf } from './workbook.ts'

const document = reportOf('assessment', EXAMPLE_INPUT)

test('every table and every figure of the report has its sheet, under its number', () => {
  const captioned = document.blocks.filter((block) => 'caption' in block)
  const names = sheetsOf(document).map(({ name }) => name)
  expect(names.length).toBe(captioned.length)
  expect(names.some((name) => name.startsWith('图'))).toBe(true)
  expect(names[0]).toMatch(/^表1 /)
})

test('numbers are numbers, and the factors are those of the case', async () => {
  const bytes = await reportAsWorkbook(document)
  const number = sheetsOf(document).findIndex(({ name }) => name.includes('T1'))
  const rows = await readSheet(Buffer.from(bytes), number + 1)
  const [head, ...body] = rows
  const [name, weight, p] = ['风险因素', '权重W', '概率p'].map((title) => head?.indexOf(title) ?? -1)
  expect(body.map((row) => [row[name ?? 0], row[weight ?? 0], row[p ?? 0]])).toEqual(
    EXAMPLE_CASE.factors.map((factor) => [factor.name, factor.weight, factor.initialProbability]),
  )
})

test('an empty case makes a workbook too', async () => {
  expect((await reportAsWorkbook(reportOf('analysis', EMPTY_INPUT))).length).toBeGreaterThan(1000)
})
