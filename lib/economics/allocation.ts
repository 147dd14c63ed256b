/**
 * 费用效益由谁承担、归谁所得: for each row of the cash-flow table, which part of it falls to whom.
 *
 * A row is divided by shares that hold for all its years. Besides the stakeholder groups there are three parties that every
 * project has: the treasury, the project's owner and the public at large. What nobody has been given yet is a remainder of its
 * own (未分配) and shown as such; spreading it silently over the others would be an invention.
 *
 * Compensation has two ends. Who pays it bears a cost; who receives it gives up land, a house or an income for it, which the row
 * counts at what is paid. So the receipt is entered beside the five rows (`received`) and is no gain: it answers whether a group
 * that bears something is given anything in return.
 */
import { z } from 'zod'
import { comparable } from '../scheme/threshold.ts'
import { FLOW_ROWS } from './appraisal.ts'

/** Parties beside the stakeholder groups; no id of a group begins with this sign. */
export const FIXED_PARTIES = ['$treasury', '$owner', '$public'] as const
export type FixedParty = (typeof FIXED_PARTIES)[number]

export const isFixedParty = (party: string): party is FixedParty =>
  FIXED_PARTIES.some((fixed) => fixed === party)

/** The rows of the table as they are borne or enjoyed, and who receives the compensation that is paid. */
export const ALLOCATED_ROWS = [...FLOW_ROWS, 'received'] as const
export type AllocatedRow = (typeof ALLOCATED_ROWS)[number]

/** Shares of one by party: the id of a stakeholder group or a fixed party. Who is not named has no part. */
export type PartyShares = Readonly<Record<string, number>>
export type Allocation = Readonly<Record<AllocatedRow, PartyShares>>

/** A value for every row that is divided. */
export function byAllocatedRow<Value>(value: (row: AllocatedRow) => Value): Record<AllocatedRow, Value> {
  return Object.fromEntries(ALLOCATED_ROWS.map((row) => [row, value(row)])) as Record<AllocatedRow, Value>
}

export const NOTHING_ALLOCATED: Allocation = byAllocatedRow(() => ({}))

/** What of a row belongs to nobody yet, 0…1; below zero where more than the whole was given away. */
export function unallocatedShare(shares: PartyShares): number {
  // A sum a hair above one rounds to minus nought, which another machine would print as another figure.
  return comparable(1 - Object.values(shares).reduce((sum, share) => sum + share, 0)) + 0
}

const share = z.number('not-a-number').gt(0, 'out-of-range').max(1, 'out-of-range')
const sharesShape = z
  .record(z.string().min(1).max(60), share)
  .refine((shares) => unallocatedShare(shares) >= 0, 'more-than-whole')

/** What an office enters: at most the whole of each row. */
export const allocationShape = z.object(byAllocatedRow(() => sharesShape))
