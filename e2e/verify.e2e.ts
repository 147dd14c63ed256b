/**
 * Paper and bundle in the hands of somebody who has no account: the code from the foot of a page, the public bundle, a bundle that was
 * made anew as a whole, the anchors in the colophon; and in the office, who may take the whole case out of the house.
 */
import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { packArchive } from '../lib/approval/bundle/pack.ts'
import { proveArchive } from '../lib/assessment/access.ts'
import type { CaseFile } from '../lib/assessment/case-file.ts'
import { zhCN } from '../lib/messages/zh-CN.ts'
import { compute } from '../lib/verdict/compute.ts'
import { accessibilityFaults } from './accessibility.ts'
import { fitsWidth } from './page-width.ts'
import { textOfPages } from './pdf.ts'
import { signIn, startWorkbench, type Workbench } from './workbench.ts'

const { accounts, approval, bundle, intake } = zhCN

let workbench: Workbench
let page: Page
let observer: Page
let assessment = ''
let code = ''
let report: string[] = []
const contexts: BrowserContext[] = []

const freeze = approval.freeze.action.replace('{number}', '1')
const make = (kind: 'archive' | 'public') =>
  approval.bundles.make.replace('{kind}', approval.bundles.names[kind])
const bundleAt = (kind: string) => `${workbench.url}/api${assessment}/versions/1/bundle?kind=${kind}`

async function newPage(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
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
  await page.getByRole('button', { name: accounts.create }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(accounts.form.username).fill('guan')
  await dialog.getByLabel(accounts.form.name).fill('关观察')
  await dialog.getByLabel(accounts.form.role).selectOption('observer')
  await dialog.getByRole('button', { name: accounts.form.submit }).click()
  const issued = page.getByText(/^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/)
  await expect(issued).toBeVisible()
  observer = await newPage(browser)
  await signIn(observer, workbench, 'guan', (await issued.textContent())!)
  await page.goto(`${workbench.url}${assessment}/approval`)
  await page.getByRole('button', { name: freeze }).click()
  await page.getByRole('dialog').getByRole('button', { name: freeze }).click()
  await expect(page.getByText(approval.freeze.unchanged.replace('{number}', '1'))).toBeVisible()
  const printed = await page.request.get(`${workbench.url}/api${assessment}/versions/1/report`)
  expect(printed.status(), printed.ok() ? '' : await printed.text()).toBe(200)
  report = await textOfPages(await printed.body())
  code = /核验码([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(report[3]!)![1]!
})

test.afterAll(async () => {
  for (const context of contexts) await context.close()
  await workbench?.stop()
})

test('the whole case leaves the house only by those with the right to it', async () => {
  await observer.goto(`${workbench.url}${assessment}/approval`)
  await expect(observer.getByRole('button', { name: make('public') })).toBeVisible()
  await expect(observer.getByRole('button', { name: make('archive') })).toHaveCount(0)
  const refused = await observer.request.get(bundleAt('archive'))
  expect([refused.status(), (await refused.json()).reason]).toEqual([403, 'not-allowed'])
  expect((await observer.request.get(bundleAt('public'))).status()).toBe(200)
  await expect(page.getByRole('button', { name: make('archive') })).toBeVisible()
  expect((await page.request.get(bundleAt('archive'))).status()).toBe(200)
})

test('the code from the page leads to the report and its public bundle, without account or script', async ({
  browser,
}) => {
  // The foot of the page says where; somebody types it from there.
  const where = /在([^输]+\/verify)输入/.exec(report[3]!)![1]!
  expect(`http://${where}`).toBe(`http://localhost:${new URL(workbench.publicUrl).port}/verify`)
  const visitor = await newPage(browser, {
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  })
  await visitor.goto(`${workbench.publicUrl}/verify`)
  await fitsWidth(visitor, 320)
  await visitor.screenshot({ path: test.info().outputPath('verify-320.png'), fullPage: true })
  await visitor.getByLabel(intake.verify.label).fill(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)
  await visitor.getByRole('button', { name: intake.verify.send }).click()
  await expect(visitor.getByText(intake.verify.mistyped)).toBeVisible()
  await visitor.getByLabel(intake.verify.label).fill(code.toLowerCase().replaceAll('-', ' '))
  await visitor.getByRole('button', { name: intake.verify.send }).click()
  await expect(visitor.getByRole('heading', { name: intake.report.title })).toBeVisible()
  await expect(visitor.getByText(code)).toBeVisible()
  await fitsWidth(visitor, 320)
  await visitor.screenshot({ path: test.info().outputPath('report-320.png'), fullPage: true })
  const link = visitor.getByRole('link', { name: /下载（\.zip，\d+ KB）/ })
  const given = await visitor.request.get(`${workbench.publicUrl}${await link.getAttribute('href')}`)
  expect(given.status()).toBe(200)
  const inHouse = await page.request.get(bundleAt('public'))
  expect((await given.body()).equals(await inHouse.body())).toBe(true)
  await visitor.getByRole('link', { name: intake.report.bundle }).click()
  await expect(visitor.locator('noscript p')).toContainText('npm run recompute')
  await expect(visitor.locator('noscript p')).toBeVisible()
  await fitsWidth(visitor, 320)
})

test('a bundle is held against the register: genuine, made anew, and where no register answers', async ({
  browser,
}) => {
  const archive = await (await page.request.get(bundleAt('archive'))).body()
  const files = { archive, public: await (await page.request.get(bundleAt('public'))).body() }
  const path = (name: string) => join(workbench.dataFolder, `${name}.zip`)
  for (const [name, bytes] of Object.entries(files)) await writeFile(path(name), bytes)
  const caseFile = JSON.parse(strFromU8(unzipSync(archive)['case.json']!)) as CaseFile
  const { frozenOn } = JSON.parse(strFromU8(unzipSync(archive)['manifest.json']!))
  const leaves = JSON.parse(strFromU8(unzipSync(archive)['leaves.json']!))
  const kinder: CaseFile = { ...caseFile, expectedEventPersons: 1 }
  const right = proveArchive({ id: 'x', name: 'x', role: 'assessor' }, caseFile.id)
  if (!right.ok) throw new Error(right.reason)
  const anew = { caseFile: kinder, results: compute(kinder), leaves, frozen: { version: 1, frozenOn } }
  await writeFile(path('anew'), packArchive(right.value, anew))

  const recompute = (name: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'recompute/run.ts', path(name), '--code', code]).status
  expect(['archive', 'public', 'anew'].map(recompute)).toEqual([0, 0, 1])

  const visitor = await newPage(browser, { viewport: { width: 320, height: 700 } })
  await visitor.goto(`${workbench.publicUrl}/verify/bundle`)
  const check = async (name: string) => {
    await visitor.locator('#bundle').setInputFiles(path(name))
    await expect(visitor.locator('.verdict')).toBeVisible()
  }
  for (const name of ['public', 'archive']) {
    await check(name)
    await expect(visitor.locator('.verdict.ok')).toBeVisible()
    await expect(visitor.getByText(bundle.standing.registered)).toBeVisible()
    await expect(visitor.locator('.code')).toHaveText(code)
    await fitsWidth(visitor, 320)
    await visitor.screenshot({ path: test.info().outputPath(`bundle-${name}-320.png`) })
    expect(await accessibilityFaults(visitor)).toEqual([])
  }
  await visitor.reload()
  await check('anew')
  await expect(visitor.locator('.verdict.warn')).toContainText(bundle.standing.unknown)
  await expect(visitor.locator('.code')).not.toHaveText(code)
  await visitor.context().setOffline(true)
  await check('archive')
  await expect(visitor.locator('.verdict.warn')).toContainText(bundle.standing.unreachable)
  await visitor.context().setOffline(false)
  await visitor.setViewportSize({ width: 1280, height: 900 })
  await visitor.screenshot({ path: test.info().outputPath('bundle-1280.png') })
})

test('the anchors in the colophon are found in the database, and no other', async () => {
  const end = report.slice(-3).join('')
  const anchors = [...end.matchAll(/记录锚点(\d+-[0-9a-f]{16})/g)].map(([, anchor]) => anchor!)
  expect(anchors.length).toBe(2)
  const audit = (...asked: string[]) =>
    spawnSync(
      process.execPath,
      ['--import', 'tsx', 'db/audit-verify.ts', 'verify', ...asked.flatMap((one) => ['--anchor', one])],
      { encoding: 'utf8', env: { ...process.env, DATABASE_URL: '', DATA_DIR: workbench.dataFolder } },
    )
  const found = audit(...anchors)
  expect(found.stdout).toContain('完好 / intact')
  expect(found.status).toBe(0)
  const other = `${Number.parseInt(anchors[0]!, 10) + 1}${anchors[0]!.slice(anchors[0]!.indexOf('-'))}`
  expect(audit(other)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('no chain has this event'),
  })
  expect(audit('57').status).toBe(2)
})
