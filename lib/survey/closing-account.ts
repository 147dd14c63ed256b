/**
 * 封卷核对: does the box hold what was put into it?
 *
 * Whoever answers gets a receipt, and the door adds one to its count: three books of the same answers (envelopes, receipts,
 * counts at the door), kept apart so that nobody can follow one to the other. At closing their sums must agree: answers
 * accepted = receipts given = answers counted + envelopes that did not open. A door that was taken over could give out
 * receipts without answers, or raise its count; it shows here, by its number and never by name, because nothing leads from
 * a receipt to an answer.
 */
import { type CellCount, RESPONSE } from './cells.ts'

export interface ClosingAccount {
  /** Answers that the doors counted when the last envelope was opened. */
  readonly accepted: number
  /** Receipts given: the leaves of the Merkle tree. */
  readonly receipts: number
  readonly counted: number
  /** Envelopes that did not open, as forged or damaged ones do not. Other than 0 it needs an explanation. */
  readonly unreadable: number
}

export const ACCOUNT_FAULTS = [
  /** more receipts than envelopes: not every receipt stands for an answer */
  'receipts-without-answers',
  /** fewer receipts than envelopes: answers that nobody can look up */
  'answers-without-receipts',
  /** the doors counted more or fewer than there were, in all or for a group and channel */
  'door-count-differs',
  /** the doors' counts were changed after closing */
  'door-count-changed',
] as const
export type AccountFault = (typeof ACCOUNT_FAULTS)[number]

/**
 * What does not agree; empty where everything does.
 * @param counts as the doors have them today. @param cells the counts of the answers.
 */
export function accountFaults(
  { accepted, receipts, counted, unreadable }: ClosingAccount,
  counts: readonly Pick<CellCount, 'groupId' | 'channel' | 'n'>[],
  cells: readonly CellCount[],
): AccountFault[] {
  const envelopes = counted + unreadable
  const today = counts.reduce((sum, { n }) => sum + n, 0)
  const differences = new Map<string, number>()
  const add = (groupId: string, channel: string, n: number) => {
    const place = `${groupId}\u0000${channel}`
    differences.set(place, (differences.get(place) ?? 0) + n)
  }
  for (const { groupId, channel, n } of counts) add(groupId, channel, n)
  for (const { groupId, channel, questionId, cell, n } of cells)
    if (questionId === RESPONSE && cell === 'n') add(groupId, channel, -n)
  const places = [...differences.values()]
  // An envelope that did not open was counted at a door, so only there may the door be ahead.
  const apart = places.some((n) => n < 0) || places.reduce((sum, n) => sum + n, 0) !== unreadable
  return [
    ...(receipts > envelopes ? (['receipts-without-answers'] as const) : []),
    ...(receipts < envelopes ? (['answers-without-receipts'] as const) : []),
    ...(accepted !== envelopes || (today === accepted && apart) ? (['door-count-differs'] as const) : []),
    ...(today !== accepted ? (['door-count-changed'] as const) : []),
  ]
}
