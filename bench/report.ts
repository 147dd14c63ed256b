/**
 * Printing a report, from the case to the bytes as the workbench does it: results, chapters, typesetting. How long, how much memory, and
 * what it does to everybody else. The yardstick is headless Chromium printing the same content in the same run, its browser
 * already started.
 *
 * Warm is the working day of an office: the report was printed before, a finding and a factor have changed, and it is printed
 * again. Two other states have keys of their own, because one number could be chosen to please: `otherCase`, a typesetter that
 * has set other cases and sees this one for the first time, and `samePaper`, where nothing has changed and little is left to do.
 */
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { chromium } from 'playwright'
import { z } from 'zod'
import { renderReport } from '../app/_server/print/render.ts'
import { atDeskInSteps } from '../app/_server/print/turnstile.ts'
import { resultsOf } from '../app/_server/results.ts'
import { launchOptions } from '../e2e/browser.ts'
import { createIntake } from '../intake/server.ts'
import { createMemoryStore, TOKEN } from '../intake/testing.ts'
import type { CaseFile } from '../lib/assessment/case-file.ts'
import { EXAMPLE_CASE } from '../lib/report/example-input.fixture.ts'
import { reportInSteps } from '../lib/report/outlines/outlines.ts'
import type { ReportDocument } from '../lib/report/report-document.ts'
import { reportHtml } from './report-html.ts'

const CHILD = join(import.meta.dirname, 'report-child.mjs')
const MEMORY = join(tmpdir(), `wenping-bench-${process.pid}.memory`)
const WARM_RUNS = 5
const AT_ONCE = 4
const REPORTS = 1000

/** The worked example with every factor several times over, weights shared out. */
function enlarged(times: number): CaseFile {
  const copies = Array.from({ length: times }, (_, k) => k)
  return {
    ...EXAMPLE_CASE,
    factors: copies.flatMap((k) =>
      EXAMPLE_CASE.factors.map((factor) => ({
        ...factor,
        id: `${factor.id}-${k}`,
        name: `${factor.name}（${k + 1}）`,
        weight: factor.weight / times,
      })),
    ),
  }
}

/** Another case: other names, groups, factors, measures and evidence, so that hardly a line of the case's own stays. */
function otherCase(caseFile: CaseFile, n: number): CaseFile {
  const named = (text: string) => `${text.slice(n % 3)}（${n + 1}）`
  return {
    ...caseFile,
    id: `${caseFile.id}-${n}`,
    matter: {
      ...caseFile.matter,
      title: named(caseFile.matter.title),
      summary: named(caseFile.matter.summary),
      assessor: named(caseFile.matter.assessor),
    },
    groups: caseFile.groups.map((group) => ({ ...group, name: named(group.name) })),
    findings: caseFile.findings.map((finding) => ({ ...finding, evidence: named(finding.evidence) })),
    factors: caseFile.factors.map((factor) => ({
      ...factor,
      name: named(factor.name),
      initialProbability: Math.max(0.1, factor.initialProbability - 0.01 * (n % 5)),
      measures: factor.measures.map((measure) => ({ ...measure, description: named(measure.description) })),
    })),
  }
}

/** The office's working day: one finding worded anew, one factor judged anew, and printed again. */
function edited(caseFile: CaseFile, n: number): CaseFile {
  const [finding, ...findings] = caseFile.findings
  const [factor, ...factors] = caseFile.factors
  return {
    ...caseFile,
    findings: [{ ...finding!, evidence: `${finding!.evidence}（第${n + 1}次修改）` }, ...findings],
    factors: [{ ...factor!, initialProbability: factor!.initialProbability - 0.01 * (n + 1) }, ...factors],
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!
const rounded = (value: number) => Math.round(value * 10) / 10

async function timed<Value>(work: () => Promise<Value>): Promise<{ ms: number; value: Value }> {
  const started = performance.now()
  const value = await work()
  return { ms: performance.now() - started, value }
}

/** From the case, step by step as the workbench does it. */
async function documentOf(caseFile: CaseFile): Promise<ReportDocument> {
  const results = await resultsOf(caseFile)
  return atDeskInSteps(reportInSteps('assessment', { caseFile, results }))
}

async function print(caseFile: CaseFile): Promise<Uint8Array> {
  const document = await documentOf(caseFile)
  const rendered = await renderReport(document, { child: CHILD, officeFonts: '/nowhere' })
  if (!rendered.ok) throw new Error(`${rendered.reason}: ${JSON.stringify(rendered.details)}`)
  return rendered.value.pdf
}

const typesetterMemory = () =>
  z.object({ peakKB: z.number(), rssBytes: z.number() }).parse(JSON.parse(readFileSync(MEMORY, 'utf8')))

const pagesOf = (pdf: Uint8Array) =>
  Math.max(
    ...[
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/\/Count (\d+)/g),
    ].map(([, n]) => Number(n)),
  )

async function measured(caseFile: CaseFile) {
  const cold = await timed(() => print(caseFile))
  const others: number[] = []
  for (let i = 0; i < WARM_RUNS; i++) others.push((await timed(() => print(otherCase(caseFile, i)))).ms)
  const cached: number[] = []
  for (let i = 0; i < WARM_RUNS; i++) {
    const { ms, value } = await timed(() => print(caseFile))
    if (!Buffer.from(value).equals(Buffer.from(cold.value))) throw new Error('two prints differ')
    // The first of them brings the paper back to the typesetter's mind.
    if (i > 0) cached.push(ms)
  }
  const corrected: number[] = []
  for (let i = 0; i < WARM_RUNS; i++) corrected.push((await timed(() => print(edited(caseFile, i)))).ms)
  return {
    pages: pagesOf(cold.value),
    coldMs: rounded(cold.ms),
    warmMs: rounded(median(corrected)),
    otherCaseMs: rounded(median(others)),
    samePaperMs: rounded(median(cached)),
    peakMB: rounded(typesetterMemory().peakKB / 1024),
    bytes: cold.value.length,
  }
}

async function chromiumMs(cases: readonly CaseFile[]): Promise<number[]> {
  const browser = await chromium.launch((await launchOptions()).launchOptions)
  const times: number[] = []
  for (const caseFile of cases) {
    const runs: number[] = []
    // The first run warms the browser's fonts up and is not counted.
    for (let i = 0; i <= WARM_RUNS; i++) {
      const { ms } = await timed(async () => {
        const document = await documentOf(otherCase(caseFile, WARM_RUNS + i))
        const html = reportHtml(document)
        // A context of its own, as one report must not see another; tags and bookmarks, as ours has them.
        const context = await browser.newContext()
        const page = await context.newPage()
        await page.setContent(html)
        await page.pdf({
          preferCSSPageSize: true,
          tagged: true,
          outline: true,
          displayHeaderFooter: true,
          headerTemplate: `<span style="font-size:9pt">${document.runningHead}</span>`,
          footerTemplate: '<span class="pageNumber" style="font-size:9pt"></span>',
        })
        await context.close()
      })
      if (i > 0) runs.push(ms)
    }
    times.push(rounded(median(runs)))
  }
  await browser.close()
  return times
}

/** Four reports at once in the process that also serves residents, while their page is loaded again and again. */
async function eventLoop(caseFile: CaseFile) {
  const intake = createIntake({ store: createMemoryStore() })
  const url = `${await intake.listen({ port: 0, host: '127.0.0.1' })}/s/${TOKEN}`
  // Made once and then kept, and the client is loaded: what is measured is whether printing keeps others waiting.
  await (await fetch(url)).text()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  let over = false
  let pages = 0
  delay.enable()
  const visitors = (async () => {
    while (!over) {
      await (await fetch(url)).text()
      pages += 1
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => print(otherCase(caseFile, 20 + n))))
  over = true
  await visitors
  delay.disable()
  await intake.close()
  return { p99: rounded(delay.percentile(99) / 1e6), max: rounded(delay.max / 1e6), pages }
}

/** Memory of the server's process, which stays, and the most of a typesetter, early and late in many reports. */
async function memory(caseFile: CaseFile, reports: number) {
  const megabytes = (bytes: number) => rounded(bytes / 1024 / 1024)
  // A typesetter is let go after 25 reports: a window of 50 sees one or two of them grow up.
  const window = Math.min(50, reports / 2)
  const server = { first: 0, last: 0 }
  const typesetter = { first: 0, last: 0 }
  for (let i = 0; i < reports; i += 2) {
    await Promise.all([print(otherCase(caseFile, i)), print(otherCase(caseFile, i + 1))])
    const { rssBytes } = typesetterMemory()
    if (i < window) {
      server.first = megabytes(process.memoryUsage.rss())
      typesetter.first = Math.max(typesetter.first, megabytes(rssBytes))
    }
    if (i >= reports - window) typesetter.last = Math.max(typesetter.last, megabytes(rssBytes))
  }
  server.last = megabytes(process.memoryUsage.rss())
  return { server, typesetter }
}

/** @param asked how many reports in a row; the 1,000 take a quarter of an hour. */
export async function benchReport(asked = REPORTS): Promise<object> {
  const [small, large] = [EXAMPLE_CASE, enlarged(26)]
  const ours = { small: await measured(small), large: await measured(large) }
  const [smallWarmMs, largeWarmMs] = await chromiumMs([small, large])
  const loop = await eventLoop(large)
  const rss = await memory(small, asked)
  rmSync(MEMORY, { force: true })
  const speedup = (key: 'warmMs' | 'otherCaseMs' | 'samePaperMs') => ({
    small: rounded(smallWarmMs! / ours.small[key]),
    large: rounded(largeWarmMs! / ours.large[key]),
  })
  return {
    ...ours,
    chromium: { smallWarmMs, largeWarmMs },
    speedup: speedup('warmMs'),
    speedupOtherCase: speedup('otherCaseMs'),
    speedupSamePaper: speedup('samePaperMs'),
    eventLoopP99Ms: loop.p99,
    eventLoopMaxMs: loop.max,
    surveyPagesMeanwhile: loop.pages,
    reportsInARow: asked,
    rssMB: rss.server,
    typesetterMB: rss.typesetter,
  }
}
