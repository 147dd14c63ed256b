/**
 * Collects the fonts of the printed report into .fonts/.
 *
 * The typesetter reads font files from one directory. All of them come from npm packages under the Open Font License, so
 * a fresh clone prints the same pages on every machine. Two packages ship WOFF 1 only, which is the same tables deflated
 * one by one; node:zlib unpacks them. No 仿宋 face is on npm: where this computer has one installed it is linked beside
 * the others, and what an office puts into DATA_DIR/fonts is read from there at print time (see
 * app/_server/print/font-stock.ts), so that an upload takes effect without a restart.
 *
 * Run before every start and test: when everything is there already it reads two small files and returns.
 */
import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { inflateSync } from 'node:zlib'

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const TARGET = path.join(ROOT, '.fonts')

/** [package, file inside it, name in .fonts] */
const FONTS = [
  ['@expo-google-fonts/noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf', 'noto-serif-sc-400.ttf'],
  ['@expo-google-fonts/noto-serif-sc', '700Bold/NotoSerifSC_700Bold.ttf', 'noto-serif-sc-700.ttf'],
  ['@expo-google-fonts/noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf', 'noto-sans-sc-400.ttf'],
  ['@expo-google-fonts/noto-sans-sc', '700Bold/NotoSansSC_700Bold.ttf', 'noto-sans-sc-700.ttf'],
  ['@expo-google-fonts/noto-emoji', '400Regular/NotoEmoji_400Regular.ttf', 'noto-emoji-400.ttf'],
  // Named "latin" by its publisher, yet this one file is the whole font, 8,105 standard characters included.
  ['@fontsource/lxgw-wenkai', 'files/lxgw-wenkai-latin-500-normal.woff', 'lxgw-wenkai-500.ttf'],
  ['@fontsource/tinos', 'files/tinos-latin-400-normal.woff', 'tinos-400.ttf'],
  ['@fontsource/tinos', 'files/tinos-latin-700-normal.woff', 'tinos-700.ttf'],
]

/** File names under which a 仿宋 face is installed by Windows, by Founder's national-standard set, by TeX Live. */
const INSTALLED_FANGSONG =
  /^(simfang|fangsong(_gb2312)?|仿宋(_gb2312)?|fzfsk.*|fandolfang-regular)\.(ttf|otf)$/i
const INSTALLED_PLACES = [
  process.env.WINDIR && path.join(process.env.WINDIR, 'Fonts'),
  '/Library/Fonts',
  path.join(homedir(), 'Library/Fonts'),
  path.join(homedir(), '.local/share/fonts'),
  '/usr/local/share/fonts',
  '/usr/share/fonts',
]

/** What a complete .fonts/ was made from; a different text means it has to be made again. */
async function recipe() {
  const versions = {}
  for (const [name] of FONTS) {
    const manifest = path.join(ROOT, 'node_modules', name, 'package.json')
    versions[name] ??= JSON.parse(await readFile(manifest, 'utf8')).version
  }
  return JSON.stringify({ versions, files: FONTS.map(([, , to]) => to) })
}

async function linkOrCopy(from, to) {
  await link(from, to).catch(() => copyFile(from, to))
}

/** Unpacks a WOFF 1 file to the TrueType file it was made from. */
export function unpackWoff(woff) {
  if (woff.readUInt32BE(0) !== 0x774f4646) throw new Error('not a WOFF 1 file')
  const tables = woff.readUInt16BE(12)
  const selector = Math.floor(Math.log2(tables))
  const header = Buffer.alloc(12 + 16 * tables)
  header.writeUInt32BE(woff.readUInt32BE(4), 0)
  header.writeUInt16BE(tables, 4)
  header.writeUInt16BE(16 * 2 ** selector, 6)
  header.writeUInt16BE(selector, 8)
  header.writeUInt16BE(16 * tables - 16 * 2 ** selector, 10)
  const parts = [header]
  let offset = header.length
  for (let i = 0; i < tables; i++) {
    const entry = 44 + 20 * i
    const start = woff.readUInt32BE(entry + 4)
    const packedLength = woff.readUInt32BE(entry + 8)
    const length = woff.readUInt32BE(entry + 12)
    const packed = woff.subarray(start, start + packedLength)
    const table = packedLength < length ? inflateSync(packed) : packed
    woff.copy(header, 12 + 16 * i, entry, entry + 4)
    header.writeUInt32BE(woff.readUInt32BE(entry + 16), 16 + 16 * i)
    header.writeUInt32BE(offset, 20 + 16 * i)
    header.writeUInt32BE(length, 24 + 16 * i)
    const padding = (4 - (length % 4)) % 4
    parts.push(table, Buffer.alloc(padding))
    offset += length + padding
  }
  return Buffer.concat(parts)
}

async function installedFangSong() {
  for (const place of INSTALLED_PLACES) {
    if (!place || !existsSync(place)) continue
    const files = await readdir(place, { recursive: true }).catch(() => [])
    const found = files.sort().find((file) => INSTALLED_FANGSONG.test(path.basename(file)))
    if (found) return path.join(place, found)
  }
  return null
}

/** Makes .fonts/ complete; returns false when it was so already. */
export async function collectFonts() {
  const wanted = await recipe()
  const made = await readFile(path.join(TARGET, 'recipe.json'), 'utf8').catch(() => '')
  if (made === wanted && FONTS.every(([, , to]) => existsSync(path.join(TARGET, to)))) return false

  // Built beside its place and moved there whole, so that a second process never sees half a directory.
  const fresh = path.join(ROOT, '.build', `fonts-${process.pid}`)
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  for (const [name, file, to] of FONTS) {
    const from = path.join(ROOT, 'node_modules', name, file)
    if (file.endsWith('.woff')) await writeFile(path.join(fresh, to), unpackWoff(await readFile(from)))
    else await linkOrCopy(from, path.join(fresh, to))
  }
  const fangSong = await installedFangSong()
  if (fangSong) await linkOrCopy(fangSong, path.join(fresh, `installed-${path.basename(fangSong)}`))
  await writeFile(path.join(fresh, 'recipe.json'), wanted)
  await rm(TARGET, { recursive: true, force: true })
  // Another process may have finished first; its fonts are the same.
  await rename(fresh, TARGET).catch(() => rm(fresh, { recursive: true, force: true }))
  return true
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (await collectFonts()) console.log('fonts: collected into .fonts/')
}
