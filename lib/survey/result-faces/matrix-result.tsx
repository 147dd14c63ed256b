'use client'

import { Stack, Table, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { AnswerSummary } from '../answer-summary.ts'
import { useShares } from '../share-text.tsx'
import { StackedRows } from './stacked-rows.tsx'

interface MatrixResultProps {
  readonly summary: Extract<AnswerSummary, { kind: 'matrix' }>
  readonly title: string
}

/** A matrix: one bar per row, cut by what was chosen; each row has its own respondents. */
export function MatrixResult({ summary, title }: MatrixResultProps) {
  const t = useTranslations('survey.results')
  const { percent, interval } = useShares()
  const { options, rows } = summary
  const shown = rows.filter(({ shares }) => shares.some((share) => share !== null))
  return (
    <Stack gap="xs">
      {shown.length > 0 && (
        <StackedRows
          label={t('stacked', { title })}
          options={options}
          rows={shown.map(({ label, shares }) => ({
            label,
            shares: shares.map((estimate) => estimate?.share ?? null),
          }))}
          {...(shown.some(({ shares }) => shares.includes(null)) ? { rest: t('hiddenShort') } : {})}
        />
      )}
      <Table.ScrollContainer
        minWidth={180 + 128 * options.length}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('option') } }}
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
                {shares.map((estimate, i) => (
                  <Table.Td key={options[i]} ta="right" c={estimate ? undefined : 'ink.6'}>
                    {answered === 0 ? '—' : estimate ? percent(estimate.share) : t('hiddenShort')}
                    {estimate && (
                      <Text size="xs" c="ink.6">
                        {estimate.count} · {interval(estimate.low, estimate.high)}
                      </Text>
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  )
}
