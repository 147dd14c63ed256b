/**
 * The typesetter's process with one addition: with every report it leaves its memory, at its peak and now, in a file that the bench
 * reads.
 */
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const send = process.send.bind(process)
process.send = (...message) => {
  const memory = { peakKB: process.resourceUsage().maxRSS, rssBytes: process.memoryUsage.rss() }
  writeFileSync(join(tmpdir(), `wenping-bench-${process.ppid}.memory`), JSON.stringify(memory))
  return send(...message)
}
await import('../app/_server/print/child.mjs')
