'use client'

import { Box } from '@mantine/core'
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { useFormatter, useTranslations } from 'use-intl'
import { useAmounts } from './amounts.tsx'
import { FEN_PER_WAN } from './cash-flow-table.ts'
import { legendText } from './legend-text.tsx'

interface CashFlowChartProps {
  readonly firstYear: number
  readonly netFlowFen: readonly number[]
  readonly cumulativeFen: readonly number[]
}

/** Net flows as bars, their running sum as a line. */
export function CashFlowChart({ firstYear, netFlowFen, cumulativeFen }: CashFlowChartProps) {
  const t = useTranslations('economics.charts')
  const format = useFormatter()
  const { fixed } = useAmounts()
  const data = netFlowFen.map((net, i) => ({
    year: String(firstYear + i),
    net: net / FEN_PER_WAN,
    cumulative: (cumulativeFen[i] ?? 0) / FEN_PER_WAN,
  }))
  const read = (value: unknown) => (typeof value === 'number' ? fixed(value, 2) : '')
  return (
    <Box role="img" aria-label={t('flowsLabel')}>
      <ResponsiveContainer width="100%" height={300}>
        <ComposedChart
          data={data}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
          stackOffset="sign"
        >
          <CartesianGrid vertical={false} stroke="var(--mantine-color-ink-2)" />
          <XAxis dataKey="year" tick={{ fontSize: 12 }} minTickGap={12} />
          <YAxis
            width={64}
            tick={{ fontSize: 12 }}
            tickFormatter={(value: number) => format.number(value, { maximumFractionDigits: 0 })}
          />
          <Tooltip formatter={read} />
          <Legend wrapperStyle={{ fontSize: 13 }} formatter={legendText} />
          <ReferenceLine y={0} stroke="var(--mantine-color-ink-6)" />
          <Bar
            name={t('net')}
            dataKey="net"
            fill="var(--mantine-color-dai-4)"
            maxBarSize={36}
            isAnimationActive={false}
          />
          <Line
            name={t('cumulative')}
            dataKey="cumulative"
            stroke="var(--mantine-color-ink-8)"
            strokeWidth={2}
            dot={{ r: 2.5 }}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </Box>
  )
}
