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
import type { PartyBalance, Remainder } from './distribution.ts'
import { legendText } from './legend-text.tsx'

interface DistributionChartProps {
  readonly parties: readonly PartyBalance[]
  readonly unallocated: Remainder
  nameOf(party: string): string
}

/** As much of a name as the axis has room for; the table below has it whole. */
const MOST_SIGNS = 8
const shortened = (name: string) => {
  const signs = [...name]
  return signs.length > MOST_SIGNS ? `${signs.slice(0, MOST_SIGNS - 1).join('')}…` : name
}

/** What each party gets to the right, what it pays to the left, and a mark at what remains. */
export function DistributionChart({ parties, unallocated, nameOf }: DistributionChartProps) {
  const t = useTranslations('economics.distribution')
  const format = useFormatter()
  const { fixed } = useAmounts()
  const rest = unallocated.benefitFen > 0 || unallocated.costFen > 0
  const data = [
    ...parties.map(({ party, benefitFen, costFen, netFen }) => ({
      name: nameOf(party),
      benefitFen,
      costFen,
      netFen,
    })),
    ...(rest ? [{ name: t('unallocated'), ...unallocated }] : []),
  ].map(({ name, benefitFen, costFen, netFen }) => ({
    name,
    benefit: benefitFen / FEN_PER_WAN,
    cost: -costFen / FEN_PER_WAN,
    net: netFen / FEN_PER_WAN,
  }))
  return (
    <Box role="img" aria-label={t('chartLabel')}>
      <ResponsiveContainer width="100%" height={80 + 40 * data.length}>
        <ComposedChart
          data={data}
          layout="vertical"
          stackOffset="sign"
          margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={false} stroke="var(--mantine-color-ink-2)" />
          <XAxis
            type="number"
            tick={{ fontSize: 12 }}
            tickFormatter={(value: number) => format.number(value, { maximumFractionDigits: 0 })}
          />
          <YAxis
            type="category"
            dataKey="name"
            width={108}
            tick={{ fontSize: 12 }}
            tickFormatter={shortened}
            interval={0}
          />
          <Tooltip
            formatter={(value) => (typeof value === 'number' ? fixed(value, 2) : '')}
            labelFormatter={(name) => name}
          />
          <Legend wrapperStyle={{ fontSize: 13 }} formatter={legendText} />
          <ReferenceLine x={0} stroke="var(--mantine-color-ink-8)" />
          <Bar
            name={t('cost')}
            dataKey="cost"
            stackId="flows"
            fill="var(--mantine-color-ochre-4)"
            barSize={18}
            isAnimationActive={false}
          />
          <Bar
            name={t('benefit')}
            dataKey="benefit"
            stackId="flows"
            fill="var(--mantine-color-dai-4)"
            barSize={18}
            isAnimationActive={false}
          />
          <Line
            name={t('net')}
            dataKey="net"
            stroke="var(--mantine-color-ink-9)"
            strokeWidth={0}
            dot={{
              r: 4.5,
              fill: 'var(--mantine-color-white)',
              stroke: 'var(--mantine-color-ink-9)',
              strokeWidth: 2,
            }}
            legendType="circle"
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </Box>
  )
}
