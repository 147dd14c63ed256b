/** A report as a file in the format asked for, with what whoever asked should know about it. */
import path from 'node:path'
import type { ReportInput } from '../../../lib/report/chapter.ts'
import type { ReportFormat } from '../../../lib/report/formats.ts'
import { narrativeWarnings } from '../../../lib/report/narrative/narrative-chapter.ts'
import type { OutlineId } from '../../../lib/report/outlines/outline-id.ts'
import { reportInSteps } from '../../../lib/report/outlines/outlines.ts'
import type { ReportDocument } from '../../../lib/report/report-document.ts'
import type { ReportWarning } from '../../../lib/report/report-warning.ts'
import { fail, ok, type Result } from '../../../lib/result.ts'
import { ownProcess } from './own-process.ts'
import { type RenderRefusal, renderReport, turnstile } from './render.ts'
import { atDeskInSteps } from './turnstile.ts'

export interface ReportFile {
  readonly bytes: Uint8Array
  readonly warnings: readonly ReportWarning[]
}

const TIMEOUT_MS = 60_000

/** What office-child.ts answers. */
type Answer = ReportFile | { readonly failure: string }

export async function reportFile(
  outline: OutlineId,
  format: ReportFormat,
  input: ReportInput,
): Promise<Result<ReportFile, RenderRefusal>> {
  const made = await fileOf(format, await atDeskInSteps(reportInSteps(outline, input)))
  if (!made.ok || format === 'xlsx') return made
  return ok({ ...made.value, warnings: [...made.value.warnings, ...narrativeWarnings(input)] })
}

async function fileOf(
  format: ReportFormat,
  document: ReportDocument,
): Promise<Result<ReportFile, RenderRefusal>> {
  if (format === 'pdf') {
    const rendered = await renderReport(document)
    return rendered.ok ? ok({ bytes: rendered.value.pdf, warnings: rendered.value.warnings }) : rendered
  }
  // Not by import.meta: bundled code runs from .next.
  const child = path.join(/* turbopackIgnore: true */ process.cwd(), 'app/_server/print/office-child.ts')
  const answer = await turnstile.pass(() =>
    ownProcess<Answer>(child, { format, document }, { timeoutMs: TIMEOUT_MS, execArgv: ['--import', 'tsx'] }),
  )
  if (!answer.ok) return answer
  if ('failure' in answer.value) return fail('render-failed', { cause: answer.value.failure.slice(0, 500) })
  return ok(answer.value)
}
