/**
 * The typesetter's own process: sets one report after the other and sends each back, until its parent lets it go.
 *
 * compile() is synchronous and leaks tens of megabytes per large report, so it never runs in a server process, and this one is
 * let go after some reports. What stays between two reports are the fonts and what the typesetter remembers of the template; a
 * report that was set before takes a fifth of the time. Plain JavaScript without a loader, because the same file is forked from
 * `next start`, from tsx and from vitest.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** Diagnostics as one line; they come as objects, and never name more than a place in the template. */
function lines(diagnostics) {
  return diagnostics.map((item) =>
    typeof item === 'string' ? item : (item?.message ?? JSON.stringify(item)),
  )
}

/** Reports after which the typesetter forgets what it remembers of one. */
const MEMORY = 3

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

/** After the report was sent: nobody has to wait for it. */
function forget() {
  kept?.compiler.evictCache(MEMORY)
}

function typeset({ workspace, main, fontDirectories, inputs }) {
  const compiler = compilerFor(workspace, fontDirectories)
  const compiled = compiler.compile({ mainFilePath: main, inputs })
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
  let answer
  try {
    answer = typeset(order)
  } catch (error) {
    answer = { failure: String(error?.message ?? error) }
    kept = null
  }
  process.send({ ...answer, rssBytes: process.memoryUsage.rss() }, forget)
})
