/**
 * Printing a report: how long, how much memory, and what it does to everybody else. The yardstick is headless Chromium printing
 * the same content in the same run, its browser already started.
 */
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { chromium } from 'playwright'
import { renderReport } from '../app/_server/print/render.ts'
import { launchOptions } from '../e2e/browser.ts'
import { createIntake } from '../intake/server.ts'
import { createMemoryStore, TOKEN } from '../intake/testing.ts'
import type { CaseFile } from '../lib/assessment/case-file.ts'
import { EXAMPLE_CASE } from '../lib/report/example-input.fixture.ts'
import { assessmentReport } from '../lib/report/outlines/assessment-report.ts'
import type { ReportDocument } from '../lib/report/report-document.ts'
import { compute } from '../lib/verdict/compute.ts'
import { reportHtml } from './report-html.ts'

const CHILD = join(import.meta.dirname, 'report-child.mjs')
const PEAK = join(tmpdir(), `wenping-bench-${process.pid}.peak`)
const WARM_RUNS = 5
const AT_ONCE = 4
const REPORTS = 1000

const reportOf = (caseFile: CaseFile): ReportDocument =>
  assessmentReport({ caseFile, results: compute(caseFile) })

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

/** Other words on several pages: the summary, and the name and the measure of every factor. */
function reworded(caseFile: CaseFile, n: number): CaseFile {
  return {
    ...caseFile,
    matter: { ...caseFile.matter, summary: `${caseFile.matter.summary}第${n + 1}稿。` },
    factors: caseFile.factors.map((factor) => ({ ...factor, name: `${factor.name}${n + 1}` })),
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!
const rounded = (value: number) => Math.round(value * 10) / 10

async function timed<Value>(work: () => Promise<Value>): Promise<{ ms: number; value: Value }> {
  const started = performance.now()
  const value = await work()
  return { ms: performance.now() - started, value }
}

async function print(document: ReportDocument): Promise<Uint8Array> {
  const rendered = await renderReport(document, { child: CHILD, officeFonts: '/nowhere' })
  if (!rendered.ok) throw new Error(`${rendered.reason}: ${JSON.stringify(rendered.details)}`)
  return rendered.value.pdf
}

const pagesOf = (pdf: Uint8Array) =>
  Math.max(
    ...[
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/\/Count (\d+)/g),
    ].map(([, n]) => Number(n)),
  )

/** `other`: the same case with other words in it, which the typesetter has not seen. */
async function measured(document: ReportDocument, other: (n: number) => ReportDocument) {
  const cold = await timed(() => print(document))
  const warm: number[] = []
  for (let i = 0; i < WARM_RUNS; i++) {
    const { ms, value } = await timed(() => print(document))
    if (!Buffer.from(value).equals(Buffer.from(cold.value))) throw new Error('two prints differ')
    warm.push(ms)
  }
  const changed: number[] = []
  for (let i = 0; i < WARM_RUNS; i++) changed.push((await timed(() => print(other(i)))).ms)
  return {
    pages: pagesOf(cold.value),
    coldMs: rounded(cold.ms),
    warmMs: rounded(median(warm)),
    warmChangedMs: rounded(median(changed)),
    peakMB: rounded(Number(readFileSync(PEAK, 'utf8')) / 1024),
    bytes: cold.value.length,
  }
}

async function chromiumMs(documents: readonly ReportDocument[]): Promise<number[]> {
  const browser = await chromium.launch((await launchOptions()).launchOptions)
  const times: number[] = []
  for (const document of documents) {
    const html = reportHtml(document)
    const runs: number[] = []
    // The first run warms the browser's fonts up and is not counted.
    for (let i = 0; i <= WARM_RUNS; i++) {
      const { ms } = await timed(async () => {
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
async function eventLoop(document: ReportDocument) {
  const intake = createIntake({ store: createMemoryStore() })
  const url = `${await intake.listen({ port: 0, host: '127.0.0.1' })}/s/${TOKEN}`
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
  await Promise.all(Array.from({ length: AT_ONCE }, () => print(document)))
  over = true
  await visitors
  delay.disable()
  await intake.close()
  return { p99: rounded(delay.percentile(99) / 1e6), max: rounded(delay.max / 1e6), pages }
}

/** Memory of the server's process, which stays, over many reports. */
async function memory(document: ReportDocument, reports: number) {
  const rss = () => rounded(process.memoryUsage().rss / 1024 / 1024)
  let first = 0
  for (let i = 0; i < reports; i += 2) {
    await Promise.all([print(document), print(document)])
    if (i === 20) first = rss()
  }
  return { first, last: rss() }
}

/** @param asked how many reports in a row; the 1,000 take a quarter of an hour. */
export async function benchReport(asked = REPORTS): Promise<object> {
  const small = reportOf(EXAMPLE_CASE)
  const large = reportOf(enlarged(26))
  const ours = {
    small: await measured(small, (n) => reportOf(reworded(EXAMPLE_CASE, n))),
    large: await measured(large, (n) => reportOf(reworded(enlarged(26), n))),
  }
  const [smallWarmMs, largeWarmMs] = await chromiumMs([small, large])
  const loop = await eventLoop(large)
  const rssMB = await memory(small, asked)
  rmSync(PEAK, { force: true })
  return {
    ...ours,
    chromium: { smallWarmMs, largeWarmMs },
    speedup: {
      small: rounded(smallWarmMs! / ours.small.warmMs),
      large: rounded(largeWarmMs! / ours.large.warmMs),
    },
    speedupChanged: {
      small: rounded(smallWarmMs! / ours.small.warmChangedMs),
      large: rounded(largeWarmMs! / ours.large.warmChangedMs),
    },
    eventLoopP99Ms: loop.p99,
    eventLoopMaxMs: loop.max,
    surveyPagesMeanwhile: loop.pages,
    reportsInARow: asked,
    rssMB,
  }
}
