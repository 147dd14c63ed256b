'use client'

import { Alert, Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import { pValueText } from '../../statistics/p-value-text.ts'
import { Panel } from '../../ui/panel.tsx'
import { StackedRows } from '../result-faces/stacked-rows.tsx'
import { useShares } from '../share-text.tsx'
import type { CrossTable, TestOutcome } from './cross-table.ts'
import { BY_GROUP, type CrossDimension } from './dimensions.ts'

export interface CrossTablePanelProps {
  /** The page itself: the choice stands in its address, so that a table can be passed on. */
  readonly href: string
  readonly dimensions: readonly CrossDimension[]
  readonly asked: { readonly question: string; readonly by: string; readonly table: CrossTable | null } | null
  /** k. */
  readonly fewest: number
}

/** Any counted question by group or by another question. */
export function CrossTablePanel({ href, dimensions, asked, fewest }: CrossTablePanelProps) {
  const t = useTranslations('survey.cross')
  const named = ({ number, title, row }: CrossDimension) =>
    row === null ? t('dimension', { number, title }) : t('dimensionRow', { number, title, row })
  const options = dimensions.map((dimension) => ({ value: dimension.key, label: named(dimension) }))
  const titleOf = (key: string) =>
    key === BY_GROUP ? t('groups') : (options.find(({ value }) => value === key)?.label ?? '')
  return (
    <Panel id="cross" title={t('heading')} description={t('explain')}>
      <Stack gap="md">
        <form method="get" action={`${href}#cross`}>
          <Group align="end" gap="sm">
            <NativeSelect
              name="question"
              label={t('question')}
              data={options}
              defaultValue={asked?.question}
              style={{ flex: '1 1 240px', minWidth: 0 }}
            />
            <NativeSelect
              name="by"
              label={t('by')}
              data={[{ value: BY_GROUP, label: t('groups') }, ...options]}
              defaultValue={asked?.by ?? BY_GROUP}
              style={{ flex: '1 1 240px', minWidth: 0 }}
            />
            <Button type="submit" variant="default">
              {t('show')}
            </Button>
          </Group>
        </form>
        {asked &&
          (asked.table ? (
            <Crossed
              table={asked.table}
              title={t('title', { question: titleOf(asked.question), by: titleOf(asked.by) })}
              fewest={fewest}
            />
          ) : (
            <Text c="ink.6">{t('none', { k: fewest })}</Text>
          ))}
      </Stack>
    </Panel>
  )
}

interface CrossedProps {
  readonly table: CrossTable
  readonly title: string
  readonly fewest: number
}

function Crossed({ table, title, fewest }: CrossedProps) {
  const t = useTranslations('survey.cross')
  const { percent } = useShares()
  const { columns, rows, partition, anyHidden, test } = table
  const shareOf = (count: number | null, total: number | null) =>
    count === null || total === null || total === 0 ? null : count / total
  const drawn = rows.filter(({ total }) => total !== null && total > 0)
  return (
    <Stack gap="sm">
      <Text fw={600}>{title}</Text>
      {partition && drawn.length > 0 && (
        <StackedRows
          label={t('picture', { title })}
          options={columns.map(({ label }) => label)}
          rows={drawn.map(({ label, total, counts }) => ({
            label,
            shares: counts.map((count) => shareOf(count, total)),
          }))}
          rest={t('rest')}
        />
      )}
      <Table.ScrollContainer
        minWidth={220 + 90 * columns.length}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': title } }}
      >
        <Table tabularNums verticalSpacing={4} horizontalSpacing={6} fz="sm" aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              <Table.Th ta="right">{t('total')}</Table.Th>
              {columns.map(({ id, label }) => (
                <Table.Th key={id} ta="right">
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ id, label, total, counts }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={400}>
                  {label}
                </Table.Th>
                <Table.Td ta="right">{total ?? t('hidden')}</Table.Td>
                {counts.map((count, j) => {
                  const share = shareOf(count, total)
                  return (
                    <Table.Td key={columns[j]?.id} ta="right" c={count === null ? 'ink.6' : undefined}>
                      {count ?? t('hidden')}
                      {share !== null && (
                        <Text span size="xs" c="ink.6">
                          {' '}
                          {percent(share)}
                        </Text>
                      )}
                    </Table.Td>
                  )
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="ink.6">
        {t('shares')}
        {anyHidden && t('hiddenNote', { k: fewest })}
      </Text>
      <Test test={test} />
    </Stack>
  )
}

function Test({ test }: { readonly test: TestOutcome }) {
  const t = useTranslations('survey.cross')
  const format = useFormatter()
  if (typeof test === 'string')
    return (
      <Text size="sm" c="ink.6">
        {t(`noTest.${test}`)}
      </Text>
    )
  const { sparse } = test
  const fixed = (value: number, digits: number) =>
    format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return (
    <Stack gap="xs">
      <Text size="sm">
        {'found' in test
          ? t('test', {
              statistic: fixed(test.found.statistic, 2),
              df: test.found.df,
              p: pValueText(test.found.p),
              v: fixed(test.found.cramersV, 2),
            })
          : t('testBand', { band: test.below === null ? '≥ 0.05' : `< ${test.below}` })}
      </Text>
      {sparse && (
        <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />}>
          {t('sparse')}
        </Alert>
      )}
      <Text size="xs" c="ink.6">
        {t('caveat')}
      </Text>
    </Stack>
  )
}
