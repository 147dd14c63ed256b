'use client'

import { Box, Stack, Table, Text, Title } from '@mantine/core'
import { Bar, BarChart, ErrorBar, LabelList, ResponsiveContainer, usePlotArea, XAxis, YAxis } from 'recharts'
import { useFormatter, useTranslations } from 'use-intl'
import type { Question } from './questionnaire.ts'
import type { QuestionResult } from './results.ts'
import { useShares } from './share-text.tsx'
import styles from './survey.module.css'

interface QuestionResultViewProps {
  readonly n: number
  readonly question: Question
  readonly result: QuestionResult
  readonly responses: number
  /** k: what fewer people answered is not shown. */
  readonly fewest: number
}

/** One counted question: bars with their intervals, and the same numbers as a table. */
export function QuestionResultView({ n, question, result, responses, fewest }: QuestionResultViewProps) {
  const t = useTranslations('survey')
  const { percent, interval } = useShares()
  return (
    <Stack gap="xs">
      <div>
        <Title order={3} size="h4">
          {n}. {question.title}
        </Title>
        <Text size="sm" c="ink.6">
          {t(`types.${question.type}`)}
          {' · '}
          {t('results.answered', { n: result.answered, missing: responses - result.answered })}
        </Text>
      </div>
      {result.answered === 0 ? (
        <Text c="ink.6">{t('results.noneAnswered')}</Text>
      ) : result.answered < fewest ? (
        <Text c="ink.6">{t('results.tooFew', { k: fewest })}</Text>
      ) : (
        <div className={styles.result}>
          <ShareBars result={result} title={question.title} />
          <Table tabularNums verticalSpacing={4} horizontalSpacing={6} fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('results.option')}</Table.Th>
                <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
                  {t('results.count')}
                </Table.Th>
                <Table.Th ta="right">{t('results.share')}</Table.Th>
                <Table.Th ta="right">{t('results.ci')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {result.options.map(({ optionId, label, estimate }) => (
                <Table.Tr key={optionId}>
                  <Table.Th scope="row" fw={400}>
                    {label}
                  </Table.Th>
                  <Table.Td ta="right">{estimate?.count ?? '—'}</Table.Td>
                  <Table.Td ta="right">{estimate ? percent(estimate.share) : '—'}</Table.Td>
                  <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                    {estimate ? interval(estimate.low, estimate.high) : '—'}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {question.type === 'multiple' && result.answered > 0 && (
        <Text size="xs" c="ink.6">
          {t('results.multipleNote')}
        </Text>
      )}
    </Stack>
  )
}

/** Long labels are cut on the axis; the table below has them whole. */
const LABEL = 8

function ShareBars({ result, title }: { result: QuestionResult; title: string }) {
  const t = useTranslations('survey.results')
  const format = useFormatter()
  const { percent } = useShares()
  const data = result.options.map(({ label, estimate }) => ({
    label: [...label].length > LABEL ? `${[...label].slice(0, LABEL - 1).join('')}…` : label,
    // recharts draws no row, not even an empty one, for a bar of length zero.
    share: estimate?.share || 1e-6,
    interval: estimate ? [estimate.share - estimate.low, estimate.high - estimate.share] : [0, 0],
    text: estimate ? percent(estimate.share) : '',
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
