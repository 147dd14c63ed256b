import { useFormatter } from 'use-intl'

/** A calendar day (YYYY-MM-DD) as people write it: 2026年11月23日, November 23, 2026. */
export function Day({ value, short = false }: { value: string; short?: boolean }) {
  const format = useFormatter()
  const noon = new Date(`${value}T12:00:00+08:00`)
  return (
    <time dateTime={value} style={{ whiteSpace: 'nowrap' }}>
      {format.dateTime(
        noon,
        short ? { year: 'numeric', month: 'numeric', day: 'numeric' } : { dateStyle: 'long' },
      )}
    </time>
  )
}
