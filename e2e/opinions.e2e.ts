/**
 * Opinions as an official works with them: sorted by the keys without waiting, copies with their wordings in sight and the
 * opposite never among them, struck with a reason and put back, answered in the office first and in public by a deed of its
 * own, corrected with the words before; and what the press wrote, imported from a table. The public reads all of it.
 */
import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { zhCN } from '../lib/messages/zh-CN.ts'
import { STARTING_THEMES } from '../lib/participation/opinions/themes.ts'
import { addDays } from '../lib/working-days.ts'
import { accessibilityFaults } from './accessibility.ts'
import { fitsWidth } from './page-width.ts'
import { registerProject } from './registering.ts'
import { signIn, startWorkbench, type Workbench } from './workbench.ts'

const { participation, opinions } = zhCN
const { coding, striking, answers, media } = opinions
const street = zhCN.intake.publicNotices

let workbench: Workbench
let context: BrowserContext
let page: Page
let assessment = ''
let slug = ''

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format()
const open = (path: string) => page.goto(`${workbench.url}${assessment}${path}`)
const dialog = () => page.getByRole('dialog')
const cards = () => page.locator('[data-card]')
const cardOf = (text: string): Locator => cards().filter({ hasText: text }).first()
const openCount = (n: number) => page.getByText(coding.open.replace('{n}', String(n)))
const environment = STARTING_THEMES.find(({ id }) => id === 'environment')!.name

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  workbench = await startWorkbench()
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  await signIn(page, workbench)
  assessment = await registerProject(page, {
    title: '城东路拓宽',
    decisionBody: '县人民政府',
    assessor: '县评估中心',
    implementer: '县交通局',
    area: '城东',
    summary: '拓宽城东路。',
  })
  await open('/participation')
  const { notice } = participation
  await page.getByRole('button', { name: notice.add }).click()
  await dialog().getByLabel(notice.noticeTitle).fill('城东路拓宽稳评公示')
  await dialog().getByLabel(notice.affected).fill('沿线居民。')
  await dialog().getByLabel(notice.until).fill(addDays(today, 45))
  await dialog().getByLabel(notice.objection).fill('可拨打0550-7021234，或者到项目办公室提出。')
  await dialog().getByRole('button', { name: notice.save }).click()
  await expect(dialog()).toBeHidden()
  await page.getByRole('button', { name: notice.publish, exact: true }).click()
  await dialog().getByRole('button', { name: notice.publish, exact: true }).click()
  await expect(page.getByText(notice.phases.current, { exact: true })).toBeVisible()
  slug = new URL((await page.getByRole('link', { name: notice.open }).getAttribute('href')) ?? '').pathname
})
test.afterAll(() => workbench?.stop())

const LETTER =
  '施工的灰尘太大，整条街都开不了窗，老人孩子天天咳嗽，请每天早晚各洒一次水，工地要围起来，渣土车要盖好，我们三组全体居民坚决反对夜间施工。'

test('what was entered tomorrow is refused, and the one opposite text is nobody’s copy', async () => {
  await open('/opinions')
  await page
    .getByLabel(opinions.entry.raw)
    .fill(
      [
        LETTER,
        LETTER.replace('三组', '四组'),
        LETTER.replace('坚决反对', '坚决支持'),
        '支持',
        '反对',
        '晚上太吵，孩子睡不着。',
        '加微信领奖品',
        '灰尘大，窗台一天擦三遍。',
      ].join('\n'),
    )
  await page.getByLabel(opinions.entry.receivedOn).fill(addDays(today, 1))
  await expect(page.getByText(zhCN.issues['after-today'])).toBeVisible()
  await expect(page.getByRole('button', { name: opinions.entry.save.replace('{n}', '8') })).toBeDisabled()
  await page.getByLabel(opinions.entry.receivedOn).fill(today)
  await page.getByRole('button', { name: opinions.entry.save.replace('{n}', '8') }).click()
  await expect(openCount(8)).toBeAttached()
  const letter = cardOf('三组全体居民坚决反对')
  await expect(letter.getByText(coding.copies.replace('{n}', '2'))).toBeVisible()
  await expect(letter.getByText('四组全体居民坚决反对')).toBeVisible()
  await expect(cardOf('坚决支持夜间施工').getByText(coding.otherWordings)).toHaveCount(0)
  await page.screenshot({ path: test.info().outputPath('coding-1280.png'), fullPage: true })
  expect(await accessibilityFaults(page)).toEqual([])
})

test('keys sort one after the other, copies go along, and undo brings back what it took', async () => {
  await cardOf('三组全体居民坚决反对').getByLabel(coding.other).selectOption({ label: environment })
  await expect(openCount(6)).toBeAttached()
  await page.getByRole('button', { name: coding.undo }).click()
  await expect(openCount(8)).toBeAttached()
  await cardOf('三组全体居民坚决反对').getByLabel(coding.other).selectOption({ label: environment })
  await expect(openCount(6)).toBeAttached()
  // Three keys in a row, none waiting for the one before.
  await cards().first().focus()
  await page.keyboard.press('1')
  await page.waitForTimeout(50)
  await page.keyboard.press('1')
  await page.waitForTimeout(50)
  await page.keyboard.press('1')
  await expect(openCount(3)).toBeAttached()
})

test('what is no opinion is struck with a reason, and comes back when it is put back', async () => {
  await page.getByLabel(coding.show).selectOption('all')
  await cardOf('加微信领奖品').getByRole('button', { name: coding.strike }).click()
  await dialog().getByRole('button', { name: striking.save, exact: true }).click()
  await expect(dialog().getByText(zhCN.issues.required).first()).toBeVisible()
  await dialog().getByRole('radio', { name: striking.kinds['no-opinion'] }).check()
  await dialog().getByLabel(striking.because).fill('广告')
  await page.screenshot({ path: test.info().outputPath('strike-1280.png') })
  await dialog().getByRole('button', { name: striking.save, exact: true }).click()
  await expect(dialog()).toBeHidden()
  await expect(page.getByText(coding.all.replace('{n}', '7'))).toBeAttached()
  await page.getByLabel(coding.show).selectOption('struck')
  await cardOf('加微信领奖品').getByRole('button', { name: coding.restore }).click()
  await expect(page.getByText(coding.all.replace('{n}', '8'))).toBeAttached()
  await page.getByLabel(coding.show).selectOption('all')
  await cardOf('加微信领奖品').getByRole('button', { name: coding.strike }).click()
  await dialog().getByRole('radio', { name: striking.kinds['no-opinion'] }).check()
  await dialog().getByLabel(striking.because).fill('广告')
  await dialog().getByRole('button', { name: striking.save, exact: true }).click()
  await expect(dialog()).toBeHidden()
  // Words cannot be changed under the name of splitting.
  await cardOf('晚上太吵').getByRole('button', { name: coding.split }).click()
  await dialog().getByRole('textbox').fill('晚上不吵\n孩子睡得着')
  await expect(dialog().getByText(coding.splitDiffers)).toBeVisible()
  await expect(dialog().getByRole('button', { name: coding.splitSave.replace('{n}', '2') })).toBeDisabled()
  await page.keyboard.press('Escape')
})

test('an answer is public by a deed of its own, and a changed one says what was said before', async ({
  browser,
}) => {
  const phone = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'zh-CN',
    viewport: { width: 320, height: 640 },
  })
  const resident = await phone.newPage()
  const read = async () => {
    await resident.goto(`${workbench.publicUrl}${slug}/feedback`)
    return ((await resident.locator('main').textContent()) ?? '').replace(/\s/g, '')
  }
  await page.getByRole('tab', { name: opinions.tabs.answers }).click()
  const section = page.getByRole('region', { name: environment, exact: true })
  const say = async (button: string, kind: 'adopted' | 'not-adopted', reason: string) => {
    await section.getByRole('button', { name: button, exact: true }).click()
    await dialog().getByRole('radio', { name: answers.answers[kind], exact: true }).check()
    await dialog().getByLabel(answers.reason).fill(reason)
    await dialog()
      .getByLabel(answers.measure)
      .fill(kind === 'adopted' ? '每天早晚洒水。' : '')
    await dialog().getByRole('button', { name: answers.save }).click()
    await expect(dialog()).toBeHidden()
  }
  await say(answers.answer, 'not-adopted', '资金不足。')
  expect(await read()).not.toContain('资金不足')
  await expect(section.getByText(answers.publicNone)).toBeVisible()
  await section.getByRole('button', { name: answers.publish, exact: true }).click()
  await expect(dialog().getByText('资金不足。')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('publish-1280.png') })
  await dialog().getByRole('button', { name: answers.publish, exact: true }).click()
  await expect(section.getByRole('button', { name: answers.publish, exact: true })).toBeHidden()
  expect(await read()).toContain('资金不足')
  await say(answers.change, 'adopted', '意见合理。')
  expect(await read()).not.toContain('意见合理')
  await section.getByRole('button', { name: answers.publishCorrection, exact: true }).click()
  await expect(dialog().getByText('资金不足。')).toBeVisible()
  await dialog().getByRole('button', { name: answers.publishCorrection, exact: true }).click()
  await expect(section.getByRole('button', { name: answers.publishCorrection, exact: true })).toBeHidden()
  const said = await read()
  expect(said).toContain('意见合理')
  expect(said).toContain('更正于')
  expect(said).toContain('资金不足')
  expect(said).toContain(`${street.answers.struckKinds['no-opinion']}，1条。理由：广告`)
  await fitsWidth(resident, 320)
  await resident.screenshot({ path: test.info().outputPath('feedback-320.png'), fullPage: true })
  await resident.goto(`${workbench.publicUrl}/`)
  await resident.getByRole('link', { name: zhCN.intake.notice.home.notices }).click()
  await expect(resident.getByRole('link', { name: '城东路拓宽稳评公示' })).toBeVisible()
  // The worked example of every new workbench is nobody's project.
  await expect(resident.getByRole('link')).not.toContainText(['示例'])
  await resident.screenshot({ path: test.info().outputPath('notices-320.png'), fullPage: true })
  await resident.goto(`${workbench.publicUrl}${slug}`)
  await resident.screenshot({ path: test.info().outputPath('notice-320.png'), fullPage: true })
  await phone.close()
})

test('what the press wrote is imported from a table, whole or not at all, and read by window', async () => {
  await page.getByRole('tab', { name: opinions.tabs.media }).click()
  const table = (rows: readonly string[]) => ({
    name: '媒体报道.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      ['媒体名称,标题,发布日期,链接,传播范围,倾向（甲）,倾向（乙）', ...rows].join('\r\n'),
      'utf8',
    ),
  })
  const good = [
    '县报,城东路将拓宽,2026-03-02,,县级,正面,正面',
    '市电视台,拓宽要拆多少房,2026-03-20,,市级,负面,负面',
    '省报,一条路的两种声音,2026-04-02,,省级,中性,负面',
    '县报,听证会召开,2026-04-12,,县级,中性,中性',
    '市报,灰尘谁来管,2026-04-20,,市级,负面,负面',
    '县融媒体中心,补偿方案公布,2026-04-28,,县级,正面,中性',
  ]
  const file = page.locator('input[type="file"]')
  await file.setInputFiles(
    table([...good.slice(0, 2), '王建国的微博,13812345678,2026-03-05,https://v.douyin.com/x/,县级,负面,']),
  )
  await expect(page.getByText(zhCN.issues['person-as-outlet']).first()).toBeVisible()
  await expect(page.getByText(zhCN.issues['account-page']).first()).toBeVisible()
  await expect(page.getByText(media.emptyTitle)).toBeVisible()
  await file.setInputFiles(table(good))
  await expect(page.getByRole('cell', { name: '灰尘谁来管', exact: true })).toBeVisible()
  const months = page.getByRole('table', { name: media.byMonth })
  await expect(months.getByRole('row').filter({ hasText: '2026-04' })).toContainText('4')
  await expect(months.getByRole('row').last()).toContainText('6')
  await page.screenshot({ path: test.info().outputPath('media-1280.png'), fullPage: true })
  await page.getByLabel(media.from, { exact: true }).fill('2026-04-01')
  await expect(months.getByRole('row').last()).toContainText('4')
  await expect(page.getByRole('cell', { name: '拓宽要拆多少房', exact: true })).toHaveCount(0)
  expect(await accessibilityFaults(page)).toEqual([])
})

test('everything fits a telephone', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  await open('/opinions')
  for (const tab of ['coding', 'answers', 'register', 'media'] as const) {
    await page.getByRole('tab', { name: opinions.tabs[tab] }).click()
    await fitsWidth(page, 360, tab)
    await page.screenshot({ path: test.info().outputPath(`${tab}-360.png`), fullPage: true })
  }
  await open('/participation')
  await fitsWidth(page, 360)
  await page.screenshot({ path: test.info().outputPath('participation-360.png'), fullPage: true })
})
