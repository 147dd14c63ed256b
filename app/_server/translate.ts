import { createTranslator } from 'use-intl/core'
import type { AllMessages } from '../../lib/messages/zh-CN.ts'
import { currentLocale, messagesOf } from './locale.ts'

/** The words of one area for a server page. */
export async function translator<Area extends keyof AllMessages>(area: Area) {
  const locale = await currentLocale()
  return createTranslator<AllMessages, Area>({ locale, messages: messagesOf(locale), namespace: area })
}
