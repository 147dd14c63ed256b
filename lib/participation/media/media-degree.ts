/**
 * 媒体评价度: positive, neutral and negative pieces over a window of time.
 *
 * degree = (positive − negative) ÷ all, from −1 to 1. The field prints such a degree without saying how it was got; here
 * the counts, the window and the coders' agreement stand beside it, and under five pieces no degree is given: three
 * reprints of one press release are not an opinion of the press.
 */
import { cohenKappa } from '../../statistics/agreement/kappa.ts'
import { addDays } from '../../working-days.ts'
import { type MediaItem, TONES, type Tone } from './media-item.ts'

export const FEWEST_PIECES = 5

export interface MediaCounts {
  readonly pieces: number
  /** Halves where the two coders differ. */
  readonly byTone: Readonly<Record<Tone, number>>
  /** Null under FEWEST_PIECES. */
  readonly degree: number | null
}

export interface MediaMonth extends MediaCounts {
  /** YYYY-MM */
  readonly month: string
}

export interface MediaEvaluation extends MediaCounts {
  readonly from: string | null
  readonly to: string | null
  readonly outlets: number
  /** Pieces that both coders have judged. */
  readonly codedTwice: number
  /** Cohen's κ of the two coders, unweighted; null where it is not defined. */
  readonly kappa: number | null
  /** Every month between the first and the last piece, those without a piece too. */
  readonly months: readonly MediaMonth[]
}

/** The window of so many days that ends with the day `to`, both days included; days as YYYY-MM-DD. */
export function mediaWindow(to: string, days: number): { readonly from: string; readonly to: string } {
  return { from: addDays(to, 1 - days), to }
}

/** @param window both ends belong to it; all pieces without one. */
export function evaluateMedia(
  items: readonly MediaItem[],
  window?: { readonly from: string; readonly to: string },
): MediaEvaluation {
  const within = items.filter(
    ({ publishedOn }) => !window || (publishedOn >= window.from && publishedOn <= window.to),
  )
  const days = within.map(({ publishedOn }) => publishedOn).sort()
  const twice = within.filter(({ toneSecond }) => toneSecond !== null)
  const table = TONES.map((first) =>
    TONES.map(
      (second) => twice.filter((item) => item.toneFirst === first && item.toneSecond === second).length,
    ),
  )
  const agreement = cohenKappa(table)
  return {
    ...countTones(within),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    outlets: new Set(within.map(({ outlet }) => outlet)).size,
    codedTwice: twice.length,
    kappa: agreement.ok ? agreement.value.unweighted : null,
    months: monthsBetween(days[0], days.at(-1)).map((month) => ({
      month,
      ...countTones(within.filter(({ publishedOn }) => publishedOn.startsWith(month))),
    })),
  }
}

function countTones(items: readonly MediaItem[]): MediaCounts {
  const byTone = { positive: 0, neutral: 0, negative: 0 }
  for (const { toneFirst, toneSecond } of items) {
    byTone[toneFirst] += 0.5
    byTone[toneSecond ?? toneFirst] += 0.5
  }
  const pieces = items.length
  const degree = pieces < FEWEST_PIECES ? null : (byTone.positive - byTone.negative) / pieces
  return { pieces, byTone, degree }
}

function monthsBetween(first: string | undefined, last: string | undefined): string[] {
  if (first === undefined || last === undefined) return []
  const months: string[] = []
  let year = Number(first.slice(0, 4))
  let month = Number(first.slice(5, 7))
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name > last.slice(0, 7)) return months
    months.push(name)
    year += month === 12 ? 1 : 0
    month = (month % 12) + 1
  }
}
