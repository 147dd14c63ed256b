'use client'

import { useFormatter } from 'use-intl'

/** Says a calendar day (YYYY-MM-DD) as people write it: 2026年11月23日, November 23, 2026; short: 2026/11/23. */
export function useDay(): (day: string, style?: 'long' | 'short') => string {
  const format = useFormatter()
  return (day, style = 'long') => {
    // Noon in China: the same calendar day whatever zone formats it.
    const noon = new Date(`${day}T12:00:00+08:00`)
    return format.dateTime(
      noon,
      style === 'short' ? { year: 'numeric', month: 'numeric', day: 'numeric' } : { dateStyle: 'long' },
    )
  }
}

export function Day({ value }: { value: string }) {
  const dayOf = useDay()
  return (
    <time dateTime={value} style={{ whiteSpace: 'nowrap' }}>
      {dayOf(value)}
    </time>
  )
}
