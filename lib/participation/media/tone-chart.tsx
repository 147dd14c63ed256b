'use client'

import { Box } from '@mantine/core'
import { Bar, BarChart, Legend, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useTranslations } from 'use-intl'
import type { MediaMonth } from './media-degree.ts'
import { TONES } from './media-item.ts'

const COLOUR = {
  positive: 'var(--mantine-color-pine-5)',
  neutral: 'var(--mantine-color-ink-3)',
  negative: 'var(--mantine-color-cinnabar-5)',
} as const

/** Pieces by month, stacked by tone; the table below holds the same numbers. */
export function ToneChart({ months }: { months: readonly MediaMonth[] }) {
  const t = useTranslations('opinions.media')
  const data = months.map(({ month, byTone }) => ({ month, ...byTone }))
  return (
    <Box role="img" aria-label={t('chart')} maw={760}>
      <ResponsiveContainer width="100%" height={240}>
        <BarChart data={data} accessibilityLayer={false} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
          <XAxis dataKey="month" tick={{ fontSize: 12 }} />
          <YAxis width={32} allowDecimals={false} tick={{ fontSize: 12 }} />
          <Legend />
          {TONES.map((tone) => (
            <Bar
              key={tone}
              dataKey={tone}
              name={t(`tones.${tone}`)}
              stackId="tone"
              fill={COLOUR[tone]}
              isAnimationActive={false}
              maxBarSize={48}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </Box>
  )
}
