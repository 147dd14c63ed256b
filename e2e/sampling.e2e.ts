/**
 * From a table of groups to drawn households as people do it: a file with names in it is refused, a bad one is listed cell
 * by cell and changes nothing, a good one is looked at and taken; the sample is planned, the public number announced, and
 * before its day nothing can be drawn.
 */
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { readTable } from '../app/_server/spreadsheet/read.ts'
import { writeWorkbook } from '../app/_server/spreadsheet/write.ts'
import { zhCN } from '../lib/messages/zh-CN.ts'
import { addDays } from '../lib/working-days.ts'
import { accessibilityFaults } from './accessibility.ts'
import { fitsWidth } from './page-width.ts'
import { textOfPages } from './pdf.ts'
import { registerProject } from './registering.ts'
import { signIn, startWorkbench, type Workbench } from './workbench.ts'

const { issues, matter, refusals, sampling, workbench: words } = zhCN

let workbench: Workbench
let context: BrowserContext
let page: Page
let assessment = ''

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format()
const open = (path: string) => page.goto(`${workbench.url}${assessment}${path}`)
const button = (name: string) => page.getByRole('button', { name, exact: true })

async function choose(name: string, content: Uint8Array | string) {
  const chooser = page.waitForEvent('filechooser')
  await button(words.import.choose).click()
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
}

const file = (name: string) => page.request.get(`${workbench.url}/api${assessment}/sampling/${name}`)

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  workbench = await startWorkbench()
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  await signIn(page, workbench)
  assessment = await registerProject(page, {
    title: '生活垃圾焚烧发电项目',
    decisionBody: '县人民政府',
    assessor: '县评估中心',
    implementer: '县城管局',
    area: '青龙镇',
    summary: '日处理生活垃圾600吨。',
  })
})

test.afterAll(async () => {
  await context?.close()
  await workbench?.stop()
})

test('a table with names, a picture and a bad table are refused, and nothing is kept', async () => {
  await open('/matter')
  await choose('一.csv', '群体名称,影响方式,户数,人数,户主姓名\n东村,直接,1,1,王小明\n')
  await expect(page.getByText(issues['column-of-names'])).toBeVisible()
  await choose('二.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0))
  await expect(page.getByText(refusals['table-kind-not-allowed'].replace('{name}', '二.png'))).toBeVisible()
  await choose('三.csv', '群体名称,影响方式,户数,人数\n东村,直接,-1,9\n西村,直接,10,9\n')
  await expect(page.getByText(`第2行“户数”：${issues.negative}`)).toBeVisible()
  await expect(page.getByText(`第3行“人数”：${issues['fewer-persons-than-households']}`)).toBeVisible()
  await choose('四.csv', 'x'.repeat(1_600_000))
  await expect(page.getByText(words.import.tooLarge)).toBeVisible()
  await page.reload()
  await expect(page.getByText(matter.groups.emptyTitle)).toBeVisible()
})

test('a workbook is looked at, left, looked at again and taken', async () => {
  const sheet = {
    name: '群体',
    columns: ['人数', '群体名称', '户数', '影响方式'].map((heading) => ({ heading })),
    rows: [
      [436, '一公里内住户', 118, '直接'],
      [3120, '高店村', 860, '直接'],
    ],
  }
  const workbook = await writeWorkbook([sheet])
  await choose('群体.xlsx', workbook)
  await expect(page.getByText('高店村：860户 3,120人')).toBeVisible()
  await button(words.import.leave).click()
  await page.reload()
  await expect(page.getByText(matter.groups.emptyTitle)).toBeVisible()
  await choose('群体.xlsx', workbook)
  await button(sampling.groupsImport.take).click()
  await expect(page.getByLabel(matter.groups.name).first()).toHaveValue('一公里内住户')
  const template = await readTable(new Uint8Array(await (await file('groups.xlsx')).body()), 'groups.xlsx')
  expect(template.ok && template.value[1]).toEqual(['一公里内住户', '直接', '118', '436'])
})

test('the sample is planned to the floor of the rules, and the list of numbers comes in', async () => {
  await open('/survey/sampling')
  await page.getByLabel(sampling.frame.source).fill('镇政府户籍册')
  await choose('名册.csv', '户编号,群体名称\n13912345678,高店村\n')
  await expect(page.getByText(`第2行“户编号”：${issues['looks-like-phone']}`)).toBeVisible()
  const numbers = Array.from({ length: 118 }, (_, i) => `1-${i + 1},一公里内住户`)
  await choose('名册.csv', `户编号,群体名称\n${numbers.join('\n')}\n`)
  await expect(page.getByText('1-1～1-118')).toBeVisible()
  await button(sampling.frame.take).click()
  await expect(page.getByText(/镇政府户籍册，/)).toBeVisible()
  // 978 households within 4 km: more than 40 % is 392.
  await page.getByRole('checkbox', { name: sampling.plan.matter.nimby }).check()
  await expect(page.getByText('共978户，至少392，方案392')).toBeVisible()
  await button(sampling.plan.save).click()
  await expect(page.getByText(/方案第1版，/)).toBeVisible()
})

test('the number is announced; before its day nothing can be drawn, and the sheet says so', async () => {
  await button(sampling.draw.announce).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(sampling.draw.source).fill('某日上证综合指数收盘点数')
  await dialog.getByLabel(sampling.draw.revealOn).fill(today)
  await dialog.getByRole('button', { name: sampling.draw.announce }).click()
  await expect(dialog.getByText(refusals['reveal-not-later'])).toBeVisible()
  await dialog.getByLabel(sampling.draw.revealOn).fill(addDays(today, 3))
  await dialog.getByRole('button', { name: sampling.draw.announce }).click()
  await expect(page.getByText(sampling.draw.state.awaited)).toBeVisible()
  await expect(page.getByLabel(sampling.draw.publicNumber)).toHaveCount(0)
  expect((await file('draw-1.xlsx')).status()).toBe(404)
  const sheet = await file('draw-1.pdf')
  expect(sheet.status()).toBe(200)
  const text = (await textOfPages(await sheet.body())).join('').replace(/\s/g, '')
  expect(text).toContain('民意调查随机抽户预告')
  expect(text).toContain('某日上证综合指数收盘点数')
})

test('the page has no faults a checker finds, and fits a telephone', async () => {
  expect(await accessibilityFaults(page)).toEqual([])
  // Charts follow the width a moment later.
  await fitsWidth(page, 360)
})
