'use client'

import { Box } from '@mantine/core'
import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { useFormatter, useTranslations } from 'use-intl'
import { useAmounts } from './amounts.tsx'
import type { Appraisal } from './appraisal.ts'
import { FEN_PER_WAN } from './cash-flow-table.ts'
import { legendText } from './legend-text.tsx'
import { roundAxis, tornadoBars } from './tornado.ts'

interface TornadoChartProps {
  readonly appraisal: Appraisal
  readonly change: number
}

/** How far ENPV moves when one row alone is lower or higher: the widest bar is the assumption to look at first. */
export function TornadoChart({ appraisal, change }: TornadoChartProps) {
  const t = useTranslations('economics')
  const format = useFormatter()
  const { wan, fixed, percent } = useAmounts()
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
  const enpvAt = (offset: number) => fixed(base / FEN_PER_WAN + offset, 2)
  return (
    <Box role="img" aria-label={t('charts.tornadoLabel', { change: step })}>
      <ResponsiveContainer width="100%" height={90 + 44 * data.length}>
        <BarChart
          data={data}
          layout="vertical"
          stackOffset="sign"
          margin={{ top: 24, right: 16, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={false} stroke="var(--mantine-color-ink-2)" />
          <XAxis
            type="number"
            domain={[ticks[0] ?? 0, ticks.at(-1) ?? 0]}
            ticks={ticks}
            tick={{ fontSize: 12 }}
            tickFormatter={(offset: number) =>
              format.number(base / FEN_PER_WAN + offset, { maximumFractionDigits: 0 })
            }
          />
          <YAxis type="category" dataKey="name" width={104} tick={{ fontSize: 12 }} />
          <Tooltip formatter={(value) => (typeof value === 'number' ? enpvAt(value) : '')} />
          <Legend wrapperStyle={{ fontSize: 13 }} formatter={legendText} />
          <ReferenceLine
            x={0}
            stroke="var(--mantine-color-ink-8)"
            label={{ value: t('charts.base', { value: wan(base) }), position: 'top', fontSize: 12 }}
          />
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
        </BarChart>
      </ResponsiveContainer>
    </Box>
  )
}
