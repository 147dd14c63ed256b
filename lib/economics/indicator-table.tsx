'use client'

import { Group, Stack, Table, Text } from '@mantine/core'
import { useFormatter, useTranslations } from 'use-intl'
import { useAmounts } from './amounts.tsx'
import type { Appraisal } from './appraisal.ts'
import { Met } from './met-badge.tsx'

interface IndicatorTableProps {
  readonly appraisal: Appraisal
  readonly socialDiscountRate: number
}

/** The indicators, each with the line it is held against and what came of it. */
export function IndicatorTable({ appraisal, socialDiscountRate }: IndicatorTableProps) {
  const t = useTranslations('economics.indicators')
  const format = useFormatter()
  const { wan, percent, fixed } = useAmounts()
  const met = (criterion: 'enpv' | 'eirr' | 'ebcr') =>
    appraisal.criteria.find((found) => found.criterion === criterion)?.met ?? null
  const { rates } = appraisal.eirr
  const eirr =
    rates.length === 0
      ? t('eirrNone')
      : rates.length === 1
        ? percent(rates[0]!)
        : t('eirrMany', {
            n: rates.length,
            rates: format.list(rates.map((rate) => percent(rate))),
          })
  const payback = (years: number | null) =>
    years === null ? t('never') : t('paybackYears', { years: fixed(years, 2) })
  const rows = [
    {
      name: t('enpv'),
      value: t('wan', { value: wan(appraisal.enpvFen) }),
      criterion: t('criteria.enpv'),
      met: met('enpv'),
    },
    {
      name: t('eirr'),
      value: eirr,
      criterion: t('criteria.eirr', { rate: percent(socialDiscountRate, 1) }),
      met: met('eirr'),
    },
    {
      name: t('ebcr'),
      value: appraisal.ebcr === null ? '—' : fixed(appraisal.ebcr, 3),
      criterion: t('criteria.ebcr'),
      met: met('ebcr'),
    },
    { name: t('payback'), value: payback(appraisal.paybackYears) },
    { name: t('discountedPayback'), value: payback(appraisal.discountedPaybackYears) },
  ]
  return (
    <Stack gap="xs">
      <Table tabularNums verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('indicator')}</Table.Th>
            <Table.Th>{t('value')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('criterion')}</Table.Th>
            <Table.Th>{t('result')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.name}>
              <Table.Th scope="row" fw={500}>
                {row.name}
              </Table.Th>
              <Table.Td>{row.value}</Table.Td>
              <Table.Td visibleFrom="sm">{row.criterion ?? t('noThreshold')}</Table.Td>
              <Table.Td>
                {row.criterion ? (
                  <Group gap={6}>
                    <Met met={row.met} />
                    <Text size="xs" c="ink.6" hiddenFrom="sm">
                      {row.criterion}
                    </Text>
                  </Group>
                ) : (
                  <Text size="xs" c="ink.6" hiddenFrom="sm">
                    {t('noThreshold')}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {appraisal.paybackCrossings > 1 && (
        <Text size="sm" c="ink.6">
          {t('manyPaybacks', { n: appraisal.paybackCrossings })}
        </Text>
      )}
    </Stack>
  )
}
