import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ReportInput } from '../../../../lib/report/chapter.ts'
import { EMPTY_INPUT } from '../../../../lib/report/empty-input.fixture.ts'
import { EXAMPLE_CASE, EXAMPLE_INPUT } from '../../../../lib/report/example-input.fixture.ts'
import { OUTLINE_IDS, type OutlineId } from '../../../../lib/report/outlines/outline-id.ts'
import { reportOf } from '../../../../lib/report/outlines/outlines.ts'
import { withCase } from '../../../../lib/report/reading.fixture.ts'
import { reportAsDocx } from './document.ts'
import { clean } from './tables.ts'

type Parts = ReadonlyMap<string, string>

async function partsOf(outline: OutlineId, input: ReportInput): Promise<Parts> {
  const { bytes } = await reportAsDocx(reportOf(outline, input))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, decoder.decode(part)]))
}

/** Opens and closes match, attributes are quoted, no bare ampersand, no character that XML forbids. */
function fault(xml: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control codes are what is looked for
  const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.exec(xml)
  if (forbidden) return `character U+${forbidden[0].codePointAt(0)?.toString(16)}`
  const open: string[] = []
  let last = 0
  for (const match of xml.matchAll(/<(\?[^>]*\?|\/?[\w:.-]+(?:\s+[\w:.-]+="[^"<]*")*\s*\/?)>/g)) {
    const between = xml.slice(last, match.index)
    if (/[<>]/.test(between)) return `stray bracket in ${between.slice(0, 60)}`
    last = match.index + match[0].length
    const tag = match[1] ?? ''
    if (tag.startsWith('?') || tag.endsWith('/')) continue
    const name = /[\w:.-]+/.exec(tag)?.[0] ?? ''
    if (!tag.startsWith('/')) open.push(name)
    else if (open.pop() !== name) return `</${name}> closes nothing`
  }
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(xml)) return 'bare ampersand'
  return open.length === 0 ? null : `<${open.at(-1)}> stays open`
}

const words = (xml: string) =>
  [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')

let parts: Parts
let main = ''
beforeAll(async () => {
  parts = await partsOf('assessment', EXAMPLE_INPUT)
  main = parts.get('word/document.xml') ?? ''
})

describe('the report for a text processor', () => {
  test('is a package of well-formed parts whose relationships all lead somewhere', async () => {
    const every = [parts, await partsOf('assessment', EMPTY_INPUT), await partsOf('analysis', EXAMPLE_INPUT)]
    for (const each of every) {
      const types = each.get('[Content_Types].xml') ?? ''
      for (const [name, xml] of each) {
        if (/\.(xml|rels)$/.test(name)) expect([name, fault(xml)]).toEqual([name, null])
        if (name.endsWith('.rels')) {
          const folder = name.replace(/_rels\/[^/]+$/, '')
          for (const [relation, target] of xml.matchAll(/<Relationship [^>]*Target="([^"]+)"[^>]*>/g)) {
            if (relation.includes('TargetMode="External"')) continue
            const path = target?.startsWith('/')
              ? target.slice(1)
              : new URL(target ?? '', `file:///${folder}`).pathname.slice(1)
            expect([...each.keys()]).toContain(path)
          }
        }
      }
      for (const [, part] of types.matchAll(/PartName="\/([^"]+)"/g)) expect([...each.keys()]).toContain(part)
      const document = each.get('word/document.xml') ?? ''
      const relations = each.get('word/_rels/document.xml.rels') ?? ''
      for (const [, id] of document.matchAll(/r:id="([^"]+)"/g)) expect(relations).toContain(`Id="${id}"`)
    }
  })

  test('says what the PDF says: every heading, paragraph and cell', () => {
    const all = words(main) + words(parts.get('word/footnotes.xml') ?? '')
    const printed = all.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
    for (const block of reportOf('assessment', EXAMPLE_INPUT).blocks) {
      if (block.kind === 'heading' || block.kind === 'missing') expect(printed).toContain(block.text)
      if (block.kind === 'paragraph') {
        for (const run of block.runs) expect(printed).toContain(typeof run === 'string' ? run : run.text)
        if (block.footnote) expect(printed).toContain(block.footnote)
      }
      if (block.kind === 'table') {
        expect(printed).toContain(block.caption)
        for (const cell of block.rows.flat())
          for (const line of cell.split('\n')) expect(printed).toContain(line)
      }
    }
  })

  test('is laid out as an official paper: A4, 156 × 225 mm, 仿宋 三号, heads that repeat, contents, page numbers', () => {
    expect(/<w:pgSz [^>]*>/.exec(main)?.[0]).toMatch(/w:w="11906" w:h="16838"/)
    expect(/<w:pgMar [^>]*>/.exec(main)?.[0]).toMatch(
      /w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/,
    )
    const styles = parts.get('word/styles.xml') ?? ''
    expect(styles.includes('w:eastAsia="仿宋"')).toBe(true)
    expect(styles.includes('<w:sz w:val="32"/>')).toBe(true)
    expect(main.includes('TOC ')).toBe(true)
    const tables = main.split('<w:tbl>').length - 1
    const captions = [...main.matchAll(/<w:pStyle w:val="TableCaption"\/>/g)].length
    expect(captions).toBeGreaterThan(20)
    expect([...main.matchAll(/<w:tblHeader\/>/g)].length).toBeGreaterThanOrEqual(captions)
    expect(tables).toBeGreaterThan(captions)
    const feet = [...parts].filter(([name]) => /word\/footer\d+\.xml/.test(name)).map(([, xml]) => xml)
    expect(feet.length).toBeGreaterThan(0)
    expect(feet.every((xml) => xml.includes('PAGE'))).toBe(true)
  })

  test('every column is given its width, and the widths fill the text', () => {
    for (const [, grid] of main.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)) {
      const widths = [...(grid ?? '').matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width))
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8844)
    }
  })

  test('hostile text is text', async () => {
    const text = '</w:t><w:p/>&amp;<script>\u0000\u0008𠮷䶮\ufffe]]>‮e\u0301'
    const hostile = await partsOf(
      'assessment',
      withCase({ matter: { ...EXAMPLE_CASE.matter, summary: text } }),
    )
    for (const [name, xml] of hostile) expect([name, fault(xml)]).toEqual([name, null])
    expect(words(hostile.get('word/document.xml') ?? '')).toContain(
      '&lt;/w:t&gt;&lt;w:p/&gt;&amp;amp;&lt;script&gt;𠮷䶮]]&gt;',
    )
  })

  test('half a surrogate pair, which no case may hold, would be a question mark', () => {
    expect(clean('甲\ud800乙𠮷\u0007')).toBe('甲\ufffd乙𠮷')
  })

  test('a frozen version names its code in the foot, a draft does not', async () => {
    const verification = {
      code: 'K7PQ-2M9X',
      url: 'https://example.org/verify/report/K7PQ2M9X',
      page: 'example.org/verify',
    }
    const frozen = await partsOf('assessment', { ...EXAMPLE_INPUT, verification })
    const feet = (each: Parts) =>
      [...each].filter(([name]) => /word\/footer\d+\.xml/.test(name)).map(([, xml]) => words(xml))
    expect(feet(frozen).every((foot) => foot.includes('核验码 K7PQ-2M9X'))).toBe(true)
    expect(feet(parts).some((foot) => foot.includes('核验码'))).toBe(false)
  })

  test('the same case gives the same bytes, dated by the case; figures are announced as tables', async () => {
    for (const outline of OUTLINE_IDS) {
      const first = await reportAsDocx(reportOf(outline, EXAMPLE_INPUT))
      const second = await reportAsDocx(reportOf(outline, structuredClone(EXAMPLE_INPUT)))
      expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true)
      expect(first.warnings).toEqual([{ kind: 'figures-as-tables', figures: expect.any(Number) }])
    }
    expect(parts.get('docProps/core.xml')).toContain('2026-10-18T00:00:00Z')
  })
})
