/**
 * `npm run audit -- verify [--anchor 57-3f9a12c04be7d185]…`: looks for what was altered, removed, moved or made up in the records of
 * the house; exit code 1 when anything was found.
 *
 * Every chain of events is followed from its first row. The chain of the office, which notes every event of every other chain, tells
 * when one of them was cut short or thrown away as a whole. The events say what was stored about frozen versions, the
 * signatures on them and the accounts, and these are held against it. Whoever rolls the whole database back to an older state
 * leaves all of that in order; against him stands the anchor that is printed in every frozen report (see
 * lib/integrity/anchor.ts), which is typed in here.
 */
import { parseArgs } from 'node:util'
import { and, eq } from 'drizzle-orm'
import { publicFigures } from '../lib/approval/public-record.ts'
import { reportCode } from '../lib/approval/report-code.ts'
import { type Anchor, isAt, parseAnchor, printAnchor } from '../lib/integrity/anchor.ts'
import { canonicalJson } from '../lib/integrity/canonical-json.ts'
import { digestBytes, digestValue } from '../lib/integrity/digest.ts'
import { CHAIN_START, type ChainRow, verifyChain } from '../lib/integrity/hash-chain.ts'
import { type Database, openDatabase, type Reader } from './database.ts'
import { users } from './schema/accounts.ts'
import { approvalSteps, frozenVersions, publicBundles, reportRegistry } from './schema/approval.ts'
import { accountSeal } from './stores/accounts.ts'
import { sealOfStep } from './stores/approval-steps.ts'
import {
  type ChainedDeed,
  type EventAbout,
  listChains,
  OFFICE_CHAIN,
  officeSubject,
  readChain,
} from './stores/audit.ts'
import { sealOfVersion } from './stores/frozen-versions.ts'

export interface AuditReport {
  readonly intact: boolean
  /** One line per chain, then one per finding. */
  readonly lines: readonly string[]
}

type Chains = ReadonlyMap<string, readonly ChainRow<ChainedDeed>[]>

async function readChains(read: Reader): Promise<Chains> {
  const chains = new Map<string, readonly ChainRow<ChainedDeed>[]>()
  for (const chain of await listChains(read)) chains.set(chain, await readChain(read, chain))
  return chains
}

/** What the chain of the office noted and another chain no longer has, and the other way round. */
function gapsIn(chains: Chains): string[] {
  const noted = new Map((chains.get(OFFICE_CHAIN) ?? []).map(({ event }) => [event.subject, event.detail]))
  const found: string[] = []
  for (const [chain, rows] of chains) {
    if (chain === OFFICE_CHAIN) continue
    for (const { seq, hash } of rows) {
      const subject = officeSubject(chain, seq)
      const expected = noted.get(subject)
      noted.delete(subject)
      if (expected !== hash)
        found.push(
          expected === undefined
            ? `${chain}: event ${seq} was never noted by the office`
            : `${chain}: event ${seq} is not the one the office noted`,
        )
    }
  }
  const lost = new Map<string, number[]>()
  for (const subject of noted.keys()) {
    const [chain, seq] = (subject ?? '').split('#')
    lost.set(chain ?? '', [...(lost.get(chain ?? '') ?? []), Number(seq)])
  }
  for (const [chain, seqs] of lost)
    found.push(`${chain}: ${seqs.length} events are gone, from ${Math.min(...seqs)} on`)
  return found
}

/** The last thing the events of a chain say about each subject. */
function lastWords(rows: readonly ChainRow<ChainedDeed>[], actions: readonly string[]) {
  return new Map(
    rows
      .filter(({ event }) => actions.includes(event.action) && event.subject !== null)
      .map(({ event }) => [event.subject, event.detail]),
  )
}

/** Rows against the events that tell of them: one altered, one that no event tells of, one that is gone. */
function against(
  name: string,
  told: Map<string | null, string | null>,
  stored: readonly EventAbout[],
): string[] {
  const found: string[] = []
  for (const { subject, detail } of stored) {
    if (!told.has(subject)) found.push(`${name} ${subject}: no event tells of it`)
    else if (told.get(subject) !== detail) found.push(`${name} ${subject}: altered`)
    told.delete(subject)
  }
  for (const subject of told.keys()) found.push(`${name} ${subject}: gone`)
  return found
}

const isDeleted = (rows: readonly ChainRow<ChainedDeed>[]) =>
  rows.at(-1)?.event.action === 'assessment-deleted'

async function alteredApprovals(read: Reader, chains: Chains): Promise<string[]> {
  const found: string[] = []
  const versions = await read.select().from(frozenVersions)
  const steps = await read.select().from(approvalSteps)
  const ids = new Set([
    ...chains.keys(),
    ...versions.map(({ assessmentId }) => assessmentId),
    ...steps.map(({ assessmentId }) => assessmentId),
  ])
  for (const id of ids) {
    const rows = chains.get(id) ?? []
    // What was deleted with its assessment is gone by right; the event says so.
    if (isDeleted(rows)) continue
    const mine = <Row extends { readonly assessmentId: string }>(all: readonly Row[]) =>
      all.filter(({ assessmentId }) => assessmentId === id)
    found.push(
      ...against(`${id} version`, lastWords(rows, ['version-frozen']), mine(versions).map(sealOfVersion)),
      ...against(`${id} step`, lastWords(rows, ['approval-step-taken']), mine(steps).map(sealOfStep)),
    )
  }
  return found
}

function agrees(record: typeof reportRegistry.$inferSelect, version: typeof frozenVersions.$inferSelect) {
  const { assessmentId, number, caseDigest, snapshot, results } = version
  return (
    record.code === reportCode(assessmentId, number, caseDigest) &&
    record.caseDigest === caseDigest &&
    record.auditHash === version.auditHash &&
    record.bundleDigest === version.bundleDigest &&
    canonicalJson(record.figures) === canonicalJson(publicFigures(snapshot, results))
  )
}

/** A frozen version holds its own digests, its public record, and where the chains stood. */
async function alteredVersions(read: Reader, chains: Chains): Promise<string[]> {
  const found: string[] = []
  const registry = await read.select().from(reportRegistry)
  for (const version of await read.select().from(frozenVersions)) {
    const { assessmentId, number, auditSeq, auditHash, officeSeq, officeHash } = version
    const name = `${assessmentId} version v${number}`
    if (digestValue(version.snapshot) !== version.caseDigest) found.push(`${name}: the case was altered`)
    if (digestValue(version.results) !== version.resultsDigest)
      found.push(`${name}: the results were altered`)
    const record = registry.find((row) => row.assessmentId === assessmentId && row.number === number)
    if (!record || !agrees(record, version)) found.push(`${name}: its public record was altered or is gone`)
    const [bundle] = await read
      .select({ bytes: publicBundles.bytes })
      .from(publicBundles)
      .where(and(eq(publicBundles.assessmentId, assessmentId), eq(publicBundles.number, number)))
    if (!bundle || digestBytes(bundle.bytes) !== version.bundleDigest)
      found.push(`${name}: its public bundle was altered or is gone`)
    for (const [chain, seq, hash] of [
      [assessmentId, auditSeq, auditHash],
      [OFFICE_CHAIN, officeSeq, officeHash],
    ] as const) {
      const stood = seq === 0 ? CHAIN_START : chains.get(chain)?.[seq - 1]?.hash
      if (stood !== hash)
        found.push(`${name}: chain ${chain} no longer has event ${printAnchor({ seq, hash })}`)
    }
  }
  return found
}

async function alteredAccounts(read: Reader, chains: Chains): Promise<string[]> {
  const deeds = ['account-created', 'role-changed', 'account-disabled-or-enabled', 'password-reset']
  const told = lastWords(chains.get('accounts') ?? [], deeds)
  const seals: EventAbout[] = []
  for (const { id } of await read.select({ id: users.id }).from(users))
    seals.push(await accountSeal(read, id))
  return against('account', told, seals)
}

export async function verifyAudit(
  { read }: Pick<Database, 'read'>,
  anchors: readonly Anchor[] = [],
): Promise<AuditReport> {
  const chains = await readChains(read)
  const lines: string[] = []
  let broken = 0
  for (const [chain, rows] of chains) {
    const verdict = verifyChain(rows)
    if (!verdict.intact) broken += 1
    lines.push(
      verdict.intact
        ? `${chain}: ${verdict.length} intact, head ${verdict.head}`
        : `${chain}: row ${verdict.seq} ${verdict.fault}`,
    )
  }
  const found = [
    ...gapsIn(chains),
    ...(await alteredVersions(read, chains)),
    ...(await alteredApprovals(read, chains)),
    ...(await alteredAccounts(read, chains)),
  ]
  for (const anchor of anchors) {
    const printed = `${anchor.seq}-${anchor.hash}`
    const [chain] = [...chains].find(([, rows]) => rows.some((row) => isAt(anchor, row))) ?? []
    if (chain === undefined) found.push(`anchor ${printed}: no chain has this event any more`)
    else lines.push(`anchor ${printed}: chain ${chain} has it`)
  }
  return { intact: broken + found.length === 0, lines: [...lines, ...found] }
}

const USAGE = 'usage / 用法: npm run audit -- verify [--anchor 57-3f9a12c04be7d185]…'

/** @returns null where the arguments are none. */
function askedAnchors(args: readonly string[]): Anchor[] | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { anchor: { type: 'string', multiple: true } },
    })
    if (positionals.join() !== 'verify') return null
    const anchors: Anchor[] = []
    for (const text of values.anchor ?? []) {
      const parsed = parseAnchor(text)
      if (!parsed.ok) return null
      anchors.push(parsed.value)
    }
    return anchors
  } catch {
    return null // an option that does not exist
  }
}

if (process.argv[1]?.endsWith('audit-verify.ts')) {
  const anchors = askedAnchors(process.argv.slice(2))
  if (!anchors) {
    console.error(USAGE)
    process.exit(2)
  }
  const doors = await openDatabase()
  const { intact, lines } = await verifyAudit(doors, anchors)
  await doors.close()
  for (const line of lines) console.log(line)
  console.log(intact ? '完好 / intact' : '有改动 / altered')
  process.exit(intact ? 0 : 1)
}
