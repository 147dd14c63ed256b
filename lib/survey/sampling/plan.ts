/**
 * 抽样方案: how precise the survey is to be, and how many of each group must therefore answer.
 *
 * A plan is made before anything is known of the answers, and kept: what came in is later set beside it, so that a survey
 * that stopped early, or never reached the group that loses most, shows. It may be changed while the survey runs, but every
 * version stays in the record.
 */
import { z } from 'zod'
import { SAMPLING_MATTERS } from '../../scheme/sampling-floor.ts'

/** 按比例, 奈曼 (more where opinions are more divided), 各群体相等. */
export const ALLOCATIONS = ['proportional', 'neyman', 'equal'] as const
export type Allocation = (typeof ALLOCATIONS)[number]

export const CONFIDENCES = ['0.90', '0.95', '0.99'] as const

const percent = (from: number, to: number) =>
  z.number('not-a-number').min(from, 'out-of-range').max(to, 'out-of-range')

export const planEntryShape = z.object({
  /** One answer per household, or every person asked alone. */
  unit: z.enum(['households', 'persons']),
  /** The margin is to hold for all groups together, or within each. */
  aim: z.enum(['overall', 'each']),
  allocation: z.enum(ALLOCATIONS),
  confidence: z.enum(CONFIDENCES),
  /** Half the width of the interval, in points of per cent. */
  marginPercent: percent(0.5, 20),
  /** Share opposed that is expected; 50 when nothing is known, which asks for most. */
  sharePercent: percent(1, 99),
  /** Variance of the real design over that of a simple random sample. */
  designEffect: z.number('not-a-number').min(1, 'out-of-range').max(10, 'out-of-range'),
  /** Share of those asked who will answer. */
  responsePercent: percent(5, 100),
  /** What kinds of matter it is for the floors of the scheme. */
  matters: z.array(z.enum(SAMPLING_MATTERS)).max(SAMPLING_MATTERS.length),
  /** What differs for single groups; null where the group follows the rest. */
  groups: z
    .array(
      z.object({
        groupId: z.string().min(1).max(40),
        sharePercent: percent(1, 99).nullable(),
        /** Answers set by hand. */
        answers: z
          .number('not-a-number')
          .int('not-whole')
          .min(0, 'negative')
          .max(3_000_000, 'too-large')
          .nullable(),
      }),
    )
    .max(200, 'too-many'),
})
export type PlanEntry = z.infer<typeof planEntryShape>

/** ±5 points at 95 %, the worst case of opinion, and a village's resemblance to itself (design effect 1.5). */
export const STARTING_PLAN: PlanEntry = {
  unit: 'households',
  aim: 'overall',
  allocation: 'proportional',
  confidence: '0.95',
  marginPercent: 5,
  sharePercent: 50,
  designEffect: 1.5,
  responsePercent: 80,
  matters: [],
  groups: [],
}

/** The frame of a group as it was when the plan was made, and what the plan asks of it. */
export interface PlannedStratum {
  readonly groupId: string
  readonly name: string
  readonly effect: 'direct' | 'indirect'
  readonly households: number
  readonly persons: number
  /** Answers that must come in. */
  readonly answers: number
  /** Households or persons to be asked for them. */
  readonly invited: number
}

export interface SamplingPlan {
  /** 1, 2, 3 … */
  readonly version: number
  readonly savedOn: string
  readonly entry: PlanEntry
  readonly strata: readonly PlannedStratum[]
}

/** The entry with one row per group, in the order of the frame: what a form of it shows. */
export function withEveryGroup(entry: PlanEntry, groups: readonly { readonly id: string }[]): PlanEntry {
  return {
    ...entry,
    groups: groups.map(
      ({ id }) =>
        entry.groups.find(({ groupId }) => groupId === id) ?? {
          groupId: id,
          sharePercent: null,
          answers: null,
        },
    ),
  }
}
