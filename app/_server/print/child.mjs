/**
 * The typesetter's own process: sets one report, sends it back, ends.
 *
 * compile() is synchronous and leaks tens of megabytes per large report, so it never runs in a server process. Plain
 * JavaScript without a loader, because the same file is forked from `next start`, from tsx and from vitest.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** Diagnostics as one line; they come as objects, and never name more than a place in the template. */
function lines(diagnostics) {
  return diagnostics.map((item) =>
    typeof item === 'string' ? item : (item?.message ?? JSON.stringify(item)),
  )
}

function typeset({ workspace, main, fontDirectories, inputs }) {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontDirectories }] })
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

process.once('message', (order) => {
  let answer
  try {
    answer = typeset(order)
  } catch (error) {
    answer = { failure: String(error?.message ?? error) }
  }
  process.send(answer, () => process.disconnect())
})
