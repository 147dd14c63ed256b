import { multiple } from './multiple/definition.ts'
import type { QuestionType } from './question-type.ts'
import { scale } from './scale/definition.ts'
import { single } from './single/definition.ts'
import { text } from './text/definition.ts'

/** Every question type: one line each. The faces for the resident's page are registered in faces.tsx. */
export const QUESTION_TYPES = { single, multiple, scale, text } as const satisfies Record<
  string,
  // biome-ignore lint/suspicious/noExplicitAny: a registry of variants cannot name one question; each entry is checked where it is defined
  QuestionType<any>
>
export type QuestionTypeName = keyof typeof QUESTION_TYPES
