/**
 * 工作日与期间: which days the state works, and on which day a legal period ends.
 *
 * The State Council moves weekends for every long holiday (调休), so a Saturday may be a working day and a Tuesday none; the
 * arrangement of a year is announced late in the year before. A year that is not announced yet is counted by its
 * statutory holidays alone, and every answer that touches it says that it is provisional. Periods follow 民法典: the day on which
 * a period is opened does not count (第二百零一条), and a period whose last day is a day of rest ends on the next working day
 * (第二百零三条).
 */
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

export interface DeadlineDay {
  /** YYYY-MM-DD. */
  readonly day: string
  /** The day of rest on which the period would have ended; null where it was not moved. */
  readonly movedFrom: string | null
  /** The period touches a year whose holidays are not announced yet. */
  readonly provisional: boolean
}

/** `day` and the days `n` later, as YYYY-MM-DD. */
export function addDays(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)
}

/** Days from one day to another; negative where the second lies earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

const yearOf = (day: string) => Number(day.slice(0, 4))

/** The announced days of rest and of work that differ from the week, from 2004 on. */
const REST = new Set(Object.keys(calendar.holidays))
const WORKED = new Set(Object.keys(calendar.workdays))

function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** True when the holidays of a year are announced: 国庆 is in every announcement. */
export function holidaysAnnounced(year: number): boolean {
  return REST.has(`${year}-10-01`)
}

/** 《全国年节及纪念日放假办法》第二条 (2024), as far as the solar calendar fixes them. */
const SOLAR_HOLIDAYS = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

/**
 * 春节 (正月初一), 端午 and 中秋 by the lunar calendar of GB/T 33661-2017. A table, because the calendars built into browsers and
 * Node disagree with it where a new moon falls close to midnight, as on 6 February 2027.
 */
const LUNAR_HOLIDAYS: Readonly<Record<number, readonly [spring: string, boats: string, moon: string]>> = {
  2027: ['02-06', '06-09', '09-15'],
  2028: ['01-26', '05-28', '10-03'],
  2029: ['02-13', '06-16', '09-22'],
  2030: ['02-03', '06-05', '09-12'],
  2031: ['01-23', '06-24', '10-01'],
  2032: ['02-11', '06-12', '09-19'],
  2033: ['01-31', '06-01', '09-08'],
  2034: ['02-19', '06-20', '09-27'],
  2035: ['02-08', '06-10', '09-16'],
  2036: ['01-28', '05-30', '10-04'],
  2037: ['02-15', '06-18', '09-24'],
  2038: ['02-04', '06-07', '09-13'],
  2039: ['01-24', '05-27', '10-02'],
  2040: ['02-12', '06-14', '09-20'],
}

/** 除夕 and the first three days of the year, and the two festivals. */
function isLunarHoliday(day: string): boolean {
  const [spring, boats, moon] = LUNAR_HOLIDAYS[yearOf(day)] ?? []
  if (!spring) return false
  const fromSpring = daysBetween(`${day.slice(0, 4)}-${spring}`, day)
  return (fromSpring >= -1 && fromSpring <= 2) || day.slice(5) === boats || day.slice(5) === moon
}

/** 清明 of the years 2000 to 2099 falls on this day of April (寿星公式). */
function clearBrightness(year: number): number {
  const y = year % 100
  return Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4)
}

function isStatutoryHoliday(day: string): boolean {
  return (
    SOLAR_HOLIDAYS.includes(day.slice(5)) ||
    isLunarHoliday(day) ||
    day.slice(5) === `04-0${clearBrightness(yearOf(day))}`
  )
}

/** Whether the state works on a day, by the announced calendar or, before it is announced, by weekday and statute. */
export function isWorkingDay(day: string): boolean {
  if (WORKED.has(day)) return true
  if (REST.has(day) || !isWeekday(day)) return false
  return holidaysAnnounced(yearOf(day)) || !isStatutoryHoliday(day)
}

function isProvisional(from: string, to: string): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!holidaysAnnounced(year)) return true
  return false
}

/** `day` itself where the state works on it, otherwise the first day after it on which it does. */
export function nextWorkingDay(day: string): string {
  let next = day
  while (!isWorkingDay(next)) next = addDays(next, 1)
  return next
}

/** The last day of a period of `days` calendar days opened on `from`; a day of rest moves it to the next working day. */
export function endOfCalendarDays(from: string, days: number): DeadlineDay {
  const reckoned = addDays(from, days)
  const day = nextWorkingDay(reckoned)
  return { day, movedFrom: day === reckoned ? null : reckoned, provisional: isProvisional(from, day) }
}

/** The last day of a period of `days` working days opened on `from`. */
export function endOfWorkingDays(from: string, days: number): DeadlineDay {
  let day = from
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return { day, movedFrom: null, provisional: isProvisional(from, day) }
}

/** Working days after `from` up to and with `to`. */
export function workingDaysAfter(from: string, to: string): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1
  return count
}
