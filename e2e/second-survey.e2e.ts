/**
 * A second survey, as an office lives through it: what the first one found can still be read once another is begun, groups can be
 * counted anew for it and a forgotten one added, and a draft that was begun by mistake is discarded, after which everything counts
 * as before. Before publication the page says what it weighs on a telephone; and everybody can follow the draw of households.
 */
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { openDatabase } from '../db/database.ts'
import { dayOf } from '../db/stores/day.ts'
import { replaceGroups } from '../db/stores/matter.ts'
import { publishNotice, readNoticesAndConsultations, saveNotice } from '../db/stores/participation.ts'
import { savePlan } from '../db/stores/sampling.ts'
import { announceDraw, determineDraw, recordDraw } from '../db/stores/sampling-draws.ts'
import { readSurvey, saveQuestionnaire } from '../db/stores/survey.ts'
import { ASSESSOR, value } from '../db/stores/survey-testing.ts'
import { proveEditable } from '../lib/assessment/access.ts'
import { EXAMPLE_QUESTIONNAIRE } from '../lib/assessment/examples/resettlement.ts'
import { publicNotices } from '../lib/messages/zh-CN/public-notices.ts'
import { zhCN } from '../lib/messages/zh-CN.ts'
import { STARTING_PLAN } from '../lib/survey/sampling/plan.ts'
import { addDays } from '../lib/working-days.ts'
import { accessibilityFaults } from './accessibility.ts'
import { openForm, send } from './answering.ts'
import { fitsWidth } from './page-width.ts'
import { registerProject } from './registering.ts'
import { signIn, startWorkbench, type Workbench } from './workbench.ts'

const { events, matter, survey } = zhCN

let workbench: Workbench
let context: BrowserContext
let page: Page
let id = ''
let slug = ''
let tokens: readonly string[] = []

const open = (path: string) => page.goto(`${workbench.url}/assessments/${id}${path}`)
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const confirmed = (name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
const database = () => openDatabase(`file:${workbench.dataFolder}/wenping.db`)

async function looksRight(name: string, widths: readonly number[] = [1280, 360]) {
  for (const width of widths) {
    await fitsWidth(page, width, name)
    expect(await accessibilityFaults(page)).toEqual([])
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** Two groups, a questionnaire in draft, a public notice, and a draw of households that was made over the days before. */
async function prepare(): Promise<void> {
  const doors = await database()
  const assessment = value(proveEditable(ASSESSOR, id))
  const today = dayOf(new Date())
  await doors.write(id, async (tx) => {
    value(
      await replaceGroups(tx, assessment, [
        { name: '东村被征地户', effect: 'direct', households: 120, persons: 400 },
        { name: '西村居民', effect: 'indirect', households: 80, persons: 250 },
      ]),
    )
    value(await saveQuestionnaire(tx, assessment, EXAMPLE_QUESTIONNAIRE))
    value(await savePlan(tx, assessment, { entry: STARTING_PLAN, today: addDays(today, -9) }))
    const announcement = {
      source: '中国福利彩票双色球第2026138期开奖号码，红球从小到大，后接蓝球',
      revealOn: addDays(today, -5),
      reason: '',
    }
    value(await announceDraw(tx, assessment, { announcement, today: addDays(today, -8) }))
    const notice = {
      kind: 'public-comment',
      title: '城东污水处理厂扩建征求意见公告',
      plan: '扩建二期工程，日处理5万吨。',
      affected: '东村、西村居民。',
      objection: '到县评估中心口头或者书面提出。',
      law: '',
      contact: '县评估中心，010-66668888',
      from: today,
      until: addDays(today, 40),
      eventOn: null,
      shortenedBecause: '',
    } as const
    value(await saveNotice(tx, assessment, { ...notice, noticeId: null }))
    const [draft] = (await readNoticesAndConsultations(tx, id)).notices
    value(await publishNotice(tx, assessment, { noticeId: draft!.id, today }))
    slug = (await readNoticesAndConsultations(tx, id)).notices[0]!.slug!
  })
  const entry = { reveal: { seq: 1, publicNumber: '03 11 17 20 29 33 08' }, today: addDays(today, -4) }
  const determined = value(await determineDraw(doors.read, assessment, entry))
  await doors.write(id, async (tx) => value(await recordDraw(tx, assessment, determined)))
  await doors.close()
}

async function answer(n: number): Promise<void> {
  for (let i = 0; i < n; i += 1) {
    const address = `${workbench.publicUrl}/s/${tokens[i % 2]}`
    const { key } = await openForm(address)
    const sent = await send(address, key, { C1: String(1 + (i % 2)), C19: String(1 + ((i * 3) % 5)) })
    expect(sent.status).toBe(303)
  }
}

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  workbench = await startWorkbench()
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  await signIn(page, workbench)
  const path = await registerProject(page, {
    title: '城东污水处理厂扩建',
    decisionBody: '县人民政府',
    assessor: '县评估中心',
    implementer: '县水务局',
    area: '城东街道',
    summary: '扩建二期工程，日处理5万吨。',
  })
  id = path.slice('/assessments/'.length)
  await prepare()
})

test.afterAll(async () => {
  await context?.close()
  await workbench?.stop()
})

test('the draw of households is followed by anybody, without a script, from the page of the notice', async ({
  browser,
}) => {
  const visitor = await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: false })
  const before = page
  page = await visitor.newPage()
  await page.goto(`${workbench.publicUrl}/p/${slug}`)
  await page.getByRole('link', { name: publicNotices.draw.link }).click()
  await expect(page.getByRole('heading', { level: 1, name: publicNotices.draw.title })).toBeVisible()
  await expect(page.getByText('03111720293308').first()).toBeVisible()
  await page.getByText(publicNotices.draw.repeat).click()
  await expect(page.getByText('sha256sum').first()).toBeVisible()
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/draw-${width}.png`, fullPage: true })
    expect(await page.locator('body').evaluate((body) => body.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await visitor.close()
  page = before
})

test('what the page weighs is said before it is published', async () => {
  await open('/survey')
  await expect(page.getByText(/居民页面首次打开要下载：.* KB/)).toBeVisible()
  await expect(button(survey.discard.button)).toHaveCount(0)
  await looksRight('publish')
  await button(survey.publish.button).click()
  await confirmed(survey.publish.confirm)
  await expect(page.getByText(survey.progress.heading)).toBeVisible()
  const doors = await database()
  tokens = (await readSurvey(doors.read, id))!.links.map(({ token }) => token)
  await doors.close()
  await answer(24)
  await open('/matter')
  await expect(page.getByText(matter.groups.locked)).toBeVisible()
})

test('what the first survey found is read after another was begun, and a draft is discarded', async () => {
  test.setTimeout(240_000)
  await open('/survey')
  await button(survey.progress.close).click()
  await confirmed(survey.progress.closeConfirm)
  await expect(page.getByText(survey.results.responses.replace('{n}', '24'))).toBeVisible({ timeout: 60_000 })
  const found = await page.getByRole('table').first().textContent()
  await open('/matter')
  await expect(page.getByText(matter.groups.askedCounting)).toBeVisible()
  await expect(page.getByLabel(matter.groups.households).first()).not.toBeEditable()
  await looksRight('groups-counting')

  await open('/survey')
  await button(survey.results.startNew).click()
  await confirmed(survey.results.startNewConfirm)
  await expect(button(survey.discard.button)).toBeVisible()
  await looksRight('second-draft')

  // For the second survey the first group is counted anew.
  await open('/matter')
  await expect(page.getByText(matter.groups.askedBefore)).toBeVisible()
  await page.getByLabel(matter.groups.households).first().fill('150')
  await page.getByLabel(matter.groups.persons).first().fill('480')
  await button(matter.groups.add).click()
  await page.getByLabel(matter.groups.name).last().fill('北村租住户')
  await page.getByLabel(matter.groups.households).last().fill('30')
  await page.getByLabel(matter.groups.persons).last().fill('70')
  await button(matter.groups.save).click()
  await expect(page.getByText(/260\s*户/).first()).toBeVisible()
  await looksRight('groups-second')

  await open('/survey')
  await page.getByRole('link', { name: survey.list.title, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: survey.list.title })).toBeVisible()
  await looksRight('surveys')
  await page.getByRole('link', { name: survey.list.nth.replace('{n}', '1') }).click()
  await expect(page.getByText(survey.results.responses.replace('{n}', '24'))).toBeVisible()
  expect(await page.getByRole('table').first().textContent()).toBe(found)
  // With the sizes of that time.
  await expect(page.getByText(/120/).first()).toBeVisible()
  await expect(page.getByText('150')).toHaveCount(0)
  await looksRight('earlier')
  await page.getByLabel(survey.cross.question).selectOption({ index: 0 })
  await page.getByRole('button', { name: survey.cross.show, exact: true }).click()
  await expect(page).toHaveURL(/earlier\/[^/]+\?question=/)
  const file = await page.getByRole('link', { name: 'JSON' }).getAttribute('href')
  const exported = await page.request.get(`${workbench.url}${file}`)
  expect(exported.status()).toBe(200)
  expect(JSON.stringify(await exported.json())).toContain('"responses":24')

  await open('/survey')
  await button(survey.discard.button).click()
  await confirmed(survey.discard.confirm)
  await expect(page.getByText(survey.results.responses.replace('{n}', '24'))).toBeVisible()
  expect(await page.getByRole('table').first().textContent()).toBe(found)
  await open('/matter')
  await expect(page.getByText(/230\s*户/).first()).toBeVisible()
  await open('/events')
  await expect(page.getByText(events.deeds['survey-discarded']).first()).toBeVisible()
})
