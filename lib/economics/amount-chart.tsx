'use client'

import { Box } from '@mantine/core'
import type { ReactNode } from 'react'
import {
  CartesianGrid,
  ComposedChart,
  Legend,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { useFormatter } from 'use-intl'
import { legendText } from '../ui/legend-text.tsx'
import { useAmounts } from './amounts.tsx'

interface AmountChartProps {
  /** What the picture says, for whoever cannot see it. */
  readonly label: string
  readonly height: number
  /** What the amounts belong to, and the amounts in 万元 by the key of each bar or line. */
  readonly data: readonly ({ readonly name: string } & Readonly<Record<string, string | number>>)[]
  /** Bars lie in rows, each with its name to the left of it; without it they stand upright over their names. */
  readonly rows?: { readonly nameWidth: number; shortened?(name: string): string }
  /** The amount that the zero line stands for; bars show the distance from it, numbers the whole. */
  readonly base?: number
  readonly baseLabel?: string
  /** Distances from the base at which the axis has its numbers, from end to end. */
  readonly ticks?: readonly number[]
  /** Bars and lines. Bars of one stack grow from the zero line to both sides. */
  readonly children: ReactNode
}

const TICK = { fontSize: 12 }

/** Amounts as bars and lines about a zero line: read in whole 万元 on the axis, and to the hundredth where it is pointed at. */
export function AmountChart({
  label,
  height,
  data,
  rows,
  base = 0,
  baseLabel,
  ticks,
  children,
}: AmountChartProps) {
  const format = useFormatter()
  const { fixed } = useAmounts()
  const amounts = {
    type: 'number' as const,
    tick: TICK,
    tickFormatter: (distance: number) => format.number(base + distance, { maximumFractionDigits: 0 }),
    ...(ticks && { ticks, domain: [ticks[0] ?? 0, ticks.at(-1) ?? 0] }),
  }
  return (
    <Box role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart
          data={data}
          layout={rows ? 'vertical' : 'horizontal'}
          stackOffset="sign"
          margin={{ top: baseLabel ? 24 : 8, right: rows ? 16 : 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid
            horizontal={!rows}
            vertical={rows !== undefined}
            stroke="var(--mantine-color-ink-2)"
          />
          {rows ? <XAxis {...amounts} /> : <XAxis dataKey="name" tick={TICK} minTickGap={12} />}
          {rows ? (
            <YAxis
              type="category"
              dataKey="name"
              width={rows.nameWidth}
              tick={TICK}
              {...(rows.shortened && { tickFormatter: rows.shortened })}
              interval={0}
            />
          ) : (
            <YAxis {...amounts} width={64} />
          )}
          <Tooltip
            formatter={(distance) => (typeof distance === 'number' ? fixed(base + distance, 2) : '')}
          />
          <Legend wrapperStyle={{ fontSize: 13 }} formatter={legendText} />
          <ReferenceLine
            {...(rows
              ? { x: 0, stroke: 'var(--mantine-color-ink-8)' }
              : { y: 0, stroke: 'var(--mantine-color-ink-6)' })}
            {...(baseLabel && { label: { value: baseLabel, position: 'top', fontSize: 12 } })}
          />
          {children}
        </ComposedChart>
      </ResponsiveContainer>
    </Box>
  )
}
