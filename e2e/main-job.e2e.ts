/**
 * The whole job on a real case, as people do it: an official registers a matter, scores it, publishes a survey; 292
 * residents answer over HTTP with the marginal counts of the published Xiahe survey; the survey is closed, the economics
 * entered, and the report comes out as a PDF whose text is read back.
 *
 * Attitude, confidence, worries and demands are not in the published questionnaire; their answers are made up here, to
 * have every question type and every index in the report.
 */
import { spawnSync } from 'node:child_process'
import { expect, type Page, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import {
  gradeCounts,
  reconstructedAnswers,
  XIAHE_CRITERIA,
  XIAHE_ITEMS,
  XIAHE_PRINTED,
  XIAHE_RESIDENTS,
  XIAHE_VALID,
} from '../lib/assessment/examples/xiahe.ts'
import { INDICATORS } from '../lib/dimensions/indicators.ts'
import { zhCN } from '../lib/messages/zh-CN.ts'
import { surveyExportShape } from '../lib/survey/export/survey-export.ts'
import { addDays } from '../lib/working-days.ts'
import { accessibilityFaults } from './accessibility.ts'
import { type Filled, openForm, send } from './answering.ts'
import { fitsWidth } from './page-width.ts'
import { textOfPages } from './pdf.ts'
import { signIn, startWorkbench, type Workbench } from './workbench.ts'

const {
  matter,
  participation,
  sampling,
  survey,
  risk,
  economics,
  verdict,
  dimensions,
  accounts,
  workbench: words,
} = zhCN

/** Made-up answers: 12 of 292 oppose (4.1 %), 230 support, 190 are confident. */
const OPPOSED = 12
const SUPPORT = 230
const CONFIDENT = 190

let workbench: Workbench
let page: Page
let assessment = ''
let oneReceipt = ''
let root = ''
let link = ''
let itemIds: readonly string[] = []

const open = (path: string) => page.goto(`${workbench.url}${assessment}${path}`)

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  workbench = await startWorkbench()
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  await signIn(page, workbench)
})
test.afterAll(() => workbench?.stop())

test('the tab has its mark, and no search engine is let in', async () => {
  const icon = await page.locator('link[rel="icon"]').getAttribute('href')
  const drawn = await page.request.get(new URL(icon ?? '', workbench.url).href)
  expect(drawn.headers()['content-type']).toContain('image/svg+xml')
  const seal = page.getByRole('banner').locator('img')
  expect(await seal.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  expect(await (await page.request.get(`${workbench.url}/robots.txt`)).text()).toContain('Disallow: /')
})

test('an official registers the matter and the people it touches', async () => {
  await page.getByRole('link', { name: words.list.create }).first().click()
  await page.getByRole('radio', { name: new RegExp(`^${words.kinds.project}`) }).check()
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: false }).first().fill(text)
  await fill(matter.fields.title, '夏河县游牧民定居工程')
  await fill(matter.fields.decisionBody, '夏河县人民政府')
  await fill(matter.fields.assessor, '夏河县评估中心')
  await fill(matter.fields.implementer, '夏河县农牧局')
  await fill(matter.fields.area, '五个定居村')
  await fill(matter.fields.summary, '建设定居住房及配套设施，安置游牧民 1128 户。')
  await page.getByRole('button', { name: matter.create }).click()
  await page.waitForURL(/\/assessments\/[^/]+(\/.*)?$/)
  await expect(page.getByText('夏河县游牧民定居工程').first()).toBeVisible()
  assessment = /\/assessments\/(?!new)[^/]+/.exec(new URL(page.url()).pathname)![0]

  await open('/matter')
  await page.getByRole('button', { name: matter.groups.addFirst }).click()
  await page.getByLabel(matter.groups.name).fill(XIAHE_RESIDENTS.name)
  await page.getByLabel(matter.groups.households).fill(String(XIAHE_RESIDENTS.households))
  await page.getByLabel(matter.groups.persons).fill(String(XIAHE_RESIDENTS.persons))
  await page.getByRole('button', { name: matter.groups.save }).click()
  await expect(page.getByText(/1,128\s*户/).first()).toBeVisible()
})

test('the public is told for as long as the rules ask, and the sample is planned before anybody answers', async () => {
  const { notice } = participation
  const dialog = page.getByRole('dialog')
  await open('/participation')
  await page.getByRole('button', { name: notice.add }).click()
  await dialog.getByLabel(notice.kind).selectOption('public-comment')
  await dialog.getByLabel(notice.noticeTitle).fill('定居工程公开征求意见公告')
  await dialog.getByLabel(notice.until).fill(addDays(new Date().toISOString().slice(0, 10), 50))
  await dialog.getByLabel(notice.objection).fill('到乡政府口头或者书面提出。')
  await dialog.getByLabel(notice.contact).fill('县农牧局定居工程办公室')
  await dialog.getByRole('button', { name: notice.save }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: notice.publish, exact: true }).click()
  await dialog.getByRole('button', { name: notice.publish, exact: true }).click()
  await expect(page.getByText(notice.phases.current, { exact: true })).toBeVisible()

  await open('/survey/sampling')
  // A welfare programme that takes nobody's land: the floor for a major policy.
  await page.getByRole('checkbox', { name: sampling.plan.matter.policy }).check()
  await page.getByRole('button', { name: sampling.plan.save }).click()
  await expect(page.getByText(/方案第1版，/)).toBeVisible()
})

test('scores all 46 indicators, each with its evidence', async () => {
  test.setTimeout(300_000)
  await open('/dimensions')
  for (const name of Object.values(dimensions.names)) {
    const tab = page.getByRole('tab', { name: new RegExp(`^${name}`) })
    if (await tab.count()) await tab.click()
  }
  for (const indicator of INDICATORS) {
    const tab = page.getByRole('tab', {
      name: new RegExp(`^${dimensions.names[indicator.dimension].slice(0, 3)}`),
    })
    if ((await tab.count()) && (await tab.getAttribute('aria-selected')) !== 'true') await tab.click()
    const head = page.getByRole('button', { name: indicator.zh }).first()
    if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click()
    const entry = page.getByRole('region', { name: indicator.zh })
    await entry.getByRole('radio', { name: dimensions.grades.met, exact: false }).first().check()
    await entry.getByLabel(dimensions.evidence).fill(`会议纪要和现场核查记录：${indicator.zh}`)
    await entry.getByRole('button', { name: dimensions.save, exact: true }).click()
    await expect(entry.getByLabel(dimensions.evidence)).toBeHidden()
  }
  await page.reload()
  await expect(page.getByText(dimensions.conclusions.passes).first()).toBeVisible()
})

async function addFactor(factor: {
  name: string
  weight: string
  initial: [string, string]
  measure?: { residual: [string, string] }
}) {
  await open('/risks/new')
  await page.getByRole('combobox', { name: risk.form.category }).fill('土地房屋征收及补偿')
  await page.getByLabel(risk.form.name).fill(factor.name)
  await page.getByRole('checkbox', { name: risk.phases.implementation }).check()
  await page.getByLabel(risk.form.weight).fill(factor.weight)
  const score = (label: string, nth: number) => page.getByRole('textbox', { name: label }).nth(nth)
  await score(risk.form.probability, 0).fill(factor.initial[0])
  await score(risk.form.impact, 0).fill(factor.initial[1])
  if (factor.measure) {
    await page.getByRole('button', { name: risk.form.addMeasure }).click()
    await page.getByLabel(risk.form.description).fill('按户核定补贴标准并公示')
    await page.getByLabel(risk.form.owner).fill('农牧局')
    await page.getByLabel(risk.form.deadline).fill('2027-03-31')
    await page.getByLabel(risk.form.evidence).fill('公示照片、逐户确认表')
    await page.getByLabel(risk.form.deadline).blur()
  }
  const [p, q] = factor.measure?.residual ?? factor.initial
  await score(risk.form.probability, 1).fill(p)
  await score(risk.form.impact, 1).fill(q)
  await score(risk.form.impact, 1).blur()
  await page.getByRole('button', { name: risk.form.create }).click()
  await page.waitForURL(/\/risks$/)
  await expect(page.getByText(factor.name).first()).toBeVisible()
}

test('registers risk factors: a reduction needs a measure, and weights must sum to one', async () => {
  await addFactor({
    name: '生态补偿及定居补贴',
    weight: '0.6',
    initial: ['0.6', '0.5'],
    measure: { residual: ['0.3', '0.4'] },
  })
  // T is not given while the weights sum to 0.6.
  await expect(page.getByText(risk.level.indexUnset).first()).toBeVisible()

  await open('/risks/new')
  await page.getByRole('combobox', { name: risk.form.category }).fill('当地经济社会影响')
  await page.getByLabel(risk.form.name).fill('居室风貌')
  await page.getByRole('checkbox', { name: risk.phases.operation }).check()
  await page.getByLabel(risk.form.weight).fill('0.4')
  const score = (label: string, nth: number) => page.getByRole('textbox', { name: label }).nth(nth)
  await score(risk.form.probability, 0).fill('0.5')
  await score(risk.form.impact, 0).fill('0.4')
  await score(risk.form.probability, 1).fill('0.2')
  await score(risk.form.impact, 1).fill('0.4')
  await page.getByRole('button', { name: risk.form.create }).click()
  await expect(page.getByText(zhCN.issues['reduction-without-measure']).first()).toBeVisible()
  await score(risk.form.probability, 1).fill('0.5')
  await page.getByRole('button', { name: risk.form.create }).click()
  await page.waitForURL(/\/risks$/)

  await page.getByLabel(risk.event.label).fill('15')
  await page.getByRole('button', { name: risk.event.save }).click()
  // T = 0.6·0.30 + 0.4·0.20 = 0.26 before and 0.6·0.12 + 0.4·0.20 = 0.152 after the measure.
  await expect(page.getByText('0.260').first()).toBeVisible()
  await expect(page.getByText('0.152').first()).toBeVisible()
})

test('makes the questionnaire from the published items and publishes it', async () => {
  await open('/survey')
  await page.getByRole('button', { name: survey.builder.useBlank }).click()
  await page.getByLabel(survey.builder.title).fill('定居工程居民满意度调查')
  await page
    .getByLabel(survey.builder.introduction)
    .fill('为了解定居工程的真实情况，请按实际感受作答。反对意见同样重要。')
  await page.getByRole('button', { name: survey.add.bulk }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(survey.bulk.lines).fill(XIAHE_ITEMS.map((item) => item.name).join('\n'))
  await dialog
    .getByRole('button', { name: '添加 20 道题' })
    .or(dialog.getByRole('button', { name: '添加20道题' }))
    .click()
  for (const item of ['attitude', 'confidence', 'worries', 'demands'] as const) {
    await page.getByRole('button', { name: survey.add.standard }).click()
    await page.getByRole('menuitem', { name: new RegExp(survey.standard[item].slice(0, 2)) }).click()
  }
  // Satisfaction is averaged over the 20 published items and counts the first three grades, as the paper does.
  const block = page
    .getByText(survey.naming.meaning.satisfaction)
    .locator('xpath=ancestor::div[contains(@class,"index")][1]')
  const input = block
    .getByRole('combobox', { name: survey.naming.questions })
    .or(block.getByLabel(survey.naming.questions))
    .first()
  for (const item of XIAHE_ITEMS) {
    await input.fill(item.name)
    await page.locator('[role=option]').filter({ hasText: item.name }).first().click()
  }
  await input.press('Escape')
  for (const grade of ['非常满意', '比较满意', '基本满意'])
    await block.getByRole('checkbox', { name: grade }).check()
  await page.getByRole('button', { name: survey.builder.save }).click()
  await expect(page.getByText(survey.builder.saved).first()).toBeVisible()
  await page.reload()
  const confirm = page.getByRole('dialog').getByRole('button', { name: survey.publish.confirm })
  // A click on a page that has just been drawn anew may come before its scripts.
  await expect(async () => {
    await page.getByRole('button', { name: survey.publish.button }).click({ timeout: 2000 })
    await expect(confirm).toBeVisible({ timeout: 2000 })
  }).toPass()
  await confirm.click()
  const shown = page.getByLabel(survey.progress.link.replace('{group}', XIAHE_RESIDENTS.name))
  await expect(shown).toBeVisible()
  link = await shown.inputValue()
  expect(link).toMatch(/\/s\/[\w-]{16}$/)
  link = workbench.publicUrl + new URL(link).pathname
})

test('a resident answers on a small phone without JavaScript and gets a receipt', async ({ browser }) => {
  const phone = await browser.newContext({
    viewport: { width: 320, height: 640 },
    javaScriptEnabled: false,
    locale: 'zh-CN',
  })
  const form = await phone.newPage()
  // Through the workbench's own port, as in an installation with one open port.
  await form.goto(workbench.url + new URL(link).pathname)
  await fitsWidth(form, 320)
  await form.getByRole('button').last().click()
  // Nothing was answered: the form comes back with the reason, and nothing is counted.
  await expect(form.getByRole('alert')).toBeVisible()

  const filled = answersOf(0, reconstructedAnswers()[0]!, await namesOn(form))
  for (const [questionId, answer] of Object.entries(filled)) {
    for (const value of typeof answer === 'string' ? [answer] : answer) {
      await form.locator(`input[name="q.${questionId}"][value="${value}"]`).check()
    }
  }
  await form.getByRole('button').last().click()
  await expect(form.locator('.code')).toHaveText(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/)
  await fitsWidth(form, 320)
  await phone.close()
  // The checker itself needs scripts, so it gets a browser that runs them.
  const scripted = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'zh-CN' })
  const reader = await scripted.newPage()
  await reader.goto(link)
  expect(await accessibilityFaults(reader)).toEqual([])
  await scripted.close()
})

/** Ids that the builder gave to the 20 published items, in the order of the page. */
async function namesOn(form: Page): Promise<string[]> {
  const names = await form
    .locator('input[name^="q."]')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('name')!))
  return itemsAmong([...new Set(names)].map((name) => name.slice(2)))
}

function itemsAmong(questionIds: readonly string[]): string[] {
  return questionIds.filter((id) => !['attitude', 'confidence', 'worries', 'demands'].includes(id))
}

function answersOf(
  respondent: number,
  published: Readonly<Record<string, string>>,
  itemIds: readonly string[],
): Filled {
  const answers: Record<string, string | string[]> = {}
  XIAHE_ITEMS.forEach((item, i) => {
    const grade = published[item.id]
    if (grade) answers[itemIds[i]!] = grade
  })
  answers.attitude =
    respondent < OPPOSED ? 'oppose' : respondent < OPPOSED + SUPPORT ? 'support' : 'conditional'
  answers.confidence = respondent % XIAHE_VALID < CONFIDENT ? '2' : '4'
  answers.worries = respondent % 2 === 0 ? ['compensation', 'environment'] : ['none']
  // Five, so that the texts are shown: fewer would give their writers away.
  if (respondent >= 5 && respondent < 10)
    answers.demands = `第${respondent}户：希望补贴按时发放，#table[$x$] <script>alert(1)</script> 𠮷村`
  return answers
}

test('292 residents answer over HTTP; a double submission counts once and gives the same receipt', async () => {
  test.setTimeout(300_000)
  const form = await openForm(link)
  itemIds = itemsAmong(form.questionIds)
  expect(itemIds).toHaveLength(20)
  const published = reconstructedAnswers()
  const receipts = new Set<string>()
  // The first of the 292 answered on the telephone.
  for (let start = 1; start < published.length; start += 16) {
    await Promise.all(
      published.slice(start, start + 16).map(async (answers, i) => {
        const { key } = await openForm(link)
        const filled = answersOf(start + i, answers, itemIds)
        const sent = await send(link, key, filled)
        expect(sent.status).toBe(303)
        const receipt = await receiptAt(sent.headers.get('location')!)
        receipts.add(receipt)
        if ((start + i) % 40 === 0) {
          const again = await send(link, key, filled)
          expect(await receiptAt(again.headers.get('location')!)).toBe(receipt)
        }
      }),
    )
  }
  expect(receipts.size).toBe(XIAHE_VALID - 1)
  oneReceipt = [...receipts][0]!
  expect(await lookedUp(oneReceipt)).toContain(zhCN.intake.verify.open)
})

async function lookedUp(receipt: string): Promise<string> {
  const answer = await fetch(`${workbench.publicUrl}/verify`, {
    method: 'POST',
    body: new URLSearchParams({ receipt }),
  })
  return answer.text()
}

async function receiptAt(location: string): Promise<string> {
  const html = await (await fetch(new URL(location, link))).text()
  const code = /class="code"[^>]*>(.*?)<\/p>/s
    .exec(html)?.[1]
    ?.replace(/<[^>]+>/g, '')
    .replace(/\s/g, '')
  if (!code) throw new Error('the page shows no receipt')
  return code
}

test('while it is open officials see how many answered, and nothing of what they said', async () => {
  await open('/survey')
  await expect(page.getByText(/共收到\s*292\s*份答卷/)).toBeVisible()
  await expect(page.getByText(survey.results.heading)).toHaveCount(0)
  await expect(page.getByText('希望补贴按时发放')).toHaveCount(0)
  const early = await page.request.get(`${workbench.url}/api${assessment}/survey/export?format=json`)
  expect(early.status()).toBe(409)
  expect(await early.json()).toMatchObject({ reason: 'results-not-yet' })
})

test('bad submissions are refused in words and leave nothing behind', async () => {
  const { key } = await openForm(link)
  const unknown = await send(link, key, { nosuch: '1' })
  expect([400, 422]).toContain(unknown.status)
  const outside = await send(link, key, { [itemIds[0]!]: '9' })
  expect(outside.status).toBe(422)
  const long = await send(link, key, { demands: '长'.repeat(501) })
  expect(long.status).toBe(422)
  expect(await long.text()).toContain('500')
  expect((await fetch(`${workbench.publicUrl}/s/nosuchlink000000`)).status).toBe(404)
  await open('/survey')
  await expect(page.getByText(/共收到\s*292\s*份答卷/)).toBeVisible()
})

test('after closing, the tallies give back the published rows and the criterion vectors', async () => {
  await page.getByRole('button', { name: survey.progress.close }).click()
  await page.getByRole('dialog').getByRole('button', { name: survey.progress.closeConfirm }).click()
  await expect(page.getByText(survey.results.heading).first()).toBeVisible()
  expect((await fetch(link)).status).toBe(410)
  const proof = await lookedUp(oneReceipt)
  expect(proof).toContain(zhCN.intake.verify.counted)
  root = /class="digest">([0-9a-f]{64})</.exec(proof)?.[1] ?? ''

  const rows: number[][] = []
  for (const item of XIAHE_ITEMS) {
    const chart = page.getByRole('img', { name: survey.results.chart.replace('{title}', item.name) })
    const table = chart.locator('xpath=following::table[1]')
    const printed = await table
      .locator('tbody tr')
      .evaluateAll((lines) =>
        lines.map((line) => (line.children.length > 2 ? line.children[1]?.textContent : null)),
      )
    const counts = printed.map((text) => (text === null ? null : Number((text ?? '').replace(/[^\d]/g, ''))))
    const whole = gradeCounts(item.membership, XIAHE_VALID)
    const row = whole.map((count, grade) => counts[grade] ?? count)
    expect(row, item.name).toEqual(whole)
    // Grades of one to four people are not on the page, nor what they could be worked out from; everything else is.
    expect(counts.filter((count) => count !== null && count > 0 && count < 5)).toEqual([])
    const hidden = whole.filter((_, grade) => counts[grade] === null)
    if (hidden.length > 0)
      expect(hidden.some((count) => count > 0 && count < 5) && hidden.length > 1).toBe(true)
    row.forEach((count, grade) => {
      expect(Math.abs(count / XIAHE_VALID - item.membership[grade]!)).toBeLessThan(
        0.5 / XIAHE_VALID + 0.00005,
      )
    })
    rows.push(row.map((count) => count / XIAHE_VALID))
  }
  const vectorOf = (itemNames: readonly string[]) => {
    const chosen = XIAHE_ITEMS.map((item, i) => ({ item, row: rows[i]! })).filter(({ item }) =>
      itemNames.includes(item.id),
    )
    const sum = chosen.reduce((total, { item }) => total + item.weight, 0)
    return [0, 1, 2, 3, 4].map((grade) =>
      chosen.reduce((total, { item, row }) => total + (item.weight / sum) * row[grade]!, 0),
    )
  }
  const overall = [0, 0, 0, 0, 0]
  for (const [name, criterion] of Object.entries(XIAHE_CRITERIA)) {
    const vector = vectorOf(criterion.items)
    XIAHE_PRINTED[name as keyof typeof XIAHE_CRITERIA].forEach((printed, grade) => {
      expect(Math.abs(vector[grade]! - printed), `${name} ${grade}`).toBeLessThan(0.0035)
      overall[grade] = overall[grade]! + criterion.weight * vector[grade]!
    })
  }
  // The paper's overall vector does not follow from its own criteria: its arithmetic is off.
  expect(Math.abs(overall[0]! - XIAHE_PRINTED.A[0])).toBeGreaterThan(0.03)
  await expect(page.getByText('希望补贴按时发放', { exact: false }).first()).toBeVisible()
  // Neither are they in what the page is made of: all of that reaches the browser.
  const sent = await (await page.request.get(`${workbench.url}${assessment}/survey`)).text()
  expect(sent).toContain(`count\\":${OPPOSED},`)
  expect(sent).not.toMatch(/\\"count\\":[1-4]\b/)
  // The word itself is there, as the name of a heading.
  expect(sent).not.toMatch(/\\"oppositionByGroup\\":[{[]/)

  const taken = await page.request.get(`${workbench.url}/api${assessment}/survey/export?format=json`)
  const { about, counts } = surveyExportShape.parse(await taken.json())
  expect(about).toMatchObject({ merkleRoot: root, responses: XIAHE_VALID })
  const opposed = counts.find(({ categoryId, groupId }) => categoryId === 'oppose' && groupId === null)
  expect(opposed?.count).toBe(OPPOSED)
  const crossed = page.locator('select[name="question"]')
  const attitude = await crossed.locator('option').filter({ hasText: '总的来说' }).getAttribute('value')
  await crossed.selectOption(attitude)
  await page.getByRole('button', { name: survey.cross.show }).click()
  await expect(page.getByRole('table', { name: new RegExp(survey.cross.groups) })).toBeVisible()
  const tables = await page.request.get(`${workbench.url}/api${assessment}/survey/export?format=csv`)
  expect(Object.keys(unzipSync(await tables.body())).sort()).toEqual([
    'about.csv',
    'codebook.csv',
    'counts.csv',
    'estimates.csv',
    'fieldwork.csv',
  ])
  await expect(page.getByText(survey.fieldwork.balanced)).toBeVisible()
  await expect(page.locator('dd', { hasText: root })).toBeVisible()
  const workbook = await page.request.get(`${workbench.url}/api${assessment}/survey/export?format=xlsx`)
  expect((await workbook.body()).subarray(0, 2).toString()).toBe('PK')
})

test('the economics are entered and judged', async () => {
  await open('/economics')
  await page.getByLabel(economics.table.firstYear).fill('2027')
  await page.getByLabel(economics.table.years).fill('4')
  await page.getByRole('button', { name: economics.table.start }).click()
  const cell = (year: number, row: keyof typeof economics.rows) =>
    page.getByLabel(
      economics.table.cell.replace('{year}', String(year)).replace('{row}', economics.rows[row]),
    )
  await cell(2027, 'investment').fill('1000')
  await cell(2027, 'mitigation').fill('100')
  for (const year of [2028, 2029, 2030]) await cell(year, 'benefit').fill('600')
  await page.getByRole('button', { name: economics.table.save }).click()
  // ENPV = −1100 + 600·(1/1.08 + 1/1.08² + 1/1.08³) = 446.26 万元.
  await expect(page.getByText(/446\.26/).first()).toBeVisible()
})

test('who pays and who gains is entered in percent; a group that only pays is named until it is given something', async () => {
  const { sharing, distribution, rows, parties, financial } = economics
  const share = (party: string, row: keyof typeof rows) =>
    page.getByLabel(sharing.cell.replace('{party}', party).replace('{row}', rows[row]), { exact: true })
  const named = page.getByText(distribution.onlyPays.replace('{names}', XIAHE_RESIDENTS.name))
  const save = () => page.getByRole('button', { name: sharing.save }).click()
  await open('/economics')
  await expect(page.getByText(distribution.emptyTitle)).toBeVisible()
  await share(XIAHE_RESIDENTS.name, 'investment').fill('10')
  await share(parties.$treasury, 'mitigation').fill('100')
  await share(parties.$treasury, 'investment').focus()
  await page.getByRole('button', { name: sharing.takeRest }).click()
  await expect(share(parties.$treasury, 'investment')).toHaveValue('90')
  // The keyboard moves from cell to cell.
  await share(parties.$treasury, 'investment').press('ArrowDown')
  await expect(share(parties.$owner, 'investment')).toBeFocused()
  await save()
  await expect(named).toBeVisible()
  await share(XIAHE_RESIDENTS.name, 'benefit').fill('140')
  await save()
  await expect(share(XIAHE_RESIDENTS.name, 'benefit')).toHaveAttribute('aria-invalid', 'true')
  await share(XIAHE_RESIDENTS.name, 'benefit').fill('40')
  await save()
  await expect(named).toBeHidden()
  // 40 % of 600·(1/1.08 + 1/1.08² + 1/1.08³) less 10 % of 1000 = 518.50 万元; 60 % of the benefit belongs to nobody yet.
  await expect(page.getByRole('row').filter({ hasText: '518.50' })).toContainText(
    distribution.standings.gains,
  )
  await expect(page.getByText(distribution.left, { exact: true })).toBeVisible()

  await page.getByLabel(financial.rate).fill('6')
  await page.getByLabel(financial.source).fill('省级行业参数〔2025〕7号')
  await page.getByRole('button', { name: financial.save }).click()
  await expect(page.getByText(financial.notTested).first()).toBeVisible()
})

test('the report is printed and says n, the indices, T, the deciding rule and the verdict', async () => {
  await open('/report')
  await expect(page.getByText(verdict.levels.low).first()).toBeVisible()
  const answer = await page.request.get(`${workbench.url}/api${assessment}/report`)
  expect(answer.status()).toBe(200)
  const pdf = await answer.body()
  const pages = await textOfPages(pdf)
  const text = pages.join('')
  expect(pages.length).toBeGreaterThan(10)
  for (const expected of [
    '夏河县游牧民定居工程',
    '292', // n
    '满意度',
    '支持度',
    '信心度',
    `${((SUPPORT / XIAHE_VALID) * 100).toFixed(1)}%`,
    `${((OPPOSED / XIAHE_VALID) * 100).toFixed(1)}%`,
    `${((CONFIDENT / XIAHE_VALID) * 100).toFixed(1)}%`,
    '0.260',
    '0.152',
    '低风险',
    '可实施',
    '446.26',
    '518.50',
    '未分配的效益',
    '省级行业参数',
  ]) {
    expect(text, expected).toContain(expected)
  }
  // The root that residents see on the page of their receipt is the one that the meeting reads.
  expect(root).toHaveLength(64)
  expect(text).toContain(root)
  expect(text).toMatch(/综合风险指数|指数规则/)
  // What a resident wrote is text and nothing else, rare characters included.
  expect(text).not.toContain('�')
  const again = await (await page.request.get(`${workbench.url}/api${assessment}/report`)).body()
  expect(Buffer.compare(pdf, again)).toBe(0)
})

test('the officials’ pages have no accessibility fault that a machine can find, on a desk and on a phone', async () => {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    for (const path of ['', '/matter', '/dimensions', '/risks', '/survey', '/economics', '/report']) {
      await open(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await accessibilityFaults(page), `${path} at ${width}`).toEqual([])
      await fitsWidth(page, width, path)
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 })
})

test('the report is refused to those who are not signed in', async ({ request }) => {
  const answer = await request.get(`${workbench.url}/api${assessment}/report`, { headers: { cookie: '' } })
  expect(answer.status()).toBe(401)
  expect(await answer.json()).toMatchObject({
    reason: 'not-signed-in',
    message: zhCN.refusals['not-signed-in'],
  })
})

test('an observer may read and not change, and sees no accounts', async ({ browser }) => {
  await page.goto(`${workbench.url}/accounts`)
  await page.getByRole('button', { name: accounts.create }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(accounts.form.username).fill('guan.cha')
  await dialog.getByLabel(accounts.form.name).fill('观察员')
  await dialog.getByLabel(accounts.form.role).selectOption('observer')
  await dialog.getByRole('button', { name: accounts.form.submit }).click()
  const issued = page.getByText(/^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/)
  await expect(issued).toBeVisible()
  const password = (await issued.textContent())!
  const visitor = await browser.newContext({ locale: 'zh-CN' })
  const seen = await visitor.newPage()
  await signIn(seen, workbench, 'guan.cha', password)
  await seen.goto(`${workbench.url}${assessment}/risks`)
  await expect(seen.getByText('生态补偿及定居补贴').first()).toBeVisible()
  await expect(seen.getByRole('link', { name: risk.list.own })).toHaveCount(0)
  await expect(seen.getByRole('button', { name: risk.event.save })).toHaveCount(0)
  await seen.goto(`${workbench.url}/accounts`)
  await expect(seen.getByRole('button', { name: accounts.create })).toHaveCount(0)
  await visitor.close()
})

test('neither server wrote anything about a resident into its log', async () => {
  const log = workbench.output()
  expect(log).not.toContain(new URL(link).pathname.slice(3))
  expect(log).not.toContain('希望补贴')
})

test('the chain of events of all this is intact, as the command line says', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'db/audit-verify.ts', 'verify'],
    { encoding: 'utf8', env: { ...process.env, DATABASE_URL: '', DATA_DIR: workbench.dataFolder } },
  )
  expect(stdout).toMatch(new RegExp(`^${assessment.split('/').at(-1)}: \\d+ intact, head [0-9a-f]{64}$`, 'm'))
  expect(status).toBe(0)
})
