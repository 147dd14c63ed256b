/**
 * Reports as PDF.
 *
 * Reports are set in processes of their own (typesetters.ts), two at a time, that are killed when they take too long:
 * typesetting is synchronous, holds a few hundred megabytes, and text from outside must not be able to keep a server busy. They
 * get the document as data and none of the server's secrets.
 */
import path from 'node:path'
import { fontRow } from '../../../lib/report/chapters/colophon.ts'
import type { NoticeSheet } from '../../../lib/report/notice-sheet.ts'
import type { ReportDocument } from '../../../lib/report/report-document.ts'
import type { ReportWarning } from '../../../lib/report/report-warning.ts'
import { fail, ok, type Result } from '../../../lib/result.ts'
import type { PaperForm } from '../../../lib/survey/prints/paper-form.ts'
import type { Poster } from '../../../lib/survey/prints/poster.ts'
import type { SlipSheet } from '../../../lib/survey/prints/slip-sheet.ts'
import { type FontStock, takeStock } from './font-stock.ts'
import type { ProcessRefusal } from './own-process.ts'
import { printable } from './printable.ts'
import { squaresOf } from './squares.ts'
import { atDesk, Turnstile } from './turnstile.ts'
import { typeset } from './typesetters.ts'

export type RenderRefusal = ProcessRefusal | 'fonts-missing'

export interface RenderedReport {
  readonly pdf: Uint8Array
  /** PDF/A-2a as exported by Typst; null for a plain PDF. */
  readonly standard: 'a-2a' | null
  readonly warnings: ReportWarning[]
}

/** What child.mjs answers. */
interface Answer {
  readonly pdf?: Uint8Array
  readonly standard?: 'a-2a' | null
  readonly complaints?: readonly string[]
  readonly refusal?: string
  readonly failure?: string
  /** Memory of the process that set it. */
  readonly rssBytes?: number
}

export interface PrinterSettings {
  readonly child: string
  /** Directory of report.typ and its parts. */
  readonly template: string
  readonly fonts: string
  readonly officeFonts: string
  readonly timeoutMs: number
}

/** A whole text in a script without a font would make a warning nobody reads. */
const NAMED_GLYPHS = 40

/** Two at a time on the whole machine, whatever is made. */
export const turnstile = new Turnstile(2)

/** Where things lie; not by import.meta, because bundled code runs from .next. */
function settings(): PrinterSettings {
  const root = process.cwd()
  return {
    child: path.join(/* turbopackIgnore: true */ root, 'app/_server/print/child.mjs'),
    template: path.join(/* turbopackIgnore: true */ root, 'lib/report/typst'),
    fonts: path.join(/* turbopackIgnore: true */ root, '.fonts'),
    officeFonts: path.resolve(/* turbopackIgnore: true */ root, process.env.DATA_DIR || 'data', 'fonts'),
    timeoutMs: 60_000,
  }
}

export async function renderReport(
  document: ReportDocument,
  overrides: Partial<PrinterSettings> = {},
): Promise<Result<RenderedReport, RenderRefusal>> {
  const place = { ...settings(), ...overrides }
  const stock = await takeStock(place.fonts, place.officeFonts)
  if (!stock.ok) return stock
  const first = await turnstile.pass(() => printWith(stock.value, document, place))
  if (!first.ok) return first
  if (first.value.unknownFamilies.length === 0) return ok(first.value.rendered)
  // A font that the typesetter does not know by the name we read from it would leave the colophon wrong: leave it out.
  const known = without(stock.value, first.value.unknownFamilies)
  const second = await turnstile.pass(() => printWith(known, document, place))
  return second.ok ? ok(second.value.rendered) : second
}

async function printWith(
  stock: FontStock,
  document: ReportDocument,
  place: PrinterSettings,
): Promise<Result<{ rendered: RenderedReport; unknownFamilies: string[] }, RenderRefusal>> {
  const { data, missing } = await atDesk(() => {
    const { value, missing } = printable(withFonts(document, stock), stock.coverages)
    const data = JSON.stringify({
      document: value,
      fonts: { fangSong: stock.fangSong, further: stock.further },
      code: document.verification && squaresOf(document.verification.url),
    })
    return { data, missing }
  })
  const answer = await typeset<Answer>(
    place.child,
    {
      workspace: place.template,
      main: path.join(/* turbopackIgnore: true */ place.template, 'report.typ'),
      fontDirectories: stock.directories,
      data,
    },
    place.timeoutMs,
  )
  if (!answer.ok) return answer
  const { pdf, standard = null, complaints = [], refusal, failure } = answer.value
  if (!pdf) return fail('render-failed', { cause: (failure ?? 'no answer').slice(0, 500) })
  const warnings: ReportWarning[] = []
  if (missing.length > 0) {
    const more = missing.length > NAMED_GLYPHS ? ' …' : ''
    warnings.push({
      kind: 'glyphs-missing',
      characters: `${missing.slice(0, NAMED_GLYPHS).join(' ')}${more}`,
    })
  }
  if (standard === null) warnings.push({ kind: 'plain-pdf', cause: (refusal ?? '').slice(0, 500) })
  return ok({ rendered: { pdf, standard, warnings }, unknownFamilies: unknownFamilies(complaints) })
}

/** One sheet, by the same rules as a report: a process of its own, two at a time, text as data. */
export function renderSheet(
  sheet: NoticeSheet,
  overrides: Partial<PrinterSettings> = {},
): Promise<Result<RenderedReport, RenderRefusal>> {
  return renderWith('notice.typ', sheet, overrides)
}

/** Characters of a text, or of all texts in a value, that no font at hand can draw. */
export async function missingGlyphs(
  value: unknown,
  overrides: Partial<PrinterSettings> = {},
): Promise<readonly string[]> {
  const place = { ...settings(), ...overrides }
  const stock = await takeStock(place.fonts, place.officeFonts)
  // Without its own fonts nothing is printed at all, and the printing says so.
  return stock.ok ? printable(value, stock.value.coverages).missing : []
}

/** What residents get on paper. */
export function renderSurveyPrint(
  print: SlipSheet | Poster | PaperForm,
  overrides: Partial<PrinterSettings> = {},
): Promise<Result<RenderedReport, RenderRefusal>> {
  return renderWith(`${print.kind}.typ`, print, overrides)
}

async function renderWith(
  template: string,
  sheet: NoticeSheet | SlipSheet | Poster | PaperForm,
  overrides: Partial<PrinterSettings>,
): Promise<Result<RenderedReport, RenderRefusal>> {
  const place = { ...settings(), ...overrides }
  const stock = await takeStock(place.fonts, place.officeFonts)
  if (!stock.ok) return stock
  const { directories, fangSong, further, coverages } = stock.value
  const { value, missing } = printable(sheet, coverages)
  const answer = await turnstile.pass(() =>
    typeset<Answer>(
      place.child,
      {
        workspace: place.template,
        main: path.join(/* turbopackIgnore: true */ place.template, template),
        fontDirectories: directories,
        data: JSON.stringify({ document: value, fonts: { fangSong, further } }),
      },
      place.timeoutMs,
    ),
  )
  if (!answer.ok) return answer
  const { pdf, standard = null, failure } = answer.value
  if (!pdf) return fail('render-failed', { cause: (failure ?? 'no answer').slice(0, 500) })
  const warnings: ReportWarning[] =
    missing.length > 0 ? [{ kind: 'glyphs-missing', characters: missing.join(' ') }] : []
  return ok({ pdf, standard, warnings })
}

function withFonts(document: ReportDocument, stock: FontStock): ReportDocument {
  const row = fontRow(stock.fangSong, stock.further)
  return {
    ...document,
    blocks: document.blocks.map((block) =>
      block.kind === 'facts' && block.place === 'colophon' ? { ...block, rows: [...block.rows, row] } : block,
    ),
  }
}

function unknownFamilies(complaints: readonly string[]): string[] {
  return complaints.flatMap((complaint) => /unknown font family: ([^"\\]+)/.exec(complaint)?.[1] ?? [])
}

/** Typst lowers the names it complains of. */
function without(stock: FontStock, unknown: readonly string[]): FontStock {
  const known = (family: string) => !unknown.some((name) => name.trim() === family.toLowerCase())
  return {
    ...stock,
    fangSong: stock.fangSong && known(stock.fangSong) ? stock.fangSong : null,
    further: stock.further.filter(known),
  }
}
