/**
 * Days of what has happened: a measure carried out, a dispute registered, a drill held. A day that is still to come proves
 * nothing, so it is refused where it is entered. Deadlines and plans are other days and may lie ahead.
 */
import { z } from 'zod'

/** A day up to today. @param today YYYY-MM-DD in China, as the server reads its clock. */
export function happenedOn(today: string) {
  return z.iso.date('invalid-date').pipe(z.string().refine((day) => day <= today, 'day-in-future'))
}
