'use client'

import { Box, Table } from '@mantine/core'
import { Bar, ComposedChart, Legend, Line, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useFormatter, useTranslations } from 'use-intl'
import type { MediaCounts, MediaMonth } from './media-degree.ts'
import { TONES } from './media-item.ts'

const COLOUR = {
  positive: 'var(--mantine-color-pine-5)',
  neutral: 'var(--mantine-color-ink-3)',
  negative: 'var(--mantine-color-cinnabar-5)',
} as const

/** Pieces by month, stacked by tone, with the degree as a line on its own axis; a month without a degree leaves a gap. */
export function ToneChart({ months }: { months: readonly MediaMonth[] }) {
  const t = useTranslations('opinions.media')
  const data = months.map(({ month, byTone, degree }) => ({ month, ...byTone, degree }))
  return (
    <Box role="img" aria-label={t('chart')} maw={760}>
      <ResponsiveContainer width="100%" height={260}>
        <ComposedChart
          data={data}
          accessibilityLayer={false}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        >
          <XAxis dataKey="month" tick={{ fontSize: 12 }} />
          <YAxis yAxisId="pieces" width={32} allowDecimals={false} tick={{ fontSize: 12 }} />
          <YAxis
            yAxisId="degree"
            orientation="right"
            width={36}
            domain={[-1, 1]}
            ticks={[-1, 0, 1]}
            tick={{ fontSize: 12 }}
          />
          <ReferenceLine yAxisId="degree" y={0} stroke="var(--mantine-color-ink-3)" strokeDasharray="3 3" />
          <Legend />
          {TONES.map((tone) => (
            <Bar
              key={tone}
              yAxisId="pieces"
              dataKey={tone}
              name={t(`tones.${tone}`)}
              stackId="tone"
              fill={COLOUR[tone]}
              isAnimationActive={false}
              maxBarSize={48}
            />
          ))}
          <Line
            yAxisId="degree"
            dataKey="degree"
            name={t('degree')}
            stroke="var(--mantine-color-dai-7)"
            strokeWidth={2}
            dot={{ r: 3 }}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </Box>
  )
}

interface ToneTableProps {
  readonly months: readonly MediaMonth[]
  /** All months together. */
  readonly sum: MediaCounts
  readonly sumLabel: string
}

/** The numbers of the chart. */
export function ToneTable({ months, sum, sumLabel }: ToneTableProps) {
  const t = useTranslations('opinions.media')
  const format = useFormatter()
  const degreeOf = ({ degree }: MediaCounts) =>
    degree === null ? '—' : format.number(degree, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const cells = (counts: MediaCounts) => (
    <>
      <Table.Td ta="right">{counts.pieces}</Table.Td>
      {TONES.map((tone) => (
        <Table.Td key={tone} ta="right">
          {format.number(counts.byTone[tone], { maximumFractionDigits: 1 })}
        </Table.Td>
      ))}
      <Table.Td ta="right">{degreeOf(counts)}</Table.Td>
    </>
  )
  return (
    <Table.ScrollContainer
      minWidth={480}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('byMonth') } }}
    >
      <Table maw={760} fz="sm" tabularNums aria-label={t('byMonth')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('month')}</Table.Th>
            <Table.Th ta="right">{t('pieces')}</Table.Th>
            {TONES.map((tone) => (
              <Table.Th key={tone} ta="right">
                {t(`tones.${tone}`)}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t('degree')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {months.map((month) => (
            <Table.Tr key={month.month}>
              <Table.Th scope="row" fw={400}>
                {month.month}
              </Table.Th>
              {cells(month)}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{sumLabel}</Table.Th>
            {cells(sum)}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  )
}
