'use client'

import { Table } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { SummaryBar } from '../answer-summary.ts'
import { useShares } from '../share-text.tsx'

interface ShareTableProps<Row> {
  readonly bars: readonly Row[]
  /** What the rows are; absent: options. */
  readonly heading?: string
  /** A further column. */
  readonly further?: { readonly heading: string; cell(row: Row): string }
}

/** Counts, shares and intervals: what the bars show, for whoever cannot see them. */
export function ShareTable<Row extends SummaryBar>({ bars, heading, further }: ShareTableProps<Row>) {
  const t = useTranslations('survey.results')
  const { percent, interval } = useShares()
  return (
    <Table.ScrollContainer
      minWidth={further ? 380 : 300}
      scrollAreaProps={{
        viewportProps: { tabIndex: 0, role: 'group', 'aria-label': heading ?? t('option') },
      }}
    >
      <Table tabularNums verticalSpacing={4} horizontalSpacing={6} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{heading ?? t('option')}</Table.Th>
            <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
              {t('count')}
            </Table.Th>
            <Table.Th ta="right">{t('share')}</Table.Th>
            <Table.Th ta="right">{t('ci')}</Table.Th>
            {further && <Table.Th ta="right">{further.heading}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bars.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Th scope="row" fw={400}>
                {row.label}
              </Table.Th>
              {row.estimate ? (
                <>
                  <Table.Td ta="right">{row.estimate.count}</Table.Td>
                  <Table.Td ta="right">{percent(row.estimate.share)}</Table.Td>
                  <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                    {interval(row.estimate.low, row.estimate.high)}
                  </Table.Td>
                </>
              ) : (
                <Table.Td ta="right" colSpan={3} c="ink.6">
                  {t('hiddenShort')}
                </Table.Td>
              )}
              {further && <Table.Td ta="right">{further.cell(row)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
