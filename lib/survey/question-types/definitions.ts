import { date } from './date/definition.ts'
import { info } from './info/definition.ts'
import { matrix } from './matrix/definition.ts'
import { multiple } from './multiple/definition.ts'
import { number } from './number/definition.ts'
import type { QuestionType } from './question-type.ts'
import { ranking } from './ranking/definition.ts'
import { scale } from './scale/definition.ts'
import { single } from './single/definition.ts'
import { text } from './text/definition.ts'

/** Every question type: one line each. The faces for the resident's page are registered in faces.tsx. */
export const QUESTION_TYPES = {
  single,
  multiple,
  scale,
  matrix,
  ranking,
  number,
  date,
  text,
  info,
} as const satisfies Record<
  string,
  // biome-ignore lint/suspicious/noExplicitAny: a registry of variants cannot name one question; each entry is checked where it is defined
  QuestionType<any, any>
>
export type QuestionTypeName = keyof typeof QUESTION_TYPES
