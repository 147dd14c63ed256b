import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { EXAMPLE_QUESTIONNAIRE } from '../../../lib/assessment/examples/resettlement.ts'
import { intake } from '../../../lib/messages/zh-CN/intake.ts'
import { paperForm } from '../../../lib/survey/prints/paper-form.ts'
import { poster } from '../../../lib/survey/prints/poster.ts'
import { slipSheet } from '../../../lib/survey/prints/slip-sheet.ts'
import { everyTypeQuestionnaire } from '../../../lib/survey/questionnaire.fixture.ts'
import type { Questionnaire } from '../../../lib/survey/questionnaire.ts'
import { printedLanguages } from './printed-languages.ts'
import { renderSurveyPrint } from './render.ts'
import { squaresOf } from './squares.ts'

const say = (key: keyof typeof intake.question, values: Record<string, string | number> = {}) =>
  intake.question[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

async function printed(print: Parameters<typeof renderSurveyPrint>[0]): Promise<Uint8Array> {
  const made = await renderSurveyPrint(print, { officeFonts: '/nowhere' })
  if (!made.ok) throw new Error(`${made.reason} ${JSON.stringify(made.details)}`)
  if (process.env.KEEP_PRINTS)
    writeFileSync(`${process.env.KEEP_PRINTS}/${print.kind}-${print.title}.pdf`, made.value.pdf)
  return made.value.pdf
}
/** Text of each page without white space: extraction puts blanks between glyphs that stand apart. */
async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  const document = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    pages.push(text.replace(/\s/g, ''))
  }
  await task.destroy()
  return pages
}

const digest = (pdf: Uint8Array) => createHash('sha256').update(pdf).digest('hex')
const codes = Array.from({ length: 23 }, (_, i) => `ABCDEFGH${String(i).padStart(3, '0')}9`)

describe('what residents get on paper', () => {
  test('every code stands on a slip once, ten to a sheet, and the same batch gives the same bytes', async () => {
    const batch = {
      title: '城东污水处理厂扩建意见调查',
      author: '县评估中心',
      group: '东村被征地户',
      label: '第一批',
      day: '2026-11-23',
      others: [],
    }
    const sheet = slipSheet(batch, codes, 'https://wenping.example.gov.cn', squaresOf)
    const pdf = await printed(sheet)
    const pages = await pagesOf(pdf)
    expect(pages).toHaveLength(3)
    for (const code of codes) expect(pages.join('').split(code.match(/.{4}/g)!.join('-'))).toHaveLength(2)
    expect(digest(await printed(sheet))).toBe(digest(pdf))
  }, 60_000)

  test('a poster is one page with the address in words', async () => {
    const sheet = poster(
      {
        title: '城东污水处理厂扩建意见调查',
        assessor: '县评估中心',
        matter: '城东污水处理厂扩建',
        group: '东村被征地户',
        day: '2026-11-23',
        others: [],
      },
      'https://wenping.example.gov.cn/s/x7Kd92LmQpTz',
      squaresOf,
    )
    const pages = await pagesOf(await printed(sheet))
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain('wenping.example.gov.cn/s/x7Kd92LmQpTz')
    expect(pages[0]).toContain('可以反对')
  }, 60_000)

  test('poster and slips speak English where the questionnaire does, and stay one page and ten to a page', async () => {
    const questionnaire: Questionnaire = {
      ...EXAMPLE_QUESTIONNAIRE,
      languages: ['zh-CN', 'en', 'fr', 'bo', 'ug'],
      translations: {
        en: { title: 'What do you think of the extension of the sewage works east of the town?' },
        fr: { title: 'Que pensez-vous de l’agrandissement de la station d’épuration ?' },
        bo: { title: 'བསམ་འཆར' },
        ug: {},
      },
    }
    const { others, withoutFont } = await printedLanguages(questionnaire, '/nowhere')
    // Nobody translated the Uyghur title; for Tibetan there is no font, and a sheet full of 〓 helps nobody.
    expect(others.map(({ language }) => language)).toEqual(['en', 'fr'])
    expect(withoutFont).toEqual(['bo'])
    const about = { title: questionnaire.title, group: '东村被征地户', day: '2026-11-23', others }
    const told = { ...about, assessor: '县评估中心', matter: '城东污水处理厂扩建' }
    const url = 'https://wenping.example.gov.cn/s/x7Kd92LmQpTz'
    const pages = await pagesOf(await printed(poster(told, url, squaresOf)))
    expect(pages).toHaveLength(1)
    for (const words of [
      questionnaire.title,
      'Whatdoyouthinkoftheextension',
      'Quepensez-vous',
      'For:东村被征地户',
      'Scanwithatelephone',
      'typethisaddress',
      'Youmaysupportorobject',
      'wenping.example.gov.cn/s/x7Kd92LmQpTz',
      '可以反对',
    ])
      expect(pages[0]).toContain(words)
    const batch = { ...about, author: '县评估中心', label: '第一批' }
    const sheets = await pagesOf(
      await printed(slipSheet(batch, codes.slice(0, 10), 'https://wenping.example.gov.cn', squaresOf)),
    )
    expect(sheets).toHaveLength(1)
    for (const words of ['Whatdoyouthink', 'Quepensez', 'Answersonce', 'typethecode', '每码限答一次'])
      expect(sheets[0]!.split(words)).toHaveLength(11)
  }, 60_000)

  test('a paper form asks every question, and each page of it carries its serial and its place', async () => {
    for (const questionnaire of [everyTypeQuestionnaire(), EXAMPLE_QUESTIONNAIRE]) {
      const survey = {
        questionnaire,
        language: 'zh-CN',
        group: '东村被征地户',
        assessor: '县评估中心',
        day: '2026-11-23',
      }
      const pages = await pagesOf(await printed(paperForm(survey, ['01-0001', '01-0002'], say, squaresOf)))
      const each = pages.length / 2
      const one = pages.slice(0, each).join('')
      for (const { title } of questionnaire.questions) expect(one).toContain(title.replace(/\s/g, ''))
      pages.forEach((page, i) => {
        expect(page).toContain(i < each ? '01-0001' : '01-0002')
        expect(page).not.toContain(i < each ? '01-0002' : '01-0001')
        expect(page).toContain(`第${(i % each) + 1}页，共${each}页`)
      })
    }
  }, 60_000)
})
