import type { Appraisal } from '../../economics/appraisal.ts'
import type { Tornado } from '../blocks.ts'
import { change, wan } from '../format.ts'
import { CASH_FLOW_ROW } from '../wording.ts'
import { moneyTicks } from './axis.ts'

/** How far the net present value swings when each row moves by the widest change analysed. */
export function tornadoFigure({ enpvFen, sensitivity }: Appraisal): Tornado {
  const rows = sensitivity
    .filter((row) => row.swingFen !== 0)
    .toSorted((a, b) => b.swingFen - a.swingFen)
    .map((row) => {
      const ordered = row.changes.toSorted((a, b) => a.change - b.change)
      const [down, up] = [ordered[0], ordered.at(-1)]
      const tick = (fen: number) => ({ at: fen, text: wan(fen) })
      return {
        change: { down: down?.change ?? 0, up: up?.change ?? 0 },
        text: CASH_FLOW_ROW[row.row],
        down: tick(down?.enpvFen ?? enpvFen),
        up: tick(up?.enpvFen ?? enpvFen),
      }
    })
  const { down, up } = rows[0]?.change ?? { down: 0, up: 0 }
  return {
    kind: 'tornado',
    label: 'tornado',
    caption: '经济净现值敏感性（龙卷风图）',
    alt: `各项目变动${change(down)}和${change(up)}时的经济净现值，影响由大到小：${rows
      .map((row) => `${row.text}${row.down.text}至${row.up.text}万元`)
      .join('，')}。`,
    unit: '经济净现值（万元）',
    ticks: moneyTicks([enpvFen, ...rows.flatMap((row) => [row.down.at, row.up.at])]),
    base: { at: enpvFen, text: `基准值${wan(enpvFen)}` },
    rows: rows.map(({ text, down: low, up: high }) => ({ text, down: low, up: high })),
    downText: `项目变动${change(down)}`,
    upText: `项目变动${change(up)}`,
  }
}
