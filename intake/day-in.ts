import type { Locale } from '../lib/messages/messages.ts'

/** Says a calendar day as people write it: 2026年11月23日, 23 November 2026. */
export function dayIn(locale: Locale): (day: string) => string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  return (day) => format.format(new Date(`${day}T00:00:00Z`))
}
