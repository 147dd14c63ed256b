/**
 * The look of an official paper (GB/T 9704-2012) in the words of a text processor: A4, 156 × 225 mm of text, body 仿宋
 * 三号 on 22 lines, headings 黑体 and 楷体, title 宋体. The fonts are named and not embedded: every office has its own.
 */
import { AlignmentType, BorderStyle, type IBorderOptions, type IStylesOptions, LineRuleType } from 'docx'

const LATIN = 'Times New Roman'
const face = (eastAsia: string) => ({ ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia })

export const SONG = face('宋体')
export const FANG_SONG = face('仿宋')
export const HEI = face('黑体')
export const KAI = face('楷体')

/** Half points: 三号 16 pt, 四号 14 pt, 小四 12 pt, 五号 10.5 pt, 小五 9 pt. */
export const SIZE = { title: 44, body: 32, four: 28, caption: 24, table: 21, note: 18 } as const

/** 1440 to the inch; rounded to the nearest, so that A4 is the A4 that printers know. */
const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4)

/** 22 lines on 225 mm, in twips. */
export const LINE = Math.round(twips(225) / 22)
export const TEXT_WIDTH = twips(156)

export const PAGE = {
  size: { width: twips(210), height: twips(297) },
  margin: {
    top: twips(37),
    left: twips(28),
    right: twips(26),
    bottom: twips(35),
    header: twips(20),
    footer: twips(25),
  },
} as const

export const THIN: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '808080' }
export const THICK: IBorderOptions = { style: BorderStyle.SINGLE, size: 12, color: '000000' }

const exact = { line: LINE, lineRule: LineRuleType.EXACT } as const
const heading = (font: typeof SONG, bold: boolean) => ({
  run: { font, size: SIZE.body, bold, color: '000000' },
  paragraph: { spacing: { ...exact, before: 0, after: 0 }, indent: { firstLine: 640 }, keepNext: true },
})

/** Close enough for a page of contents to stay one page. */
const contents = (id: string, name: string, font: typeof SONG, left: number) => ({
  id,
  name,
  basedOn: 'Normal',
  run: { font, size: SIZE.caption },
  paragraph: { spacing: { line: 400, lineRule: LineRuleType.EXACT }, indent: { left } },
})

export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: FANG_SONG, size: SIZE.body, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } },
    heading1: heading(HEI, false),
    heading2: heading(KAI, false),
    heading3: heading(FANG_SONG, true),
    title: {
      run: { font: SONG, size: SIZE.title, bold: true },
      paragraph: { alignment: AlignmentType.CENTER },
    },
  },
  paragraphStyles: [
    {
      id: 'Body',
      name: '公文正文',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: exact, indent: { firstLine: 640 }, alignment: AlignmentType.BOTH },
    },
    contents('TOC1', 'toc 1', HEI, 0),
    contents('TOC2', 'toc 2', SONG, 420),
    {
      id: 'Cell',
      name: '表格文字',
      basedOn: 'Normal',
      run: { font: SONG, size: SIZE.table },
      paragraph: { spacing: { line: 300, lineRule: LineRuleType.AT_LEAST } },
    },
    {
      id: 'TableCaption',
      name: '表题',
      basedOn: 'Normal',
      run: { font: HEI, size: SIZE.caption },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 80 }, keepNext: true },
    },
    {
      id: 'Note',
      name: '表注',
      basedOn: 'Normal',
      run: { font: SONG, size: SIZE.note },
      paragraph: { spacing: { before: 60, after: 240 } },
    },
    {
      id: 'Missing',
      name: '尚缺说明',
      basedOn: 'Normal',
      run: { font: KAI, size: SIZE.four },
      paragraph: {
        spacing: { before: 160, after: 160, line: 400, lineRule: LineRuleType.AT_LEAST },
        indent: { left: 200, right: 200 },
        border: { left: { ...THICK, size: 18, space: 8 }, top: THIN, bottom: THIN, right: THIN },
      },
    },
  ],
}
