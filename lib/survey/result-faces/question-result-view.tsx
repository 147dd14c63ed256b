'use client'

import { Stack, Text, Title } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { AnswerSummary } from '../answer-summary.ts'
import type { Question } from '../questionnaire.ts'
import type { QuestionResult } from '../results.ts'
import styles from '../survey.module.css'
import { MatrixResult } from './matrix-result.tsx'
import { RankingResult } from './ranking-result.tsx'
import { ShareBars } from './share-bars.tsx'
import { ShareTable } from './share-table.tsx'
import { ValueResult } from './value-result.tsx'

interface QuestionResultViewProps {
  readonly n: number
  readonly question: Question
  readonly result: QuestionResult
  /** For questions that are more than a list of options. */
  readonly summary: AnswerSummary | null
  readonly responses: number
  /** k: what fewer people answered is not shown. */
  readonly fewest: number
}

/** One counted question: a picture, and the same numbers as a table. */
export function QuestionResultView(props: QuestionResultViewProps) {
  const { n, question, result, responses, fewest } = props
  const t = useTranslations('survey')
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
        <Answers {...props} />
      )}
      {question.type === 'multiple' && result.answered > 0 && (
        <Text size="xs" c="ink.6">
          {t('results.multipleNote')}
        </Text>
      )}
    </Stack>
  )
}

function Answers({ question, result, summary, fewest }: QuestionResultViewProps) {
  const { title } = question
  if (summary?.kind === 'values') return <ValueResult summary={summary} title={title} fewest={fewest} />
  if (summary?.kind === 'ranking') return <RankingResult summary={summary} title={title} />
  if (summary?.kind === 'matrix') return <MatrixResult summary={summary} title={title} fewest={fewest} />
  const bars = result.options.map(({ optionId, ...option }) => ({ id: optionId, ...option }))
  return (
    <div className={styles.result}>
      <ShareBars bars={bars} title={title} />
      <ShareTable bars={bars} />
    </div>
  )
}
