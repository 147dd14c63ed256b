import { expect, test } from 'vitest'
import type { FigureBlock } from './blocks.ts'
import { EXAMPLE_CASE, EXAMPLE_INPUT } from './example-input.fixture.ts'
import { figureTable } from './figure-table.ts'
import { reportOf } from './outlines/outlines.ts'

const isFigure = (block: { readonly kind: string }): block is FigureBlock =>
  ['risk-matrix', 'bar-chart', 'cash-flow-chart', 'tornado', 'distribution-chart', 'dual-matrix'].includes(
    block.kind,
  )

const figures = reportOf('assessment', EXAMPLE_INPUT).blocks.filter(isFigure)

test('every kind of figure has its numbers as a table of whole rows', () => {
  expect(new Set(figures.map(({ kind }) => kind)).size).toBe(6)
  for (const figure of figures) {
    const { columns, rows, caption } = figureTable(figure)
    expect(caption).toBe(figure.caption)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((row) => row.length === columns.length || row.length === 1)).toBe(true)
    expect(rows.flat().join('')).not.toMatch(/NaN|undefined|null/)
  }
})

test('the flows of the years are those of the chart, in 万元', () => {
  const chart = figures.find(({ kind }) => kind === 'cash-flow-chart')
  const rows = chart ? figureTable(chart).rows : []
  expect(rows.map(([year]) => year)).toEqual(EXAMPLE_CASE.economics.years.map(({ year }) => String(year)))
})
