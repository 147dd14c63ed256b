'use client'

import { Box } from '@mantine/core'
import { Bar, BarChart, ErrorBar, LabelList, ResponsiveContainer, usePlotArea, XAxis, YAxis } from 'recharts'
import { useFormatter, useTranslations } from 'use-intl'
import type { SummaryBar } from '../answer-summary.ts'
import { useShares } from '../share-text.tsx'
import { shortLabel } from './short-label.ts'

const LABEL = 8

/** Shares with their intervals, one bar each. */
export function ShareBars({ bars, title }: { readonly bars: readonly SummaryBar[]; readonly title: string }) {
  const t = useTranslations('survey.results')
  const format = useFormatter()
  const { percent } = useShares()
  const data = bars.map(({ label, estimate }) => ({
    label: shortLabel(label, LABEL),
    // recharts draws no row, not even an empty one, for a bar of length zero.
    share: estimate?.share || 1e-6,
    interval: estimate ? [estimate.share - estimate.low, estimate.high - estimate.share] : [0, 0],
    text: estimate ? percent(estimate.share) : t('hiddenShort'),
  }))
  return (
    <Box role="img" aria-label={t('chart', { title })}>
      <ResponsiveContainer width="100%" height={36 + 32 * data.length}>
        <BarChart
          data={data}
          layout="vertical"
          margin={{ top: 2, right: 52, bottom: 0, left: 0 }}
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
            width={116}
            tick={{ fontSize: 13 }}
            tickLine={false}
            interval={0}
          />
          <Bar
            dataKey="share"
            fill="var(--mantine-color-dai-5)"
            barSize={16}
            background={{ fill: 'var(--mantine-color-ink-1)' }}
            isAnimationActive={false}
          >
            <ErrorBar dataKey="interval" direction="x" width={5} stroke="var(--mantine-color-ink-9)" />
            <LabelList dataKey="text" content={<OutsideLabel />} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </Box>
  )
}

interface LabelPlace {
  readonly y?: string | number
  readonly height?: string | number
  readonly value?: unknown
}

/** The share at the right edge of the plot, where neither bar nor interval can cover it. */
function OutsideLabel({ y, height, value }: LabelPlace) {
  const plot = usePlotArea()
  if (!plot) return null
  return (
    <text
      x={plot.x + plot.width + 6}
      y={Number(y ?? 0) + Number(height ?? 0) / 2}
      dy="0.35em"
      fontSize={13}
      fontWeight={600}
      fill="var(--mantine-color-ink-9)"
    >
      {String(value ?? '')}
    </text>
  )
}
