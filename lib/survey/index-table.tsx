'use client'

import { Table, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { INDEX_NAMES, type Questionnaire } from './questionnaire.ts'
import type { IndexResult, SurveyResults } from './results.ts'
import { useShares } from './share-text.tsx'

interface IndexTableProps {
  readonly questionnaire: Questionnaire
  readonly indices: SurveyResults['indices']
}

/** The indices, each with the questions and answers it is made of. */
export function IndexTable({ questionnaire, indices }: IndexTableProps) {
  const t = useTranslations('survey')
  const { percent, interval } = useShares()
  const basis = (index: IndexResult) => {
    const numbers = index.questionIds
      .map((id) => questionnaire.questions.findIndex((question) => question.id === id) + 1)
      .join('、')
    const values = { numbers, options: index.optionLabels.join('、') }
    return index.questionIds.length > 1 ? t('results.basisMany', values) : t('results.basisOne', values)
  }
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table tabularNums verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('results.index')}</Table.Th>
            <Table.Th ta="right">{t('results.share')}</Table.Th>
            <Table.Th ta="right">{t('results.ci')}</Table.Th>
            <Table.Th ta="right">n</Table.Th>
            <Table.Th>{t('results.basis')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {INDEX_NAMES.map((name) => {
            const index = indices[name]
            const { estimate } = index
            return (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={500}>
                  {t(`indices.${name}`)}
                </Table.Th>
                <Table.Td ta="right" fw={600}>
                  {estimate ? percent(estimate.share) : '—'}
                </Table.Td>
                <Table.Td ta="right">{estimate ? interval(estimate.low, estimate.high) : '—'}</Table.Td>
                <Table.Td ta="right">{estimate ? estimate.n : '—'}</Table.Td>
                <Table.Td>
                  <Text size="sm" c="ink.6">
                    {!index.named ? t('results.notNamed') : estimate ? basis(index) : t('results.noAnswers')}
                  </Text>
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
