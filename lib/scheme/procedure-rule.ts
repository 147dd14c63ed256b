/**
 * 程序要求: what must have been done before a verdict may be given, apart from the numbers.
 *
 * A level can be computed from scores alone, in an office that told nobody and asked nobody. So a scheme says of each fault
 * of procedure whether it withholds the verdict or is printed beside it as a reservation. Neither can be switched off: a
 * fault that is not in the way of a decision still belongs before the eyes of those who make it.
 */
import { z } from 'zod'
import { CLOCKS } from './clock.ts'
import { provenance } from './threshold.ts'

export const PROCEDURE_RULES = [
  'no-notice',
  'notice-too-short',
  'notice-shortened',
  'notice-running',
  'hearing-without-reason',
  'hearing-shortened',
  'few-experts',
  'no-screening',
  'no-emergency-plan',
  'reduction-unfounded',
  'measures-lapsed',
] as const
export type ProcedureRule = (typeof PROCEDURE_RULES)[number]

export const WITHHOLDING = [
  'always',
  /** A reservation beside the verdict, no more. */
  'never',
  /** Where the level before measures is medium or high; a reservation below. */
  'from-medium',
  /** Where the level would be worse without what is at fault; a reservation where it would be the same. */
  'if-level-rests-on-it',
] as const
export type Withholding = (typeof WITHHOLDING)[number]

export const procedureShape = z.record(
  z.enum(PROCEDURE_RULES),
  z.strictObject({ withholds: z.enum(WITHHOLDING), ...provenance }),
)
export type Procedure = z.infer<typeof procedureShape>

/** Kinds of notice by which the public is told of the matter itself; each has a clock of its own. */
export const disclosureShape = z.strictObject({ notices: z.array(z.enum(CLOCKS)).min(1), ...provenance })
