/**
 * Shares while they are being typed: percentages as text, so that "33." on the way to "33.3" is not an error. What nobody was
 * given is shown while typing and may stay.
 */
import { fail, ok, type Result } from '../result.ts'
import { roundToTotal } from '../statistics/sample-allocation.ts'
import { type AllocatedRow, type Allocation, byAllocatedRow, unallocatedShare } from './allocation.ts'

/** Percentages as typed, by row and party. */
export type AllocationDraft = Readonly<Record<AllocatedRow, Readonly<Record<string, string>>>>

export interface ShareIssue {
  readonly row: AllocatedRow
  /** Null where the row as a whole is wrong. */
  readonly party: string | null
  /** A code of the `issues` messages. */
  readonly reason: 'not-a-number' | 'negative' | 'out-of-range' | 'more-than-whole'
}

/** 0.15 → 15, without the noise of binary fractions; nothing for no share. */
const percentText = (share: number) => (share === 0 ? '' : String(Number((share * 100).toFixed(6))))

export function allocationDraftOf(allocation: Allocation): AllocationDraft {
  return byAllocatedRow((row) =>
    Object.fromEntries(Object.entries(allocation[row]).map(([party, share]) => [party, percentText(share)])),
  )
}

/** A percentage as people write it; empty and a dash mean no share. */
export function shareOf(text: string): Result<number, 'not-a-number' | 'negative' | 'out-of-range'> {
  const plain = text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
    .replace(/%$/, '')
  if (plain === '' || /^[-–—]+$/.test(plain)) return ok(0)
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return fail('not-a-number')
  const percent = Number(plain)
  if (percent < 0) return fail('negative')
  return percent > 100 ? fail('out-of-range') : ok(Number((percent / 100).toFixed(8)))
}

/** The shares a draft stands for, or every place that has to be corrected. */
export function allocationOf(draft: AllocationDraft): {
  allocation: Allocation | null
  issues: readonly ShareIssue[]
} {
  const issues: ShareIssue[] = []
  const allocation = byAllocatedRow((row) => {
    const shares: Record<string, number> = {}
    for (const [party, text] of Object.entries(draft[row])) {
      const share = shareOf(text)
      if (!share.ok) issues.push({ row, party, reason: share.reason })
      else if (share.value > 0) shares[party] = share.value
    }
    if (unallocatedShare(shares) < 0) issues.push({ row, party: null, reason: 'more-than-whole' })
    return shares
  })
  return { allocation: issues.length > 0 ? null : allocation, issues }
}

/** What of a row is left, below zero where too much was given; null while a cell of it cannot be read. */
export function leftOf(draft: AllocationDraft, row: AllocatedRow): number | null {
  const shares: Record<string, number> = {}
  for (const [party, text] of Object.entries(draft[row])) {
    const share = shareOf(text)
    if (!share.ok) return null
    shares[party] = share.value
  }
  return unallocatedShare(shares)
}

export function withShare(
  draft: AllocationDraft,
  row: AllocatedRow,
  party: string,
  text: string,
): AllocationDraft {
  return { ...draft, [row]: { ...draft[row], [party]: text } }
}

function withMore(draft: AllocationDraft, row: AllocatedRow, party: string, more: number): AllocationDraft {
  const now = shareOf(draft[row][party] ?? '')
  return withShare(draft, row, party, percentText((now.ok ? now.value : 0) + more))
}

/** Gives what is left of a row to one party; the draft as it is where nothing is left. */
export function withRest(draft: AllocationDraft, row: AllocatedRow, party: string): AllocationDraft {
  const left = leftOf(draft, row)
  return left === null || left <= 0 ? draft : withMore(draft, row, party, left)
}

/**
 * Gives what is left of a row to the groups in proportion to their persons, in hundredths of a percent that add up to it; the
 * draft as it is where nothing is left or nobody is counted.
 */
export function withRestByPersons(
  draft: AllocationDraft,
  row: AllocatedRow,
  groups: readonly { readonly id: string; readonly persons: number }[],
): AllocationDraft {
  const left = leftOf(draft, row)
  const all = groups.reduce((sum, { persons }) => sum + persons, 0)
  if (left === null || left <= 0 || all === 0) return draft
  const hundredths = Math.floor(left * 10_000 + 1e-6)
  const parts = roundToTotal(groups.map(({ persons }) => (hundredths * persons) / all))
  // A rest finer than a hundredth of a percent goes to the first, or it would stay behind for ever.
  const fine = Number((left - hundredths / 10_000).toFixed(8))
  return groups.reduce((given, { id }, i) => {
    const more = parts[i]! / 10_000 + (i === 0 ? fine : 0)
    return more > 0 ? withMore(given, row, id, more) : given
  }, draft)
}
