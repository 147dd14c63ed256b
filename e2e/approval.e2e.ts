/**
 * From the draft to paper that can be checked, as an office does it: three experts score the factors, the assessor freezes, other
 * hands review, advise and decide, each called by the inbox and each confirming what is signed; somebody with a conflict of
 * interest steps aside; anybody looks the code up, the bundle is recomputed in a browser and on the command line, and a later
 * change undoes the approval in plain sight.
 */
import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { unzipSync, zipSync } from 'fflate'
import { zhCN } from '../lib/messages/zh-CN.ts'
import { accessibilityFaults } from './accessibility.ts'
import { fitsWidth } from './page-width.ts'
import { textOfPages } from './pdf.ts'
import { signIn, startWorkbench, type Workbench } from './workbench.ts'

const { accounts, approval, bundle, experts, events, intake, matter } = zhCN
const { form, stepNames } = approval

let workbench: Workbench
let page: Page
let assessment = ''
let code = ''
const contexts: BrowserContext[] = []
const people = new Map<string, Page>()

const say = (text: string, values: Record<string, string | number>) =>
  Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, String(value)), text)
const sign = (step: keyof typeof stepNames) => `${form.sign}：${stepNames[step]}`
/** Restated before it is signed: the frozen version, the step and the signer. */
async function confirm(who: Page, name: string, step: keyof typeof stepNames) {
  const dialog = who.getByRole('dialog', { name: form.confirm.title })
  await expect(dialog.getByText(stepNames[step], { exact: true })).toBeVisible()
  await expect(dialog.getByText(new RegExp(`^${name}（`))).toBeVisible()
  await expect(dialog.getByText(/第\d+版，核验码[0-9A-Z]{4}-/)).toBeVisible()
  await dialog.getByRole('button', { name: form.confirm.action }).click()
  await expect(who.getByText(form.saved).first()).toBeVisible()
}
const inboxOf = (who: string) => people.get(who)!.goto(`${workbench.url}/inbox`)
const approvalOf = (who: string) => people.get(who)!.goto(`${workbench.url}${assessment}/approval`)

async function newPage(browser: Browser, width = 1280): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width, height: 900 } })
  contexts.push(context)
  return context.newPage()
}

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  workbench = await startWorkbench()
  page = await newPage(browser)
  await signIn(page, workbench)
  const example = page.locator('main a[href^="/assessments/"]').filter({ hasText: '游牧民定居工程' }).first()
  assessment = (await example.getAttribute('href'))!
  await page.goto(`${workbench.url}/accounts`)
  for (const [username, name, role] of [
    ['li.fuhe', '李复核', 'reviewer'],
    ['wang', '王专家', 'expert'],
    ['zhao', '赵专家', 'expert'],
    ['zhou', '周专家', 'expert'],
    ['sun', '孙专家', 'expert'],
    ['chen', '陈主任', 'decider'],
  ] as const) {
    await page.getByRole('button', { name: accounts.create }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(accounts.form.username).fill(username)
    await dialog.getByLabel(accounts.form.name).fill(name)
    await dialog.getByLabel(accounts.form.role).selectOption(role)
    await dialog.getByRole('button', { name: accounts.form.submit }).click()
    const issued = page.getByText(/^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/)
    await expect(issued).toBeVisible()
    const theirs = await newPage(browser)
    await signIn(theirs, workbench, username, (await issued.textContent())!)
    people.set(name, theirs)
    await page.reload()
  }
})

test.afterAll(async () => {
  for (const context of contexts) await context.close()
  await workbench?.stop()
})

test('three experts score the factors, and their disagreement is in plain sight', async () => {
  for (const [i, field] of ['环境工程', '信访法制', '岩土工程'].entries()) {
    await page.goto(`${workbench.url}${assessment}/risks/experts/new`)
    await page.getByLabel(experts.sheet.field).fill(field)
    const places = page.locator('table input')
    const n = await places.count()
    expect(n).toBeGreaterThan(20)
    for (let place = 0; place < n; place++)
      await places.nth(place).fill(String((((place * 3 + i * 2) % 8) + 1) / 10))
    if (i === 0) {
      await places.nth(1).fill('')
      await page.getByRole('button', { name: experts.sheet.save }).click()
      await expect(page.getByText(zhCN.issues['other-half-missing'])).toBeVisible()
      await places.nth(1).fill('0.4')
    }
    await page.getByRole('button', { name: experts.sheet.save }).click()
    await page.waitForURL(/\/risks\/experts$/)
  }
  await expect(page.getByText(say(experts.seat, { n: 3, field: '岩土工程' }))).toBeVisible()
  await expect(page.getByRole('heading', { name: experts.agreement.heading })).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 800 })
  await fitsWidth(page, 360)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${workbench.url}${assessment}/risks`)
  await expect(page.getByText(/专家组3人，取中位数的等级为/)).toBeVisible()
})

test('a frozen version is signed by hands that are kept apart, each called by the inbox', async () => {
  await page.goto(`${workbench.url}${assessment}/approval`)
  const freeze = say(approval.freeze.action, { number: 1 })
  await page.getByRole('button', { name: freeze }).click()
  await page.getByRole('dialog').getByRole('button', { name: freeze }).click()
  await expect(page.getByText(say(approval.freeze.unchanged, { number: 1 }))).toBeVisible()
  // Who drafted is shown whose turn it is, and no form.
  await expect(page.getByRole('radio', { name: form.interests.none })).toHaveCount(0)
  // A frozen assessment stays.
  await page.goto(`${workbench.url}${assessment}/matter`)
  await expect(page.getByText(zhCN.refusals['frozen-stays'])).toBeVisible()

  const reviewer = people.get('李复核')!
  await inboxOf('陈主任')
  await expect(people.get('陈主任')!.getByText(approval.inbox.emptyBody.decider)).toBeVisible()
  await inboxOf('李复核')
  expect(await accessibilityFaults(reviewer)).toEqual([])
  await reviewer.getByRole('link', { name: new RegExp(approval.inbox.tasks['pass-review']) }).click()
  await reviewer.getByRole('tab', { name: stepNames['pass-review'] }).click()
  // Nothing can be signed before the conflict of interest is declared.
  await expect(reviewer.getByRole('button', { name: sign('pass-review') })).toHaveCount(0)
  await reviewer.getByRole('radio', { name: form.interests.none }).check()
  await reviewer.getByLabel(form.remarks).fill('核对无误。')
  await reviewer.getByRole('button', { name: sign('pass-review') }).click()
  // Not signed as long as it is not confirmed.
  await reviewer.getByRole('dialog').getByRole('button', { name: zhCN.workbench.form.cancel }).click()
  await expect(reviewer.getByText(approval.record.none)).toBeVisible()
  await reviewer.getByRole('button', { name: sign('pass-review') }).click()
  await confirm(reviewer, '李复核', 'pass-review')
  await expect(reviewer.getByText('核对无误。')).toBeVisible()

  // Withdrawn with a reason while nobody has built on it, and signed again.
  await reviewer.getByRole('button', { name: approval.record.withdraw, exact: true }).click()
  const withdrawal = reviewer.getByRole('dialog')
  await withdrawal.getByLabel(approval.record.withdrawReason).fill('漏看一页。')
  await withdrawal.getByRole('button', { name: approval.record.withdraw, exact: true }).click()
  await expect(reviewer.getByText(approval.record.standings.withdrawn)).toBeVisible()
  await reviewer.reload()
  await reviewer.getByRole('tab', { name: stepNames['pass-review'] }).click()
  await reviewer.getByRole('radio', { name: form.interests.none }).check()
  await reviewer.getByLabel(form.remarks).fill('复核通过。')
  await reviewer.getByRole('button', { name: sign('pass-review') }).click()
  await confirm(reviewer, '李复核', 'pass-review')

  const opinions = approval.record.opinions
  const advise = async (who: string, opinion: string, grounds: string) => {
    const expert = people.get(who)!
    await inboxOf(who)
    await expert.getByRole('link', { name: new RegExp(approval.inbox.tasks['give-opinion']) }).click()
    await expert.getByRole('radio', { name: form.interests.none, exact: true }).check()
    await expert.getByRole('radio', { name: opinion, exact: true }).check()
    if (grounds === '' && opinion === opinions.dissent) {
      await expert.getByRole('button', { name: sign('give-opinion') }).click()
      await expect(expert.getByText(zhCN.issues.required).first()).toBeVisible()
      await expert.getByLabel(form.grounds).fill('草场权属调查不充分，宜先确权。')
    } else await expert.getByLabel(form.grounds).fill(grounds)
    await expert.getByRole('button', { name: sign('give-opinion') }).click()
    await confirm(expert, who, 'give-opinion')
  }
  await advise('王专家', opinions.agree, '')
  await advise('赵专家', opinions.dissent, '')

  // Who has an interest steps aside and is offered nothing any more.
  const aside = people.get('孙专家')!
  await approvalOf('孙专家')
  await aside.getByRole('radio', { name: form.interests.conflict, exact: true }).check()
  await expect(aside.getByRole('radio', { name: opinions.agree, exact: true })).toHaveCount(0)
  await aside.getByRole('button', { name: sign('step-aside') }).click()
  await confirm(aside, '孙专家', 'step-aside')
  await aside.reload()
  await expect(aside.getByText(approval.obstacles['conflict-declared']).first()).toBeVisible()
  await expect(aside.getByRole('radio', { name: form.interests.none })).toHaveCount(0)

  await approvalOf('李复核')
  await expect(reviewer.getByText(say(approval.obstacles['panel-too-small'], { n: 3 }))).toBeVisible()
  await advise('周专家', opinions['agree-with-conditions'], '补偿款先到位。')
  await approvalOf('李复核')
  await reviewer.getByRole('tab', { name: stepNames['close-panel'] }).click()
  await reviewer.getByRole('radio', { name: form.interests.none }).check()
  await reviewer.getByRole('button', { name: sign('close-panel') }).click()
  await confirm(reviewer, '李复核', 'close-panel')
})

test('the decider answers the dissent, and only what the verdict allows is offered', async () => {
  const decider = people.get('陈主任')!
  await inboxOf('陈主任')
  await decider.getByRole('link', { name: new RegExp(approval.inbox.tasks.decide) }).click()
  await decider.getByRole('tab', { name: stepNames.decide }).click()
  await decider.getByRole('radio', { name: form.interests.none }).check()
  await decider.getByRole('radio', { name: zhCN.verdict.decisions.implement, exact: true }).check()
  await decider.getByRole('button', { name: sign('decide') }).click()
  await decider.getByRole('dialog').getByRole('button', { name: form.confirm.action }).click()
  await expect(decider.getByText(zhCN.refusals['dissent-unanswered']).first()).toBeVisible()
  await decider.getByLabel(form.dissentAnswer).fill('已责成年底前完成确权。')
  await decider.getByLabel(form.conditions).fill('确权完成之前不得搬迁。')
  await decider.getByRole('button', { name: sign('decide') }).click()
  await confirm(decider, '陈主任', 'decide')
  await expect(decider.getByText('已责成年底前完成确权。').first()).toBeVisible()
  expect(await accessibilityFaults(decider)).toEqual([])
  await fitsWidth(decider, 360)
  await decider.setViewportSize({ width: 1280, height: 900 })
})

test('the paper of a version is made on the board, and a failure is said in words', async () => {
  await page.goto(`${workbench.url}${assessment}/approval`)
  await page.route('**/versions/1/bundle?kind=public', (route) =>
    route.fulfill({ status: 403, json: { reason: 'not-allowed' } }),
  )
  await page
    .getByRole('button', { name: say(approval.bundles.make, { kind: approval.bundles.names.public }) })
    .click()
  await expect(page.getByText(zhCN.refusals['not-allowed'])).toBeVisible()
  await page.unroute('**/versions/1/bundle?kind=public')
  const report = page.getByRole('region', { name: approval.version.report })
  await report.getByRole('radio', { name: zhCN.report.outlines.analysis }).check()
  await report
    .getByRole('button', { name: say(zhCN.report.generate, { outline: zhCN.report.outlines.analysis }) })
    .click()
  await expect(report.getByRole('link', { name: zhCN.report.download })).toBeVisible({ timeout: 60_000 })
})

test('every page of the frozen report carries the code, and the report says who thought what', async () => {
  const report = await page.request.get(`${workbench.url}/api${assessment}/versions/1/report`)
  expect(report.status()).toBe(200)
  const pages = await textOfPages(await report.body())
  code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(pages.at(-1)!)![0]
  // The cover has no foot.
  expect(pages.slice(1).every((text) => text.includes(code))).toBe(true)
  const text = pages.join('')
  for (const words of ['草场权属调查不充分，宜先确权。', '已责成年底前完成确权。', '利益冲突：有，已回避'])
    expect(text).toContain(words)
  for (const format of ['docx', 'xlsx']) {
    const file = await page.request.get(
      `${workbench.url}/api${assessment}/versions/1/report?format=${format}`,
    )
    expect(file.status()).toBe(200)
    expect((await file.body()).subarray(0, 2).toString()).toBe('PK')
  }
})

test('anybody can look the code up, without an account and without scripts', async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'zh-CN',
    viewport: { width: 320, height: 640 },
  })
  const visitor = await context.newPage()
  await visitor.goto(`${workbench.publicUrl}/verify`)
  await visitor.locator('input[name="receipt"]').fill(code.toLowerCase())
  await visitor.locator('form button').first().click()
  await expect(visitor.getByRole('heading', { name: intake.report.title })).toBeVisible()
  await expect(visitor.getByText(intake.report.states.filing)).toBeVisible()
  await expect(visitor.getByText('确权完成之前不得搬迁。')).toBeVisible()
  await fitsWidth(visitor, 320)
  expect((await visitor.goto(`${workbench.publicUrl}/verify/report/0000-0000-0000`))?.status()).toBe(404)
  await context.close()
})

test('the bundle is recomputed in the browser and on the command line; one digit changed is named', async ({
  browser,
}) => {
  const files = new Map<string, string>()
  for (const kind of ['archive', 'public']) {
    const answer = await page.request.get(`${workbench.url}/api${assessment}/versions/1/bundle?kind=${kind}`)
    expect(answer.status()).toBe(200)
    const path = join(workbench.dataFolder, `${kind}.zip`)
    await writeFile(path, await answer.body())
    files.set(kind, path)
  }
  const recompute = (path: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'recompute/run.ts', path], { encoding: 'utf8' }).status
  expect(recompute(files.get('archive')!)).toBe(0)
  expect(recompute(files.get('public')!)).toBe(0)

  const parts = unzipSync(await readFile(files.get('archive')!))
  const results = Buffer.from(parts['results.json']!).toString()
  const forged = results.replace(
    /("residual":\{"[^}]*?"index":0\.\d)(\d)/,
    (_, head, digit) => `${head}${(Number(digit) + 1) % 10}`,
  )
  const changed = forged === results ? results.replace(/0\.\d/, '0.9') : forged
  const forgedPath = join(workbench.dataFolder, 'forged.zip')
  await writeFile(forgedPath, zipSync({ ...parts, 'results.json': Buffer.from(changed) }))
  expect(recompute(forgedPath)).toBe(1)

  const visitor = await newPage(browser, 360)
  await visitor.goto(`${workbench.publicUrl}/verify/bundle`)
  await visitor.locator('#bundle').setInputFiles(files.get('archive')!)
  await expect(visitor.locator('.verdict.ok')).toBeVisible()
  await expect(visitor.getByText(bundle.kind.archive).first()).toBeVisible()
  await visitor.reload()
  await visitor.locator('#bundle').setInputFiles(forgedPath)
  await expect(visitor.locator('.verdict.bad')).toBeVisible()
  await fitsWidth(visitor, 360)
})

test('a later change undoes the approval visibly, for the office and for everybody', async ({ browser }) => {
  await page.goto(`${workbench.url}${assessment}/matter`)
  await page.getByLabel(matter.fields.summary).fill('规模由1128户改为1500户。')
  await page.getByRole('button', { name: zhCN.workbench.form.save, exact: true }).first().click()
  await expect(page.getByText(/已保存/).first()).toBeVisible()
  await page.goto(`${workbench.url}${assessment}/approval`)
  await expect(page.getByText(approval.version.voidedBody)).toBeVisible()
  await expect(page.getByText(approval.obstacles['version-voided'])).toBeVisible()
  await page.getByRole('link', { name: approval.version.difference }).first().click()
  await expect(page.getByText('规模由1128户改为1500户。')).toBeVisible()
  await expect(page.getByText(zhCN.caseFields.summary, { exact: true })).toBeVisible()
  await fitsWidth(page, 360)
  await page.setViewportSize({ width: 1280, height: 900 })
  const visitor = await newPage(browser, 360)
  await visitor.goto(`${workbench.publicUrl}/verify/report/${code}`)
  await expect(visitor.getByText(intake.report.voided)).toBeVisible()
})

test('any two versions are compared, and the earlier one stays to be read', async () => {
  await page.goto(`${workbench.url}${assessment}/approval`)
  const freeze = say(approval.freeze.action, { number: 2 })
  await page.getByRole('button', { name: freeze }).click()
  await page.getByRole('dialog').getByRole('button', { name: freeze }).click()
  await expect(page.getByRole('heading', { name: say(approval.version.title, { number: 2 }) })).toBeVisible()
  await page.getByLabel(approval.difference.from).selectOption('1')
  await page.getByLabel(approval.difference.to).selectOption('2')
  await page.getByRole('button', { name: approval.difference.compare }).click()
  await page.waitForURL(/from=1&to=2/)
  await expect(page.getByText('规模由1128户改为1500户。')).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('link', { name: approval.difference.back }).click()
  await page.getByRole('link', { name: say(approval.version.open, { number: 1 }) }).click()
  await expect(page.getByText('核对无误。')).toBeVisible()
  await expect(page.getByText(approval.version.superseded, { exact: true })).toBeVisible()
})

test('the record of events is whole and names who did what', async () => {
  await page.goto(`${workbench.url}${assessment}/events`)
  await expect(page.getByText(/首尾相连/)).toBeVisible()
  await expect(page.getByRole('cell', { name: events.deeds['version-frozen'], exact: true })).toHaveCount(2)
  await expect(page.getByRole('row').filter({ hasText: events.deeds['approval-step-taken'] })).toHaveCount(9)
  await expect(page.getByRole('row').filter({ hasText: '赵专家' })).toHaveCount(1)
  expect(await accessibilityFaults(page)).toEqual([])
})
