import { describe, expect, test } from 'vitest'
import {
  endOfCalendarDays,
  endOfWorkingDays,
  holidaysAnnounced,
  isWorkingDay,
  workingDaysAfter,
} from './working-days.ts'

describe('working days', () => {
  // 国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）.
  test('weekends moved for a long holiday are worked, and the days of the holiday are not', () => {
    for (const day of ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']) {
      expect([day, isWorkingDay(day)]).toEqual([day, true])
    }
    for (const day of ['2026-01-02', '2026-02-23', '2026-04-06', '2026-05-05', '2026-06-19', '2026-10-07']) {
      expect([day, isWorkingDay(day)]).toEqual([day, false])
    }
    expect(['2026-10-16', '2026-10-17', '2026-10-18', '2026-10-19'].map(isWorkingDay)).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  test('a year not announced yet knows its statutory holidays and says that it is provisional', () => {
    expect([2025, 2026, 2090].map(holidaysAnnounced)).toEqual([true, true, false])
    // 清明, 除夕 and two days of 春节 of 2035, all on weekdays; and a plain Thursday.
    expect(['2035-04-05', '2035-02-07', '2035-02-08', '2035-02-09', '2035-02-15'].map(isWorkingDay)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ])
    expect(['2090-10-03', '2090-05-01', '2090-04-04'].map(isWorkingDay)).toEqual([false, false, false])
    expect(endOfWorkingDays('2026-12-25', 3).provisional).toBe(false)
    expect(endOfWorkingDays('2090-09-25', 7)).toMatchObject({ provisional: true })
  })

  test('ten working days over 国庆 2026 end after the worked Saturday', () => {
    // 25 September is 中秋, 26 and 27 rest; 28, 29, 30 worked; 1 to 7 October rest; 8, 9, 10 worked; 11 rests; 12–15 worked.
    expect(endOfWorkingDays('2026-09-24', 10)).toEqual({
      day: '2026-10-15',
      movedFrom: null,
      provisional: false,
    })
    expect(workingDaysAfter('2026-09-24', '2026-10-15')).toBe(10)
    expect(workingDaysAfter('2026-09-24', '2026-10-07')).toBe(3)
  })

  test('a period that would end in the holiday ends on the first working day after it', () => {
    expect(endOfCalendarDays('2026-09-02', 30)).toEqual({
      day: '2026-10-08',
      movedFrom: '2026-10-02',
      provisional: false,
    })
    expect(endOfCalendarDays('2026-10-13', 30)).toMatchObject({ day: '2026-11-12', movedFrom: null })
  })
})
