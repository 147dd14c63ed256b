/** Tables whose heads repeat on every page and whose rows stay whole. */
import {
  AlignmentType,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Column, FactTable, SignatureTable, Table as TableBlock } from '../../../../lib/report/blocks.ts'
import { HEI, TEXT_WIDTH, THICK, THIN } from './look.ts'

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

const HEAD = { type: ShadingType.CLEAR, fill: 'F0F0F0', color: 'auto' } as const
const STRONG = { type: ShadingType.CLEAR, fill: 'F7F7F7', color: 'auto' } as const

/** What XML cannot hold: control codes, halves of pairs, two code points that are no characters. */
export function clean(text: string): string {
  return (
    text
      .replace(/\p{Cs}/gu, '\ufffd')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control codes are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/\r\n?/g, '\n')
  )
}

interface CellLook {
  readonly width: number
  readonly align?: Column['align']
  readonly strong?: boolean
  readonly shading?: typeof HEAD | typeof STRONG
  readonly columnSpan?: number
}

function cell(
  text: string,
  { width, align = 'left', strong = false, shading, columnSpan }: CellLook,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 50, bottom: 50, left: 70, right: 70 },
    ...(shading && { shading }),
    ...(columnSpan && { columnSpan }),
    children: clean(text)
      .split('\n')
      .map(
        (line) =>
          new Paragraph({
            style: 'Cell',
            alignment: ALIGN[align],
            children: [new TextRun({ text: line, ...(strong && { font: HEI }) })],
          }),
      ),
  })
}

function table(rows: readonly TableRow[], widths: readonly number[]): Table {
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: THICK,
      bottom: THICK,
      left: THIN,
      right: THIN,
      insideHorizontal: THIN,
      insideVertical: THIN,
    },
    rows,
  })
}

/** Widths in twips that fill the text exactly. */
function widthsOf(columns: readonly { readonly width: number }[]): number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((TEXT_WIDTH * width) / total))
  const rest = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, i) => (i === widths.length - 1 ? width + rest : width))
}

export function ruledTable({
  caption,
  columns,
  rows,
  emphasised = [],
  note,
}: TableBlock): (Paragraph | Table)[] {
  const widths = widthsOf(columns)
  const widthAt = (i: number) => widths[i] ?? 0
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ head: text, align }, i) =>
      cell(text, {
        width: widthAt(i),
        align: align === 'left' ? 'left' : 'center',
        strong: true,
        shading: HEAD,
      }),
    ),
  })
  const body = rows.map((row, i) => {
    const strong = emphasised.includes(i)
    const group = row.length === 1 && columns.length > 1
    return new TableRow({
      // A row longer than a page must break; the others stay whole.
      cantSplit: row.every((text) => text.length < 400),
      keepNext: group,
      children: group
        ? [
            cell(row[0] ?? '', {
              width: TEXT_WIDTH,
              strong: true,
              shading: STRONG,
              columnSpan: columns.length,
            }),
          ]
        : row.map((text, k) =>
            cell(text, {
              width: widthAt(k),
              align: columns[k]?.align ?? 'left',
              strong,
              ...(strong && { shading: STRONG }),
            }),
          ),
    })
  })
  return [
    new Paragraph({ style: 'TableCaption', children: [new TextRun(clean(caption))] }),
    table([head, ...body], widths),
    new Paragraph({ style: 'Note', children: [new TextRun(clean(note ?? ''))] }),
  ]
}

export function factTable({ rows }: FactTable): (Paragraph | Table)[] {
  const widths = widthsOf([{ width: 2.6 }, { width: 7.4 }])
  return [
    table(
      rows.map(
        ({ label, value, emphasised = false }) =>
          new TableRow({
            cantSplit: value.length < 400,
            children: [
              cell(label, { width: widths[0] ?? 0, strong: true, shading: HEAD }),
              cell(value, { width: widths[1] ?? 0, strong: emphasised }),
            ],
          }),
      ),
      widths,
    ),
    new Paragraph({ style: 'Note', children: [] }),
  ]
}

export function signatureTable({ heads, rows }: SignatureTable): (Paragraph | Table)[] {
  const widths = widthsOf(heads.map(() => ({ width: 1 })))
  const height = { value: 850, rule: HeightRule.ATLEAST } as const
  const row = (texts: readonly string[], header: boolean) =>
    new TableRow({
      height,
      tableHeader: header,
      children: texts.map((text, i) =>
        cell(text, {
          width: widths[i] ?? 0,
          align: 'center',
          strong: header,
          ...(header && { shading: HEAD }),
        }),
      ),
    })
  return [
    table(
      [
        row(heads, true),
        ...Array.from({ length: rows }, () =>
          row(
            heads.map(() => ''),
            false,
          ),
        ),
      ],
      widths,
    ),
  ]
}
