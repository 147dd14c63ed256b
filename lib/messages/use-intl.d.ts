import type { Locale } from './messages.ts'
import type { AllMessages } from './zh-CN.ts'

// Makes every useTranslations('area') and t('key') check its key at compile time.
declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: AllMessages
  }
}
