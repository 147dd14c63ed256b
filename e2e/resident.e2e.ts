/**
 * The resident's page on its own door, with every type of question: without scripts on the smallest telephone, in Uyghur from
 * right to left, and with the optional script over a line that breaks.
 */
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type ServerProcess, startServer } from '../bench/server-process.ts'
import { INTAKE_ARGS } from '../bin/intake-command.mjs'
import { issueCodes } from '../db/stores/codes.ts'
import { readSurvey } from '../db/stores/survey.ts'
import { type PublishedSurvey, publishedSurvey, value } from '../db/stores/survey-testing.ts'
import { openTestDatabase, type TestDatabase } from '../db/testing.ts'
import { zhCN } from '../lib/messages/zh-CN.ts'
import type { Questionnaire } from '../lib/survey/questionnaire.ts'
import { accessibilityFaults } from './accessibility.ts'
import { fitsWidth } from './page-width.ts'

const { intake } = zhCN
const say = (text: string, values: Record<string, string | number>) =>
  Object.entries(values).reduce((said, [name, one]) => said.replace(`{${name}}`, String(one)), text)

const labelled = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([id, label]) => ({ id, label }))

const QUESTIONNAIRE: Questionnaire = {
  title: '生活垃圾焚烧发电项目意见调查',
  introduction: '为了解您对这个项目的真实想法，我们开展这次调查。反对的意见同样重要。',
  languages: ['zh-CN', 'ug', 'en'],
  questions: [
    {
      id: 'about',
      title: '请先了解',
      required: false,
      type: 'info',
      body: '项目占地约60亩，日处理生活垃圾600吨，距最近的村庄800米。',
      section: '项目情况',
    },
    {
      id: 'attitude',
      title: '您对建设这个项目的态度是？',
      required: true,
      type: 'single',
      options: [
        ...labelled(['support', '支持'], ['conditional', '有条件支持'], ['oppose', '反对']),
        { id: 'else', label: '其他', other: true },
      ],
    },
    {
      id: 'why',
      title: '您反对的理由是？',
      required: true,
      type: 'multiple',
      options: labelled(['air', '担心废气'], ['noise', '担心噪声'], ['price', '担心房价']),
      showIf: { match: 'any', conditions: [{ questionId: 'attitude', optionIds: ['oppose'] }] },
    },
    {
      id: 'trust',
      title: '您对监管是否有信心？',
      required: false,
      type: 'scale',
      labels: ['很有信心', '较有信心', '一般', '不太有信心', '没有信心'],
    },
    {
      id: 'parts',
      title: '您对以下方面是否满意？',
      required: false,
      type: 'matrix',
      rows: labelled(['site', '选址'], ['notice', '信息公开'], ['pay', '补偿标准']),
      options: labelled(['good', '满意'], ['fair', '一般'], ['bad', '不满意']),
    },
    {
      id: 'order',
      title: '您最关心的前两项是？',
      required: false,
      type: 'ranking',
      options: labelled(['health', '健康'], ['income', '收入'], ['water', '水源']),
      places: 2,
    },
    {
      id: 'land',
      title: '您家的耕地有多少？',
      required: false,
      type: 'number',
      unit: '亩',
      min: 0,
      max: 500,
      decimals: 1,
    },
    { id: 'since', title: '您何时听说这个项目？', required: false, type: 'date', precision: 'month' },
    { id: 'demands', title: '您有什么要求和建议？', required: false, type: 'text', maxLength: 120 },
  ],
  indices: {
    satisfaction: null,
    support: null,
    confidence: null,
    opposition: { questionIds: ['attitude'], optionIds: ['oppose'] },
  },
  translations: {
    ug: {
      title: 'ئەخلەت كۆيدۈرۈپ توك چىقىرىش تۈرى ھەققىدە پىكىر ئېلىش',
      introduction: 'بۇ تەكشۈرۈش سىزنىڭ ھەقىقىي پىكرىڭىزنى بىلىش ئۈچۈن.',
      'attitude.title': 'بۇ تۈرگە بولغان پوزىتسىيىڭىز قانداق؟',
      'attitude.options.support': 'قوللايمەن',
      'attitude.options.oppose': 'قارشى تۇرىمەن',
    },
    en: { title: 'Opinions on the incinerator', 'attitude.title': 'What do you think of the project?' },
  },
}

let db: TestDatabase
let survey: PublishedSurvey
let house: ServerProcess
let site = ''
let form = ''
const contexts: BrowserContext[] = []

async function phone(browser: Browser, options: { scripts: boolean; width?: number }): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: options.scripts,
    locale: 'zh-CN',
    viewport: { width: options.width ?? 320, height: 640 },
  })
  contexts.push(context)
  return context.newPage()
}

const counted = async () => {
  const record = await readSurvey(db.doors.read, survey.assessment.id)
  return (record?.counts ?? []).reduce((sum, { n }) => sum + n, 0)
}

/** Nothing wider than the screen, nothing a machine can fault, on a telephone and on a desk; the checker needs scripts. */
async function looksRight(page: Page, name: string) {
  for (const width of [320, 1280]) {
    await fitsWidth(page, width, name)
    expect(await accessibilityFaults(page)).toEqual([])
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 320, height: 640 })
}

const tick = (page: Page, question: string, option: string) =>
  page.locator(`input[name="q.${question}"][value="${option}"]`).check()
const submit = (page: Page) => page.getByRole('button', { name: intake.submit.button }).click()
const RECEIPT = /^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  db = await openTestDatabase()
  survey = await publishedSurvey(db.doors, QUESTIONNAIRE)
  house = await startServer(INTAKE_ARGS, {
    DATABASE_URL: db.url,
    HOST: '127.0.0.1',
    PUBLIC_PORT: '0',
  })
  site = `http://127.0.0.1:${house.port}`
  form = `${site}/s/${survey.survey.links[0]!.token}`
})

test.afterAll(async () => {
  for (const context of contexts) await context.close()
  await house?.stop()
  await db?.drop()
})

test('without scripts, a bad form comes back with everything that was filled in, and a good one gets a receipt', async ({
  browser,
}) => {
  const page = await phone(browser, { scripts: false })
  await page.goto(form)
  // A page that cannot hide says for whom the question is.
  await expect(page.getByText('如第1题选了“反对”，请回答这一题')).toBeVisible()
  await tick(page, 'parts.site', 'bad')
  await page.locator('select[name="q.order.health"]').selectOption('1')
  await page.locator('select[name="q.order.water"]').selectOption('1')
  await page.locator('input[name="q.land"]').fill('很多')
  await page.locator('input[name="q.attitude.other"]').fill('要看补偿')
  await page.locator('textarea[name="q.demands"]').fill('先做环评')
  await submit(page)
  await expect(page.getByRole('heading', { name: intake.faults.heading })).toBeVisible()
  // Which question, why, and a way there.
  await expect(page.locator('.faults li')).toHaveCount(3)
  expect(await page.locator('input[name="q.parts.site"][value="bad"]').isChecked()).toBe(true)
  await expect(page.locator('input[name="q.land"]')).toHaveValue('很多')
  await expect(page.locator('input[name="q.attitude.other"]')).toHaveValue('要看补偿')
  await expect(page.locator('textarea[name="q.demands"]')).toHaveValue('先做环评')
  expect(await counted()).toBe(0)
  await tick(page, 'attitude', 'else')
  await page.locator('select[name="q.order.water"]').selectOption('2')
  await page.locator('input[name="q.land"]').fill('12.5')
  await submit(page)
  await expect(page.locator('.code')).toHaveText(RECEIPT)
  expect(await counted()).toBe(1)
})

test('every page a resident sees passes the checker, from the form to the receipt and its look-up', async ({
  browser,
}) => {
  const page = await phone(browser, { scripts: true })
  await page.goto(form)
  await looksRight(page, 'form')
  await submit(page)
  await expect(page.locator('.faults')).toBeVisible()
  await looksRight(page, 'faults')
  await tick(page, 'attitude', 'support')
  await submit(page)
  await expect(page.locator('.code')).toHaveText(RECEIPT)
  await looksRight(page, 'receipt')
  await page.getByRole('link', { name: intake.done.verify }).click()
  await expect(page.getByText(intake.verify.open)).toBeVisible()
  await looksRight(page, 'verify')
  await page.goto(`${site}/c`)
  await looksRight(page, 'code')
  await page.goto(`${site}/s/nowhere`)
  await looksRight(page, 'not-found')
})

test('in Uyghur the questions run from right to left and count with the others', async ({ browser }) => {
  const page = await phone(browser, { scripts: true })
  await page.goto(form)
  await page.getByRole('link', { name: 'ئۇيغۇرچە' }).click()
  await expect(page.locator('form')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByText('بۇ تۈرگە بولغان پوزىتسىيىڭىز قانداق؟')).toBeVisible()
  await looksRight(page, 'uyghur')
  await tick(page, 'attitude', 'support')
  const before = await counted()
  await submit(page)
  await expect(page.locator('.code')).toHaveText(RECEIPT)
  expect(await counted()).toBe(before + 1)
  await page.goto(`${form}?lang=en`)
  await expect(page.getByRole('heading', { name: 'Opinions on the incinerator' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('with scripts a question for others is out of sight, and what is left to write is counted', async ({
  browser,
}) => {
  const page = await phone(browser, { scripts: true })
  await page.goto(form)
  const why = page.getByText('您反对的理由是？')
  await expect(why).toBeHidden()
  await tick(page, 'attitude', 'oppose')
  await expect(why).toBeVisible()
  await tick(page, 'why', 'air')
  await page.locator('textarea').fill('字'.repeat(115))
  await expect(page.getByText(say(intake.live.left, { n: 5 }))).toBeVisible()
  await page.locator('textarea').fill('字'.repeat(121))
  await expect(page.getByText(say(intake.live.over, { n: 1 }))).toBeVisible()
})

test('nothing is kept on the telephone unless it is asked for; a draft comes back and is gone after the receipt', async ({
  browser,
}) => {
  const page = await phone(browser, { scripts: true })
  const kept = () => page.evaluate(() => localStorage.length)
  await page.goto(form)
  await tick(page, 'attitude', 'oppose')
  expect(await kept()).toBe(0)
  await page.reload()
  expect(await page.locator('input[value="oppose"]').isChecked()).toBe(false)
  await tick(page, 'attitude', 'oppose')
  await page.getByLabel(intake.live.keep).check()
  await tick(page, 'why', 'noise')
  await tick(page, 'parts.pay', 'bad')
  await page.locator('textarea').fill('补偿太低')
  expect(await kept()).toBe(1)
  await page.reload()
  await expect(page.getByText(intake.live.kept)).toBeVisible()
  expect(await page.locator('input[name="q.why"][value="noise"]').isChecked()).toBe(true)
  expect(await page.locator('input[name="q.parts.pay"][value="bad"]').isChecked()).toBe(true)
  await expect(page.locator('textarea')).toHaveValue('补偿太低')
  await page.getByLabel(intake.live.keep).uncheck()
  expect(await kept()).toBe(0)
  await page.getByLabel(intake.live.keep).check()
  await submit(page)
  await expect(page.locator('.code')).toHaveText(RECEIPT)
  expect(await kept()).toBe(0)
})

test('a browser of 2016, which does not tell that it was led on, reaches the receipt and forgets the draft too', async ({
  browser,
}) => {
  const page = await phone(browser, { scripts: true })
  await page.addInitScript(
    "Object.defineProperty(Response.prototype, 'redirected', { get: () => undefined })",
  )
  await page.goto(form)
  await tick(page, 'attitude', 'support')
  await page.getByLabel(intake.live.keep).check()
  await submit(page)
  await expect(page.locator('.code')).toHaveText(RECEIPT)
  await expect(page.getByText(intake.done.again)).toHaveCount(0)
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('over a broken line the same answer is sent until it arrives, and counts once', async ({ browser }) => {
  const page = await phone(browser, { scripts: true })
  await page.goto(form)
  await tick(page, 'attitude', 'support')
  const before = await counted()
  // The first one arrives and its answer is lost on the way back; the second does not arrive.
  let tries = 0
  await page.route(`${form}*`, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    tries += 1
    if (tries === 1) await route.fetch({ maxRedirects: 0 }).catch(() => undefined)
    return tries < 3 ? route.abort() : route.continue()
  })
  await submit(page)
  await expect(page.getByText(say(intake.live.waiting, { n: 2 }))).toBeVisible()
  expect(await page.locator('input[value="support"]').isChecked()).toBe(true)
  await expect(page.locator('.code')).toHaveText(RECEIPT, { timeout: 30_000 })
  expect(tries).toBe(3)
  await expect(page.getByText(intake.done.again)).toBeVisible()
  expect(await counted()).toBe(before + 1)
})

test('a code is typed as people type it, and opens one form only', async ({ browser }) => {
  const { codes } = await db.doors.write(survey.assessment.id, async (tx) =>
    value(
      await issueCodes(tx, survey.assessment, {
        groupId: survey.west,
        count: 1,
        label: '西村',
        validThrough: null,
      }),
    ),
  )
  const page = await phone(browser, { scripts: false })
  const type = async (code: string) => {
    await page.goto(`${site}/c`)
    await page.getByLabel(intake.codeEntry.label).fill(code)
    await page.getByRole('button', { name: intake.codeEntry.send }).click()
  }
  await type('12345')
  await expect(page.getByText(intake.codeEntry.malformed)).toBeVisible()
  await type(codes[0]!.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'))
  await tick(page, 'attitude', 'conditional')
  await submit(page)
  await expect(page.locator('.code')).toHaveText(RECEIPT)
  await type(codes[0]!)
  await expect(page.getByRole('heading', { name: intake.notice['code-spent'].title })).toBeVisible()
})
