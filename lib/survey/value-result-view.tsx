'use client'

import { Box, Table, Text } from '@mantine/core'
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useFormatter, useTranslations } from 'use-intl'
import styles from './survey.module.css'
import { summaryOf, type ValueCount, valuesOf } from './value-summary.ts'

interface Bars {
  readonly title: string
  readonly bars: readonly { readonly label: string; readonly n: number }[]
}

/** Counts side by side, in an order of their own: values, months. */
function Histogram({ title, bars }: Bars) {
  const t = useTranslations('survey.results')
  return (
    <Box role="img" aria-label={t('histogram', { title })}>
      <ResponsiveContainer width="100%" height={220}>
        <BarChart
          data={[...bars]}
          margin={{ top: 20, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis dataKey="label" tick={{ fontSize: 12 }} interval="preserveStartEnd" />
          <YAxis allowDecimals={false} width={36} tick={{ fontSize: 12 }} />
          <Bar dataKey="n" fill="var(--mantine-color-dai-5)" isAnimationActive={false}>
            <LabelList dataKey="n" position="top" fontSize={12} fill="var(--mantine-color-ink-9)" />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </Box>
  )
}

function BarTable({ bars, heading }: Pick<Bars, 'bars'> & { heading: string }) {
  const t = useTranslations('survey.results')
  return (
    <Table tabularNums verticalSpacing={4} horizontalSpacing={6} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{heading}</Table.Th>
          <Table.Th ta="right">{t('count')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {bars.map(({ label, n }) => (
          <Table.Tr key={label}>
            <Table.Th scope="row" fw={400}>
              {label}
            </Table.Th>
            <Table.Td ta="right">{n}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

interface NumbersProps {
  readonly title: string
  readonly unit: string
  readonly cells: Readonly<Record<string, number>>
}

/** Numbers: the middle and the spread, a histogram, and the same as a table. Least and most would be somebody. */
export function NumberResult({ title, unit, cells }: NumbersProps) {
  const t = useTranslations('survey.results')
  const format = useFormatter()
  const summary = summaryOf(valuesOf(cells))
  if (!summary) return null
  const number = (value: number) =>
    `${format.number(value, { maximumFractionDigits: 2 })}${/^\p{Script=Han}/u.test(unit) ? '' : ' '}${unit}`.trim()
  const plain = (value: number) => format.number(value, { maximumFractionDigits: 3 })
  const bars = summary.bins.map(({ from, to, n }) => ({
    label: from === to ? plain(from) : t('range', { low: plain(from), high: plain(to) }),
    n,
  }))
  return (
    <>
      <Text size="sm">
        {t('numbers', {
          median: number(summary.median),
          lower: number(summary.lowerQuartile),
          upper: number(summary.upperQuartile),
          mean: number(summary.mean),
        })}
      </Text>
      <div className={styles.result}>
        <Histogram title={title} bars={bars} />
        <BarTable bars={bars} heading={t('value')} />
      </div>
    </>
  )
}

/** Months, with those between that nobody gave. */
export function DateResult({ title, cells }: Omit<NumbersProps, 'unit'>) {
  const t = useTranslations('survey.results')
  const bars = monthsOf(cells).map(({ value, n }) => ({
    label: `${Math.floor(value / 12)}-${String((value % 12) + 1).padStart(2, '0')}`,
    n,
  }))
  return (
    <div className={styles.result}>
      <Histogram title={title} bars={bars} />
      <BarTable bars={bars.filter(({ n }) => n > 0)} heading={t('month')} />
    </div>
  )
}

/** Beyond it the months are too many to be drawn one by one: only those that were given are. */
const MOST_MONTHS = 60

function monthsOf(cells: Readonly<Record<string, number>>): ValueCount[] {
  const given = Object.entries(cells)
    .filter(([cell, n]) => cell.startsWith('m:') && n > 0)
    .map(([cell, n]) => ({ value: Number(cell.slice(2, 6)) * 12 + Number(cell.slice(7, 9)) - 1, n }))
    .sort((a, b) => a.value - b.value)
  const [first, last] = [given[0]?.value ?? 0, given.at(-1)?.value ?? 0]
  if (last - first >= MOST_MONTHS) return given
  return Array.from({ length: given.length === 0 ? 0 : last - first + 1 }, (_, i) => ({
    value: first + i,
    n: given.find(({ value }) => value === first + i)?.n ?? 0,
  }))
}
