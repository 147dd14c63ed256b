/** What is asked for before codes are made. */
import { z } from 'zod'

/** A print that a browser can take in one piece; larger numbers are made in several batches. */
export const MOST_SLIPS = 1000

export const codeEntryShape = z.object({
  groupId: z.string().min(1, 'required'),
  count: z.number('not-a-number').int('not-whole').min(1, 'out-of-range').max(MOST_SLIPS, 'out-of-range'),
  label: z.string().trim().min(1, 'required').max(60, 'too-long'),
})
export type CodeEntry = z.infer<typeof codeEntryShape>

/** Slips that exist nowhere else. */
export interface MadeSlips {
  readonly label: string
  readonly count: number
  readonly pdf: Uint8Array
}

export interface CodeBatchFacts {
  readonly batchId: string
  readonly groupId: string
  readonly label: string
  readonly issued: number
  /** Null while the survey is open. */
  readonly spent: number | null
  readonly voided: number
  readonly createdOn: string
}

/** A group as the channels know it. */
export interface ChannelGroup {
  readonly id: string
  readonly name: string
}
