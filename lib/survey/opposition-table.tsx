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
      <Table.ScrollContainer minWidth={440}>
        <Table tabularNums verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('group')}</Table.Th>
              <Table.Th ta="right">{t('opposed')}</Table.Th>
              <Table.Th ta="right">{t('valid')}</Table.Th>
              <Table.Th ta="right">{t('share')}</Table.Th>
              <Table.Th ta="right">{t('ci')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groups.map((group) => {
              const { estimate } = group
              return (
                <Table.Tr key={group.groupId}>
                  <Table.Th scope="row" fw={500}>
                    {nameOf(group.groupId)}
                  </Table.Th>
                  {withheld.includes(group.groupId) ? (
                    <Table.Td colSpan={4} ta="right" c="ink.6">
                      {t('withheld')}
                    </Table.Td>
                  ) : (
                    <>
                      <Table.Td ta="right">{group.opposed}</Table.Td>
                      <Table.Td ta="right">{group.valid}</Table.Td>
                      <Table.Td ta="right" fw={600}>
                        {estimate ? percent(estimate.share) : '—'}
                      </Table.Td>
                      <Table.Td ta="right">{estimate ? interval(estimate.low, estimate.high) : '—'}</Table.Td>
                    </>
                  )}
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {withheld.length > 0 && (
        <Text size="sm" c="ink.6" mt="xs">
          {t('withheldNote')}
        </Text>
      )}
    </>
  )
}
