'use client'

import { Alert, Button, Stack, Table, Text } from '@mantine/core'
import { IconInfoCircle, IconTrash } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import type { Result } from '../result.ts'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { PercentField } from '../ui/form/percent-field.tsx'
import { CheckboxField } from '../ui/form/select-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'
import { useAmounts } from './amounts.tsx'
import type { FinancialAppraisal, FinancialRefusal } from './financial-appraisal.ts'
import { COST_ROWS, type FinancialBasis, financialBasisShape } from './financial-basis.ts'
import { Met } from './met-badge.tsx'

interface FinancialPanelProps {
  readonly basis: FinancialBasis | null
  readonly financial: Result<FinancialAppraisal, FinancialRefusal>
  readonly readOnly: boolean
  readonly save: Save<FinancialBasis | null>
}

/** All costs until somebody says otherwise: leaving one out is a decision, counting it is none. */
const START: FinancialBasis = { benchmarkRate: 0, benchmarkSource: '', costRows: [...COST_ROWS] }

/** Whether the project bears its own costs: the benchmark it is held against, with its source, and what comes of it. */
export function FinancialPanel({ basis, financial, readOnly, save }: FinancialPanelProps) {
  const t = useTranslations('economics.financial')
  const rowName = useTranslations('economics.rows')
  const reason = useTranslations('economics.reasons')
  const form = useEntryForm<FinancialBasis>({
    shape: financialBasisShape,
    values: basis ?? START,
    save,
    savedMessage: t('saved'),
    readOnly,
  })
  const removal = useSaving()
  return (
    <Panel title={t('heading')} description={t('lead')}>
      <Stack gap="lg">
        {financial.ok && basis ? (
          <FinancialTable appraisal={financial.value} rate={basis.benchmarkRate} />
        ) : (
          <Alert color="dai" icon={<IconInfoCircle aria-hidden />}>
            {financial.ok || financial.reason === 'no-basis' ? t('empty') : reason(financial.reason)}
          </Alert>
        )}
        <EntryFormBox form={form} label={t('basis')}>
          <Stack gap="sm" maw={620}>
            <PercentField
              form={form}
              name="benchmarkRate"
              label={t('rate')}
              description={t('rateHelp')}
              required
            />
            <TextField
              form={form}
              name="benchmarkSource"
              label={t('source')}
              description={t('sourceHelp')}
              maxLength={200}
              required
            />
            <CheckboxField
              form={form}
              name="costRows"
              label={t('costs')}
              description={t('costsHelp')}
              choices={COST_ROWS.map((row) => ({ value: row, label: rowName(row) }))}
            />
            <SubmitBar form={form} label={t('save')}>
              {basis && !form.dirty && (
                <Button
                  variant="subtle"
                  color="ink"
                  leftSection={<IconTrash size={16} aria-hidden />}
                  loading={removal.saving}
                  onClick={() => removal.run(save, null, t('removed'))}
                >
                  {t('remove')}
                </Button>
              )}
            </SubmitBar>
          </Stack>
        </EntryFormBox>
      </Stack>
    </Panel>
  )
}

function FinancialTable({ appraisal, rate }: { appraisal: FinancialAppraisal; rate: number }) {
  const t = useTranslations('economics')
  const format = useFormatter()
  const { wan, percent, fixed } = useAmounts()
  const met = (criterion: 'fnpv' | 'firr') =>
    appraisal.criteria.find((found) => found.criterion === criterion)?.met ?? null
  const { rates, status } = appraisal.firr
  const firr =
    rates.length === 0
      ? t(appraisal.earns ? 'financial.noRate' : 'financial.noRateNoRevenue')
      : status === 'unique'
        ? percent(rates[0]!)
        : t('indicators.eirrMany', { n: rates.length, rates: format.list(rates.map((one) => percent(one))) })
  const rows = [
    {
      name: t('financial.fnpv'),
      value: t('indicators.wan', { value: wan(appraisal.fnpvFen) }),
      criterion: 'FNPV ≥ 0',
      met: met('fnpv'),
    },
    {
      name: t('financial.firr'),
      value: firr,
      criterion: `FIRR ≥ ${percent(rate)}`,
      met: met('firr'),
    },
    {
      name: t('indicators.payback'),
      value:
        appraisal.paybackYears === null
          ? t('indicators.never')
          : t('indicators.paybackYears', { years: fixed(appraisal.paybackYears, 2) }),
      criterion: null,
      met: null,
    },
  ]
  return (
    <Stack gap="xs">
      <Table tabularNums verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('indicators.indicator')}</Table.Th>
            <Table.Th>{t('indicators.value')}</Table.Th>
            <Table.Th>{t('indicators.result')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.name}>
              <Table.Th scope="row" fw={500}>
                {row.name}
              </Table.Th>
              <Table.Td>{row.value}</Table.Td>
              <Table.Td>
                {row.criterion === null ? (
                  <Text size="xs" c="ink.6">
                    {t('indicators.noThreshold')}
                  </Text>
                ) : (
                  <Stack gap={2} align="flex-start">
                    {appraisal.earns ? (
                      <Met met={row.met} />
                    ) : (
                      <Text size="sm">{t('financial.notTested')}</Text>
                    )}
                    <Text size="xs" c="ink.6">
                      {row.criterion}
                    </Text>
                  </Stack>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="ink.6" maw="52em">
        {appraisal.earns
          ? t('financial.reading', { revenue: wan(appraisal.revenueFen), cost: wan(appraisal.costFen) })
          : t('financial.noRevenue', { cost: wan(appraisal.costFen) })}
      </Text>
    </Stack>
  )
}
