/**
 * 矛盾纠纷滚动排查: dated rounds of screening before and after the decision, and the ledger of what they found.
 *
 * The linked mediation is what turns a complaint into an outcome, and the ledger shows whether it does: what is open,
 * what is overdue, and which risk factor is alive again. It changes no score; a factor with open disputes is shown as
 * such, and people decide whether its likelihood still holds.
 */
import { z } from 'zod'
import { happenedOn } from '../happened-on.ts'
import { dayAsEntered, type TableRows, tableRows, wordAsEntered } from '../table-rows.ts'
import { daysBetween } from '../working-days.ts'
import {
  type Dispute,
  type DisputeEntry,
  disputeShape,
  impersonal,
  isOpen,
  isUnresolved,
  OUTCOMES,
  type Outcome,
  outcomeOf,
  type Severity,
  type SizeBand,
  standsSince,
  TRACKS,
  type Track,
} from './dispute.ts'

export const ROUND_STAGES = ['before-decision', 'after-decision'] as const
export type RoundStage = (typeof ROUND_STAGES)[number]

/** @param today YYYY-MM-DD in China; a round that still goes on ends, so far, today. */
export const roundShape = (today: string) =>
  z
    .object({
      stage: z.enum(ROUND_STAGES),
      area: impersonal(120).pipe(z.string().min(1, 'required')),
      /** The office that screened. */
      office: impersonal(120).pipe(z.string().min(1, 'required')),
      from: happenedOn(today),
      to: happenedOn(today),
      /** How it was done: households visited, meetings, hotlines. */
      manner: impersonal(1000),
    })
    .refine(({ from, to }) => to >= from, { path: ['to'], message: 'end-before-start' })
export type RoundEntry = z.infer<ReturnType<typeof roundShape>>

export interface ScreeningRound extends RoundEntry {
  readonly id: string
}

/** 注销: an entry that was a mistake. It is kept with its reason and counts for nothing else. */
export interface StruckEntry {
  readonly id: string
  readonly kind: 'round' | 'dispute'
  /** The subject of the dispute, the area of the round. */
  readonly what: string
  readonly on: string
  readonly reason: string
}

/** What counts, and beside it what was struck. */
export interface DisputeRegister {
  readonly rounds: readonly ScreeningRound[]
  readonly disputes: readonly Dispute[]
  readonly struck: readonly StruckEntry[]
}

export const NO_DISPUTES: DisputeRegister = { rounds: [], disputes: [], struck: [] }

/** Disputes due within so many days are reminded of. */
export const REMINDER_DAYS = 7

export interface DueDispute {
  readonly dispute: Dispute
  /** Whole days until the deadline; negative when it has passed. */
  readonly daysLeft: number
}

/** Open disputes whose deadline has passed or is near, the most overdue first. */
export function dueDisputes({ disputes }: DisputeRegister, today: string): DueDispute[] {
  return disputes
    .flatMap((dispute) =>
      isOpen(dispute) && dispute.deadline !== null
        ? [{ dispute, daysLeft: daysBetween(today, dispute.deadline) }]
        : [],
    )
    .filter(({ daysLeft }) => daysLeft <= REMINDER_DAYS)
    .sort((a, b) => a.daysLeft - b.daysLeft)
}

/**
 * Disputes that nobody was charged with `days` days after they were registered or registered anew, the longest first.
 * The number of days is the scheme's.
 */
export function waitingDisputes({ disputes }: DisputeRegister, today: string, days: number): Dispute[] {
  return disputes
    .filter((dispute) => dispute.state === 'registered' && daysBetween(standsSince(dispute), today) > days)
    .sort((a, b) => (standsSince(a) < standsSince(b) ? -1 : 1))
}

/** How many disputes are open, ended in an agreement, or were closed without one. */
export function outcomesOf({ disputes }: Pick<DisputeRegister, 'disputes'>): Record<Outcome, number> {
  const of = (outcome: Outcome) => disputes.filter((dispute) => outcomeOf(dispute) === outcome).length
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, of(outcome)])) as Record<Outcome, number>
}

export interface TrackOutcome {
  readonly referred: number
  readonly settled: number
  readonly notSettled: number
  readonly open: number
}

/** How many disputes each track was given last, and what became of them. A closed one counts by how it ended. */
export function outcomesByTrack({ disputes }: DisputeRegister): Record<Track, TrackOutcome> {
  const of = (track: Track): TrackOutcome => {
    const some = disputes.filter((dispute) => dispute.track === track)
    const settled = some.filter((dispute) => outcomeOf(dispute) === 'agreed').length
    const notSettled = some.filter(
      (dispute) => dispute.state === 'not-settled' || outcomeOf(dispute) === 'not-agreed',
    ).length
    return { referred: some.length, settled, notSettled, open: some.length - settled - notSettled }
  }
  return Object.fromEntries(TRACKS.map((track) => [track, of(track)])) as Record<Track, TrackOutcome>
}

/** Disputes without an agreement, by the risk factor they belong to: what is alive, whatever its score says. */
export function unresolvedByFactor({
  disputes,
}: Pick<DisputeRegister, 'disputes'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const dispute of disputes) {
    if (dispute.factorId === null || !isUnresolved(dispute)) continue
    counts.set(dispute.factorId, (counts.get(dispute.factorId) ?? 0) + 1)
  }
  return counts
}

const COLUMNS = [
  { heading: '事由', field: 'subject' },
  { heading: '涉及人数', field: 'size' },
  { heading: '程度', field: 'severity' },
  { heading: '登记日期', field: 'registeredOn' },
] as const

/** The columns of an import, in the words of its template. */
export const DISPUTE_COLUMNS = COLUMNS.map(({ heading }) => heading)

const SIZE_WORDS = {
  '1至4人': '1-4',
  '5至29人': '5-29',
  '30至199人': '30-199',
  '200人以上': '200+',
} as const satisfies Record<string, SizeBand>
const SEVERITY_WORDS = {
  一般: 'general',
  较大: 'significant',
  重大: 'serious',
} as const satisfies Record<string, Severity>

/**
 * A ledger kept elsewhere, as entries without groups and factors, which are chosen here.
 * @param today YYYY-MM-DD in China.
 */
export function disputesOf(table: readonly (readonly string[])[], today: string): TableRows<DisputeEntry> {
  return tableRows(
    table,
    COLUMNS,
    disputeShape(today),
    (cells) => ({
      subject: cells.subject,
      groupIds: [],
      size: wordAsEntered(SIZE_WORDS, cells.size),
      severity: wordAsEntered(SEVERITY_WORDS, cells.severity),
      registeredOn: dayAsEntered(cells.registeredOn),
      roundId: null,
      factorId: null,
    }),
    ({ subject, registeredOn }) => JSON.stringify([subject, registeredOn]),
  )
}
