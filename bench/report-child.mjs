/** The typesetter's process with one addition: with every report it leaves its peak memory in a file that the bench reads. */
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const send = process.send.bind(process)
process.send = (...message) => {
  writeFileSync(join(tmpdir(), `wenping-bench-${process.ppid}.peak`), String(process.resourceUsage().maxRSS))
  return send(...message)
}
await import('../app/_server/print/child.mjs')
