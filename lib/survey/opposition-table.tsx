'use client'

import { Table, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { GroupOpposition } from './results.ts'
import { useShares } from './share-text.tsx'

interface OppositionTableProps {
  readonly groups: readonly GroupOpposition[]
  readonly nameOf: (groupId: string) => string
  /** Ids of groups so small that a number about them would tell what one person said. */
  readonly withheld: readonly string[]
}

/** Opposed among valid answers in each group; very small groups are withheld. */
export function OppositionTable({ groups, nameOf, withheld }: OppositionTableProps) {
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
          {groups.map(({ groupId, opposed, valid, estimate }) => {
            const range = estimate ? interval(estimate.low, estimate.high) : '—'
            return (
              <Table.Tr key={groupId}>
                <Table.Th scope="row" fw={500}>
                  {nameOf(groupId)}
                </Table.Th>
                {withheld.includes(groupId) ? (
                  <Table.Td colSpan={3} ta="right" c="ink.6">
                    {t('withheld')}
                  </Table.Td>
                ) : (
                  <>
                    <Table.Td ta="right">
                      {opposed} / {valid}
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
      {withheld.length > 0 && (
        <Text size="sm" c="ink.6" mt="xs">
          {t('withheldNote')}
        </Text>
      )}
    </>
  )
}
