import { useFormatter } from 'use-intl'
import { FEN_PER_WAN } from './cash-flow-table.ts'

/** How economic numbers are written on screen: amounts in 万元 with two decimals, shares as percent. */
export function useAmounts() {
  const format = useFormatter()
  const fixed = (value: number, digits: number) =>
    format.number(Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
  return {
    fixed,
    /** Fen as 万元, without the unit. */
    wan: (fen: number) => fixed(fen / FEN_PER_WAN, 2),
    percent: (share: number, digits = 2) =>
      format.number(share, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
    /** A change of an input: +20%, -5%. */
    change: (share: number) =>
      format.number(share, { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 1 }),
  }
}
