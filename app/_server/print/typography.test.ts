/**
 * The page as a typographer measures it, read back from the PDF: GB/T 9704-2012 wants 22 lines of 28 characters within
 * 156 × 225 mm, 28 mm from the inner and 37 mm from the upper edge, and everything else in its place around that.
 */
import { execFileSync } from 'node:child_process'
import jsQR from 'jsqr'
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Block } from '../../../lib/report/blocks.ts'
import type { ReportInput } from '../../../lib/report/chapter.ts'
import { EXAMPLE_INPUT } from '../../../lib/report/example-input.fixture.ts'
import { OUTLINE_IDS, type OutlineId } from '../../../lib/report/outlines/outline-id.ts'
import { reportOf } from '../../../lib/report/outlines/outlines.ts'
import type { ReportDocument } from '../../../lib/report/report-document.ts'
import { renderReport } from './render.ts'
import { squaresOf } from './squares.ts'

const MM = 72 / 25.4
const LEFT = 28 * MM
const RIGHT = (210 - 26) * MM
/** From the lower edge, as PDF counts. */
const TOP = (297 - 37) * MM
const BOTTOM = 35 * MM
/** What glyphs may stand over by, in points: side bearings and rounding over a line. */
const SLACK = 2.5
/** The empty half of a mark that opens or closes a line stands in the margin, as it should. */
const OPENING = /^[（《〈「『【〔“‘]/
const CLOSING = /[，。、；：！？）》〉」』】〕”’]$/

const VERIFICATION = {
  code: 'K7PQ-2M9X',
  url: 'https://example.org/verify/report/K7PQ2M9X',
  page: 'example.org/verify',
}

interface Piece {
  readonly text: string
  readonly x: number
  readonly end: number
  /** Of the baseline. */
  readonly y: number
  readonly size: number
}

interface Page {
  readonly pieces: readonly Piece[]
  readonly images: number
  readonly size: readonly number[]
  /** Roles in the tree of tags. */
  readonly roles: readonly string[]
  /** Pages (from 0) and heights to which its links lead. */
  readonly links: readonly { readonly page: number; readonly y: number }[]
}

interface Tagged {
  readonly role?: string
  readonly children?: readonly Tagged[]
}

function rolesOf(node: Tagged | null): string[] {
  if (!node) return []
  return [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesOf)]
}

async function linksOf(document: PDFDocumentProxy, page: PDFPageProxy): Promise<Page['links']> {
  const annotations = (await page.getAnnotations()) as readonly { readonly dest?: unknown }[]
  const aims = annotations.flatMap(({ dest }) => (Array.isArray(dest) ? [dest as readonly unknown[]] : []))
  return Promise.all(
    aims.map(async ([target, , , y]) => ({
      page: await document.getPageIndex(target as Parameters<typeof document.getPageIndex>[0]),
      y: Number(y),
    })),
  )
}

async function read(pdf: Uint8Array): Promise<Page[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  const document = await task.promise
  const pages: Page[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const { fnArray } = await page.getOperatorList()
    const pictures: readonly number[] = [
      OPS.paintImageXObject,
      OPS.paintInlineImageXObject,
      OPS.paintImageMaskXObject,
    ]
    pages.push({
      size: page.view,
      images: fnArray.filter((code) => pictures.includes(code)).length,
      roles: rolesOf((await page.getStructTree()) as Tagged | null),
      links: await linksOf(document, page),
      pieces: items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[]
        // Upright titles of an axis run along y.
        const across = Math.abs(b) > Math.abs(a) ? 0 : item.width
        return [{ text: item.str, x, end: x + across, y, size: Math.hypot(a, b) }]
      }),
    })
  }
  await task.destroy()
  return pages
}

async function printed(document: ReportDocument): Promise<{ pdf: Uint8Array; pages: Page[] }> {
  const rendered = await renderReport(document, { officeFonts: '/nowhere' })
  if (!rendered.ok) throw new Error(`${rendered.reason} ${JSON.stringify(rendered.details)}`)
  expect(rendered.value.standard).toBe('a-2a')
  return { pdf: rendered.value.pdf, pages: await read(rendered.value.pdf) }
}

/** Everything but running head and foot. */
const bodyOf = ({ pieces }: Page) => pieces.filter(({ y }) => y < TOP + SLACK && y > BOTTOM - SLACK)
const textOf = (pieces: readonly Piece[]) =>
  pieces
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '')

function expectInside(pages: readonly Page[]): void {
  let seen = 0
  for (const [i, { pieces }] of pages.entries()) {
    for (const { text, x, end, y, size } of pieces) {
      const where = `page ${i + 1}: ${text}`
      expect(x, where).toBeGreaterThanOrEqual(LEFT - SLACK - (OPENING.test(text) ? size / 2 : 0))
      expect(end, where).toBeLessThanOrEqual(RIGHT + SLACK + (CLOSING.test(text) ? size / 2 : 0))
      expect(y, where).toBeLessThan(297 * MM - 20 * MM)
      expect(y, where).toBeGreaterThan(15 * MM)
      seen += 1
    }
  }
  expect(seen).toBeGreaterThan(10)
}

const withBlocks = (blocks: readonly Block[]): ReportDocument => ({
  ...reportOf('assessment', EXAMPLE_INPUT),
  blocks,
})

beforeAll(() => {
  execFileSync(process.execPath, ['bin/fonts.mjs'])
})

describe('the grid', () => {
  const paragraph: Block = { kind: 'paragraph', runs: ['稳'.repeat(28 * 22 * 3)] }
  let full: Piece[] = []
  beforeAll(async () => {
    const { pages } = await printed(withBlocks([paragraph]))
    full = bodyOf(pages[3]!)
  })

  test('a full page has 22 lines, equally far apart, from the upper to the lower edge of the type area', () => {
    const baselines = [...new Set(full.map(({ y }) => Math.round(y * 100) / 100))].sort((a, b) => b - a)
    expect(baselines.length).toBe(22)
    const pitch = (225 * MM) / 22
    baselines.forEach((y, i) => {
      expect(y).toBeCloseTo(baselines[0]! - i * pitch, 0)
    })
    expect(baselines[0]!).toBeGreaterThan(TOP - pitch)
    expect(baselines.at(-1)!).toBeGreaterThan(BOTTOM)
    expect(baselines.at(-1)! - BOTTOM).toBeLessThan(pitch)
  })

  test('a full line has 28 characters and fills the 156 mm', () => {
    const lines = [...new Set(full.map(({ y }) => y))].map((line) => full.filter(({ y }) => y === line))
    expect(lines.length).toBe(22)
    for (const pieces of lines) {
      expect([...textOf(pieces)].length).toBe(28)
      expect(Math.min(...pieces.map(({ x }) => x))).toBeCloseTo(LEFT, 0)
      expect(Math.max(...pieces.map(({ end }) => end))).toBeGreaterThan(RIGHT - 3)
    }
  })

  test('a paragraph begins two characters in', async () => {
    const { pages } = await printed(withBlocks([paragraph]))
    const [first] = bodyOf(pages[2]!)
    expect((first!.x - LEFT) / first!.size).toBeCloseTo(2, 1)
  })
})

describe.each(OUTLINE_IDS)('a frozen report as %s', (outline: OutlineId) => {
  const document = reportOf(outline, { ...EXAMPLE_INPUT, verification: VERIFICATION })
  let pdf: Uint8Array
  let pages: Page[] = []
  beforeAll(async () => {
    const made = await printed(document)
    pdf = made.pdf
    pages = made.pages
  }, 60_000)

  test('is A4, and no text stands outside the printed area', () => {
    for (const { size } of pages) {
      expect(size[2]).toBeCloseTo(210 * MM, 0)
      expect(size[3]).toBeCloseTo(297 * MM, 0)
    }
    expectInside(pages)
  })

  test('every page after the cover has its running head, and its number outside', () => {
    expect(textOf(pages[0]!.pieces.filter(({ y }) => y > TOP + 5))).toBe('')
    pages.slice(1).forEach(({ pieces }, i) => {
      const head = pieces.filter(({ y }) => y > TOP + 5)
      expect(textOf(head)).toContain(document.runningHead)
      // Contents on one page, numbered with I; then the body from 1 on.
      const number = i === 0 ? 'I' : String(i)
      const foot = pieces.filter(({ y }) => y < BOTTOM && y > 20 * MM)
      expect(textOf(foot)).toContain(`—${number}—`)
      const dash = foot.find(({ text }) => text.includes('—'))!
      const odd = i === 0 || i % 2 === 1
      if (odd) expect(dash.x).toBeGreaterThan(RIGHT - 40 * MM)
      else expect(dash.x).toBeLessThan(LEFT + 10 * MM)
    })
  })

  test('captions stand above tables and below figures, on the page of theirs', () => {
    const captions = document.blocks.flatMap((block) => ('caption' in block ? [block.caption] : []))
    expect(captions.length).toBeGreaterThan(outline === 'assessment' ? 25 : 20)
    for (const caption of captions) {
      const on = pages.filter(({ pieces }) => textOf(pieces).includes(caption.replace(/\s/g, '')))
      expect(on.length, caption).toBe(1)
    }
  })

  test('the numbers of a table of many columns stand in one piece each', () => {
    const wide = document.blocks.flatMap((block) =>
      block.kind === 'table' && block.columns.length >= 8 ? [block] : [],
    )
    const numbers = wide.flatMap(({ rows }) => rows.flat()).filter((cell) => /^[-+\d.,]{6,}$/.test(cell))
    const lines = pages.flatMap(({ pieces }) =>
      [...new Set(pieces.map(({ y }) => y))].map((line) =>
        textOf(pieces.filter(({ y }) => y === line).toSorted((one, other) => one.x - other.x)),
      ),
    )
    expect(numbers.filter((number) => !lines.some((line) => line.includes(number)))).toEqual([])
    if (outline === 'assessment') expect(numbers.length).toBeGreaterThan(80)
  })

  test('every mention of a table or figure leads to the place where it begins', () => {
    const mentions = document.blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? block.runs.flatMap((run) => (typeof run === 'string' ? [] : [run.ref]))
        : [],
    )
    const captions = new Map(
      document.blocks.flatMap((block) =>
        'label' in block && block.label ? [[block.label, block] as const] : [],
      ),
    )
    const body = pages.slice(2)
    const links = body.flatMap((page) => page.links)
    expect(links.length).toBeGreaterThan(outline === 'assessment' ? 25 : 15)
    const below = links.map((link) => ({
      ...link,
      text: textOf(pages[link.page]!.pieces.filter(({ y }) => y < link.y)),
    }))
    for (const label of new Set(mentions)) {
      const { kind, caption } = captions.get(label) as Extract<Block, { readonly caption: string }>
      const words = caption.replace(/\s/g, '')
      // The caption of a table stands above it, that of a figure below.
      const led = below.filter(({ text }) =>
        kind === 'table' ? text.startsWith(words) : text.includes(words),
      )
      expect(led.length, `${label} ${caption}`).toBeGreaterThan(0)
    }
  })

  test('no page of the body is left half empty', () => {
    // Ahead of a page of their own stand the summary, the last chapter, each appendix and the end.
    const free = pages.slice(2).filter((page) => {
      const lowest = Math.min(...bodyOf(page).map(({ y }) => y))
      return lowest > BOTTOM + (TOP - BOTTOM) / 2
    })
    expect(free.length).toBeLessThanOrEqual(outline === 'assessment' ? 4 : 3)
  })

  test('footnotes stand at the foot of the page that calls them', () => {
    const notes = document.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.footnote ? [block.footnote.replace(/\s/g, '').slice(0, 14)] : [],
    )
    expect(notes.length).toBeGreaterThan(3)
    for (const note of notes) {
      const feet = pages.map(({ pieces }) =>
        textOf(pieces.filter(({ y, size }) => size < 12 && y < BOTTOM + 40 * MM && y > BOTTOM)),
      )
      expect(feet.filter((foot) => foot.includes(note)).length, note).toBe(1)
    }
  })

  test('charts are drawn, not photographed', () => {
    expect(pages.map(({ images }) => images)).toEqual(pages.map(() => 0))
  })

  test('it is tagged, says its language and claims PDF/A-2a', () => {
    const raw = Buffer.from(pdf).toString('latin1')
    expect(raw).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
    expect(raw).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
    const roles = new Set(pages.flatMap((page) => page.roles))
    for (const role of [
      'Document',
      'H1',
      'H2',
      'P',
      'Table',
      'TR',
      'TH',
      'TD',
      'Figure',
      'Caption',
      'TOC',
      'Note',
    ]) {
      expect([...roles]).toContain(role)
    }
  })
})

describe('the code on the page', () => {
  test('its squares decode to the address that is printed', () => {
    const { side, path } = squaresOf(VERIFICATION.url)
    const scale = 4
    const width = side * scale
    const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
    for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      for (let dy = 0; dy < scale; dy++) {
        for (let dx = 0; dx < Number(run) * scale; dx++) {
          const at = ((Number(y) * scale + dy) * width + Number(x) * scale + dx) * 4
          pixels.fill(0, at, at + 3)
        }
      }
    }
    expect(jsQR(pixels, width, width)?.data).toBe(VERIFICATION.url)
  })
})

describe('cells', () => {
  const weights = ['0.142857143', '0.285714286', '0.571428571']
  const heads = ['序号', '类型', '阶段', '风险因素', '权重W', '概率p', '影响q', '风险程度R']
  const table: Block = {
    kind: 'table',
    caption: '表　七个因素的权重',
    columns: heads.map((head, i) => ({
      head,
      width: [0.65, 1.7, 0.9, 2.4, 0.85, 0.8, 0.8, 1.35][i]!,
      align: i === 1 || i === 3 ? 'left' : i > 3 ? 'right' : 'center',
    })),
    rows: weights.map((weight, i) => [
      String(i + 1),
      '土地房屋征收及补偿',
      '实施',
      '习惯（风貌）的改变与文化保留',
      weight,
      '0.50',
      '0.60',
      '0.300',
    ]),
  }
  let pieces: Piece[] = []
  beforeAll(async () => {
    const { pages } = await printed(withBlocks([table]))
    pieces = pages.flatMap((page) => bodyOf(page)).filter(({ size }) => size < 12)
  })

  test('a weight of nine digits stands in one piece, at the size of every table: words make room for it', () => {
    for (const weight of weights) {
      const piece = pieces.find(({ text }) => text === weight)
      expect(piece?.size, weight).toBeCloseTo(10.5, 1)
    }
  })

  test('a word in brackets that may not break stands on the line of its neighbours', () => {
    const [box] = pieces.filter(({ text }) => text.includes('风貌'))
    const distances = pieces.filter(({ text }) => /习惯|的改/.test(text)).map(({ y }) => Math.abs(y - box!.y))
    expect(Math.min(...distances)).toBeLessThan(0.01)
  })
})

describe('text that wants to leave the page', () => {
  const han = '稳'.repeat(3000)
  const latin = 'w'.repeat(3000)
  const address = `https://example.gov.cn/${'a'.repeat(600)}`
  const columns = (['序号', '因素', '措施', '主体', '期限', '备注'] as const).map((head) => ({
    head,
    width: 1,
    align: 'left' as const,
  }))
  const table = (cell: string): Block => ({
    kind: 'table',
    caption: `表　${cell.slice(0, 300)}`,
    columns,
    rows: [columns.map(() => cell.slice(0, 900)), columns.map(({ head }) => head)],
    note: cell.slice(0, 500),
  })

  test.each([
    ['a Han word', han],
    ['a Latin word', latin],
    ['an address', address],
  ])(
    '%s breaks in paragraphs, titles, cells, notes, facts and captions',
    async (_, word) => {
      const { pages } = await printed({
        ...withBlocks([
          { kind: 'heading', level: 1, text: word.slice(0, 200), series: 'chapter' },
          { kind: 'heading', level: 2, text: word.slice(0, 200) },
          { kind: 'paragraph', runs: [word], footnote: word.slice(0, 400) },
          { kind: 'facts', rows: [{ label: word.slice(0, 60), value: word.slice(0, 900) }] },
          { kind: 'missing', text: word.slice(0, 300) },
          table(word),
        ]),
        title: word.slice(0, 80),
        runningHead: word.slice(0, 34),
        cover: {
          ...reportOf('assessment', EXAMPLE_INPUT).cover,
          reference: `案卷编号：${word.slice(0, 60)}`,
          rows: [{ label: '评估主体：', value: word.slice(0, 120) }],
        },
      })
      expectInside(pages)
    },
    60_000,
  )

  test('so do the longest texts of a case in every chapter', async () => {
    const { caseFile } = EXAMPLE_INPUT
    const input: ReportInput = {
      ...EXAMPLE_INPUT,
      caseFile: {
        ...caseFile,
        matter: { ...caseFile.matter, title: '长'.repeat(90), assessor: 'w'.repeat(90), area: han },
        groups: caseFile.groups.map((group) => ({ ...group, name: latin.slice(0, 60) })),
        factors: caseFile.factors.map((factor) => ({
          ...factor,
          name: han.slice(0, 100),
          measures: factor.measures.map((measure) => ({ ...measure, description: address })),
        })),
      },
    }
    const { pages } = await printed(reportOf('assessment', input))
    expectInside(pages)
  }, 60_000)
})
