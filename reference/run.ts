/** `npm run reference -- DIR [--json FILE]`: evaluates every case of every fixture file in DIR with the engine. */
import { runReference } from './command.ts'
import { operations } from './operations/registry.ts'

process.exitCode = runReference(process.argv.slice(2), operations, {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
})
