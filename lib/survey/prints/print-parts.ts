/**
 * Prints of a survey: what residents get on paper, as plain data that the typesetter lays out.
 *
 * A print carries no name and no household number. What identifies a sheet is a code that answers once, or the serial of
 * a paper form, which is kept to account for sheets and is never tied to whoever filled one in.
 */

/** Dark modules of a QR code as an SVG path on a grid of `side`, quiet zone included. */
export interface Squares {
  readonly side: number
  readonly path: string
}
export type DrawCode = (text: string) => Squares

export interface PrintDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** @param day YYYY-MM-DD; prints take their date from the case, so that the same case gives the same bytes. */
export function printDate(day: string): PrintDate {
  const [year = 2026, month = 1, date = 1] = day.split('-').map(Number)
  return { year, month, day: date }
}

/** An address as people type it: without the scheme. */
export const typedAddress = (url: string) => url.replace(/^https?:\/\//, '')
