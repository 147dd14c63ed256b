/**
 * The fonts a report is set in.
 *
 * Official papers want 仿宋 for the body, and no such font may be given away with the workbench. The body is therefore set
 * in the first of these that is there: a 仿宋 font that the office put into DATA_DIR/fonts, one installed on this computer
 * (linked into .fonts by bin/fonts.mjs), Noto Serif SC. Whatever else lies in DATA_DIR/fonts (Tibetan, Yi, Uyghur,
 * Mongolian …) is asked for characters that the fonts of the house do not have. The colophon says what was used.
 */
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { fail, ok, type Result } from '../../../lib/result.ts'
import { type Coverage, type FontFile, readFontFile } from './font-file.ts'

export interface FontStock {
  /** Directories the typesetter searches. */
  readonly directories: readonly string[]
  /** Family of the 仿宋 font, or null: the body is then set in the 宋 of the house. */
  readonly fangSong: string | null
  /** Further families of the office, asked last. */
  readonly further: readonly string[]
  /** Coverage of the fonts that every piece of text may fall back to. */
  readonly coverages: readonly Coverage[]
}

/** The families the template names; without any one of them a page would have holes. */
const HOUSE = ['Noto Serif SC', 'Noto Sans SC', 'LXGW WenKai', 'Noto Emoji', 'Tinos']
const FANGSONG = /fang ?song|仿宋|fandolfang|fzfsk/i

/** Takes stock for every report, so that an upload counts at once; only files that changed are read again. */
export async function takeStock(
  houseDirectory: string,
  officeDirectory: string,
): Promise<Result<FontStock, 'fonts-missing'>> {
  const house = await fontFiles(houseDirectory)
  const missing = HOUSE.filter((family) => !house.some((font) => font.family === family))
  if (missing.length > 0) return fail('fonts-missing', { families: missing.join(', ') })

  const office = await fontFiles(officeDirectory)
  const ours = new Set(HOUSE)
  const fangSong = [...office, ...house].find((font) => FANGSONG.test(font.family))?.family ?? null
  const further = [...new Set(office.map((font) => font.family))].filter(
    (family) => family !== fangSong && !ours.has(family),
  )
  return ok({
    directories: office.length > 0 ? [houseDirectory, officeDirectory] : [houseDirectory],
    fangSong,
    further,
    // Not the 仿宋: headings and tables do not fall back to it. Not Noto Sans SC: the body does not.
    coverages: [...house, ...office]
      .filter((font) => font.family !== 'Noto Sans SC' && !FANGSONG.test(font.family))
      .map((font) => font.coverage),
  })
}

async function fontFiles(directory: string): Promise<FontFile[]> {
  const names = await readdir(directory).catch(() => [])
  const files = names.filter((name) => /\.(ttf|otf|ttc)$/i.test(name)).sort()
  const fonts = await Promise.all(files.map((name) => known(path.join(directory, name)).catch(() => null)))
  return fonts.filter((font) => font !== null)
}

/** Reading a font's character table holds everybody else up for some milliseconds, four reports at once for four times that. */
const read = new Map<string, { readonly stamp: string; readonly font: FontFile | null }>()

async function known(file: string): Promise<FontFile | null> {
  const { mtimeMs, size } = await stat(file)
  const stamp = `${mtimeMs} ${size}`
  const before = read.get(file)
  if (before?.stamp === stamp) return before.font
  const font = await readFontFile(file)
  read.set(file, { stamp, font })
  return font
}
