/**
 * 公示时限: whether a notice stays up, or comes early enough, as the scheme asks.
 *
 * Too short without a reason is refused; a period fixed by law is refused with any reason. A period shortened for a
 * stated reason may be published, and the reason is printed in the report and shown in public.
 */
import { fail, ok, type Result } from '../result.ts'
import type { Clock, ClockId } from '../scheme/clock.ts'
import {
  addDays,
  daysBetween,
  endOfCalendarDays,
  endOfWorkingDays,
  workingDaysAfter,
} from '../working-days.ts'
import type { Notice, NoticeEntry, NoticeKind } from './notice.ts'

const CLOCK_OF = {
  'assessment-notice': 'assessment-notice',
  'public-comment': 'public-comment',
  'land-pre-notice': 'land-pre-notice',
  'compensation-plan-notice': 'compensation-plan-notice',
  'hearing-notice': 'hearing-notice',
  other: null,
} as const satisfies Record<NoticeKind, ClockId | null>

export interface ClockReading {
  readonly clock: Clock
  /** Days given, counted as the clock counts; the day of publication is not one of them. */
  readonly given: number
  readonly met: boolean
  /** For a lasting clock the earliest lawful last day, for a preceding one the latest lawful first day. */
  readonly lawfulDay: string
  /** The day of rest on which the period would have ended, if it was moved. */
  readonly movedFrom: string | null
  /** The holidays of a year it touches are not announced yet. */
  readonly provisional: boolean
}

/** Something told on `from` that stays until `until`. */
export function readLasting(clock: Clock, from: string, until: string): ClockReading {
  const working = clock.counted === 'working-days'
  const end = working ? endOfWorkingDays(from, clock.days) : endOfCalendarDays(from, clock.days)
  return {
    clock,
    given: working ? workingDaysAfter(from, until) : Math.max(0, daysBetween(from, until)),
    met: until >= end.day,
    lawfulDay: end.day,
    movedFrom: end.movedFrom,
    provisional: end.provisional,
  }
}

/** Something told on `told` ahead of an event. A period before an event is not prolonged by days of rest: it ends with the event. */
export function readPreceding(clock: Clock, told: string, event: string): ClockReading {
  const working = clock.counted === 'working-days'
  const given = working ? workingDaysAfter(told, event) : Math.max(0, daysBetween(told, event))
  let lawfulDay = addDays(event, -clock.days)
  if (working) while (workingDaysAfter(lawfulDay, event) < clock.days) lawfulDay = addDays(lawfulDay, -1)
  return {
    clock,
    given,
    met: given >= clock.days,
    lawfulDay,
    movedFrom: null,
    provisional: endOfWorkingDays(told, 0).provisional || endOfCalendarDays(event, 0).provisional,
  }
}

/** The clock of a notice, read; null where its kind has none in this scheme. */
export function readNoticeClock(
  clocks: readonly Clock[],
  notice: Pick<Notice, 'kind' | 'from' | 'until' | 'eventOn'>,
): ClockReading | null {
  const clock = clocks.find(({ id }) => id === CLOCK_OF[notice.kind])
  if (!clock) return null
  if (clock.kind === 'lasts') return readLasting(clock, notice.from, notice.until)
  return notice.eventOn === null ? null : readPreceding(clock, notice.from, notice.eventOn)
}

export type PeriodRefusal = 'period-too-short' | 'period-fixed-by-law'

/** Whether a notice may be published with its period; `details` names the lawful day. */
export function admitPeriod(
  clocks: readonly Clock[],
  notice: Pick<NoticeEntry, 'kind' | 'from' | 'until' | 'eventOn' | 'shortenedBecause'>,
): Result<ClockReading | null, PeriodRefusal> {
  const reading = readNoticeClock(clocks, notice)
  if (!reading || reading.met) return ok(reading)
  const details = { days: reading.clock.days, lawfulDay: reading.lawfulDay }
  if (!reading.clock.mayBeShortened) return fail('period-fixed-by-law', details)
  return notice.shortenedBecause.trim() === '' ? fail('period-too-short', details) : ok(reading)
}
