/**
 * 后评估: some time after the decision, what was foreseen is laid beside what happened.
 *
 * An office that never looks back never learns whether its 低风险 were low. For each risk factor somebody says whether it came
 * about and how badly; the record is of events, not of people. What follows is a recommendation: go on, adjust the measures, or
 * assess anew.
 */
import { z } from 'zod'
import { happenedOn } from '../happened-on.ts'
import { hasPersonalData } from '../personal-data.ts'

export const OCCURRENCES = ['not-occurred', 'minor', 'serious'] as const
/** 未发生、发生但轻微、发生且严重. */
export type Occurrence = (typeof OCCURRENCES)[number]

export const RECOMMENDATIONS = ['continue', 'adjust', 'reassess'] as const
export type Recommendation = (typeof RECOMMENDATIONS)[number]

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'too-long')
    .refine((words) => !hasPersonalData(words), 'personal-data')

/** @param today YYYY-MM-DD in China: nobody looks back from a day to come. */
export const postEvaluationShape = (today: string) =>
  z
    .object({
      heldOn: happenedOn(today),
      /** The office that looked back; better not the one that assessed. */
      evaluator: text(120).pipe(z.string().min(1, 'required')),
      factors: z
        .array(
          z.object({
            factorId: z.string().min(1),
            occurrence: z.enum(OCCURRENCES),
            note: text(1000),
          }),
        )
        .max(500, 'too-many'),
      lessons: text(4000).pipe(z.string().min(1, 'required')),
      recommendation: z.enum(RECOMMENDATIONS),
    })
    .superRefine(({ factors }, context) => {
      factors.forEach(({ occurrence, note }, i) => {
        if (occurrence !== 'not-occurred' && note === '')
          context.addIssue({ code: 'custom', path: ['factors', i, 'note'], message: 'required' })
      })
    })
export type PostEvaluation = z.infer<ReturnType<typeof postEvaluationShape>>
