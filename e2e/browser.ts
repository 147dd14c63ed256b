/**
 * The test browser, from npm: no download and no package of the operating system. PLAYWRIGHT_CHROMIUM names another one;
 * where the packaged one cannot run, /usr/bin/chromium is used.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { LaunchOptions } from '@playwright/test'
import chromium from '@sparticuz/chromium'

/**
 * A bare machine has no Chinese glyphs and would show boxes, so fontconfig is pointed at the Noto fonts that come from
 * npm (and, where present, those of the system).
 */
function fontEnvironment(): Record<string, string> {
  const folder = join(tmpdir(), 'wenping-e2e-fonts')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${resolve('node_modules/@expo-google-fonts/noto-sans-sc')}</dir><dir>/usr/share/fonts</dir>
<cachedir>${join(folder, 'cache')}</cachedir>
<alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
<alias><family>system-ui</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>`,
  )
  return { FONTCONFIG_FILE: file }
}

const works = (path: string, env: Record<string, string>) =>
  spawnSync(path, ['--headless', '--no-sandbox', '--version'], {
    env: { ...process.env, ...env },
    timeout: 30_000,
  }).status === 0

async function executable(): Promise<{ path: string; env: Record<string, string> }> {
  const named = process.env.PLAYWRIGHT_CHROMIUM
  if (named) return { path: named, env: {} }
  const packaged = await chromium.executablePath()
  if (works(packaged, {})) return { path: packaged, env: {} }
  // The package carries the libraries (NSS and friends) that a bare machine lacks, but unpacks them only on Lambda.
  const libraries = join(tmpdir(), 'wenping-e2e-libraries')
  mkdirSync(libraries, { recursive: true })
  const archive = brotliDecompressSync(readFileSync('node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
  spawnSync('tar', ['-x', '-C', libraries], { input: archive })
  const env = {
    LD_LIBRARY_PATH: [join(libraries, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
  }
  if (works(packaged, env)) return { path: packaged, env }
  if (existsSync('/usr/bin/chromium')) return { path: '/usr/bin/chromium', env: {} }
  throw new Error('no browser for the end-to-end tests: set PLAYWRIGHT_CHROMIUM to a Chromium binary')
}

export async function launchOptions(): Promise<{ launchOptions: LaunchOptions }> {
  const { path, env } = await executable()
  return {
    launchOptions: {
      executablePath: path,
      // Not the package's own list: it switches web security off, and the tests are there to see it work.
      args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
      env: { ...(process.env as Record<string, string>), ...env, ...fontEnvironment() },
    },
  }
}
