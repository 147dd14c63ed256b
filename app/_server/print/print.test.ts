import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportInput } from '../../../lib/report/chapter.ts'
import { EXAMPLE_CASE, EXAMPLE_INPUT } from '../../../lib/report/example-input.fixture.ts'
import { assessmentReport } from '../../../lib/report/outlines/assessment-report.ts'
import { type PrinterSettings, type RenderedReport, renderReport } from './render.ts'

/** Text of each page without white space: extraction puts blanks between glyphs that stand apart. */
async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  const document = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ''),
    )
  }
  await task.destroy()
  return pages
}

async function printed(input: ReportInput, settings: Partial<PrinterSettings> = {}): Promise<RenderedReport> {
  const result = await renderReport(assessmentReport(input), { officeFonts: '/nowhere', ...settings })
  if (!result.ok) throw new Error(`${result.reason}: ${JSON.stringify(result.details)}`)
  return result.value
}

/** The same case with another matter, other factors and other evidence. */
function withTexts(text: string): ReportInput {
  return {
    ...EXAMPLE_INPUT,
    caseFile: {
      ...EXAMPLE_CASE,
      matter: {
        ...EXAMPLE_CASE.matter,
        title: `工程${text.slice(0, 90)}`,
        summary: `第一段${text}\n\n第二段${text}`,
      },
      groups: EXAMPLE_CASE.groups.map((group) => ({ ...group, name: `群体${text}` })),
      factors: EXAMPLE_CASE.factors.map((factor) => ({
        ...factor,
        name: `因素${text}`,
        measures: factor.measures.map((measure) => ({ ...measure, description: `措施${text}` })),
      })),
      findings: EXAMPLE_CASE.findings.map((finding) => ({ ...finding, evidence: `依据${text}` })),
    },
  }
}

let scratch = ''
beforeAll(async () => {
  execFileSync(process.execPath, ['bin/fonts.mjs'])
  // The second time there is nothing left to do, and nothing is said.
  expect(execFileSync(process.execPath, ['bin/fonts.mjs'], { encoding: 'utf8' })).toBe('')
  scratch = await mkdtemp(path.join(tmpdir(), 'wenping-print-'))
})
afterAll(() => rm(scratch, { recursive: true, force: true }))

describe('a printed report', () => {
  let report: RenderedReport
  let pages: string[] = []
  beforeAll(async () => {
    report = await printed(EXAMPLE_INPUT)
    pages = await pagesOf(report.pdf)
  }, 60_000)

  test('is exported as PDF/A-2a without complaint, and its Chinese is text', () => {
    expect(report.standard).toBe('a-2a')
    expect(report.warnings).toEqual([])
    expect(Buffer.from(report.pdf).toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(pages.length).toBeGreaterThan(15)
    expect(pages[0]).toContain('游牧民定居工程（二期）社会稳定风险评估报告')
    expect(pages[0]).toContain('示例')
    expect(pages.join('')).toContain('由反对比例规则决定')
  })

  test('the numbers of the contents are the numbers on the pages', () => {
    const contents = pages[1] ?? ''
    const body = pages.slice(2)
    const entries = assessmentReport(EXAMPLE_INPUT)
      .blocks.filter((block) => block.kind === 'heading')
      .filter((block) => block.level < 3)
      .map((block) => block.text.replace(/\s/g, ''))
    expect(entries.length).toBeGreaterThan(18)
    let from = 0
    for (const entry of entries) {
      const found = contents.slice(from).match(new RegExp(`${escaped(entry)}[.·…]*(\\d+)`))
      expect(found, entry).not.toBeNull()
      from += found?.index ?? 0
      const number = Number(found?.[1])
      expect(body[number - 1], `${entry} on page ${number}`).toContain(entry)
      expect(body[number - 1]).toMatch(new RegExp(`—${number}—`))
    }
  })

  test('a table that runs over repeats its head, and loses no row', () => {
    const appendix = pages.filter((page) => page.includes('选项作答数比例95%置信区间'))
    expect(appendix.length).toBeGreaterThan(2)
    const questions = EXAMPLE_CASE.survey?.questionnaire.questions ?? []
    questions.forEach((question, i) => {
      expect(appendix.join('')).toContain(`${i + 1}．${question.title}`)
    })
  })

  test('charts are text as well: labels can be searched', () => {
    const all = pages.join('')
    for (const words of ['发生概率p', '影响程度q', '累计净现金流量', '项目变动-20%', '【本事项】']) {
      expect(all).toContain(words)
    }
  })

  test('every page of a frozen version says how to check it, none of a draft does', async () => {
    const verification = {
      code: 'K7PQ-2M9X',
      url: 'https://example.org/verify/report/K7PQ2M9X',
      page: 'example.org/verify',
    }
    const facts = {
      number: 3,
      anchor: '57-3f9a12c04be7d185',
      officeAnchor: '212-9c04be7d1853f9a1',
      wordedAnew: true,
    }
    const frozen = await printed({ ...EXAMPLE_INPUT, verification, frozen: facts, frozenOn: '2026-11-23' })
    expect(frozen.standard).toBe('a-2a')
    const checked = await pagesOf(frozen.pdf)
    expect(checked.length - pages.length).toBeLessThanOrEqual(1)
    expect(checked.every((page) => page.includes('核验码K7PQ-2M9X'))).toBe(true)
    expect(checked.every((page) => page.includes('在example.org/verify输入'))).toBe(true)
    expect(pages.some((page) => page.includes('核验码'))).toBe(false)
    const end = checked.slice(-2).join('')
    for (const words of ['第3版，2026年11月23日定稿', '57-3f9a12c04be7d185', '212-9c04be7d1853f9a1'])
      expect(end).toContain(words)
    expect(end).toContain('行文或者编排可能与定稿当时的打印件有出入')
    expect(pages.join('')).not.toContain('锚点')
  })

  test('the colophon names the font that stands in for 仿宋', () => {
    expect(pages.at(-1)).toContain('正文NotoSerifSC（本机未提供仿宋字体，以宋体代替）')
  })

  test('the same case gives the same bytes', async () => {
    const again = await printed(EXAMPLE_INPUT)
    const digest = (pdf: Uint8Array) => createHash('sha256').update(pdf).digest('hex')
    expect(digest(again.pdf)).toBe(digest(report.pdf))
  })
})

describe('text from outside', () => {
  test('markup stays letters', async () => {
    const markup = '#panic("x")$x^2$*粗*_斜_`码`\\n@ref<label><script>alert(1)</script>//注/*释*/'
    const report = await printed(withTexts(markup))
    const all = (await pagesOf(report.pdf)).join('')
    expect(all).toContain(`因素${markup}`.replace(/\s/g, ''))
    expect(all).toContain('<script>alert(1)</script>')
    expect(report).toMatchObject({ standard: 'a-2a', warnings: [] })
  })

  test('rare characters and emoji are drawn; what no font has becomes 〓 and is named', async () => {
    const report = await printed(withTexts('𠮷䶮🙂\u0000\u202e左ཀאé\u0301\ue000'))
    expect(report.standard).toBe('a-2a')
    expect(report.warnings).toEqual([
      { kind: 'glyphs-missing', characters: expect.stringMatching(/^ཀ א .*\ue000$/) },
    ])
    const all = (await pagesOf(report.pdf)).join('')
    expect(all).toContain('第一段𠮷䶮🙂左〓〓é')
  })

  test('long words, long texts and no text at all do not leave the page or stop it', async () => {
    const long = await printed(
      withTexts(`https://example.gov.cn/${'a'.repeat(400)}${'很长的依据。'.repeat(50)}`),
    )
    const all = (await pagesOf(long.pdf)).join('')
    expect(all.match(/很长的依据。/g)?.length).toBeGreaterThan(50 * EXAMPLE_CASE.findings.length)
    const empty = await printed(withTexts(''))
    expect(empty.standard).toBe('a-2a')
  })
})

describe('the office’s own fonts', () => {
  /** LXGW WenKai under a name of the same length plays the office's font. */
  async function officeFont(directory: string, change = (font: string) => font): Promise<string> {
    const officeFonts = path.join(scratch, directory)
    await mkdir(officeFonts)
    const font = (await readFile('.fonts/lxgw-wenkai-500.ttf'))
      .toString('latin1')
      .replaceAll('LXGW WenKai', 'FangSongGov')
      .replaceAll(wide('LXGW WenKai'), wide('FangSongGov'))
    await writeFile(path.join(officeFonts, 'office.ttf'), change(font), 'latin1')
    return officeFonts
  }

  test('a 仿宋 font in the office’s directory sets the body and stands in the colophon', async () => {
    const report = await printed(EXAMPLE_INPUT, { officeFonts: await officeFont('office') })
    expect((await pagesOf(report.pdf)).at(-1)).toContain('正文FangSongGov；')
    expect(report).toMatchObject({ standard: 'a-2a', warnings: [] })
  })

  test('a font that the typesetter cannot use is not named', async () => {
    const headless = await officeFont('headless', (font) => font.replace('head', 'haed'))
    const report = await printed(EXAMPLE_INPUT, { officeFonts: headless })
    expect((await pagesOf(report.pdf)).at(-1)).toContain('正文NotoSerifSC')
  })

  test('a file that is no font is passed over', async () => {
    const officeFonts = path.join(scratch, 'broken')
    await mkdir(officeFonts)
    await writeFile(path.join(officeFonts, 'fangsong.ttf'), 'this is not a font')
    expect((await printed(EXAMPLE_INPUT, { officeFonts })).standard).toBe('a-2a')
  })
})

describe('when printing goes wrong', () => {
  const document = assessmentReport(EXAMPLE_INPUT)
  const child = async (name: string, source: string) => {
    const file = path.join(scratch, `${name}.mjs`)
    await writeFile(file, source)
    return file
  }

  test('a typesetter that takes too long is killed', async () => {
    const stuck = await child('stuck', 'process.once("message", () => { for (;;) {} })')
    const started = Date.now()
    const result = await renderReport(document, { child: stuck, timeoutMs: 400 })
    expect(result).toMatchObject({ ok: false, reason: 'render-timeout' })
    expect(Date.now() - started).toBeLessThan(5000)
  })

  test('a typesetter that dies or fails is a failure, not an exception', async () => {
    const dying = await child('dying', 'process.once("message", () => process.exit(7))')
    expect(await renderReport(document, { child: dying })).toMatchObject({
      ok: false,
      reason: 'render-failed',
      details: { cause: 'exit 7' },
    })
    const failing = await child(
      'failing',
      'process.once("message", () => process.send({ failure: "no such thing" }, () => process.disconnect()))',
    )
    expect(await renderReport(document, { child: failing })).toMatchObject({
      ok: false,
      reason: 'render-failed',
      details: { cause: 'no such thing' },
    })
  })

  test('a typesetter is kept for the next report, let go when it has grown large, and replaced when it died', async () => {
    const causeOf = async (script: string) => {
      const result = await renderReport(document, { child: script })
      return result.ok ? '' : String(result.details?.cause)
    }
    const answering = (rest: string) =>
      `let n = 0
       process.on('message', () => {
         n += 1
         ${rest}
       })`
    const small = await child(
      'small',
      answering('if (n === 3) process.exit(7); process.send({ failure: String(process.pid), rssBytes: 1 })'),
    )
    const first = await causeOf(small)
    expect(first).toMatch(/^\d+$/)
    expect(await causeOf(small)).toBe(first)
    // It dies of the third; another one sets it.
    const other = await causeOf(small)
    expect(other).toMatch(/^\d+$/)
    expect(other).not.toBe(first)
    const large = await child(
      'large',
      answering('process.send({ failure: String(process.pid), rssBytes: 2e9 })'),
    )
    expect(await causeOf(large)).not.toBe(await causeOf(large))
  })

  test('without fonts there is no report', async () => {
    expect(await renderReport(document, { fonts: path.join(scratch, 'none') })).toMatchObject({
      ok: false,
      reason: 'fonts-missing',
    })
  })

  test('a plain PDF says that it is one', async () => {
    const plain = await child(
      'plain',
      'process.once("message", () => process.send({ pdf: new Uint8Array([1]), standard: null, refusal: "no glyph" }, () => process.disconnect()))',
    )
    const result = await renderReport(document, { child: plain })
    expect(result).toMatchObject({
      ok: true,
      value: { standard: null, warnings: [{ kind: 'plain-pdf', cause: 'no glyph' }] },
    })
  })

  test('what PDF/A refuses is made a plain PDF', async () => {
    const template = path.join(scratch, 'typst')
    await cp('lib/report/typst', template, { recursive: true })
    await appendFile(path.join(template, 'report.typ'), '\n#par("ཀ")\n')
    const report = await printed(EXAMPLE_INPUT, { template })
    expect(report.standard).toBeNull()
    expect(report.warnings).toEqual([{ kind: 'plain-pdf', cause: expect.stringMatching(/./) }])
    expect((await pagesOf(report.pdf)).length).toBeGreaterThan(15)
  })

  test('the typesetter gets none of the server’s secrets', async () => {
    const secrets = await child(
      'secrets',
      'process.once("message", () => process.send({ failure: "secret: " + process.env.AUTH_SECRET }, () => process.disconnect()))',
    )
    process.env.AUTH_SECRET = 'secret'
    const result = await renderReport(document, { child: secrets })
    delete process.env.AUTH_SECRET
    expect(result).toMatchObject({ details: { cause: 'secret: undefined' } })
  })

  test('no more than two are set at a time', async () => {
    const log = path.join(scratch, 'log')
    const slow = await child(
      'slow',
      `import { appendFileSync } from 'node:fs'
       process.once('message', () => {
         appendFileSync(${JSON.stringify(log)}, '+')
         setTimeout(() => {
           appendFileSync(${JSON.stringify(log)}, '-')
           process.send({ pdf: new Uint8Array([1]), standard: 'a-2a' }, () => process.disconnect())
         }, 150)
       })`,
    )
    const results = await Promise.all(
      Array.from({ length: 5 }, () => renderReport(document, { child: slow })),
    )
    expect(results.every((result) => result.ok)).toBe(true)
    let running = 0
    const most = [...(await readFile(log, 'utf8'))].reduce((peak, sign) => {
      running += sign === '+' ? 1 : -1
      return Math.max(peak, running)
    }, 0)
    expect(most).toBe(2)
  })
})

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** As it stands in a font's name table: UTF-16, big end first. */
function wide(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('latin1')
}
