/**
 * 纸质问卷的保管: a batch of numbered forms is kept like ballots, issued = returned + spoilt + unused.
 *
 * Every form is in one state. It goes out; it comes back, spoilt, unused, or filled in; a filled-in form is entered by two
 * different people who do not see each other's work. When both entries agree the answers go into the sealed box and the
 * entries are wiped: the paper is the evidence. When they differ, a third look at the paper decides. Forms that are still
 * out at the end are missing, by number: they could have been filled in by anybody.
 */
import { z } from 'zod'
import type { Answer, Answers } from '../response.ts'
import { LARGEST_BATCH } from './serial.ts'

export const FORM_STATES = [
  'out',
  'returned',
  'spoilt',
  'unused',
  'entered',
  'differing',
  'accepted',
] as const
export type FormState = (typeof FORM_STATES)[number]
/** What an official says of forms by number; the other states follow from entries. */
export const MARKS = ['returned', 'spoilt', 'unused', 'out'] as const
export type Mark = (typeof MARKS)[number]

export const paperBatchShape = z.object({
  groupId: z.string().min(1, 'required'),
  size: z.number('not-a-number').int('not-whole').min(1, 'out-of-range').max(LARGEST_BATCH, 'out-of-range'),
  language: z.string().min(2, 'required').max(35, 'too-long'),
})
export type PaperBatchEntry = z.infer<typeof paperBatchShape>

const place = z
  .number('not-a-number')
  .int('not-whole')
  .min(1, 'out-of-range')
  .max(LARGEST_BATCH, 'out-of-range')
export const markShape = z
  .object({ batch: place, from: place, to: place, mark: z.enum(MARKS) })
  .refine(({ from, to }) => from <= to, { message: 'range-reversed', path: ['to'] })
export type MarkEntry = z.infer<typeof markShape>

export interface PaperBatch {
  readonly batch: number
  readonly groupId: string
  readonly size: number
  readonly language: string
  readonly printedOn: string
  readonly counts: Readonly<Record<FormState, number>>
  /** Numbers of forms that are out, and of those that wait for something. */
  readonly out: readonly number[]
  readonly returned: readonly number[]
  readonly entered: readonly number[]
  readonly differing: readonly number[]
}

export interface Custody {
  readonly issued: number
  readonly returned: number
  readonly spoilt: number
  readonly unused: number
  readonly missing: number
}

/** issued = returned + spoilt + unused + missing, over any number of batches. */
export function custodyOf(batches: readonly Pick<PaperBatch, 'size' | 'counts'>[]): Custody {
  const sum = (count: (batch: Pick<PaperBatch, 'size' | 'counts'>) => number) =>
    batches.reduce((total, batch) => total + count(batch), 0)
  return {
    issued: sum(({ size }) => size),
    returned: sum(({ counts }) => counts.returned + counts.entered + counts.differing + counts.accepted),
    spoilt: sum(({ counts }) => counts.spoilt),
    unused: sum(({ counts }) => counts.unused),
    missing: sum(({ counts }) => counts.out),
  }
}

/** JSON with sorted keys: two entries are the same when they say the same. */
function written(answer: Answer | undefined): string {
  if (answer === undefined || typeof answer === 'string' || Array.isArray(answer))
    return JSON.stringify(answer) ?? ''
  return JSON.stringify(Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Keys of answers in which two entries of one form differ, in the order of the first, then of the second. */
export function differences(first: Answers, second: Answers): string[] {
  const keys = new Set([...Object.keys(first), ...Object.keys(second)])
  return [...keys].filter((key) => written(first[key]) !== written(second[key]))
}
