/**
 * `npm run audit -- verify`: follows every chain of events from its first row and names the first that was altered, removed or
 * moved; exit code 1 when there is one. A chain cannot show by itself that its last rows were cut off: compare its length and
 * head, which are printed, with what was noted earlier.
 */
import { verifyChain } from '../lib/integrity/hash-chain.ts'
import { type Database, openDatabase } from './database.ts'
import { listChains, readChain } from './stores/audit.ts'

export interface AuditReport {
  readonly intact: boolean
  /** One line per chain. */
  readonly lines: readonly string[]
}

export async function verifyAudit({ read }: Pick<Database, 'read'>): Promise<AuditReport> {
  const lines: string[] = []
  let intact = true
  for (const chain of await listChains(read)) {
    const verdict = verifyChain(await readChain(read, chain))
    if (!verdict.intact) intact = false
    lines.push(
      verdict.intact
        ? `${chain}: ${verdict.length} intact, head ${verdict.head}`
        : `${chain}: row ${verdict.seq} ${verdict.fault}`,
    )
  }
  return { intact, lines }
}

if (process.argv[1]?.endsWith('audit-verify.ts')) {
  if (process.argv[2] !== 'verify') {
    console.error('usage: npm run audit -- verify')
    process.exit(2)
  }
  const doors = await openDatabase()
  const { intact, lines } = await verifyAudit(doors)
  await doors.close()
  for (const line of lines) console.log(line)
  process.exit(intact ? 0 : 1)
}
