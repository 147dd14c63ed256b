/**
 * 编号: what stands on every paper form, `03-0012`: the batch and the place in it.
 *
 * A serial accounts for a sheet of paper, as on a ballot. It is never noted who got which sheet, and once the answers of a
 * form are accepted they are kept without it.
 */
import { fail, ok, type Result } from '../../result.ts'

export interface Serial {
  readonly batch: number
  readonly n: number
}

export const LARGEST_BATCH = 2000
export const MOST_BATCHES = 99
/** Forms in one file of prints: more would take a printer’s whole tray, and a minute to set. */
export const FORMS_A_FILE = 100

export const serialText = ({ batch, n }: Serial) =>
  `${String(batch).padStart(2, '0')}-${String(n).padStart(4, '0')}`

/** As typed or scanned: full-width digits and any dash are read, leading zeros may be left out. */
export function parseSerial(text: string): Result<Serial, 'serial-malformed'> {
  const match = /^(\d{1,2})\s*[-‐-―−.\s]\s*(\d{1,4})$/.exec(text.slice(0, 40).normalize('NFKC').trim())
  const [batch, n] = [Number(match?.[1]), Number(match?.[2])]
  return match && batch >= 1 && n >= 1 ? ok({ batch, n }) : fail('serial-malformed')
}

/** Numbers as people list them: 1, 2, 3, 7 → 1–3、7. */
export function numberRanges(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && n === last[1] + 1) last[1] = n
    else if (n !== last?.[1]) runs.push([n, n])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、')
}
