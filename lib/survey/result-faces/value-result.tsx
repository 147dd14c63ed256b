'use client'

import { Box, Stack, Text } from '@mantine/core'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useTranslations } from 'use-intl'
import type { AnswerSummary } from '../answer-summary.ts'
import styles from '../survey.module.css'
import { ShareTable } from './share-table.tsx'

interface ValueResultProps {
  readonly summary: Extract<AnswerSummary, { kind: 'values' }>
  readonly title: string
  readonly fewest: number
}

/** Numbers or months: how they are spread, their mean and their quarters. */
export function ValueResult({ summary, title, fewest }: ValueResultProps) {
  const t = useTranslations('survey.results')
  const { bars, mean, quartiles, unit, months } = summary
  return (
    <Stack gap="xs">
      <Text size="sm">
        {mean !== null && t('mean', { mean: `${mean}${unit}` })}
        {quartiles
          ? t(months ? 'quartilesMonths' : 'quartiles', {
              low: `${quartiles[0]}${unit}`,
              median: `${quartiles[1]}${unit}`,
              high: `${quartiles[2]}${unit}`,
            })
          : t('noQuartiles', { n: 4 * fewest })}
      </Text>
      <div className={styles.result}>
        <Box role="img" aria-label={t('histogram', { title })}>
          <ResponsiveContainer width="100%" height={220}>
            <BarChart
              data={bars.map(({ label, estimate }) => ({ label, n: estimate?.count ?? 0 }))}
              margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
              barCategoryGap={1}
              accessibilityLayer={false}
            >
              <CartesianGrid vertical={false} stroke="var(--mantine-color-ink-2)" />
              <XAxis dataKey="label" tick={{ fontSize: 12 }} interval="preserveStartEnd" minTickGap={12} />
              <YAxis width={44} tick={{ fontSize: 12 }} allowDecimals={false} />
              <Bar dataKey="n" fill="var(--mantine-color-dai-5)" isAnimationActive={false} />
            </BarChart>
          </ResponsiveContainer>
        </Box>
        <ShareTable bars={bars} heading={t('class')} />
      </div>
      <Text size="xs" c="ink.6">
        {t('classesNote', { k: fewest })}
      </Text>
    </Stack>
  )
}
