/**
 * Telling and listening as people do it: an official drafts a notice, is refused where the period is too short, publishes
 * it; a resident reads it on a small telephone without scripts; the notice is printed, its posting recorded with a
 * photograph that loses its place; a hearing and a panel with a dissent are recorded, and the table shows who was heard.
 */
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { zhCN } from '../lib/messages/zh-CN.ts'
import { addDays } from '../lib/working-days.ts'
import { accessibilityFaults } from './accessibility.ts'
import { fitsWidth } from './page-width.ts'
import { textOfPages } from './pdf.ts'
import { addFirstGroup, registerProject } from './registering.ts'
import { signIn, startWorkbench, type Workbench } from './workbench.ts'

const { participation, refusals, workbench: words } = zhCN
const { notice, consultation, coverage } = participation

let workbench: Workbench
let context: BrowserContext
let page: Page
let assessment = ''
let slug = ''

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format()
const open = (path: string) => page.goto(`${workbench.url}${assessment}${path}`)
const dialog = () => page.getByRole('dialog')

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  workbench = await startWorkbench()
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  await signIn(page, workbench)
  assessment = await registerProject(page, {
    title: '生活垃圾焚烧发电项目',
    decisionBody: '天长市人民政府',
    assessor: '天长市评估中心',
    implementer: '天长市城管局',
    area: '城东',
    summary: '日处理生活垃圾600吨。',
  })
  await open('/matter')
  await addFirstGroup(page, { name: '一公里内居民', households: 400, persons: 1250 })
})
test.afterAll(() => workbench?.stop())

test('a group that nobody heard stands in plain sight', async () => {
  await open('/participation')
  await expect(page.getByText('1个群体没有被任何方式听取')).toBeVisible()
  await expect(page.getByText(notice.emptyTitle)).toBeVisible()
})

test('a notice that is too short is refused with the lawful day and published when it is long enough', async () => {
  await page.getByRole('button', { name: notice.add }).click()
  await dialog().getByLabel(notice.kind).selectOption('public-comment')
  await dialog().getByLabel(notice.noticeTitle).fill('焚烧发电项目征求意见公告')
  await dialog().getByLabel(notice.until).fill(addDays(today, 10))
  await expect(dialog().getByText(/只给10日/)).toBeVisible()
  await dialog().getByLabel(notice.objection).fill('到城管局项目办公室口头或者书面提出。')
  await dialog().getByLabel(notice.contact).fill('张三 13800138000')
  await dialog().getByRole('button', { name: notice.save }).click()
  await expect(dialog().getByText(zhCN.issues['private-contact'])).toBeVisible()
  await dialog().getByLabel(notice.contact).fill('天长市城管局项目办公室')
  await dialog().getByRole('button', { name: notice.save }).click()
  await expect(dialog()).toBeHidden()

  await page.getByRole('button', { name: notice.publish, exact: true }).click()
  await dialog().getByRole('button', { name: notice.publish, exact: true }).click()
  await expect(page.getByText(/时限不足，合规的日期为/).first()).toBeVisible()

  await page.getByRole('button', { name: notice.change }).click()
  await dialog().getByLabel(notice.until).fill(addDays(today, 45))
  await expect(dialog().getByText(/已给45日，符合要求/)).toBeVisible()
  await dialog().getByRole('button', { name: notice.save }).click()
  await expect(dialog()).toBeHidden()
  await page.getByRole('button', { name: notice.publish, exact: true }).click()
  await dialog().getByRole('button', { name: notice.publish, exact: true }).click()
  await expect(page.getByText(notice.phases.current, { exact: true })).toBeVisible()
  slug = new URL((await page.getByRole('link', { name: notice.open }).getAttribute('href')) ?? '').pathname
})

test('a resident reads it on a small telephone without scripts', async ({ browser }) => {
  const phone = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'zh-CN',
    viewport: { width: 320, height: 640 },
  })
  const street = await phone.newPage()
  await street.goto(`${workbench.publicUrl}/p`)
  await street.getByRole('link', { name: '焚烧发电项目征求意见公告' }).click()
  expect(new URL(street.url()).pathname).toBe(slug)
  await expect(street.getByText('日处理生活垃圾600吨。')).toBeVisible()
  await expect(street.getByText('天长市城管局项目办公室', { exact: true })).toBeVisible()
  await fitsWidth(street, 320)
  const { opinion, received, lookUp } = zhCN.intake.publicNotices
  await street.getByRole('link', { name: opinion.link }).click()
  await street.getByLabel(opinion.label).fill('运输车辆请绕开学校，电话13800138000。')
  await street.getByRole('button', { name: opinion.send }).click()
  await expect(street.getByText(received.text)).toBeVisible()
  const receipt = (await street.locator('.code').textContent()) ?? ''
  await street.getByRole('link', { name: zhCN.intake.publicNotices.feedbackLink }).click()
  await street.getByLabel(lookUp.label).fill(receipt)
  await street.getByRole('button', { name: lookUp.send }).click()
  await expect(street.getByText(lookUp.waiting)).toBeVisible()
  await expect(street.getByText(zhCN.intake.publicNotices.answers.none)).toBeVisible()
  await phone.close()
  // Through the workbench's own port as well, for installations with one.
  expect((await page.request.get(`${workbench.url}${slug}`)).status()).toBe(200)
})

test('files are taken for what they are; a photograph loses its place', async () => {
  const choose = (name: string, buffer: Buffer) =>
    page
      .locator('#evidence input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await choose('会议纪要.pdf', Buffer.from('MZ program'))
  await expect(
    page.getByText(refusals['file-lies-about-kind'].replace('{name}', '会议纪要.pdf')),
  ).toBeVisible()
  const pixels = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 40
    canvas.height = 30
    canvas.getContext('2d')?.fillRect(5, 5, 20, 20)
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  const picture = Buffer.from(pixels, 'base64')
  const place = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from('GPS 31.2N 121.4E')])
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, place.length + 2]), place])
  await choose('张贴照片.jpg', Buffer.concat([picture.subarray(0, 2), segment, picture.subarray(2)]))
  const link = page.getByRole('link', { name: '张贴照片.jpg' })
  await expect(link).toBeVisible()
  const answer = await page.request.get(`${workbench.url}${await link.getAttribute('href')}`)
  const kept = await answer.body()
  expect(kept.includes('GPS')).toBe(false)
  expect(answer.headers()['content-disposition']).toContain('attachment')
  expect(answer.headers()['content-security-policy']).toContain('sandbox')
  const large = await page.request.post(
    `${workbench.url}/api${assessment}/evidence?name=${encodeURIComponent('大.pdf')}`,
    {
      data: Buffer.alloc(21 * 1024 * 1024),
      headers: { 'content-type': 'application/octet-stream', origin: workbench.url },
    },
  )
  expect(large.status()).toBe(413)
  await expect(page.getByText('大.pdf')).toHaveCount(0)
})

test('the notice hangs in the village, with its photograph, and prints as a sheet', async () => {
  await page.getByRole('button', { name: notice.addPosting }).click()
  await page.getByLabel(notice.place).fill('村委会公告栏')
  await page.getByLabel(notice.photo, { exact: true }).selectOption({ label: '张贴照片.jpg' })
  await page
    .getByRole('form', { name: notice.addPosting })
    .getByRole('button', { name: words.form.save })
    .click()
  await expect(page.getByText(/村委会公告栏，/)).toBeVisible()
  const sheet = await page.request.get(
    `${workbench.url}${await page.getByRole('link', { name: notice.print }).getAttribute('href')}`,
  )
  expect(sheet.headers()['content-type']).toBe('application/pdf')
  const text = (await textOfPages(await sheet.body())).join('').replace(/\s/g, '')
  expect(text).toContain('焚烧发电项目征求意见公告')
  expect(text).toContain('天长市城管局项目办公室')
})

test('a hearing without its clocks is pointed at, a dissent keeps its grounds, and the table shows who was heard', async () => {
  await page.getByRole('button', { name: consultation.add }).click()
  await dialog().getByLabel(consultation.kind).selectOption('hearing')
  await dialog().getByLabel(consultation.place).fill('街道会议室')
  await dialog().getByLabel('一公里内居民').fill('23')
  await dialog().getByLabel(consultation.listOn).fill(addDays(today, 1))
  await dialog().getByLabel(consultation.minutes).fill('居民代表王大爷说气味太大。')
  await expect(dialog().getByText(consultation.lacksReason)).toBeVisible()
  await expect(dialog().getByText(/文中可能有姓名/)).toBeVisible()
  await dialog().getByLabel(consultation.minutes).fill('居民代表提出：气味和运输车辆扰民。')
  await dialog().getByRole('button', { name: consultation.save, exact: true }).click()
  await expect(dialog().getByText(zhCN.issues['after-the-hearing'])).toBeVisible()
  await dialog().getByLabel(consultation.listOn).fill(addDays(today, -20))
  await dialog().getByRole('button', { name: consultation.save, exact: true }).click()
  await expect(dialog()).toBeHidden()
  await expect(page.getByText('23人次')).toBeVisible()
  await expect(page.getByText(coverage.allHeard)).toBeVisible()

  await page.getByRole('button', { name: consultation.add }).click()
  await dialog().getByLabel(consultation.kind).selectOption('experts')
  await dialog().getByLabel(consultation.place).fill('市政府会议室')
  await dialog().getByRole('button', { name: consultation.addExpert }).click()
  await dialog().getByLabel(consultation.name).fill('专家甲')
  await dialog().getByLabel(consultation.post).fill('环境工程教授')
  await dialog()
    .getByRole('combobox', { name: new RegExp(`^${consultation.opinion}`) })
    .selectOption('dissents')
  await dialog().getByRole('button', { name: consultation.save, exact: true }).click()
  await expect(dialog().getByText(zhCN.issues.required)).toBeVisible()
  await dialog().getByLabel(consultation.grounds).fill('防护距离不足。')
  await dialog().getByRole('button', { name: consultation.save, exact: true }).click()
  await expect(dialog()).toBeHidden()
  await expect(page.getByText('专家1人，少于要求的3人。')).toBeVisible()
  await expect(page.getByText(/不同意。防护距离不足/)).toBeVisible()
})

test('the page has no accessibility fault, on a telephone nothing hangs out', async () => {
  await open('/participation')
  await expect(page.getByText('23人次')).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  // Charts follow the width a moment later.
  await fitsWidth(page, 360)
  await page.setViewportSize({ width: 1280, height: 900 })
})

test('a withdrawn notice stays in public with its reason', async () => {
  await page.getByRole('button', { name: notice.withdraw }).click()
  await dialog().getByLabel(notice.withdrawBecause).fill('选址调整')
  await dialog().getByRole('button', { name: notice.withdraw, exact: true }).click()
  await expect(page.getByText(notice.phases.withdrawn, { exact: true })).toBeVisible()
  const text = await (await page.request.get(`${workbench.publicUrl}${slug}`)).text()
  expect(text).toContain('选址调整')
})
