'use client'

import { Table, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useShares } from './share-text.tsx'
import type { ShownOpposition } from './shown-results.ts'

interface OppositionTableProps {
  readonly groups: readonly ShownOpposition[]
  readonly nameOf: (groupId: string) => string
}

/** Opposed among valid answers in each group; very small groups are withheld. */
export function OppositionTable({ groups, nameOf }: OppositionTableProps) {
  const t = useTranslations('survey.results')
  const { percent, interval } = useShares()
  return (
    <>
      <Table tabularNums verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('group')}</Table.Th>
            <Table.Th ta="right">{t('opposedOfValid')}</Table.Th>
            <Table.Th ta="right">{t('share')}</Table.Th>
            <Table.Th ta="right" visibleFrom="sm">
              {t('ci')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map(({ groupId, valid, estimate, hidden }) => {
            const range = estimate ? interval(estimate.low, estimate.high) : '—'
            return (
              <Table.Tr key={groupId}>
                <Table.Th scope="row" fw={500}>
                  {nameOf(groupId)}
                </Table.Th>
                {hidden ? (
                  <>
                    <Table.Td ta="right" c="ink.6">
                      {valid === null ? '—' : `— / ${valid}`}
                    </Table.Td>
                    <Table.Td colSpan={2} ta="right" c="ink.6">
                      {t('withheld')}
                    </Table.Td>
                  </>
                ) : (
                  <>
                    <Table.Td ta="right">
                      {estimate?.count ?? 0} / {valid}
                    </Table.Td>
                    <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                      <Text span fw={600}>
                        {estimate ? percent(estimate.share) : '—'}
                      </Text>
                      <Text size="xs" c="ink.6" hiddenFrom="sm">
                        {range}
                      </Text>
                    </Table.Td>
                    <Table.Td ta="right" visibleFrom="sm">
                      {range}
                    </Table.Td>
                  </>
                )}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {groups.some(({ hidden }) => hidden) && (
        <Text size="sm" c="ink.6" mt="xs">
          {t('withheldNote')}
        </Text>
      )}
    </>
  )
}
