import { describe, expect, it } from 'vitest'
import { dayOf } from './day.ts'

describe('dayOf', () => {
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

  it('changes at midnight in China, wherever the server stands', () => {
    expect(dayOf(new Date('2026-11-29T15:59:59.999Z'))).toBe('2026-11-29')
    expect(dayOf(new Date('2026-11-29T16:00:00.000Z'))).toBe('2026-11-30')
    expect(dayOf(new Date('2027-12-31T16:00:00.000Z'))).toBe('2028-01-01')
  })

  it('agrees with the time zone database on every day of a century', () => {
    const days = Array.from(
      { length: 36_500 },
      (_, i) => new Date(Date.UTC(1992, 0, 1) + i * 86_400_000 + i * 2_311),
    )
    expect(days.filter((day) => dayOf(day) !== calendar.format(day))).toEqual([])
  })
})
