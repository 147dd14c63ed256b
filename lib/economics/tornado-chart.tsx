'use client'

import { Bar } from 'recharts'
import { useTranslations } from 'use-intl'
import { AmountChart } from './amount-chart.tsx'
import { useAmounts } from './amounts.tsx'
import type { Appraisal } from './appraisal.ts'
import { FEN_PER_WAN } from './cash-flow-table.ts'
import { roundAxis, tornadoBars } from './tornado.ts'

interface TornadoChartProps {
  readonly appraisal: Appraisal
  readonly change: number
}

/** How far ENPV moves when one row alone is lower or higher: the widest bar is the assumption to look at first. */
export function TornadoChart({ appraisal, change }: TornadoChartProps) {
  const t = useTranslations('economics')
  const { wan, percent } = useAmounts()
  const bars = tornadoBars(appraisal, change)
  const base = appraisal.enpvFen
  const data = bars.map((bar) => ({
    name: t(`rows.${bar.row}`),
    lower: (bar.lowerFen - base) / FEN_PER_WAN,
    higher: (bar.higherFen - base) / FEN_PER_WAN,
  }))
  const ticks = roundAxis(
    bars.flatMap((bar) => [bar.lowerFen, bar.higherFen]).map((fen) => fen / FEN_PER_WAN),
  ).map((value) => value - base / FEN_PER_WAN)
  const step = percent(change, 0)
  return (
    <AmountChart
      label={t('charts.tornadoLabel', { change: step })}
      height={90 + 44 * data.length}
      data={data}
      rows={{ nameWidth: 104 }}
      base={base / FEN_PER_WAN}
      baseLabel={t('charts.base', { value: wan(base) })}
      ticks={ticks}
    >
      <Bar
        name={t('charts.lower', { change: step })}
        dataKey="lower"
        stackId="swing"
        fill="var(--mantine-color-dai-3)"
        barSize={20}
        isAnimationActive={false}
      />
      <Bar
        name={t('charts.higher', { change: step })}
        dataKey="higher"
        stackId="swing"
        fill="var(--mantine-color-dai-7)"
        barSize={20}
        isAnimationActive={false}
      />
    </AmountChart>
  )
}
