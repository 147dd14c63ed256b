/** Every table of a report as a sheet of its own, and every figure as the table of its numbers. */
import type { Block, Column, FigureBlock, Table } from '../../../lib/report/blocks.ts'
import { figureTable } from '../../../lib/report/figure-table.ts'
import type { ReportDocument } from '../../../lib/report/report-document.ts'
import { type Sheet, type TableCell, writeWorkbook } from '../spreadsheet/write.ts'

export function reportAsWorkbook(document: ReportDocument): Promise<Uint8Array> {
  return writeWorkbook(sheetsOf(document))
}

export function sheetsOf(document: ReportDocument): Sheet[] {
  return document.blocks.flatMap((block) => {
    const table = tableOf(block)
    return table ? [sheetOf(table)] : []
  })
}

const isFigure = (block: Block): block is FigureBlock => 'alt' in block

function tableOf(block: Block): Table | null {
  if (block.kind === 'table') return block
  return isFigure(block) ? figureTable(block) : null
}

function sheetOf({ caption, columns, rows, note }: Table): Sheet {
  return {
    name: caption.replace('　', ' '),
    columns: columns.map(({ head, width }) => ({
      heading: head,
      width: Math.max(12, Math.round(width * 10)),
    })),
    rows: [
      ...rows.map((row) => columns.map((column, i) => cellOf(row[i] ?? null, column))),
      ...(note ? [columns.map((_, i) => (i === 0 ? note : null))] : []),
    ],
  }
}

/** What stands in a column of numbers is a number where it can be one; a share keeps its sign. */
function cellOf(text: string | null, { align }: Column): TableCell {
  if (text === null || align !== 'right') return text
  return /^-?\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^-?\d{1,15}(?:\.\d+)?$/.test(text)
    ? Number(text.replaceAll(',', ''))
    : text
}
