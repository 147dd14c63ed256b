/**
 * A script for the browser, bundled from the very files the server runs. Made once, when somebody first asks for a page that
 * has one.
 */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { acceptsGzip } from './compression.ts'

export interface ClientScript {
  readonly plain: Buffer
  readonly gzip: Buffer
  /** Name of its file: another script has another name, so an old copy is never mistaken for it. */
  readonly file: string
}

interface Source {
  readonly entry: string
  /** The oldest browsers it is for, in the words of esbuild. */
  readonly target: string
}

async function build({ entry, target }: Source): Promise<ClientScript> {
  const esbuild = await import('esbuild')
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target,
    legalComments: 'inline',
  })
  const plain = Buffer.from(outputFiles[0]!.contents)
  const version = createHash('sha256').update(plain).digest('hex').slice(0, 16)
  return { plain, gzip: gzipSync(plain), file: `${version}.js` }
}

export function clientScript(source: Source): () => Promise<ClientScript> {
  let made: Promise<ClientScript> | null = null
  return () => {
    made ??= build(source).catch((error: unknown) => {
      made = null // the next visitor tries again
      throw error
    })
    return made
  }
}

/** Serves a script under a folder of its own. */
export function scriptRoute(
  server: FastifyInstance,
  folder: string,
  script: () => Promise<ClientScript>,
): void {
  server.get(`${folder}/:file`, async (request, reply) => {
    const { plain, gzip } = await script()
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .header('vary', 'accept-encoding')
    return acceptsGzip(request.headers['accept-encoding'])
      ? reply.header('content-encoding', 'gzip').send(gzip)
      : reply.send(plain)
  })
}
