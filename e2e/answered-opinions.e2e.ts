/**
 * The loop that most assessments never close, on a waste facility beside a town: a notice, two consultations, a survey with the
 * shares of a published one on 1,500 slips with a code each, sixty opinions, a theme for each and an answer for each theme; the
 * register, the public page and the printed report say the same of every theme; three disputes are brought to an end, one
 * settled, one only by the second kind of mediation, one not at all; a measure is carried out and proven by a file.
 */
import { readFile } from 'node:fs/promises'
import { type Browser, type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { publicNotices } from '../lib/messages/zh-CN/public-notices.ts'
import { zhCN } from '../lib/messages/zh-CN.ts'
import { STARTING_THEMES } from '../lib/participation/opinions/themes.ts'
import { TIANCHANG_OPINIONS } from '../lib/participation/opinions/tianchang-opinions.fixture.ts'
import { addDays } from '../lib/working-days.ts'
import { accessibilityFaults } from './accessibility.ts'
import { type Filled, openForm, send } from './answering.ts'
import { fitsWidth } from './page-width.ts'
import { textOfPages } from './pdf.ts'
import { addFirstGroup, registerProject } from './registering.ts'
import { AGES, ASKED, ATTITUDES, FORMS, ISSUED, PRINTED_SHARES, VALID } from './tianchang-survey.ts'
import { signIn, startWorkbench, type Workbench } from './workbench.ts'

const { participation, risk, opinions, disputes, followUp, survey, channels, workbench: words } = zhCN
const { notice } = participation

let workbench: Workbench
let context: BrowserContext
let page: Page
let assessment = ''
let slug = ''

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format()
const open = (path: string) => page.goto(`${workbench.url}${assessment}${path}`)
const dialog = () => page.getByRole('dialog')

const themeName = (themeId: string) => STARTING_THEMES.find(({ id }) => id === themeId)!.name
const expected = [...new Set(TIANCHANG_OPINIONS.map(({ themeId }) => themeId))].map((themeId, i) => ({
  name: themeName(themeId),
  n: TIANCHANG_OPINIONS.filter((opinion) => opinion.themeId === themeId).length,
  kind: (['adopted', 'partly', 'not-adopted'] as const)[i % 3]!,
}))

/** As it is on a desk and on a telephone: nothing wider than the screen, nothing a machine can fault. */
async function looksRight(name: string) {
  for (const width of [1280, 360]) {
    await fitsWidth(page, width, name)
    expect(await accessibilityFaults(page)).toEqual([])
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

test.describe.configure({ mode: 'serial', timeout: 240_000 })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  workbench = await startWorkbench()
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  await signIn(page, workbench)
})
test.afterAll(() => workbench?.stop())

test('the matter, its group, a factor with a measure and a notice', async () => {
  assessment = await registerProject(page, {
    title: '生活垃圾处理设施',
    decisionBody: '天长市人民政府',
    assessor: '天长市评估中心',
    implementer: '天长市城管局',
    area: '城东',
    summary: '日处理生活垃圾600吨。',
  })

  await open('/matter')
  await addFirstGroup(page, { name: '一公里内居民', households: 1500, persons: 5200 })

  await open('/risks/new')
  await page.getByRole('combobox', { name: risk.form.category }).fill('环境影响')
  await page.getByLabel(risk.form.name).fill('臭气和渗滤液')
  await page.getByRole('checkbox', { name: risk.phases.implementation }).check()
  await page.getByLabel(risk.form.weight).fill('1')
  const score = (label: string, nth: number) => page.getByRole('textbox', { name: label }).nth(nth)
  await score(risk.form.probability, 0).fill('0.7')
  await score(risk.form.impact, 0).fill('0.6')
  await page.getByRole('button', { name: risk.form.addMeasure }).click()
  await page.getByLabel(risk.form.description).fill('卸料大厅负压运行，渗滤液全量处理')
  await page.getByLabel(risk.form.owner).fill('城管局')
  await page.getByLabel(risk.form.deadline).fill('2027-03-31')
  await page.getByLabel(risk.form.cost).fill('12.5')
  await page.getByLabel(risk.form.evidence).fill('第三方监测报告')
  await score(risk.form.probability, 1).fill('0.3')
  await score(risk.form.impact, 1).fill('0.4')
  await score(risk.form.impact, 1).blur()
  await page.getByRole('button', { name: risk.form.create }).click()
  await page.waitForURL(/\/risks$/)

  await open('/participation')
  await page.getByRole('button', { name: notice.add }).click()
  await dialog().getByLabel(notice.kind).selectOption('public-comment')
  await dialog().getByLabel(notice.noticeTitle).fill('垃圾处理设施征求意见公告')
  await dialog().getByLabel(notice.until).fill(addDays(today, 45))
  await dialog().getByLabel(notice.objection).fill('到项目办公室口头或者书面提出。')
  await dialog().getByLabel(notice.contact).fill('天长市城管局项目办公室')
  await dialog().getByRole('button', { name: notice.save }).click()
  await expect(dialog()).toBeHidden()
  await page.getByRole('button', { name: notice.publish, exact: true }).click()
  await dialog().getByRole('button', { name: notice.publish, exact: true }).click()
  await expect(page.getByText(notice.phases.current, { exact: true })).toBeVisible()
  slug = new URL((await page.getByRole('link', { name: notice.open }).getAttribute('href')) ?? '').pathname
})

test('two consultations are held, and the table shows who was heard by which', async () => {
  const { consultation } = participation
  await open('/participation')
  for (const [kind, place, heard] of [
    ['visit', '城东三个村', '186'],
    ['meeting', '街道会议室', '42'],
  ] as const) {
    await page.getByRole('button', { name: consultation.add }).click()
    await dialog().getByLabel(consultation.kind).selectOption(kind)
    await dialog().getByLabel(consultation.place).fill(place)
    await dialog().getByLabel('一公里内居民').fill(heard)
    await dialog().getByLabel(consultation.minutes).fill('居民担心臭气、渗滤液和运输车辆，要求公开监测数据。')
    await dialog().getByRole('button', { name: consultation.save, exact: true }).click()
    await expect(dialog()).toBeHidden()
    await expect(page.getByText(`${heard}人次`).first()).toBeVisible()
  }
})

/** Publishes the draft; its open link. */
async function publish(): Promise<string> {
  const confirm = dialog().getByRole('button', { name: survey.publish.confirm })
  await expect(async () => {
    // A click before the page's scripts run is lost; one behind the open question is caught by it.
    if (!(await confirm.isVisible())) {
      await page.getByRole('button', { name: survey.publish.button }).click({ timeout: 2000 })
    }
    await expect(confirm).toBeVisible({ timeout: 5000 })
  }).toPass()
  await confirm.click()
  const shown = page.getByLabel(survey.progress.link.replace('{group}', '一公里内居民'))
  await expect(shown).toBeVisible()
  return workbench.publicUrl + new URL(await shown.inputValue()).pathname
}

/** Sends forms by their addresses, some at a time, as a browser without scripts would. */
async function answer(forms: readonly { readonly address: string; readonly filled: Filled }[]) {
  const waiting = [...forms]
  const one = async () => {
    for (let form = waiting.pop(); form; form = waiting.pop()) {
      const { key } = await openForm(form.address)
      expect((await send(form.address, key, form.filled)).status).toBe(303)
    }
  }
  await Promise.all(Array.from({ length: 16 }, one))
}

async function close() {
  await open('/survey')
  await page.getByRole('button', { name: survey.progress.close }).click()
  await dialog().getByRole('button', { name: survey.progress.closeConfirm }).click()
}

let codes: readonly string[] = []
const slip = (code: string) => `${workbench.publicUrl}/c/${code.replaceAll('-', '')}`

test('the survey is published, and 1,500 slips with a code each are handed out', async () => {
  test.setTimeout(240_000)
  await open('/survey')
  await page.getByRole('button', { name: survey.builder.useBlank }).click()
  await page.getByLabel(survey.builder.title).fill('生活垃圾处理设施意见调查')
  await page.getByLabel(survey.builder.introduction).fill('反对意见同样重要。')
  for (const item of ['attitude', 'worries', 'age'] as const) {
    await page.getByRole('button', { name: survey.add.standard }).click()
    await page.getByRole('menuitem', { name: new RegExp(survey.standard[item].slice(0, 2)) }).click()
  }
  for (const [title, answers] of Object.entries(ASKED)) {
    await page.getByRole('button', { name: survey.types.single, exact: true }).click()
    await page.getByRole('textbox', { name: survey.question.title, exact: true }).last().fill(title)
    for (const [i, label] of Object.keys(answers).entries()) {
      const field = page
        .getByLabel(survey.question.option.replace('{n}', String(i + 1)), { exact: true })
        .last()
      if (i >= 2) await page.getByRole('button', { name: survey.question.addOption }).last().click()
      await field.fill(label)
    }
  }
  await page.getByRole('button', { name: survey.builder.save }).click()
  await expect(page.getByText(survey.builder.saved).first()).toBeVisible()
  await page.reload()
  await publish()

  await open('/survey/channels')
  const slips: string[] = []
  for (const [label, count] of [
    ['各校一', 1000],
    ['各校二', ISSUED - 1000],
  ] as const) {
    await page.getByLabel(channels.codes.count).fill(String(count))
    await page.getByLabel(channels.codes.label).fill(label)
    await page.getByRole('button', { name: channels.codes.issue, exact: true }).click()
    await dialog().getByRole('button', { name: channels.codes.issue, exact: true }).click()
    const download = page.waitForEvent('download', { timeout: 120_000 })
    await page.getByRole('link', { name: channels.codes.download }).click({ timeout: 120_000 })
    const pages = await textOfPages(await readFile(await (await download).path()))
    const printed = pages.flatMap((text) => text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g) ?? [])
    slips.push(...new Set(printed))
    await page.reload()
  }
  codes = slips
  expect(new Set(codes).size).toBe(ISSUED)
})

/** How many fill in the page by hand, and see what they send. */
const BY_HAND = 5

async function byHand(browser: Browser): Promise<Record<string, readonly [question: string, value: string]>> {
  const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  const street = await phone.newPage()
  for (let i = 0; i < BY_HAND; i++) {
    await street.goto(`${workbench.publicUrl}/c`)
    await street.locator('input[name="code"]').fill(codes[i]!)
    await street.locator('button[type="submit"]').click()
    for (const words of FORMS[i]!) await street.getByLabel(words, { exact: true }).check()
    await street.getByLabel('环境污染、噪声或健康受影响').check()
    await street.locator('button[type="submit"]').last().click()
    await expect(street.locator('.code')).toBeVisible()
  }
  await street.goto(slip(codes[BY_HAND]!))
  const answers: Record<string, readonly [string, string]> = {}
  for (const label of FORMS.flat().filter((words, i, all) => all.indexOf(words) === i)) {
    const input = street.getByLabel(label, { exact: true })
    answers[label] = [
      (await input.getAttribute('name'))!.replace(/^q\./, ''),
      (await input.getAttribute('value'))!,
    ]
  }
  await phone.close()
  return answers
}

test('1,250 residents answer, and the page says that two generations are missing', async ({ browser }) => {
  test.setTimeout(300_000)
  const answers = await byHand(browser)
  await answer(
    FORMS.slice(BY_HAND).map((words, i) => ({
      address: slip(codes[BY_HAND + i]!),
      filled: { ...Object.fromEntries(words.map((word) => answers[word]!)), worries: 'environment' },
    })),
  )
  await open('/survey/channels')
  // What the schools brought back empty answers no more.
  await page
    .getByRole('row')
    .filter({ hasText: '各校二' })
    .getByRole('button', { name: channels.codes.void })
    .click()
  await dialog().getByLabel(channels.codes.voidReasons['called-back']).check()
  await dialog().getByRole('button', { name: channels.codes.void }).click()
  await expect(page.getByText(channels.codes.voidedDone).first()).toBeVisible()
  await close()
  await expect(
    page
      .getByText(survey.results.responses.replace('{n}', '1250'))
      .or(page.getByText('有效答卷1,250份'))
      .first(),
    // Opening 1,250 envelopes takes its time on a busy machine.
  ).toBeVisible({ timeout: 120_000 })
  const missing = page.getByText(/“20至29岁”/).first()
  await expect(missing).toBeVisible()
  await expect(page.getByText(/“50岁及以上”/).first()).toBeVisible()
  for (const there of ['20岁以下', '30至39岁', '40至49岁']) await expect(missing).not.toContainText(there)
  await open('/survey/channels')
  // What was issued and what became of the rest; how many of a batch answered is kept nowhere.
  for (const [label, issued] of [
    ['各校一', '1,000'],
    ['各校二', '500'],
  ] as const) {
    const row = page.getByRole('row').filter({ hasText: label })
    await expect(row.getByRole('cell', { name: issued, exact: true })).toBeVisible()
    await expect(row.getByRole('cell', { name: /^(250|1,250)$/ })).toHaveCount(0)
  }
  await expect(page.getByText(new RegExp(channels.codes.voidReasons['called-back']))).toBeVisible()
  await expect(page.getByText(channels.codes.hidden)).toBeVisible()
})

test('sixty opinions are registered and each gets its theme', async () => {
  test.setTimeout(300_000)
  await open('/opinions')
  await expect(page.getByText(opinions.coding.emptyTitle)).toBeVisible()
  await page.getByLabel(opinions.entry.raw).fill(TIANCHANG_OPINIONS.map(({ text }) => text).join('\n'))
  await page.getByRole('button', { name: opinions.entry.save.replace('{n}', '60') }).click()
  await expect(page.getByText(opinions.coding.open.replace('{n}', '60'))).toBeAttached()
  for (let left = TIANCHANG_OPINIONS.length; left > 0; left--) {
    const card = page.locator('[data-card]').first()
    const text = (await card.locator('p').first().textContent()) ?? ''
    const opinion = TIANCHANG_OPINIONS.find((one) => one.text === text)
    expect(opinion, text).toBeDefined()
    await card.getByLabel(opinions.coding.other).selectOption({ label: themeName(opinion!.themeId) })
    await expect(page.getByText(opinions.coding.open.replace('{n}', String(left - 1)))).toBeAttached()
  }
  await expect(page.getByText(opinions.coding.allDone)).toBeVisible()
})

test('every theme is answered, and what is adopted says what changes', async () => {
  test.setTimeout(240_000)
  await open('/opinions')
  await page.getByRole('tab', { name: opinions.tabs.answers }).click()
  for (const { name, kind } of expected) {
    const section = page.getByRole('region', { name, exact: true })
    await section.getByRole('button', { name: opinions.answers.answer, exact: true }).click()
    await dialog().getByRole('radio', { name: opinions.answers.answers[kind], exact: true }).check()
    await dialog().getByLabel(opinions.answers.reason).fill(`关于${name}的理由。`)
    const save = dialog().getByRole('button', { name: opinions.answers.save })
    if (kind !== 'not-adopted') {
      await save.click()
      await expect(dialog().getByText(zhCN.issues.required).first()).toBeVisible()
      await dialog().getByLabel(opinions.answers.measure).fill(`关于${name}的措施。`)
    }
    await save.click()
    await expect(dialog()).toBeHidden()
    await expect(section.getByText(`关于${name}的理由。`)).toBeVisible()
    await section.getByRole('button', { name: opinions.answers.publish, exact: true }).click()
    await expect(dialog().getByText(opinions.answers.publishBody)).toBeVisible()
    await dialog().getByRole('button', { name: opinions.answers.publish, exact: true }).click()
    await expect(section.getByRole('button', { name: opinions.answers.publish, exact: true })).toHaveCount(0)
  }
  await page.getByRole('tab', { name: opinions.tabs.register }).click()
  await expect(page.getByText(opinions.register.complete)).toBeVisible()
})

const rowOf = (table: Locator, name: string) =>
  table.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })

test('the register and the public page say the same of every theme', async ({ browser }) => {
  const register = page.getByRole('table')
  for (const { name, n, kind } of expected) {
    const cells = rowOf(register, name).getByRole('cell')
    await expect(cells.nth(0)).toHaveText(String(n))
    await expect(cells.nth(1)).toHaveText(opinions.answers.answers[kind])
  }
  const { answers } = publicNotices
  const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  const street = await phone.newPage()
  await street.goto(`${workbench.publicUrl}${slug}/feedback`)
  const sections = street.locator('section.card').filter({ has: street.locator('h2 .n') })
  await expect(sections).toHaveCount(expected.length)
  for (const { name, n, kind } of expected) {
    const section = sections.filter({ hasText: `关于${name}的理由。` })
    const said = ((await section.locator('h2').textContent()) ?? '').replace(/\s/g, '')
    expect(said).toBe(`${name}${answers.opinions.replace('{n}', String(n))}·${answers[kind]}`)
    await expect(section).toContainText(kind === 'not-adopted' ? answers.unchanged : `关于${name}的措施。`)
  }
  await phone.close()
})

const SUBJECTS = ['运输道路扬尘', '承包地青苗补偿面积', '防护距离内房屋的搬迁协议'] as const

test('a round of screening finds three disputes, and each is brought to its end', async () => {
  test.setTimeout(180_000)
  await open('/disputes')
  const { rounds, ledger, steps, tracks } = disputes
  await page.getByRole('button', { name: rounds.add }).click()
  await dialog().getByLabel(rounds.from).fill(addDays(today, 1))
  await dialog().getByLabel(rounds.to).fill(today)
  await dialog().getByLabel(rounds.area).fill('城东三个村')
  await dialog().getByLabel(rounds.office).fill('街道政法办')
  await dialog().getByRole('button', { name: words.form.save }).click()
  await expect(dialog().getByText(zhCN.issues['day-in-future'])).toBeVisible()
  await dialog().getByLabel(rounds.stage).selectOption('before-decision')
  await dialog().getByLabel(rounds.from).fill(today)
  await dialog().getByRole('button', { name: words.form.save }).click()
  await expect(dialog()).toBeHidden()
  for (const [i, subject] of SUBJECTS.entries()) {
    await page.getByRole('button', { name: ledger.add }).click()
    if (i === 0) {
      await dialog().getByLabel(ledger.subject).fill(`村民王建国要求治理${subject}`)
      await dialog().getByRole('button', { name: ledger.save }).click()
      await expect(dialog().getByText(zhCN.issues['name-in-text'])).toBeVisible()
      await expect(dialog().getByText(zhCN.issues.required)).toHaveCount(2)
    }
    await dialog().getByLabel(ledger.subject).fill(subject)
    await dialog().getByLabel(ledger.size).selectOption('5-29')
    await dialog()
      .getByLabel(ledger.severity)
      .selectOption(i === 2 ? 'serious' : 'general')
    await dialog().getByLabel(ledger.round).selectOption({ index: 1 })
    await dialog().getByLabel(ledger.factor).selectOption({ label: '臭气和渗滤液' })
    await dialog().getByRole('button', { name: ledger.save }).click()
    await expect(dialog()).toBeHidden()
  }
  type Taken = readonly [keyof typeof steps, string]
  const course = async (subject: string, ...taken: readonly Taken[]) => {
    await page.getByRole('button', { name: new RegExp(subject) }).click()
    for (const [step, said] of taken) {
      await dialog().getByRole('button', { name: steps[step], exact: true }).click()
      if (step === 'refer') {
        await dialog().getByLabel(ledger.track).selectOption(said)
        await dialog().getByLabel(ledger.owner).fill('街道调解委员会')
        await dialog().getByLabel(ledger.deadline).fill(addDays(today, 20))
      } else if (said !== '') await dialog().getByLabel(ledger.note).fill(said)
      const take = dialog().getByRole('button', { name: ledger.take })
      await take.click()
      await expect(take).toBeHidden()
    }
    await page.keyboard.press('Escape')
    await expect(dialog()).toBeHidden()
  }
  await course(
    SUBJECTS[0],
    ['refer', 'people'],
    ['begin', ''],
    ['settle', '每日洒水三次'],
    ['close', '已经履行'],
  )
  await course(
    SUBJECTS[1],
    ['refer', 'people'],
    ['begin', ''],
    ['fail', '亩数不能一致'],
    ['refer', 'administrative'],
    ['begin', ''],
    ['settle', '重新丈量'],
    ['close', '已经补足'],
  )
  await course(
    SUBJECTS[2],
    ['refer', 'judicial'],
    ['begin', ''],
    ['fail', '对安置地点没有合意'],
    ['close', '当事人另行起诉'],
  )
  const outcomes = page.getByRole('region', { name: disputes.outcomes.title }).getByRole('table')
  for (const [track, counts] of [
    ['people', ['1', '1', '0', '0']],
    ['administrative', ['1', '1', '0', '0']],
    ['judicial', ['1', '0', '1', '0']],
  ] as const) {
    await expect(rowOf(outcomes, tracks[track]).getByRole('cell')).toHaveText(counts)
  }
  await expect(page.getByText(disputes.factors.open.replace('{n}', '1'))).toBeVisible()
  await looksRight('disputes')
})

test('a wrong step is taken back and a mistaken entry struck, both with their reasons', async () => {
  const { ledger, strike, steps } = disputes
  await open('/disputes')
  await page.getByRole('button', { name: new RegExp(SUBJECTS[0]) }).click()
  await dialog().getByRole('button', { name: steps.reopen }).click()
  await dialog().getByLabel(ledger.note).fill('又有扬尘')
  await dialog().getByRole('button', { name: ledger.take }).click()
  await dialog().getByRole('button', { name: ledger.takeBack }).click()
  await dialog().getByLabel(strike.reason).fill('看错了日期')
  await dialog().getByRole('button', { name: ledger.takeBack }).last().click()
  await expect(dialog().getByText(ledger.takenBack.replace('{reason}', '看错了日期'))).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: ledger.add }).click()
  await dialog().getByLabel(ledger.subject).fill('重复登记的一件')
  await dialog().getByLabel(ledger.size).selectOption('1-4')
  await dialog().getByLabel(ledger.severity).selectOption('general')
  await dialog().getByRole('button', { name: ledger.save }).click()
  await expect(dialog()).toBeHidden()
  await page.getByRole('button', { name: /重复登记的一件/ }).click()
  await dialog().getByRole('button', { name: strike.dispute }).click()
  await dialog().getByLabel(strike.reason).fill('与前一件重复')
  await dialog().getByRole('button', { name: strike.action, exact: true }).click()
  await expect(page.getByText(strike.listTitle.replace('{n}', '1'))).toBeVisible()
  await expect(page.getByText('与前一件重复')).toBeVisible()
})

test('what was closed without an agreement stays in sight, and the factor cannot be deleted under it', async () => {
  await open('')
  await expect(page.getByText(followUp.warnings.rules['serious-dispute'].replace('{n}', '1'))).toBeVisible()
  await open('/risks')
  await expect(page.getByRole('link', { name: risk.list.disputes.replace('{n}', '1') })).toHaveAttribute(
    'href',
    /\/disputes$/,
  )
  await page.getByRole('button', { name: risk.list.removeNamed.replace('{name}', '臭气和渗滤液') }).click()
  await dialog().getByRole('button', { name: risk.list.remove, exact: true }).click()
  await expect(page.getByText(new RegExp(`“臭气和渗滤液”还被下列内容提到.*${SUBJECTS[0]}`))).toBeVisible()
})

test('the costs of the measures are taken into the cash flow', async () => {
  const { table } = zhCN.economics
  await open('/economics')
  await page.getByRole('button', { name: table.fromMeasures }).click()
  await expect(dialog().getByRole('row').filter({ hasText: '2027' })).toContainText(/12\.50?/)
  await dialog().getByRole('button', { name: table.fromMeasuresTake, exact: true }).click()
  await expect(page.getByText(table.fromMeasuresAgrees)).toBeVisible()
  await page.getByRole('button', { name: table.save, exact: true }).click()
  await expect(page.getByText(table.saved).first()).toBeVisible()
})

test('the plan for what may happen all the same begins with what the rules ask about', async () => {
  const { plan } = followUp
  await open('/follow-up')
  await expect(page.getByText(plan.empty)).toBeVisible()
  await expect(async () => {
    await page.getByRole('button', { name: plan.propose.replace('{name}', '20至200人的聚集') }).click()
    await expect(page.getByLabel(plan.name)).toHaveValue('20至200人的聚集', { timeout: 1000 })
  }).toPass()
  await page.getByLabel(plan.unit).fill('市信访局')
  await page.getByLabel(plan.response).fill('一小时内由负责人接访，当场登记诉求。')
  await page.getByRole('button', { name: plan.save }).click()
  await expect(page.getByText(plan.neverDrilled)).toBeVisible()
})

test('a measure counts once a file proves it', async () => {
  await open('/follow-up')
  const { measures, stats } = followUp
  await expect(page.getByText(stats.promised)).toBeVisible()
  await page.getByRole('button', { name: measures.update }).click()
  await dialog().getByRole('radio', { name: measures.states.done }).check()
  await dialog().getByRole('button', { name: measures.save }).click()
  await expect(dialog().getByText(zhCN.issues.required).first()).toBeVisible()
  await dialog().getByLabel(measures.doneOn).fill(today)
  await dialog().getByLabel(measures.proof).fill('第三方监测报告三期，均达标')
  await dialog().getByRole('button', { name: measures.save }).click()
  await expect(dialog().getByText(zhCN.refusals['measure-without-proof'])).toBeVisible()
  await dialog()
    .locator('input[type="file"]')
    .setInputFiles({
      name: '监测报告.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 报告'),
    })
  await expect(dialog().getByRole('link', { name: '监测报告.pdf' })).toBeVisible()
  await dialog().getByRole('button', { name: measures.save }).click()
  await expect(dialog()).toBeHidden()
  await expect(page.getByText('1／1')).toBeVisible()
  await expect(page.getByRole('link', { name: '监测报告.pdf' })).toBeVisible()
  await looksRight('follow-up')
})

test('the printed report says what the pages said, theme by theme', async () => {
  const answer = await page.request.get(`${workbench.url}/api${assessment}/report`)
  expect(answer.status()).toBe(200)
  const text = (await textOfPages(await answer.body())).join('')
  for (const { name, n, kind } of expected) {
    // The cells of a row follow each other: nothing may stand between theme, number, answer and reason.
    expect(text).toContain(`${name}${n}${publicNotices.answers[kind]}关于${name}的理由。`)
  }
  const byKind = (kind: (typeof expected)[number]['kind']) => {
    const some = expected.filter((theme) => theme.kind === kind)
    return [some.length, some.reduce((sum, { n }) => sum + n, 0)]
  }
  const [[a, an], [p, pn], [r, rn]] = [byKind('adopted'), byKind('partly'), byKind('not-adopted')]
  expect(text).toContain(`共登记意见60条，归入${expected.length}个主题`)
  expect(text).toContain(
    `其中采纳${a}个主题（${an}条意见），部分采纳${p}个（${pn}条），不采纳${r}个（${rn}条）`,
  )
  for (const row of ['人民调解1100', '行政调解1100', '司法调解1010']) expect(text).toContain(row)
  expect(text).toContain(
    '登记纠纷3件：达成协议2件，未达成协议1件（其中1件没有达成协议就已结案），正在办理0件。',
  )
  expect(text).toContain('1项已经落实并有证明，费用合计12.50万元')
  expect(text).toContain('垃圾处理设施征求意见公告')
  expect(text).toContain('20至200人的聚集')
  expect(text).toMatch(/答卷1,?250份/)
  for (const [option, share] of Object.entries(PRINTED_SHARES)) {
    const n = [AGES, ...Object.values(ASKED)]
      .map((counts) => counts[option])
      .find((count) => count !== undefined)!
    const printed = `${option}${n.toLocaleString('en')}${share}`
    expect(text.replaceAll(',', ''), printed).toContain(printed.replaceAll(',', ''))
  }
  const opposed = ATTITUDES.反对!
  expect(text).toContain(`${((opposed / VALID) * 100).toFixed(1)}%`)
  for (const band of ['20至29岁', '50岁及以上']) expect(text).toContain(`“${band}”`)
  expect(text).toContain('186')
})

test('the office sees how far it is, what warns, and what runs out', async () => {
  await page.goto(`${workbench.url}/office`)
  const row = page.getByRole('row').filter({ hasText: '生活垃圾处理设施' })
  await expect(row).toContainText('／11步')
  await expect(row).toContainText(followUp.warnings.rules['disputes-not-agreed'].replace('{n}', '1'))
  await expect(row).toContainText('60／60')
  await expect(row).toContainText(zhCN.office.table.notFrozen)
  await looksRight('office')
})

test('after the decision the same items are asked again, and a rise of opposition is a warning', async () => {
  test.setTimeout(240_000)
  await open('/survey')
  await page.getByRole('button', { name: survey.results.startNew }).click()
  await dialog().getByRole('button', { name: survey.results.startNewConfirm }).click()
  await expect(page.getByRole('button', { name: survey.publish.button })).toBeVisible()
  const link = await publish()
  await open('/follow-up')
  await expect(page.getByText(followUp.change.waiting)).toBeVisible()
  await open('/survey')
  await answer(
    Array.from({ length: 400 }, (_, i) => ({
      address: link,
      filled: {
        age: (['20-29', '30-39', '40-49', '50-up'] as const)[i % 4]!,
        attitude: i < 300 ? 'oppose' : 'conditional',
      },
    })),
  )
  await close()
  await expect(page.getByText(survey.results.heading).first()).toBeVisible()
  await open('/follow-up')
  const row = page.getByRole('row').filter({ hasText: survey.indices.opposition })
  // 62.0 % of 1,250 before, 75.0 % of 400 now.
  await expect(row).toContainText('62.0%（775/1250）')
  await expect(row).toContainText('75.0%（300/400）')
  await expect(row).toContainText('+13.0')
  await expect(row).toContainText(followUp.change.significant)
  await open('')
  await expect(page.getByText(followUp.warnings.rules['opposition-rising'])).toBeVisible()
})

test('what was foreseen is looked back at, and both stand in the report', async () => {
  const { hindsight } = followUp
  await open('/follow-up')
  // What is typed into a page before its scripts run is lost.
  await expect(async () => {
    await page.getByLabel(hindsight.heldOn).fill(today)
    await page.getByRole('radio', { name: hindsight.recommendations.adjust }).check()
    await expect(page.getByLabel(hindsight.heldOn)).toHaveValue(today, { timeout: 1000 })
  }).toPass()
  await page.getByLabel(hindsight.evaluator).fill('天长市委政法委')
  await page.getByRole('radio', { name: hindsight.occurrences.serious }).check()
  await page.getByLabel(hindsight.note).fill('夏季臭气扰民两次，已停炉检修。')
  await page.getByLabel(hindsight.lessons).fill('渗滤液处理能力估计不足。')
  await page.getByRole('button', { name: hindsight.save }).click()
  await expect(page.getByText(hindsight.misses.replace('{n}', '1'))).toBeVisible()
  const report = await page.request.get(`${workbench.url}/api${assessment}/report`)
  const text = (await textOfPages(await report.body())).join('')
  for (const words of ['夏季臭气扰民两次，已停炉检修。', '渗滤液处理能力估计不足。', '75.0%', '62.0%'])
    expect(text).toContain(words)
})
