/**
 * The engine as a script for the browser, bundled from the very files the server computes with. Made once, when somebody first
 * asks for the page: a county office may never need it.
 */
import { gzipSync } from 'node:zlib'

export interface Script {
  readonly plain: Buffer
  readonly gzip: Buffer
}

const ENTRY = 'intake/verify/client/bundle-check.ts'

let made: Promise<Script> | null = null

async function build(): Promise<Script> {
  const esbuild = await import('esbuild')
  const { outputFiles } = await esbuild.build({
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    legalComments: 'inline',
  })
  const plain = Buffer.from(outputFiles[0]!.contents)
  return { plain, gzip: gzipSync(plain) }
}

export function bundleScript(): Promise<Script> {
  made ??= build().catch((error: unknown) => {
    made = null // the next visitor tries again
    throw error
  })
  return made
}
