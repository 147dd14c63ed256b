import type { intake } from '../../messages/zh-CN/intake.ts'

/** Says a phrase of the area `intake.question`; use-intl's translator for that namespace fits as well. */
export type QuestionWords = (
  key: keyof typeof intake.question,
  values?: Record<string, string | number>,
) => string
