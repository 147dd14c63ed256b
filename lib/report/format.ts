/**
 * How a report writes numbers and days: one place, so that the same number looks the same on every page.
 *
 * Rounding may move a number across the very threshold it is judged by: T = 0.3596 is below 0.36 and would print as
 * 0.360, a share of 9.98 % is below 10 % and would print as 10.0 %. Wherever a threshold is given, as many decimals are
 * added as it takes to show on which side the number lies.
 */
import { FEN_PER_WAN } from '../economics/cash-flow-table.ts'

/** Decimals at most: results are computed and stored to 1e-9. */
const MOST = 9

/** What stands in a cell that has no value. */
export const NONE = '—'

const MINUS = '-'

function fixed(value: number, digits: number, thresholds: readonly number[] = []): string {
  let chosen = digits
  while (chosen < MOST && thresholds.some((threshold) => !sameSide(value, chosen, threshold))) chosen += 1
  const text = Math.abs(value).toFixed(chosen)
  return value < 0 && Number(text) !== 0 ? MINUS + text : text
}

function sameSide(value: number, digits: number, threshold: number): boolean {
  return Math.sign(Number(value.toFixed(digits)) - threshold) === Math.sign(round(value) - threshold)
}

/** Noise of binary fractions (0.6·0.6 is 0.36000000000000004) must not look like a side. */
function round(value: number): number {
  return Number(value.toFixed(MOST))
}

/** 0.0308 → 3.1%; thresholds are shares too. */
export function percent(share: number, thresholds: readonly number[] = []): string {
  return `${fixed(
    share * 100,
    1,
    thresholds.map((threshold) => round(threshold * 100)),
  )}%`
}

/** A share that somebody typed, with its own decimals: 0.15 → 15%, 0.3333 → 33.33%. */
export function shareAsEntered(share: number): string {
  return `${Number((share * 100).toFixed(6))}%`
}

/** 95 % bounds of a share: 1.6%～5.7%. */
export function interval(low: number, high: number, thresholds: readonly number[] = []): string {
  return `${percent(low, thresholds)}～${percent(high, thresholds)}`
}

/** The composite index T and degrees R: three decimals. */
export function degree(value: number, thresholds: readonly number[] = []): string {
  return fixed(value, 3, thresholds)
}

/** Likelihood p and impact q as entered: two decimals, more where more were entered. */
export function grade(value: number): string {
  return asEntered(value, 2)
}

/** Weights: three decimals, more where more were entered. */
export function weight(value: number): string {
  return asEntered(value, 3)
}

function asEntered(value: number, least: number): string {
  const entered = String(round(value)).split('.')[1]?.length ?? 0
  return value.toFixed(Math.min(MOST, Math.max(least, entered)))
}

/** A number of the field that is none of the others, such as an elasticity: two decimals. */
export function decimal(value: number, thresholds: readonly number[] = []): string {
  return fixed(value, 2, thresholds)
}

/** Numbers of people, households and answers: groups of three from ten thousand on. */
export function count(value: number): string {
  const digits = String(Math.round(value))
  return digits.length > 4 ? grouped(digits) : digits
}

/** Fen as 万元 with two decimals, without the unit: 1234567890 → 1,234.57. */
export function wan(fen: number): string {
  const [whole = '0', part = '00'] = (Math.abs(fen) / FEN_PER_WAN).toFixed(2).split('.')
  const negative = fen < 0 && Number(`${whole}.${part}`) !== 0
  return `${negative ? MINUS : ''}${grouped(whole)}.${part}`
}

/** Fen as 万元 with the unit. */
export function wanYuan(fen: number): string {
  return `${wan(fen)}万元`
}

/** A change of an input, -0.2 → -20%. */
export function change(share: number): string {
  const text = `${Math.abs(round(share * 100))}%`
  return share < 0 ? MINUS + text : share > 0 ? `+${text}` : text
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The parts of a calendar day written YYYY-MM-DD. */
export function calendarDay(day: string): CalendarDay {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day)
  if (!match) throw new Error('a case file holds calendar days as YYYY-MM-DD')
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

/** 2026-11-23 → 2026年11月23日. */
export function chineseDay(day: string): string {
  const { year, month, day: date } = calendarDay(day)
  return `${year}年${month}月${date}日`
}

/** The first to the last of some days: 2026年11月2日至2026年11月20日, or the one day. */
export function daySpan(days: readonly string[]): string {
  const sorted = [...days].sort()
  const first = chineseDay(sorted[0] ?? '')
  const last = chineseDay(sorted.at(-1) ?? '')
  return first === last ? first : `${first}至${last}`
}

const NUMERALS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1 to 99 in Chinese numerals, as headings count. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const head = tens === 0 ? '' : `${tens === 1 ? '' : NUMERALS[tens]}十`
  return head + (ones === 0 && tens > 0 ? '' : NUMERALS[ones])
}
