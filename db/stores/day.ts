/**
 * Instants become calendar days in China's one time zone, whatever zone the server runs in: a notice that is dated by
 * the server's zone can miss its legal day.
 */
const chinaDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** YYYY-MM-DD in China. */
export function dayOf(instant: Date): string {
  return chinaDay.format(instant)
}
