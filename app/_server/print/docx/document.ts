/**
 * The same report for offices that go on writing in a text processor.
 *
 * It is made of the same blocks as the PDF, so the two cannot disagree; only figures come as tables of their numbers,
 * which a text processor can edit. Nothing in it is a field of ours: what is changed here is no longer what was computed,
 * and the foot of a frozen version says where to check it.
 */
import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  type Table,
  TableOfContents,
  TextRun,
} from 'docx'
import { unzipSync, zipSync } from 'fflate'
import type { Block, FigureBlock } from '../../../../lib/report/blocks.ts'
import { figureTable } from '../../../../lib/report/figure-table.ts'
import type { ReportDocument } from '../../../../lib/report/report-document.ts'
import type { ReportWarning } from '../../../../lib/report/report-warning.ts'
import { HEI, KAI, LINE, PAGE, SIZE, SONG, STYLES, THIN } from './look.ts'
import { clean, factTable, ruledTable, signatureTable } from './tables.ts'

type Piece = Paragraph | Table

export interface WrittenDocument {
  readonly bytes: Uint8Array
  readonly warnings: readonly ReportWarning[]
}

export async function reportAsDocx(document: ReportDocument): Promise<WrittenDocument> {
  const { title, subtitle, author, date } = document
  const footnotes: Record<string, { children: Paragraph[] }> = {}
  const note = (text: string): FootnoteReferenceRun => {
    const number = Object.keys(footnotes).length + 1
    footnotes[String(number)] = { children: [new Paragraph({ style: 'Note', children: [run(text)] })] }
    return new FootnoteReferenceRun(number)
  }
  const body = document.blocks.flatMap((block, i) => piecesOf(block, note, i === 0))
  const furniture = { headers: headersOf(document), footers: footersOf(document) }
  const file = new Document({
    title: clean(title + subtitle),
    creator: clean(author),
    lastModifiedBy: clean(author),
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    footnotes,
    sections: [
      { properties: { page: PAGE }, children: cover(document) },
      {
        properties: {
          type: SectionType.NEXT_PAGE,
          page: { ...PAGE, pageNumbers: { start: 1, formatType: NumberFormat.UPPER_ROMAN } },
        },
        ...furniture,
        children: [
          centred(document.contentsTitle, { font: SONG, size: SIZE.title, bold: true }),
          new TableOfContents(document.contentsTitle, { hyperlink: true, headingStyleRange: '1-2' }),
        ],
      },
      {
        properties: {
          type: SectionType.NEXT_PAGE,
          page: { ...PAGE, pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } },
        },
        ...furniture,
        children: body,
      },
    ],
  })
  const packed = await Packer.toBuffer(file)
  const day = `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`
  const figures = document.blocks.filter(isFigure).length
  return {
    bytes: dated(packed, `${day}T00:00:00Z`),
    warnings: figures > 0 ? [{ kind: 'figures-as-tables', figures }] : [],
  }
}

const run = (text: string, look: object = {}) => new TextRun({ text: clean(text), ...look })

function centred(text: string, look: object, before = 0): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before, after: 200 },
    children: clean(text)
      .split('\n')
      .map((line, i) => run(line, { ...look, break: i > 0 ? 1 : 0 })),
  })
}

function cover({ title, subtitle, cover: { reference, marks, rows, date } }: ReportDocument): Piece[] {
  const red = '9A3324'
  return [
    new Paragraph({ children: [run(reference, { font: SONG, size: SIZE.caption })] }),
    ...marks.map(
      ({ mark, words }) =>
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          children: [
            run(mark, { font: HEI, size: 36, color: red }),
            run(words, { font: KAI, size: SIZE.caption, color: red, break: 1 }),
          ],
        }),
    ),
    centred(title, { font: SONG, size: 48, bold: true }, 2400),
    centred(subtitle, { font: SONG, size: 52, bold: true }, 300),
    ...rows.map(({ label, value }, i) =>
      centred(`${label}${value}`, { font: KAI, size: SIZE.four }, i === 0 ? 3600 : 0),
    ),
    centred(date, { font: KAI, size: SIZE.body }, 1200),
  ]
}

function headersOf({ runningHead, runningNote }: ReportDocument) {
  const header = () =>
    new Header({
      children: [
        new Paragraph({
          border: { bottom: { ...THIN, space: 4 } },
          children: [
            run(runningNote === '' ? runningHead : `${runningHead}　${runningNote}`, {
              font: SONG,
              size: SIZE.note,
            }),
          ],
        }),
      ],
    })
  return { default: header(), even: header() }
}

/** — 1 — outside, and the code by which the version is checked. */
function footersOf({ verification }: ReportDocument) {
  const footer = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
    new Footer({
      children: [
        new Paragraph({
          alignment,
          children: [
            new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: SONG, size: SIZE.four }),
          ],
        }),
        ...(verification
          ? [
              new Paragraph({
                alignment,
                children: [run(`核验码 ${verification.code}　${verification.url}`, { font: SONG, size: 16 })],
              }),
            ]
          : []),
      ],
    })
  return { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) }
}

const LEVELS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const

const isFigure = (block: Block): block is FigureBlock => 'alt' in block

function piecesOf(block: Block, note: (text: string) => FootnoteReferenceRun, first: boolean): Piece[] {
  if (isFigure(block)) return ruledTable(figureTable(block))
  switch (block.kind) {
    case 'paragraph':
      return [
        new Paragraph({
          style: 'Body',
          children: [
            ...block.runs.map((part) => run(typeof part === 'string' ? part : (part.text ?? ''))),
            ...(block.footnote === undefined ? [] : [note(block.footnote)]),
          ],
        }),
      ]
    case 'heading':
      return [
        new Paragraph({
          heading: LEVELS[block.level],
          pageBreakBefore: block.level === 1 && !first,
          children: [run(block.text)],
        }),
      ]
    case 'table':
      return ruledTable(block)
    case 'facts':
      return factTable(block)
    case 'missing':
      return [new Paragraph({ style: 'Missing', children: [run(block.text)] })]
    case 'signatures':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          pageBreakBefore: true,
          alignment: AlignmentType.CENTER,
          indent: { firstLine: 0 },
          spacing: { line: LINE, after: 300 },
          children: [run(block.title)],
        }),
        ...signatureTable(block),
        ...block.closing.map(
          (line) =>
            new Paragraph({
              alignment: AlignmentType.RIGHT,
              spacing: { before: 400 },
              indent: { right: 640 },
              children: [run(line)],
            }),
        ),
      ]
  }
}

/**
 * The day of the case instead of the moment of packing, and bookmarks counted from one in each document instead of on and
 * on in the process: the same case gives the same bytes.
 */
function dated(packed: Uint8Array, instant: string): Uint8Array {
  const parts = unzipSync(new Uint8Array(packed))
  const rewrite = (name: string, change: (xml: string) => string) => {
    parts[name] = new TextEncoder().encode(change(new TextDecoder().decode(parts[name])))
  }
  rewrite('docProps/core.xml', (xml) =>
    xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${instant}`),
  )
  rewrite('word/document.xml', (xml) => {
    const names = counted('_Toc')
    const ids = counted('')
    // In tags and field codes only: what people wrote stands between tags of another kind.
    return xml
      .replace(
        /(w:(?:anchor|name)="|PAGEREF )(_Toc\d+)/g,
        (_, before: string, name: string) => before + names(name),
      )
      .replace(
        /(<w:bookmark(?:Start|End)\b[^>]*w:id=")(\d+)/g,
        (_, before: string, id: string) => before + ids(id),
      )
  })
  return zipSync(parts, { mtime: '1980-01-01T12:00:00' })
}

/** Names for names, in the order of appearance. */
function counted(prefix: string): (name: string) => string {
  const given = new Map<string, string>()
  return (name) => {
    const known = given.get(name) ?? `${prefix}${given.size + 1}`
    given.set(name, known)
    return known
  }
}
