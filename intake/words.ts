import { intake as en } from '../lib/messages/en/intake.ts'
import type { Locale, Messages } from '../lib/messages/messages.ts'
import { intake as zhCN } from '../lib/messages/zh-CN/intake.ts'

type Original = Messages<typeof zhCN>
type Path<Area> = {
  [Key in keyof Area & string]: Area[Key] extends string ? Key : `${Key}.${Path<Area[Key]>}`
}[keyof Area & string]

export type Phrase = Path<Original>
/** Says one phrase in one language. */
export type Words = (phrase: Phrase, values?: Record<string, string | number>) => string

const MESSAGES: Record<Locale, Original> = { 'zh-CN': zhCN, en }

function phraseAt(messages: object, path: string): string {
  let found: unknown = messages
  for (const key of path.split('.')) found = (found as Record<string, unknown>)[key]
  if (typeof found !== 'string') throw new Error(`no such phrase: ${path}`)
  return found
}

export function wordsOf(locale: Locale): Words {
  return (phrase, values = {}) =>
    phraseAt(MESSAGES[locale], phrase).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
}
