/** The languages of a questionnaire, as BCP 47 tags. The first is the one it was drafted in. */
import { z } from 'zod'

export const DEFAULT_LANGUAGE = 'zh-CN'

export const languageShape = z
  .string()
  .max(20, 'bad-language')
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, 'bad-language')

/** Languages of residents that are offered by name; any other tag can be typed. */
export const OFFERED_LANGUAGES = [
  'zh-CN',
  'zh-TW',
  'en',
  'bo',
  'ug',
  'mn-Mong',
  'kk-Arab',
  'ii',
  'za',
  'ko',
  'ar',
] as const

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'ur', 'ug', 'he', 'yi', 'ps', 'sd', 'ckb', 'dv'])

/** Writing direction of a language: by its script where the tag names one. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [base = '', ...parts] = language.split('-')
  const script = parts.find((part) => part.length === 4)
  if (script) return ['Arab', 'Hebr', 'Thaa', 'Syrc'].includes(script) ? 'rtl' : 'ltr'
  return RIGHT_TO_LEFT.has(base) ? 'rtl' : 'ltr'
}
