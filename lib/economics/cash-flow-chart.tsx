'use client'

import { Bar, Line } from 'recharts'
import { useTranslations } from 'use-intl'
import { AmountChart } from './amount-chart.tsx'
import { FEN_PER_WAN } from './cash-flow-table.ts'

interface CashFlowChartProps {
  readonly firstYear: number
  readonly netFlowFen: readonly number[]
  readonly cumulativeFen: readonly number[]
}

/** Net flows as bars, their running sum as a line. */
export function CashFlowChart({ firstYear, netFlowFen, cumulativeFen }: CashFlowChartProps) {
  const t = useTranslations('economics.charts')
  const data = netFlowFen.map((net, i) => ({
    name: String(firstYear + i),
    net: net / FEN_PER_WAN,
    cumulative: (cumulativeFen[i] ?? 0) / FEN_PER_WAN,
  }))
  return (
    <AmountChart label={t('flowsLabel')} height={300} data={data}>
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
    </AmountChart>
  )
}
