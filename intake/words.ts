import { intake as en } from '../lib/messages/en/intake.ts'
import type { Locale, Messages } from '../lib/messages/messages.ts'
import { type PhraseOf, type Say, sayFrom } from '../lib/messages/say.ts'
import { intake as zhCN } from '../lib/messages/zh-CN/intake.ts'

type Original = Messages<typeof zhCN>

export type Phrase = PhraseOf<Original>
/** Says one phrase in one language. */
export type Words = Say<Original>

const MESSAGES: Record<Locale, Original> = { 'zh-CN': zhCN, en }

export function wordsOf(locale: Locale): Words {
  return sayFrom(MESSAGES[locale])
}
