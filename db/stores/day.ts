/**
 * Instants become calendar days in China's one time zone, whatever zone the server runs in: a notice that is dated by
 * the server's zone can miss its legal day.
 */

/** China has one zone, UTC+8 without summer time since 15 September 1991 (IANA tz, Asia/Shanghai). */
const CHINA_AHEAD_MS = 8 * 3_600_000

/** YYYY-MM-DD in China. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + CHINA_AHEAD_MS).toISOString().slice(0, 10)
}
