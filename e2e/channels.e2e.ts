/**
 * The ways in beside the open link, as people use them: codes are made, printed and seen once, and a resident answers with
 * one; a poster and paper forms come out as PDF; forms are accounted for by number and entered by two people, never twice by
 * the same; differences are settled by two; an interview begins with consent and ends with a receipt, also over a bad line;
 * closing says what it would leave behind.
 */
import { readFile } from 'node:fs/promises'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { writeWorkbook } from '../app/_server/spreadsheet/write.ts'
import { zhCN } from '../lib/messages/zh-CN.ts'
import { accessibilityFaults } from './accessibility.ts'
import { openForm, send } from './answering.ts'
import { fitsWidth } from './page-width.ts'
import { textOfPages } from './pdf.ts'
import { addFirstGroup, registerProject } from './registering.ts'
import { signIn, startWorkbench, type Workbench } from './workbench.ts'

const { accounts, channels, refusals, survey, workbench: words } = zhCN

let workbench: Workbench
let context: BrowserContext
let page: Page
/** A second person, who enters what the first has entered. */
let colleagues: BrowserContext
let colleague: Page
let assessment = ''

const open = (path: string) => page.goto(`${workbench.url}${assessment}${path}`)
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const print = (name: string) => page.request.get(`${workbench.url}/api${assessment}/prints/${name}`)
const confirmed = (name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
const textOf = async (pdf: Uint8Array) => (await textOfPages(pdf)).map((text) => text.replace(/\s/g, ''))

/** As it is on a desk and on a telephone: nothing wider than the screen, nothing a machine can fault. */
async function looksRight(name: string, shown = page) {
  for (const width of [1280, 360]) {
    await fitsWidth(shown, width, name)
    expect(await accessibilityFaults(shown)).toEqual([])
    if (process.env.SHOTS)
      await shown.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
  }
  await shown.setViewportSize({ width: 1280, height: 900 })
}

/** Opens a form for entering, by its number. */
async function begin(by: Page, serial: string) {
  await by.goto(`${workbench.url}${assessment}/survey/channels/paper`)
  await by.getByLabel(channels.entry.serial).fill(serial)
  await by.getByRole('button', { name: channels.entry.begin, exact: true }).click()
}

async function enter(by: Page, serial: string, attitude: string, demands = '') {
  await begin(by, serial)
  await by.locator(`input[name="q.attitude"][value="${attitude}"]`).check()
  if (demands) await by.locator('[name="q.demands"]').fill(demands)
  await by.getByRole('button', { name: channels.entry.save, exact: true }).click()
}

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  workbench = await startWorkbench()
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  await signIn(page, workbench)
  assessment = await registerProject(page, {
    title: '城东污水处理厂扩建',
    decisionBody: '县人民政府',
    assessor: '县评估中心',
    implementer: '县水务局',
    area: '城东街道',
    summary: '扩建二期工程，日处理5万吨。',
  })
  await open('/matter')
  await addFirstGroup(page, { name: '东村被征地户', households: 120, persons: 400 })
  await open('/survey')
  await button(survey.builder.useBlank).click()
  await page.getByLabel(survey.builder.title).fill('城东污水处理厂扩建意见调查')
  await page.getByLabel(survey.builder.introduction).fill('反对意见同样重要。')
  for (const item of ['attitude', 'worries', 'demands'] as const) {
    await button(survey.add.standard).click()
    await page.getByRole('menuitem', { name: new RegExp(survey.standard[item].slice(0, 2)) }).click()
  }
  await button(survey.builder.save).click()
  await expect(page.getByText(survey.builder.saved).first()).toBeVisible()
})

test.afterAll(async () => {
  await context?.close()
  await colleagues?.close()
  await workbench?.stop()
})

test('a draft is printed as a specimen, and nothing else can be', async () => {
  await open('/survey/channels')
  await expect(page.getByText(channels.notOpen)).toBeVisible()
  const specimen = await print('specimen-zh-CN.pdf')
  expect((await textOf(await specimen.body())).join('')).toContain('样张')
  expect((await print('paper-1-1.pdf')).status()).toBe(404)
  await open('/survey')
  const confirm = page.getByRole('dialog').getByRole('button', { name: survey.publish.confirm })
  await expect(async () => {
    await button(survey.publish.button).click({ timeout: 2000 })
    await expect(confirm).toBeVisible({ timeout: 2000 })
  }).toPass()
  await confirm.click()
  await expect(page.getByLabel(survey.progress.link.replace('{group}', '东村被征地户'))).toBeVisible()
})

test('codes are printed once, and a resident answers with one', async () => {
  await open('/survey/channels')
  await page.getByLabel(channels.codes.count).fill('12')
  await page.getByLabel(channels.codes.label).fill('十一月东村')
  await button(channels.codes.issue).click()
  await confirmed(channels.codes.issue)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: channels.codes.download }).click()
  const pdf = await readFile(await (await download).path())
  const pages = await textOf(pdf)
  expect(pages).toHaveLength(2)
  const codes = [...new Set(pages.join('').match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g))]
  expect(codes).toHaveLength(12)
  const address = `${workbench.publicUrl}/c/${codes[0]!.replaceAll('-', '')}`
  const { key } = await openForm(address)
  const sent = await send(address, key, { attitude: 'oppose' })
  expect(sent.status).toBe(303)
  // A retry of the same form gets its receipt again; the code opens no second form.
  const again = await send(address, key, { attitude: 'oppose' })
  expect(again.headers.get('location')).toContain('again=1')
  expect((await fetch(address)).status).toBe(410)
  const typed = await fetch(`${workbench.publicUrl}/c`, {
    method: 'POST',
    body: new URLSearchParams({ code: codes[1]!.toLowerCase() }),
  })
  expect(typed.status).toBe(200)
  expect(await typed.text()).toContain('name="q.attitude"')
  await looksRight('codes')
  await page.reload()
  await expect(page.getByRole('link', { name: channels.codes.download })).toBeHidden()
  await expect(page.getByRole('cell', { name: /十一月东村/ })).toBeVisible()
})

test('slips that are left over are counted, and a batch is voided with its reason', async () => {
  await open('/survey/channels')
  await button(channels.codes.countLeftOver).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(channels.codes.leftOver).fill('13')
  await dialog.getByRole('button', { name: channels.codes.countSave }).click()
  await expect(dialog.getByText(refusals['more-left-than-issued'].replace('{issued}', '12'))).toBeVisible()
  await dialog.getByLabel(channels.codes.leftOver).fill('10')
  await looksRight('left-over')
  await dialog.getByRole('button', { name: channels.codes.countSave }).click()
  await expect(page.getByRole('cell', { name: '10', exact: true })).toBeVisible()
  await button(channels.codes.void).click()
  await expect(dialog.getByRole('button', { name: channels.codes.void, exact: true })).toBeDisabled()
  await dialog.getByLabel(channels.codes.voidReasons['slips-lost']).check()
  await looksRight('void')
  await dialog.getByRole('button', { name: channels.codes.void, exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(new RegExp(channels.codes.voidReasons['slips-lost']))).toBeVisible()
  await expect(button(channels.codes.void)).toBeDisabled()
  // Two of twelve were used. That ten were voided would say so; it is on the page as a count by hand alone.
  await expect(page.getByText(channels.codes.hidden)).toBeVisible()
})

test('a poster and paper forms come out, and every form is accounted for', async () => {
  const [poster] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: channels.posters.download.replace('{group}', '东村被征地户') }).click(),
  ])
  expect((await textOf(await readFile(await poster.path())))[0]).toContain('/s/')
  await page.getByLabel(channels.paper.size).fill('5')
  await button(channels.paper.print).click()
  await confirmed(channels.paper.print)
  await expect(page.getByText('尚未交代去向的编号：1–5')).toBeVisible()
  const forms = (await textOf(await (await print('paper-1-1.pdf')).body())).join('')
  for (const serial of ['01-0001', '01-0005']) expect(forms).toContain(serial)
  await page.getByLabel(channels.paper.from).fill('4')
  await page.getByLabel(channels.paper.to).fill('5')
  await page
    .getByLabel(channels.paper.as, { exact: true })
    .selectOption({ label: channels.paper.marks.unused })
  await button(channels.paper.markSave).click()
  await expect(page.getByText('尚未交代去向的编号：1–3')).toBeVisible()
  await looksRight('channels')
})

test('a form is entered once by one person, who can take the entry back but not make the second', async () => {
  await begin(page, '1-1')
  await page.locator('input[name="q.attitude"][value="support"]').check()
  await looksRight('entry')
  await button(channels.entry.save).click()
  await expect(page.getByText(channels.entry.entered.replace('{serial}', '01-0001'))).toBeVisible()
  await begin(page, '1-1')
  await expect(page.getByText(channels.entry.ownTitle.replace('{serial}', '01-0001'))).toBeVisible()
  await looksRight('own-entry')
  await button(channels.entry.withdraw).click()
  await confirmed(channels.entry.withdraw)
  await expect(page.getByText(channels.entry.withdrawn.replace('{serial}', '01-0001'))).toBeVisible()
  await enter(page, '1-1', 'oppose')
  await expect(page.getByText(channels.entry.entered.replace('{serial}', '01-0001')).last()).toBeVisible()
})

test('a table of entered forms is taken whole or not at all', async () => {
  await open('/survey/channels/paper')
  const choose = async (rows: readonly (readonly string[])[]) => {
    const columns = ['编号', '1', '2', '3']
    const template = await print('paper-answers.xlsx')
    const { readTable } = await import('../app/_server/spreadsheet/read.ts')
    const table = await readTable(await template.body(), 'paper.xlsx')
    const headings = table.ok ? (table.value[0] ?? []) : []
    const at = (heading: string) => columns.indexOf(heading.split(' ')[0] ?? '')
    const bytes = await writeWorkbook([
      {
        name: '1',
        columns: headings.map((heading) => ({ heading })),
        rows: rows.map((row) =>
          headings.map((heading) => (heading.endsWith('其他说明') ? '' : (row[at(heading)] ?? ''))),
        ),
      },
    ])
    const chooser = page.waitForEvent('filechooser')
    await button(words.import.choose).click()
    await (await chooser).setFiles({
      name: 'a.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })
  }
  await choose([
    ['01-0002', '1', '', ''],
    ['01-0002', '9', '', ''],
  ])
  await expect(page.getByText(zhCN.issues['answer-unknown-option'])).toBeVisible()
  await choose([['01-0002', '1', '', '补偿']])
  await button(channels.entry.take).click()
  await expect(page.getByText('01：1–2')).toBeVisible()
})

test('a second person enters what agrees and what differs, and can only yield where it differs', async ({
  browser,
}) => {
  await page.goto(`${workbench.url}/accounts`)
  await button(accounts.create).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(accounts.form.username).fill('li.luru')
  await dialog.getByLabel(accounts.form.name).fill('李录入')
  await dialog.getByLabel(accounts.form.role).selectOption('assessor')
  await dialog.getByRole('button', { name: accounts.form.submit }).click()
  const issued = page.getByText(/^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/)
  await expect(issued).toBeVisible()
  colleagues = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  colleague = await colleagues.newPage()
  await signIn(colleague, workbench, 'li.luru', (await issued.textContent())!)
  await enter(colleague, '1-2', 'support', '补偿')
  await expect(colleague.getByText(channels.entry.accepted.replace('{serial}', '01-0002'))).toBeVisible()
  await enter(colleague, '1-1', 'support')
  await expect(colleague.getByText(channels.entry.differing.replace('{serial}', '01-0001'))).toBeVisible()
  await colleague.getByRole('button', { name: channels.entry.settle.replace('{serial}', '01-0001') }).click()
  await expect(colleague.getByText(channels.entry.yieldLead)).toBeVisible()
  // The one reading to be had is the other one.
  const other = channels.entry.otherReading.replace('{words}', '反对')
  await expect(colleague.getByText(channels.entry.ownReading.replace('{words}', '支持'))).toBeVisible()
  await expect(colleague.getByRole('button', { name: channels.entry.yieldSave })).toBeDisabled()
  await colleague.getByLabel(other).check()
  await looksRight('settle', colleague)
  await colleague.getByRole('button', { name: channels.entry.yieldSave }).click()
  await expect(colleague.getByText(channels.entry.settled.replace('{serial}', '01-0001'))).toBeVisible()
  await expect(colleague.getByText(channels.entry.noneDiffering)).toBeVisible()
})

test('an interview begins with consent and ends with a receipt', async () => {
  await open('/survey/channels/assisted')
  await expect(button(channels.assisted.begin)).toBeDisabled()
  await page.getByLabel(channels.assisted.agreed).check()
  await looksRight('consent')
  await button(channels.assisted.begin).click()
  await button(channels.assisted.submit).click()
  await expect(page.getByText(refusals['empty-response']).first()).toBeVisible()
  await page.locator('input[name="q.attitude"][value="support"]').check()
  // It is saved, and the answer is lost on the way back.
  let lost: () => void = () => {}
  const wasLost = new Promise<void>((resolve) => {
    lost = resolve
  })
  await page.route('**/channels/assisted', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch()
    await route.abort()
    lost()
  })
  await button(channels.assisted.submit).click()
  await wasLost
  await page.unroute('**/channels/assisted')
  await expect(page.getByText(channels.assisted.answerLost)).toBeVisible()
  await looksRight('answer-lost')
  await button(channels.assisted.submit).click()
  const receipt = page.getByText(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/)
  await expect(receipt).toBeVisible()
  const looked = await fetch(`${workbench.publicUrl}/verify`, {
    method: 'POST',
    body: new URLSearchParams({ receipt: (await receipt.textContent()) ?? '' }),
  })
  expect(await looked.text()).toContain(zhCN.intake.verify.open)
  await looksRight('receipt')
})

test('closing says what it would leave behind, and forms can still be accounted for afterwards', async () => {
  await enter(page, '1-3', 'oppose')
  await expect(page.getByText(channels.entry.entered.replace('{serial}', '01-0003'))).toBeVisible()
  await open('/survey')
  // By code one, on paper two, by interview one although it was sent twice.
  await expect(page.getByText(survey.progress.total.replace('{n}', '4'))).toBeVisible()
  await button(survey.progress.close).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/只录了一遍1份：01：3/)).toBeVisible()
  await expect(dialog.getByText(survey.progress.unfinished.afterwards)).toBeVisible()
  await looksRight('closing')
  await dialog.getByRole('button', { name: survey.progress.closeConfirm }).click()
  await expect(page.getByText(zhCN.survey.credibility.heading)).toBeVisible({ timeout: 30_000 })
  await open('/survey/channels')
  await expect(page.getByText(channels.paper.notCounted.replace('{n, number}', '1'))).toBeVisible()
  await page.getByLabel(channels.paper.from).fill('3')
  await page.getByLabel(channels.paper.to).fill('3')
  await page
    .getByLabel(channels.paper.as, { exact: true })
    .selectOption({ label: channels.paper.marks.spoilt })
  await button(channels.paper.markSave).click()
  await expect(page.getByText(channels.paper.notCounted.replace('{n, number}', '1'))).toBeHidden()
  await looksRight('channels-closed')
})
