'use client'

import { Box } from '@mantine/core'
import { Bar, BarChart, Legend, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useFormatter } from 'use-intl'
import { legendText } from '../../ui/legend-text.tsx'
import { shortLabel } from './short-label.ts'

interface StackedRowsProps {
  /** What the picture says, for whoever cannot see it. */
  readonly label: string
  readonly options: readonly string[]
  readonly rows: readonly { readonly label: string; readonly shares: readonly (number | null)[] }[]
  /** Name of what is left of a row; absent where nothing is. */
  readonly rest?: string
}

/** In the order of the options: neighbours must differ in print too. */
const COLOURS = ['dai-7', 'dai-4', 'ink-3', 'ochre-4', 'cinnabar-6', 'ink-6', 'pine-5'] as const
const colour = (i: number) => `var(--mantine-color-${COLOURS[i % COLOURS.length]})`
const LABEL = 7

/** One bar per row, cut by what was chosen. */
export function StackedRows({ label, options, rows, rest }: StackedRowsProps) {
  const format = useFormatter()
  const data = rows.map((row) => ({
    label: shortLabel(row.label, LABEL),
    ...Object.fromEntries(row.shares.map((share, i) => [`o${i}`, share ?? 0])),
    rest: Math.max(0, 1 - row.shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)),
  }))
  return (
    <Box role="img" aria-label={label} maw={720}>
      <ResponsiveContainer width="100%" height={90 + 36 * data.length}>
        <BarChart
          data={data}
          layout="vertical"
          margin={{ top: 2, right: 16, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis
            type="number"
            domain={[0, 1]}
            ticks={[0, 0.5, 1]}
            tick={{ fontSize: 12 }}
            tickFormatter={(share: number) =>
              format.number(share, { style: 'percent', maximumFractionDigits: 0 })
            }
          />
          <YAxis
            type="category"
            dataKey="label"
            width={108}
            tick={{ fontSize: 13 }}
            tickLine={false}
            interval={0}
          />
          <Legend itemSorter={null} wrapperStyle={{ fontSize: 13 }} formatter={legendText} />
          {options.map((option, i) => (
            <Bar
              key={option}
              dataKey={`o${i}`}
              name={option}
              stackId="row"
              fill={colour(i)}
              stroke="var(--mantine-color-white)"
              barSize={18}
              isAnimationActive={false}
            />
          ))}
          {rest && (
            <Bar
              dataKey="rest"
              name={rest}
              stackId="row"
              fill="var(--mantine-color-ink-1)"
              barSize={18}
              isAnimationActive={false}
            />
          )}
        </BarChart>
      </ResponsiveContainer>
    </Box>
  )
}
