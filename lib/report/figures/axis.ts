import { scaleLinear } from 'd3-scale'
import { FEN_PER_WAN } from '../../economics/cash-flow-table.ts'
import type { Tick } from '../blocks.ts'
import { wan } from '../format.ts'

/** Round marks for amounts in fen, at least from the lowest to the highest; labels in 万元. */
export function moneyTicks(fen: readonly number[]): Tick[] {
  const values = fen.map((amount) => amount / FEN_PER_WAN)
  const scale = scaleLinear([Math.min(...values), Math.max(...values)], [0, 1]).nice(6)
  const ticks = scale.ticks(6)
  const whole = ticks.every(Number.isInteger)
  return ticks.map((at) => ({
    at: at * FEN_PER_WAN,
    text: whole ? wan(at * FEN_PER_WAN).replace(/\.00$/, '') : wan(at * FEN_PER_WAN),
  }))
}
