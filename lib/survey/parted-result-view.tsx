'use client'

import { Box, Group, Table, Text } from '@mantine/core'
import { Bar, BarChart, Legend, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useFormatter, useTranslations } from 'use-intl'
import type { Question } from './questionnaire.ts'
import { rankedOptions } from './value-summary.ts'

/** From the best answer to the worst, told apart in black and white too; the words stand in the legend and the table. */
const SHADES = [
  'var(--mantine-color-pine-8)',
  'var(--mantine-color-pine-4)',
  'var(--mantine-color-ochre-3)',
  'var(--mantine-color-cinnabar-4)',
  'var(--mantine-color-cinnabar-8)',
  'var(--mantine-color-ink-4)',
  'var(--mantine-color-dai-4)',
]

interface Part {
  readonly label: string
  readonly counts: readonly number[]
  readonly answered: number
}

interface StackedProps {
  readonly title: string
  readonly answers: readonly string[]
  readonly parts: readonly Part[]
  /** A further column, already in words. */
  readonly last?: { readonly heading: string; readonly values: readonly string[] }
}

/** One bar per part, divided by its answers; the same numbers as a table. */
function Stacked({ title, answers, parts, last }: StackedProps) {
  const t = useTranslations('survey.results')
  const format = useFormatter()
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  const data = parts.map(({ label, counts, answered }) => ({
    label,
    ...Object.fromEntries(counts.map((n, i) => [`a${i}`, answered === 0 ? 0 : n / answered])),
  }))
  return (
    <>
      <Box role="img" aria-label={t('chart', { title })}>
        <ResponsiveContainer width="100%" height={60 + 36 * parts.length}>
          <BarChart
            data={data}
            layout="vertical"
            margin={{ top: 2, right: 12, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <XAxis
              type="number"
              domain={[0, 1]}
              ticks={[0, 0.5, 1]}
              tick={{ fontSize: 12 }}
              tickFormatter={percent}
            />
            <YAxis
              type="category"
              dataKey="label"
              width={104}
              tick={{ fontSize: 13 }}
              tickLine={false}
              interval={0}
            />
            <Legend
              wrapperStyle={{ fontSize: 13 }}
              // Words in the colour of words: the lighter shades are too light to be read.
              formatter={(answer) => <span style={{ color: 'var(--mantine-color-ink-9)' }}>{answer}</span>}
            />
            {answers.map((answer, i) => (
              <Bar
                key={answer}
                dataKey={`a${i}`}
                name={answer}
                stackId="all"
                fill={SHADES[i % SHADES.length] ?? ''}
                stroke="var(--mantine-color-white)"
                barSize={20}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </Box>
      <Table.ScrollContainer minWidth={360 + 60 * answers.length}>
        <Table tabularNums verticalSpacing={4} horizontalSpacing={6} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              {answers.map((answer) => (
                <Table.Th key={answer} ta="right">
                  {answer}
                </Table.Th>
              ))}
              <Table.Th ta="right">{t('answeredHead')}</Table.Th>
              {last && <Table.Th ta="right">{last.heading}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {parts.map(({ label, counts, answered }, row) => (
              <Table.Tr key={label}>
                <Table.Th scope="row" fw={400}>
                  {label}
                </Table.Th>
                {counts.map((n, i) => (
                  <Table.Td key={answers[i]} ta="right">
                    {answered === 0 ? '—' : `${n}（${percent(n / answered)}）`}
                  </Table.Td>
                ))}
                <Table.Td ta="right">{answered}</Table.Td>
                {last && <Table.Td ta="right">{last.values[row]}</Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}

interface PartedProps<Type extends Question['type']> {
  readonly question: Extract<Question, { type: Type }>
  readonly cells: Readonly<Record<string, number>>
  /** k: rows that fewer people answered are left out. */
  readonly fewest: number
}

export function MatrixResult({ question, cells, fewest }: PartedProps<'matrix'>) {
  const t = useTranslations('survey.results')
  const rows = question.rows.map(({ id, label }) => ({
    label,
    counts: question.options.map((option) => cells[`${id}:${option.id}`] ?? 0),
    answered: cells[`${id}:answered`] ?? 0,
  }))
  const shown = rows.filter(({ answered }) => answered >= fewest)
  return (
    <>
      {shown.length > 0 && (
        <Stacked title={question.title} answers={question.options.map(({ label }) => label)} parts={shown} />
      )}
      {shown.length < rows.length && (
        <Group>
          <Text size="sm" c="ink.6">
            {t('rowsTooFew', {
              k: fewest,
              rows: rows
                .filter((row) => !shown.includes(row))
                .map(({ label }) => label)
                .join('、'),
            })}
          </Text>
        </Group>
      )}
    </>
  )
}

export function RankingResult({ question, cells, answered }: PartedProps<'ranking'> & { answered: number }) {
  const t = useTranslations('survey.results')
  const format = useFormatter()
  const ranked = rankedOptions(question.options, question.places, cells)
  return (
    <Stacked
      title={question.title}
      answers={Array.from({ length: question.places }, (_, i) => t('place', { n: i + 1 }))}
      parts={ranked.map(({ label, places }) => ({ label, counts: places, answered }))}
      last={{
        heading: t('meanPlace'),
        values: ranked.map(({ meanPlace }) =>
          meanPlace === null
            ? '—'
            : format.number(meanPlace, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
        ),
      }}
    />
  )
}
