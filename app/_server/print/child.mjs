/**
 * The typesetter's own process: sets one report after the other and sends each back, until its parent lets it go.
 *
 * compile() is synchronous and leaks tens of megabytes per large report, so it never runs in a server process, and this one is
 * let go after some reports. What stays between two reports are the fonts and what the typesetter remembers of the template; a
 * report that was set before takes a fifth of the time. Plain JavaScript without a loader, because the same file is forked from
 * `next start`, from tsx and from vitest.
 */
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** Diagnostics as one line; they come as objects, and never name more than a place in the template. */
function lines(diagnostics) {
  return diagnostics.map((item) =>
    typeof item === 'string' ? item : (item?.message ?? JSON.stringify(item)),
  )
}

/** Reports after which the typesetter forgets what it remembers of one. */
const MEMORY = 3
/** Forgetting a large report takes a tenth of a second: done while nobody waits, but not put off for ever. */
const PAUSE_MS = 500
const MOST_OWED = 3

let owed = 0
let pause = null

let kept = null

function compilerFor(workspace, fontDirectories) {
  const key = JSON.stringify([workspace, fontDirectories])
  if (kept?.key !== key)
    kept = {
      key,
      compiler: NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontDirectories }] }),
    }
  return kept.compiler
}

function forget() {
  for (; owed > 0; owed -= 1) kept?.compiler.evictCache(MEMORY)
}

function sent() {
  owed += 1
  if (owed < MOST_OWED) pause = setTimeout(forget, PAUSE_MS)
  else forget()
}

function typeset({ workspace, main, fontDirectories, data }) {
  const compiler = compilerFor(workspace, fontDirectories)
  // A file that exists in the typesetter's mind only. As an input of the program it would change the program, and nothing that the
  // templates have worked out before could be used again.
  compiler.mapShadow(path.join(workspace, 'paper.json'), Buffer.from(data))
  const compiled = compiler.compile({ mainFilePath: main })
  if (compiled.hasError()) throw new Error(lines(compiled.takeError()?.shortDiagnostics ?? []).join('; '))
  const complaints = lines(compiled.takeWarnings()?.shortDiagnostics ?? [])
  const exported = (options) => new Uint8Array(compiler.pdf(compiled.result, options))
  try {
    return { pdf: exported({ pdfStandard: 'a-2a' }), standard: 'a-2a', complaints }
  } catch (error) {
    return { pdf: exported({}), standard: null, complaints, refusal: String(error?.message ?? error) }
  }
}

process.on('message', (order) => {
  clearTimeout(pause)
  let answer
  try {
    answer = typeset(order)
  } catch (error) {
    answer = { failure: String(error?.message ?? error) }
    kept = null
  }
  process.send({ ...answer, rssBytes: process.memoryUsage.rss() }, sent)
})
