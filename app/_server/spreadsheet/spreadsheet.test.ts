import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { LARGEST_TABLE } from '../../../lib/table-file.ts'
import { readTable } from './read.ts'
import { writeCsv, writeWorkbook } from './write.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** 群体,户数 / 东村,12, as Excel in China saves it. */
const GB18030 = Uint8Array.of(
  ...[0xc8, 0xba, 0xcc, 0xe5, 0x2c, 0xbb, 0xa7, 0xca, 0xfd, 0x0d, 0x0a],
  ...[0xb6, 0xab, 0xb4, 0xe5, 0x2c, 0x31, 0x32, 0x0d, 0x0a],
)
const VILLAGES = [
  ['群体', '户数'],
  ['东村', '12'],
]

async function rows(bytes: Uint8Array, name: string) {
  const table = await readTable(bytes, name)
  return table.ok ? table.value : table.reason
}

async function sheetPart(change: (xml: string) => string): Promise<Uint8Array> {
  const book = await writeWorkbook([{ name: '一', columns: [{ heading: '群体' }], rows: [['东村']] }])
  const parts = unzipSync(book)
  const name = Object.keys(parts).find((part) => part.startsWith('xl/worksheets/sheet'))
  if (!name) throw new Error('no sheet')
  const xml = new TextDecoder().decode(parts[name])
  return zipSync({ ...parts, [name]: strToU8(change(xml)) })
}

describe('a table out of a file', () => {
  test('CSV of Excel in China, of everybody else, and with the mark in front', async () => {
    expect(await rows(GB18030, 'a.csv')).toEqual(VILLAGES)
    expect(await rows(utf8('群体,户数\r\n东村,12\r\n'), 'a.csv')).toEqual(VILLAGES)
    expect(await rows(utf8('\uFEFF群体,户数\n东村,12'), 'a.csv')).toEqual(VILLAGES)
  })

  test('"Unicode text" of Excel: UTF-16 with tabs', async () => {
    const text = '群体\t户数\r\n东村\t12'
    const bytes = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer),
    ])
    expect(await rows(bytes, 'a.txt')).toEqual(VILLAGES)
  })

  test('blank rows keep their place, so that a row number is the one the reader sees', async () => {
    expect(await rows(utf8('群体,户数\r\n\r\n东村,12\r\n'), 'a.csv')).toEqual([
      ['群体', '户数'],
      [''],
      ['东村', '12'],
    ])
    const book = await writeWorkbook([
      { name: '一', columns: [{ heading: '群体' }], rows: [[null], ['东村']] },
    ])
    expect(await rows(book, 'a.xlsx')).toEqual([['群体'], [''], ['东村']])
  })

  test('a workbook: numbers without rounding, days as days, the shown value of a formula', async () => {
    const book = await sheetPart((xml) =>
      xml.replace('</sheetData>', '<row r="3"><c r="A3"><f>6*7</f><v>42</v></c></row></sheetData>'),
    )
    expect(await rows(book, 'a.xlsx')).toEqual([['群体'], ['东村'], ['42']])
    const numbers = await writeWorkbook([
      { name: '一', columns: [{ heading: '数' }], rows: [[0.1], [1234567]] },
    ])
    expect(await rows(numbers, 'a.xlsx')).toEqual([['数'], ['0.1'], ['1234567']])
  })

  test('what is no table is refused by name', async () => {
    expect(await rows(utf8('%PDF-1.7'), 'a.pdf')).toBe('table-kind-not-allowed')
    expect(await rows(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0), 'a.csv')).toBe('unreadable-table')
    expect(await rows(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'a.xls')).toBe('old-workbook')
    expect(await rows(zipSync({ 'word/document.xml': strToU8('<x/>') }), 'a.xlsx')).toBe('unreadable-table')
    expect(await rows(Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9), 'a.xlsx')).toBe('unreadable-table')
    expect(await rows(utf8('a,"b\n'), 'a.csv')).toBe('unreadable-table')
    expect(await rows(new Uint8Array(LARGEST_TABLE + 1), 'a.csv')).toBe('table-too-large')
  })

  test('a bomb is refused before it goes off: much out of little, and one cell at the end of the sheet', async () => {
    const zeros = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/sharedStrings.xml': new Uint8Array(70_000_000),
    })
    expect(zeros.length).toBeLessThan(LARGEST_TABLE)
    expect(await rows(zeros, 'a.xlsx')).toBe('table-too-large')
    const far = (ref: string) => (xml: string) =>
      xml.replace('</sheetData>', `<row r="${/\d+/.exec(ref)}"><c r="${ref}"><v>1</v></c></row></sheetData>`)
    expect(await rows(await sheetPart(far('A1999999999')), 'a.xlsx')).toBe('table-too-large')
    expect(await rows(await sheetPart(far('XFD3')), 'a.xlsx')).toBe('table-too-large')
  })

  test('a border that somebody once set at the end of the sheet is no content', async () => {
    const bordered = await sheetPart((xml) =>
      xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'),
    )
    expect(await rows(bordered, 'a.xlsx')).toEqual([['群体'], ['东村']])
  })
})

describe('a table as a file', () => {
  const sheet = {
    name: '答卷[1]/甲',
    columns: [{ heading: '意见' }, { heading: '数' }],
    rows: [
      ['=HYPERLINK("http://a")', -5],
      ['-不同意', null],
    ],
  } as const

  test('a text that begins like a formula is a text in a workbook', async () => {
    const book = await writeWorkbook([sheet])
    const parts = unzipSync(book)
    const xml = Object.entries(parts)
      .filter(([name]) => name.startsWith('xl/worksheets/'))
      .map(([, bytes]) => new TextDecoder().decode(bytes))
      .join()
    expect(xml).not.toContain('<f>')
    expect(await rows(book, 'a.xlsx')).toEqual([
      ['意见', '数'],
      ['=HYPERLINK("http://a")', '-5'],
      ['-不同意', ''],
    ])
  })

  test('in CSV it gets an apostrophe in front, and a negative number none', () => {
    expect(writeCsv(['意见', '数'], sheet.rows)).toBe(
      '\uFEFF意见,数\r\n"\'=HYPERLINK(""http://a"")",-5\r\n\'-不同意,\r\n',
    )
    expect(
      writeCsv(['x'], [['＝1'], ['@a'], ['\tx']])
        .split('\r\n')
        .slice(1, 4),
    ).toEqual(["'＝1", "'@a", "'\tx"])
  })

  test('the same table gives the same bytes, also at another time', async () => {
    const first = await writeWorkbook([sheet])
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect(Buffer.from(await writeWorkbook([sheet])).equals(Buffer.from(first))).toBe(true)
  })

  test('names of sheets are made as Excel allows them', async () => {
    const long = '一'.repeat(40)
    const book = await writeWorkbook([sheet, { ...sheet, name: long }, { ...sheet, name: long }])
    const workbook = new TextDecoder().decode(unzipSync(book)['xl/workbook.xml'])
    const names = [...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toEqual(['答卷 1  甲', '一'.repeat(31), `${'一'.repeat(27)} (2)`])
  })
})
