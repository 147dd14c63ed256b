/**
 * 抽样框: the groups of an assessment as strata, each with its households and the list they are drawn from.
 *
 * Everything later is measured against the frame: how many must be asked, who is drawn, how many came back. Its digest is
 * published before a draw, so that nobody can add or remove households once the numbers of the draw are known.
 */
import { digestText } from '../../integrity/digest.ts'
import { byBytes } from './household-list.ts'

export interface FrameGroup {
  readonly id: string
  readonly name: string
  readonly effect: 'direct' | 'indirect'
  readonly households: number
  readonly persons: number
}

/** What is known about the list in force of one group; the numbers themselves stay in the database. */
export interface HouseholdListFacts {
  readonly groupId: string
  readonly size: number
  readonly digest: string
  /** YYYY-MM-DD. */
  readonly importedOn: string
  /** Where the numbers come from, such as 村委会2026年户籍册. */
  readonly source: string
}

/** One stratum of a draw. */
export interface DrawnStratum {
  readonly groupId: string
  readonly name: string
  /** Households on the list. */
  readonly size: number
  /** How many of them are drawn. */
  readonly sample: number
  readonly listDigest: string
}

/**
 * SHA-256 over one line per stratum, sorted by name: name, households, digest of its list, number to be drawn, separated
 * by tabs, each line ended by a line feed.
 */
export function frameDigest(strata: readonly DrawnStratum[]): string {
  const lines = [...strata]
    .sort((a, b) => byBytes(a.name, b.name))
    .map(({ name, size, listDigest, sample }) => `${name}\t${size}\t${listDigest}\t${sample}\n`)
  return digestText(lines.join(''))
}

/** Households on the list less those registered for the group; null where no list was brought. */
export function listGap(group: FrameGroup, list: HouseholdListFacts | undefined): number | null {
  return list ? list.size - group.households : null
}
