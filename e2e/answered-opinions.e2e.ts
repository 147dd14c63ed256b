/**
 * The loop that most assessments never close, on a waste facility beside a town: a notice, two consultations, a survey with the
 * shares of a published one, sixty opinions, a theme for each and an answer for each theme; the public page, the register and the
 * printed report say the same numbers; three disputes go to the three kinds of mediation; a measure is carried out and proven.
 *
 * The survey is that of Tianchang (干旱区地理 2019(2):463-468): 1,500 forms handed out through schools, 1,250 valid, of them
 * 18 % under twenty, 1 % from twenty to thirty, 45 %, 33 %, and 3 % over fifty.
 */
import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { zhCN } from '../lib/messages/zh-CN.ts'
import { STARTING_THEMES } from '../lib/participation/opinions/themes.ts'
import { TIANCHANG_OPINIONS } from '../lib/participation/opinions/tianchang-opinions.fixture.ts'
import { addDays } from '../lib/working-days.ts'
import { openForm, send } from './answering.ts'
import { textOfPages } from './pdf.ts'
import { signIn, startWorkbench, type Workbench } from './workbench.ts'

const { matter, participation, risk, opinions, disputes, followUp, workbench: words } = zhCN
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
const expected = [...new Set(TIANCHANG_OPINIONS.map(({ themeId }) => themeId))].map((themeId) => ({
  name: themeName(themeId),
  n: TIANCHANG_OPINIONS.filter((opinion) => opinion.themeId === themeId).length,
}))

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  workbench = await startWorkbench()
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  await signIn(page, workbench)
})
test.afterAll(() => workbench?.stop())

test('the matter, its group, a factor with a measure and a notice', async () => {
  await page.getByRole('link', { name: words.list.create }).first().click()
  await page.getByRole('radio', { name: new RegExp(`^${words.kinds.project}`) }).check()
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: false }).first().fill(text)
  await fill(matter.fields.title, '生活垃圾处理设施')
  await fill(matter.fields.decisionBody, '天长市人民政府')
  await fill(matter.fields.assessor, '天长市评估中心')
  await fill(matter.fields.implementer, '天长市城管局')
  await fill(matter.fields.area, '城东')
  await fill(matter.fields.summary, '日处理生活垃圾600吨。')
  await page.getByRole('button', { name: matter.create }).click()
  await page.waitForURL(/\/assessments\/(?!new)[^/]+(\/.*)?$/)
  assessment = /\/assessments\/(?!new)[^/]+/.exec(new URL(page.url()).pathname)![0]

  await open('/matter')
  await page.getByRole('button', { name: matter.groups.addFirst }).click()
  await page.getByLabel(matter.groups.name).fill('一公里内居民')
  await page.getByLabel(matter.groups.households).fill('1500')
  await page.getByLabel(matter.groups.persons).fill('5200')
  await page.getByRole('button', { name: matter.groups.save }).click()
  await expect(page.getByText(/1,?500\s*户/).first()).toBeVisible()

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
    await expect(page.getByText(`${heard} 人次`).first()).toBeVisible()
  }
})

/** Of 1,250 valid answers, as printed; the last band takes what rounding leaves. */
const AGES = { 'under-20': 225, '20-29': 13, '30-39': 562, '40-49': 412, '50-up': 38 } as const
const OPPOSED = 0.62

/** Publishes the draft and answers its open link. */
async function publish(): Promise<string> {
  const { survey } = zhCN
  const confirm = dialog().getByRole('button', { name: survey.publish.confirm })
  await expect(async () => {
    await page.getByRole('button', { name: survey.publish.button }).click({ timeout: 2000 })
    await expect(confirm).toBeVisible({ timeout: 2000 })
  }).toPass()
  await confirm.click()
  const shown = page.getByLabel(survey.progress.link.replace('{group}', '一公里内居民'))
  await expect(shown).toBeVisible()
  return workbench.publicUrl + new URL(await shown.inputValue()).pathname
}

async function answer(link: string, everybody: readonly { age: string; attitude: string }[]) {
  for (let start = 0; start < everybody.length; start += 25) {
    const statuses = await Promise.all(
      everybody.slice(start, start + 25).map(async (answers) => {
        const { key } = await openForm(link)
        return (await send(link, key, { ...answers, worries: ['environment'] })).status
      }),
    )
    expect(new Set(statuses)).toEqual(new Set([303]))
  }
}

async function close() {
  const { survey } = zhCN
  await page.reload()
  await page.getByRole('button', { name: survey.progress.close }).click()
  await dialog().getByRole('button', { name: survey.progress.closeConfirm }).click()
}

test('1,250 residents answer, and the page says that two generations are missing', async () => {
  test.setTimeout(300_000)
  const { survey } = zhCN
  await open('/survey')
  await page.getByRole('button', { name: survey.builder.useBlank }).click()
  await page.getByLabel(survey.builder.title).fill('生活垃圾处理设施意见调查')
  await page.getByLabel(survey.builder.introduction).fill('反对意见同样重要。')
  for (const item of ['attitude', 'worries', 'age'] as const) {
    await page.getByRole('button', { name: survey.add.standard }).click()
    await page.getByRole('menuitem', { name: new RegExp(survey.standard[item].slice(0, 2)) }).click()
  }
  await page.getByRole('button', { name: survey.builder.save }).click()
  await expect(page.getByText(survey.builder.saved).first()).toBeVisible()
  await page.reload()
  const link = await publish()
  const everybody = Object.entries(AGES).flatMap(([age, n]) =>
    Array.from({ length: n }, (_, i) => ({ age, attitude: i < n * OPPOSED ? 'oppose' : 'conditional' })),
  )
  expect(everybody).toHaveLength(1250)
  await answer(link, everybody)
  await close()
  await expect(
    page
      .getByText(survey.results.responses.replace('{n}', '1250'))
      .or(page.getByText('有效答卷1,250份'))
      .first(),
  ).toBeVisible()
  await expect(page.getByText(/“20至29岁”/).first()).toBeVisible()
  await expect(page.getByText(/“50岁及以上”/).first()).toBeVisible()
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
  for (const [i, { name }] of expected.entries()) {
    const kind = (['adopted', 'partly', 'not-adopted'] as const)[i % 3]!
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
    await expect(dialog()).toBeHidden()
  }
  await page.getByRole('tab', { name: opinions.tabs.register }).click()
  await expect(page.getByText(opinions.register.complete)).toBeVisible()
})

const rowOf = (table: Locator, name: string) => table.getByRole('row').filter({ hasText: name }).first()

test('the register and the public page say the same numbers', async ({ browser }) => {
  const register = page.getByRole('table')
  for (const { name, n } of expected) {
    await expect(rowOf(register, name).getByRole('cell').first()).toHaveText(String(n))
  }
  const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  const street = await phone.newPage()
  await street.goto(`${workbench.publicUrl}${slug}/feedback`)
  const said = ((await street.locator('main').textContent()) ?? '').replace(/\s/g, '')
  for (const { name, n } of expected) {
    const at = said.indexOf(`关于${name}的理由。`)
    expect(at, name).toBeGreaterThan(0)
    expect(said, name).toMatch(new RegExp(`${name}[^。]*?${n}条`))
  }
  await phone.close()
})

test('a round of screening finds three disputes, and each goes to a mediation of its own', async () => {
  await open('/disputes')
  const { rounds, ledger, steps, tracks } = disputes
  await page.getByRole('button', { name: rounds.add }).click()
  await dialog().getByLabel(rounds.from).fill(today)
  await dialog().getByLabel(rounds.to).fill(today)
  await dialog().getByLabel(rounds.area).fill('城东三个村')
  await dialog().getByLabel(rounds.office).fill('街道政法办')
  await dialog().getByRole('button', { name: words.form.save }).click()
  await expect(dialog()).toBeHidden()
  const subjects = ['运输道路扬尘', '承包地青苗补偿面积', '防护距离内房屋的搬迁协议'] as const
  for (const subject of subjects) {
    await page.getByRole('button', { name: ledger.add }).click()
    await dialog().getByLabel(ledger.subject).fill(`${subject}，找王建国书记`)
    await dialog().getByRole('button', { name: ledger.save }).click()
    await expect(dialog().getByText(zhCN.issues['name-in-text'])).toBeVisible()
    await dialog().getByLabel(ledger.subject).fill(subject)
    await dialog().getByLabel(ledger.round).selectOption({ index: 1 })
    await dialog().getByLabel(ledger.factor).selectOption({ label: '臭气和渗滤液' })
    await dialog().getByRole('button', { name: ledger.save }).click()
    await expect(dialog()).toBeHidden()
  }
  const take = async (subject: string, step: keyof typeof steps, fill: () => Promise<void>) => {
    await page.getByRole('button', { name: new RegExp(subject) }).click()
    await dialog().getByRole('button', { name: steps[step], exact: true }).click()
    await fill()
    await dialog().getByRole('button', { name: ledger.take }).click()
    await expect(page.getByText(ledger.taken.replace('{step}', steps[step])).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog()).toBeHidden()
  }
  for (const [i, track] of (['people', 'administrative', 'judicial'] as const).entries()) {
    await take(subjects[i]!, 'refer', async () => {
      await dialog().getByLabel(ledger.track).selectOption({ label: tracks[track] })
      await dialog().getByLabel(ledger.owner).fill('街道调解委员会')
      await dialog().getByLabel(ledger.deadline).fill(addDays(today, 20))
    })
  }
  await take(subjects[0], 'begin', async () => {})
  await take(subjects[0], 'settle', async () => dialog().getByLabel(ledger.note).fill('每日洒水三次'))
  for (const track of ['people', 'administrative', 'judicial'] as const) {
    await expect(page.getByRole('heading', { name: `${tracks[track]} · 1` })).toBeVisible()
  }
  await expect(page.getByText(disputes.factors.open.replace('{n}', '2'))).toBeVisible()
})

test('a measure counts once it is proven', async () => {
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
  await expect(dialog()).toBeHidden()
  await expect(page.getByText('1／1')).toBeVisible()
})

test('the printed report says what the pages said', async () => {
  const answer = await page.request.get(`${workbench.url}/api${assessment}/report`)
  expect(answer.status()).toBe(200)
  const text = (await textOfPages(await answer.body())).join('')
  const byKind = (kind: number) => {
    const some = expected.filter((_, i) => i % 3 === kind)
    return [some.length, some.reduce((sum, { n }) => sum + n, 0)]
  }
  const [[a, an], [p, pn], [r, rn]] = [byKind(0), byKind(1), byKind(2)]
  expect(text).toContain(`共登记意见60条，归入${expected.length}个主题`)
  expect(text).toContain(
    `其中采纳${a}个主题（${an}条意见），部分采纳${p}个（${pn}条），不采纳${r}个（${rn}条）`,
  )
  expect(text).toContain('登记纠纷3件，其中1件已达成协议或者了结，2件未了结')
  expect(text).toContain('1项已经落实并有证明，费用合计12.50万元')
  expect(text).toContain('垃圾处理设施征求意见公告')
  const opposed = Object.values(AGES).reduce((sum, n) => sum + Math.ceil(n * OPPOSED), 0)
  expect(text).toContain(String(opposed))
  expect(text).toContain(`${((opposed / 1250) * 100).toFixed(1)}%`)
  expect(text).toMatch(/答卷1,?250份/)
  for (const band of ['20至29岁', '50岁及以上']) expect(text).toContain(`“${band}”`)
  expect(text).toContain('186')
})

test('after the decision the same items are asked again, and a rise of opposition is a warning', async () => {
  test.setTimeout(240_000)
  const { survey } = zhCN
  await open('/survey')
  await page.getByRole('button', { name: survey.results.startNew }).click()
  await dialog().getByRole('button', { name: survey.results.startNewConfirm }).click()
  await expect(page.getByRole('button', { name: survey.publish.button })).toBeVisible()
  const link = await publish()
  await open('/follow-up')
  await expect(page.getByText(followUp.change.waiting)).toBeVisible()
  await open('/survey')
  await answer(
    link,
    Array.from({ length: 400 }, (_, i) => ({
      age: (['20-29', '30-39', '40-49', '50-up'] as const)[i % 4]!,
      attitude: i < 300 ? 'oppose' : 'conditional',
    })),
  )
  await close()
  await expect(page.getByText(survey.results.heading).first()).toBeVisible()
  await open('/follow-up')
  const row = page.getByRole('row').filter({ hasText: survey.indices.opposition })
  // 62.2 % of 1,250 before, 75.0 % of 400 now.
  await expect(row).toContainText('62.2%（778/1250）')
  await expect(row).toContainText('75.0%（300/400）')
  await expect(row).toContainText('+12.8')
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
  for (const words of ['夏季臭气扰民两次，已停炉检修。', '渗滤液处理能力估计不足。', '75.0%', '62.2%'])
    expect(text).toContain(words)
})
