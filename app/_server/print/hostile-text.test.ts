/**
 * Whatever people type is set as text: 200 random texts of markup, scripts that run backwards, marks without letters, control
 * codes, rare characters and words without end. What the PDF says is read back from it and compared, character by
 * character, wherever a font of the house has the character.
 */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, expect, test } from 'vitest'
import type { Block } from '../../../lib/report/blocks.ts'
import type { ReportDocument } from '../../../lib/report/report-document.ts'
import { type FontStock, takeStock } from './font-stock.ts'
import { renderReport } from './render.ts'

const SEED = 20261123
const TEXTS = 200
const BATCH = 80

const PIECES = [
  ...[
    '#panic("x")',
    '#import "@preview/a:1.0.0"',
    '$x^2$',
    '*粗*',
    '_斜_',
    '`码`',
    '\\u{41}',
    '\\',
    '@ref',
    '<label>',
  ],
  ...[
    '//',
    '/*',
    '*/',
    '= 标题',
    '- 项',
    '+ 项',
    '/ 术语: 义',
    '#set page(width: 1pt)',
    '#read("/etc/passwd")',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '&amp;',
    '&#x41;',
    '<!--',
    '-->',
    '"',
    "'",
    '%s%n',
    '{{x}}',
  ],
  ...['שלום עולם', 'مرحبا', '\u202Eabc\u202C', '\u2067x\u2069', '\u200F'],
  ...['e\u0301', 'a\u0300\u0301\u0302', '\u0301', 'Z\u0351\u036F', 'ㅎㅏㄴ', '각'],
  ...['𠮷', '䶮', '㛃', '𬭬', '㐀', '龘', '\u{2F800}', '﨑', '⼀', '￥'],
  ...['😀', '👨‍👩‍👧‍👦', '🇨🇳', '✓', '☎️', '①', '㎡', '‰', '…', '——'],
  ...[
    '\u0000',
    '\u0007',
    '\u001B[31m',
    '\u200B',
    '\u00AD',
    '\uFEFF',
    '\uFFFD',
    '\uE000',
    '\uD800',
    '\n',
    '\r\n',
    '\t',
    '\u2028',
  ],
  ...['征地补偿', '不同意！', '垃圾焚烧', '2026年11月23日', '12.5万元', 'ABCxyz', 'https://example.gov.cn/'],
]

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  { weight: 1, arbitrary: fc.nat(300).map((n) => '长'.repeat(n)) },
  { weight: 1, arbitrary: fc.nat(300).map((n) => 'w'.repeat(n)) },
)
const hostile = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''))

let stock: FontStock
beforeAll(async () => {
  execFileSync(process.execPath, ['bin/fonts.mjs'])
  const taken = await takeStock(path.resolve('.fonts'), '/nowhere')
  if (!taken.ok) throw new Error(taken.reason)
  stock = taken.value
})

/** Around every text, so that it is found again: in a paragraph, a label, a cell of facts, a cell of a table. */
const PLACES = ['文', '项', '值', '格'] as const
type Place = (typeof PLACES)[number]
const mark = (place: Place, n: number) => `【${place}${n}】`
const marked = (place: Place, n: number, text: string) => `${mark(place, n)}${text}${mark(place, n)}`
/** How much of a text each place takes. */
const taken = (place: Place, text: string) =>
  ({ 文: text, 项: text.slice(0, 40), 值: text.slice(0, 80), 格: text.slice(0, 60) })[place]

function documentOf(texts: readonly string[]): ReportDocument {
  const blocks = texts.flatMap((text, i): Block[] => [
    { kind: 'paragraph', runs: [marked('文', i, text)] },
    // Titles, notes and cells take other ways through the template.
    {
      kind: 'facts',
      rows: [{ label: marked('项', i, taken('项', text)), value: marked('值', i, taken('值', text)) }],
    },
    {
      kind: 'table',
      caption: '表',
      columns: [
        { head: '甲', width: 1, align: 'left' },
        { head: '乙', width: 3, align: 'left' },
      ],
      rows: [['甲', marked('格', i, taken('格', text))]],
    },
  ])
  return {
    title: texts[0]!.slice(0, 90),
    subtitle: texts[1]?.slice(0, 90) ?? '',
    author: texts[2]?.slice(0, 90) ?? '',
    date: { year: 2026, month: 11, day: 23 },
    runningHead: texts[3]?.slice(0, 60) ?? '',
    runningNote: '',
    contentsTitle: '目　录',
    verification: null,
    cover: { reference: '', marks: [], rows: [], date: '' },
    blocks,
  }
}

/** Between running head and page number, in points from the lower edge of A4. */
const inTypeArea = ([, , , , , y]: readonly number[]) => y !== undefined && y > 90 && y < 750

async function textOf(pdf: Uint8Array): Promise<string> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  const document = await task.promise
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    for (const item of items) if ('str' in item && inTypeArea(item.transform)) text += item.str
  }
  await task.destroy()
  return text.normalize('NFC').replace(/\s/g, '')
}

/** What of a text can be read on paper: white space and what cannot be seen aside, 〓 where no font has the character. */
function readable(text: string): string {
  let expected = ''
  for (const character of text.normalize('NFC')) {
    if (/[\s\p{Zs}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(character)) continue
    if (hasMark(character)) {
      expected += character
      continue
    }
    const drawn =
      !/\p{Co}/u.test(character) && stock.coverages.some((font) => font.has(character.codePointAt(0) ?? 0))
    expected += drawn ? character : '〓'
  }
  // The reader of the PDF normalises as well: a compatibility ideograph may have a canonical twin.
  return expected.normalize('NFC').replace(/\s/g, '')
}

const hasMark = (text: string) => /\p{M}/u.test(text)
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
const escapedInClass = (text: string) => text.replace(/[\\^\]-]/g, '\\$&')

const clustersOf = (text: string) =>
  [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)
const unmarked = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')

/**
 * A letter with marks is drawn as several glyphs, and the PDF carries the whole as ActualText, which pdf.js does not read: it finds for
 * each glyph what it stood for first, for that of a mark maybe another letter. So texts with marks are set apart and
 * compared without them: every letter comes back in its place, and what stands behind one with marks may only be letters
 * that had marks somewhere.
 */
function asDrawn(wanted: string, letters: string): RegExp {
  const parts = clustersOf(wanted).map((cluster) =>
    hasMark(cluster.normalize('NFD'))
      ? `${escaped(unmarked(cluster))}[${letters}】]*`
      : escaped(unmarked(cluster)),
  )
  return new RegExp(`^${parts.join('')}$`, 'u')
}

async function printed(texts: readonly string[]): Promise<{ text: string; standard: string | null }> {
  const rendered = await renderReport(documentOf(texts), { officeFonts: '/nowhere', timeoutMs: 240_000 })
  if (!rendered.ok) throw new Error(`${rendered.reason} ${JSON.stringify(rendered.details)}`)
  return { text: await textOf(rendered.value.pdf), standard: rendered.value.standard }
}

const between = (text: string, place: Place, n: number) => text.split(mark(place, n))[1]

const texts = fc.sample(hostile, { numRuns: TEXTS, seed: SEED })

const isMarked = (text: string) => hasMark(readable(text).normalize('NFD'))

test('hostile texts are set, and read back as they were written', async () => {
  let compared = 0
  const plain = texts.filter((text) => !isMarked(text))
  for (let from = 0; from < plain.length; from += BATCH) {
    const batch = plain.slice(from, from + BATCH)
    const { text, standard } = await printed(batch)
    expect(standard).toBe('a-2a')
    for (const title of batch.slice(0, 2)) expect(text).toContain(readable(title.slice(0, 90)))
    batch.forEach((written, i) => {
      for (const place of PLACES) {
        const where = `${place} ${JSON.stringify(written)}`
        expect(between(text, place, i), where).toBe(readable(taken(place, written)))
        compared += 1
      }
    })
  }
  expect(compared).toBeGreaterThan(TEXTS * PLACES.length * 0.6)
}, 240_000)

test('texts with marks on letters that never have any lose no letter and gain none', async () => {
  const marked = texts.filter(isMarked)
  expect(marked.length).toBeGreaterThan(10)
  const { text, standard } = await printed(marked)
  expect(standard).toBe('a-2a')
  const clusters = marked.flatMap((written) =>
    clustersOf(readable(written)).filter((cluster) => hasMark(cluster.normalize('NFD'))),
  )
  const letters = [...new Set(clusters.flatMap((cluster) => [...unmarked(cluster)]))]
    .map(escapedInClass)
    .join('')
  marked.forEach((written, i) => {
    for (const place of PLACES) {
      const wanted = asDrawn(readable(taken(place, written)), letters)
      expect(unmarked(between(text, place, i) ?? ''), `${place} ${JSON.stringify(written)}`).toMatch(wanted)
    }
  })
}, 120_000)

// Each letter of a Latin word is a box of its own, so that it may break: a hundred thousand of them take their time.
test.each([
  ['a Latin word', `${'w'.repeat(99_998)}尾`],
  ['a Han word', `${'长'.repeat(99_998)}w`],
])(
  '%s of a hundred thousand characters breaks where the line ends, and none is lost',
  async (_, word) => {
    const { text } = await printed([word])
    for (const place of PLACES) expect(between(text, place, 0)).toBe(taken(place, word))
  },
  300_000,
)
