import { cookies } from 'next/headers'
import { en } from '../../lib/messages/en.ts'
import { type Locale, localeOf } from '../../lib/messages/messages.ts'
import { type AllMessages, zhCN } from '../../lib/messages/zh-CN.ts'

export const LOCALE_COOKIE = 'locale'

const MESSAGES = { 'zh-CN': zhCN, en: en as AllMessages } as const satisfies Record<Locale, AllMessages>

export async function currentLocale(): Promise<Locale> {
  return localeOf((await cookies()).get(LOCALE_COOKIE)?.value)
}

export function messagesOf(locale: Locale): AllMessages {
  return MESSAGES[locale]
}
