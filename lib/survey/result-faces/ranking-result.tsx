'use client'

import { Stack, Text } from '@mantine/core'
import { useFormatter, useTranslations } from 'use-intl'
import type { AnswerSummary } from '../answer-summary.ts'
import styles from '../survey.module.css'
import { ShareBars } from './share-bars.tsx'
import { ShareTable } from './share-table.tsx'

interface RankingResultProps {
  readonly summary: Extract<AnswerSummary, { kind: 'ranking' }>
  readonly title: string
  readonly fewest: number
}

/** A ranking: what stands first, and the mean place of each. */
export function RankingResult({ summary, title, fewest }: RankingResultProps) {
  const t = useTranslations('survey.results')
  const format = useFormatter()
  const bars = summary.bars.toSorted((a, b) => (a.meanRank ?? 0) - (b.meanRank ?? 0))
  const ranked = bars.some(({ meanRank }) => meanRank !== null)
  const place = (rank: number | null) =>
    rank === null ? '—' : format.number(rank, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const further = ranked && {
    heading: t('meanRank'),
    cell: ({ meanRank }: (typeof bars)[number]) => place(meanRank),
  }
  return (
    <Stack gap="xs">
      <Text size="sm">{t('firstChoices')}</Text>
      <div className={styles.result}>
        <ShareBars bars={bars} title={title} />
        <ShareTable bars={bars} {...(further ? { further } : {})} />
      </div>
      <Text size="xs" c="ink.6">
        {ranked ? t('meanRankNote', { places: summary.places }) : t('noMean', { k: fewest })}
      </Text>
    </Stack>
  )
}
