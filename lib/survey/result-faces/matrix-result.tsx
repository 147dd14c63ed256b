'use client'

import { Box, Stack, Table, Text } from '@mantine/core'
import { Bar, BarChart, Legend, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useFormatter, useTranslations } from 'use-intl'
import type { AnswerSummary } from '../answer-summary.ts'
import { useShares } from '../share-text.tsx'
import { shortLabel } from './short-label.ts'

interface MatrixResultProps {
  readonly summary: Extract<AnswerSummary, { kind: 'matrix' }>
  readonly title: string
  readonly fewest: number
}

/** In the order of the options: neighbours must differ in print too. */
const COLOURS = ['dai-7', 'dai-4', 'ink-3', 'ochre-4', 'cinnabar-6', 'ink-6', 'pine-5'] as const
const colour = (i: number) => `var(--mantine-color-${COLOURS[i % COLOURS.length]})`
const LABEL = 7

/** A matrix: one bar per row, cut by what was chosen; each row has its own respondents. */
export function MatrixResult({ summary, title, fewest }: MatrixResultProps) {
  const t = useTranslations('survey.results')
  const format = useFormatter()
  const { percent } = useShares()
  const { options, rows } = summary
  const shown = rows.filter(({ shares }) => shares.some((share) => share !== null))
  const data = shown.map(({ label, shares }) => ({
    label: shortLabel(label, LABEL),
    ...Object.fromEntries(shares.map((estimate, i) => [`o${i}`, estimate?.share ?? 0])),
  }))
  return (
    <Stack gap="xs">
      {shown.length > 0 && (
        <Box role="img" aria-label={t('stacked', { title })} maw={720}>
          <ResponsiveContainer width="100%" height={80 + 36 * data.length}>
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
              <Legend
                itemSorter={null}
                wrapperStyle={{ fontSize: 13 }}
                formatter={(text: string) => (
                  <span style={{ color: 'var(--mantine-color-ink-9)' }}>{text}</span>
                )}
              />
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
            </BarChart>
          </ResponsiveContainer>
        </Box>
      )}
      <Table.ScrollContainer
        minWidth={200 + 90 * options.length}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('option') } }}
      >
        <Table tabularNums verticalSpacing={4} horizontalSpacing={6} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('row')}</Table.Th>
              <Table.Th ta="right">n</Table.Th>
              {options.map((option) => (
                <Table.Th key={option} ta="right">
                  {option}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ id, label, answered, shares }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={400}>
                  {label}
                </Table.Th>
                <Table.Td ta="right">{answered}</Table.Td>
                {answered < fewest ? (
                  <Table.Td colSpan={options.length} ta="right" c="ink.6">
                    {answered === 0 ? '—' : t('tooFew', { k: fewest })}
                  </Table.Td>
                ) : (
                  shares.map((estimate, i) => (
                    <Table.Td key={options[i]} ta="right">
                      {estimate ? `${percent(estimate.share)}` : '—'}
                      <Text span size="xs" c="ink.6">
                        {estimate && ` (${estimate.count})`}
                      </Text>
                    </Table.Td>
                  ))
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  )
}
