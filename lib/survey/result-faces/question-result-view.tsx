'use client'

import { Stack, Text, Title } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { AnswerSummary } from '../answer-summary.ts'
import type { Question } from '../questionnaire.ts'
import type { ShownQuestion } from '../shown-results.ts'
import styles from '../survey.module.css'
import { MatrixResult } from './matrix-result.tsx'
import { RankingResult } from './ranking-result.tsx'
import { ShareBars } from './share-bars.tsx'
import { ShareTable } from './share-table.tsx'
import { ValueResult } from './value-result.tsx'

interface QuestionResultViewProps {
  readonly question: Question
  readonly shown: ShownQuestion
  readonly responses: number
  /** k: what fewer people answered is not shown. */
  readonly fewest: number
}

/** One counted question: a picture, and the same numbers as a table. */
export function QuestionResultView({ question, shown, responses, fewest }: QuestionResultViewProps) {
  const t = useTranslations('survey')
  const { number, answered, summary } = shown
  return (
    <Stack gap="xs">
      <div>
        <Title order={3} size="h4">
          {number}. {question.title}
        </Title>
        <Text size="sm" c="ink.6">
          {t(`types.${question.type}`)}
          {answered !== null && ' · '}
          {answered !== null && t('results.answered', { n: answered, missing: responses - answered })}
        </Text>
      </div>
      {summary === 'nobody-answered' ? (
        <Text c="ink.6">{t('results.noneAnswered')}</Text>
      ) : summary === 'too-few' ? (
        <Text c="ink.6">{t('results.tooFew', { k: fewest })}</Text>
      ) : summary === 'hidden' ? (
        <Text c="ink.6">{t('results.hiddenQuestion')}</Text>
      ) : (
        <>
          <Answers summary={summary} title={question.title} fewest={fewest} />
          {hides(summary) && (
            <Text size="xs" c="ink.6">
              {t('results.hiddenNote', { k: fewest })}
            </Text>
          )}
          {question.type === 'multiple' && (
            <Text size="xs" c="ink.6">
              {t('results.multipleNote')}
            </Text>
          )}
        </>
      )}
    </Stack>
  )
}

function hides(summary: AnswerSummary): boolean {
  return summary.kind === 'matrix'
    ? summary.rows.some(({ answered, shares }) => answered > 0 && shares.includes(null))
    : summary.bars.some(({ estimate }) => estimate === null)
}

interface AnswersProps {
  readonly summary: AnswerSummary
  readonly title: string
  readonly fewest: number
}

function Answers({ summary, title, fewest }: AnswersProps) {
  switch (summary.kind) {
    case 'values':
      return <ValueResult summary={summary} title={title} fewest={fewest} />
    case 'ranking':
      return <RankingResult summary={summary} title={title} fewest={fewest} />
    case 'matrix':
      return <MatrixResult summary={summary} title={title} />
    case 'options':
      return (
        <div className={styles.result}>
          <ShareBars bars={summary.bars} title={title} />
          <ShareTable bars={summary.bars} />
        </div>
      )
    default:
      return summary satisfies never
  }
}
