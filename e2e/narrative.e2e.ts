/**
 * The texts of the report as two people write them: a draft from the data, a number that is bound to its value, one that is
 * bound to nothing and pointed at, both of them at once without losing a sentence, the way back, and the printed page.
 */
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { zhCN } from '../lib/messages/zh-CN.ts'
import { accessibilityFaults } from './accessibility.ts'
import { fitsWidth } from './page-width.ts'
import { textOfPages } from './pdf.ts'
import { signIn, startWorkbench, type Workbench } from './workbench.ts'

const { narrative } = zhCN
const label = narrative.label.replace('{chapter}', narrative.chapters.survey)

let workbench: Workbench
let assessment = ''
const contexts: BrowserContext[] = []
let first: Page
let second: Page

const text = (page: Page) => page.getByRole('textbox', { name: label })
/** All chapters are on the page; one of them is in sight. */
const seen = (page: Page, words: string) => page.getByText(words).filter({ visible: true })
const openChapter = async (page: Page) => {
  await page.goto(`${workbench.url}${assessment}/report/narrative`)
  // The chapter is chosen once the page can answer.
  await expect(async () => {
    await page
      .getByRole('button', { name: new RegExp(`^${narrative.chapters.survey}`) })
      .click({ timeout: 2000 })
    await expect(text(page)).toBeVisible({ timeout: 1000 })
  }).toPass()
}
const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: narrative.status.saved })).toBeVisible()

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  workbench = await startWorkbench()
  const person = async () => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
    contexts.push(context)
    const page = await context.newPage()
    await signIn(page, workbench)
    return page
  }
  first = await person()
  second = await person()
  const example = first.locator('main a[href^="/assessments/"]').filter({ hasText: '游牧民定居工程' }).first()
  assessment = (await example.getAttribute('href'))!
})

test.afterAll(async () => {
  for (const context of contexts) await context.close()
  await workbench?.stop()
})

test('a draft is made from the data, is saved by itself, and says no number of its own', async () => {
  await openChapter(first)
  await expect(seen(first, narrative.previewEmpty)).toBeVisible()
  await first.getByRole('button', { name: narrative.draft.make }).click()
  await saved(first)
  await expect(seen(first, narrative.review.clean)).toBeVisible()
  await expect(text(first)).toHaveValue(/\{\{/)
  expect(await accessibilityFaults(first)).toEqual([])
  await fitsWidth(first, 360)
  await first.setViewportSize({ width: 1280, height: 900 })
})

test('a number that is bound to nothing is pointed at', async () => {
  await text(first).fill('调查由社区人员协助入户。满意的占87.6%。')
  await expect(seen(first, narrative.review.unbound.replace('{text}', '87.6%'))).toBeVisible()
  await text(first).fill('调查由社区人员协助入户。共走访三个定居点。')
  await saved(first)
})

test('two people write at once, and no sentence is lost', async () => {
  await openChapter(second)
  await expect(text(second)).toHaveValue('调查由社区人员协助入户。共走访三个定居点。')
  await text(first).fill('调查由社区人员协助入户。共走访三个定居点。问卷用汉藏两种文字。')
  await saved(first)
  await text(second).fill('调查由社区人员和村医协助入户。共走访三个定居点。')
  await expect(seen(second, narrative.merge.merged).first()).toBeVisible()
  await expect(second.getByLabel(narrative.merge.merged)).toHaveValue(
    '调查由社区人员和村医协助入户。共走访三个定居点。问卷用汉藏两种文字。',
  )
  await second.getByRole('button', { name: narrative.merge.save }).click()
  await saved(second)
})

test('every version is kept and can be taken back, and the report prints what stands', async () => {
  await second.getByRole('button', { name: narrative.history.open }).click()
  const entries = second.getByRole('dialog').getByRole('button', { name: narrative.history.restore })
  await expect(entries.nth(1)).toBeVisible()
  await second.keyboard.press('Escape')
  const report = await second.request.get(`${workbench.url}/api${assessment}/report`)
  const printed = (await textOfPages(await report.body())).join('')
  expect(printed).toContain('调查由社区人员和村医协助入户。共走访三个定居点。问卷用汉藏两种文字。')
  await second.goto(`${workbench.url}${assessment}/events`)
  await expect(second.getByRole('cell', { name: zhCN.events.deeds['narrative-saved'] }).first()).toBeVisible()
})
