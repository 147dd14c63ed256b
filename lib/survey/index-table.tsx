'use client'

import { Table, Text } from '@mantine/core'
import { useFormatter, useTranslations } from 'use-intl'
import { numberRanges } from './number-ranges.ts'
import { numberOf, type Questionnaire } from './questionnaire.ts'
import type { IndexResult } from './results.ts'
import { useShares } from './share-text.tsx'
import type { ShownIndex } from './shown-results.ts'

interface IndexTableProps {
  readonly questionnaire: Questionnaire
  readonly indices: readonly ShownIndex[]
  /** k: a share of fewer people is not shown. */
  readonly fewest: number
}

/** The indices, each with the questions and answers it is made of. */
export function IndexTable({ questionnaire, indices, fewest }: IndexTableProps) {
  const t = useTranslations('survey')
  const format = useFormatter()
  const { percent, interval } = useShares()
  const basis = (index: IndexResult) => {
    const numbers = index.questionIds.map((id) => numberOf(questionnaire, id) ?? 0)
    const values = {
      numbers: format.list(numberRanges(numbers)),
      options: format.list(index.optionLabels),
    }
    return index.questionIds.length > 1 ? t('results.basisMany', values) : t('results.basisOne', values)
  }
  return (
    <Table tabularNums verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('results.index')}</Table.Th>
          <Table.Th ta="right">{t('results.share')}</Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            {t('results.ci')}
          </Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            n
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {indices.map((index) => {
          const { index: name, estimate } = index
          const range = estimate ? interval(estimate.low, estimate.high) : '—'
          return (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={500}>
                {t(`indices.${name}`)}
                <Text size="xs" c="ink.6" fw={400}>
                  {!index.named
                    ? t('results.notNamed')
                    : estimate
                      ? basis(index)
                      : index.tooFew
                        ? t('results.tooFew', { k: fewest })
                        : t('results.noAnswers')}
                </Text>
              </Table.Th>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                <Text span fw={600}>
                  {estimate ? percent(estimate.share) : '—'}
                </Text>
                {estimate && (
                  <Text size="xs" c="ink.6" hiddenFrom="sm">
                    {range}
                    <br />n = {estimate.n}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right" visibleFrom="sm" style={{ whiteSpace: 'nowrap' }}>
                {range}
              </Table.Td>
              <Table.Td ta="right" visibleFrom="sm">
                {estimate ? estimate.n : '—'}
              </Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}
