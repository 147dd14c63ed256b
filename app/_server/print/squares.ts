import { encode } from 'uqr'
import type { Squares } from '../../../lib/survey/prints/print-parts.ts'

/** The QR code of a text as an SVG path on a grid of `side`, the four modules of quiet around it included. */
export function squaresOf(text: string): Squares {
  const rows = encode(text, { ecc: 'M', border: 4 }).data
  // A row's neighbours in one stroke: the path is drawn again on every page.
  const path = rows.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`),
  )
  return { side: rows.length, path: path.join('') }
}
