/** The typesetter's process with one addition: when it ends it leaves its peak memory in a file that the bench reads. */
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

process.once('exit', () => {
  writeFileSync(join(tmpdir(), `wenping-bench-${process.ppid}.peak`), String(process.resourceUsage().maxRSS))
})
await import('../app/_server/print/child.mjs')
