/** What is asked for before codes are made, and what is said of them afterwards. */
import { z } from 'zod'

/** A print that a browser can take in one piece; larger numbers are made in several batches. */
export const MOST_SLIPS = 1000
/**
 * One sheet of A4. A batch for one household would carry that household in its name; that nobody learns from a batch whether a
 * certain slip was used does not rest on its size but on this: how many of a batch were used is kept and told nowhere.
 */
export const FEWEST_SLIPS = 10

export const codeEntryShape = z.object({
  groupId: z.string().min(1, 'required'),
  count: z
    .number('not-a-number')
    .int('not-whole')
    .min(FEWEST_SLIPS, 'too-few-slips')
    .max(MOST_SLIPS, 'out-of-range'),
  label: z.string().trim().min(1, 'required').max(60, 'too-long'),
  /** The last day on which the codes open the questionnaire; null: as long as the survey is open. */
  validThrough: z.iso.date('invalid-date').nullable(),
})
export type CodeEntry = z.infer<typeof codeEntryShape>

/** Slips that exist nowhere else. */
export interface MadeSlips {
  readonly label: string
  readonly count: number
  readonly pdf: Uint8Array
}

/** Why the unused codes of a batch were made worthless. The first says that no slip of the batch exists. */
export const VOID_REASONS = [
  'file-not-received',
  'slips-lost',
  'misprinted',
  'wrong-group',
  'called-back',
] as const
export type VoidReason = (typeof VOID_REASONS)[number]

export const voidEntryShape = z.object({
  batchId: z.string().min(1).max(40),
  reason: z.enum(VOID_REASONS, 'required'),
})
export type VoidEntry = z.infer<typeof voidEntryShape>

export const leftOverShape = z.object({
  batchId: z.string().min(1).max(40),
  /** Slips that were never handed out, counted by hand; null: not counted after all. */
  leftOver: z
    .number('not-a-number')
    .int('not-whole')
    .min(0, 'out-of-range')
    .max(MOST_SLIPS, 'out-of-range')
    .nullable(),
})
export type LeftOverEntry = z.infer<typeof leftOverShape>

export interface CodeBatchFacts {
  readonly batchId: string
  readonly groupId: string
  readonly label: string
  readonly issued: number
  /** Never handed out, counted by hand; null where nobody counted. */
  readonly leftOver: number | null
  /** Calendar days, YYYY-MM-DD. */
  readonly validThrough: string | null
  readonly voidedOn: string | null
  readonly voidReason: VoidReason | null
  readonly createdOn: string
}

/** A group as the channels know it. */
export interface ChannelGroup {
  readonly id: string
  readonly name: string
}
