'use client'

import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { IconArrowBigDownLines, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useAmounts } from './amounts.tsx'
import { type CashFlowDraft, withMitigation, type YearCost } from './cash-flow-draft.ts'
import { fenOfWan } from './pasted-table.ts'

interface MeasureCostsProps {
  readonly draft: CashFlowDraft
  readonly costs: readonly YearCost[]
  readonly readOnly: boolean
  onTake(next: CashFlowDraft): void
}

const mitigationIn = (draft: CashFlowDraft, year: number): number | null => {
  const row = draft.years[year - draft.firstYear]
  if (!row) return 0
  const fen = fenOfWan(row.mitigation)
  return fen.ok ? fen.value : null
}

/** Whether the mitigation row agrees with the measures, and the way to take it from them, shown before it is done. */
export function MeasureCosts({ draft, costs, readOnly, onTake }: MeasureCostsProps) {
  const t = useTranslations('economics.table')
  const { wan } = useAmounts()
  const [looking, setLooking] = useState(false)
  const then = withMitigation(draft, costs)
  const rows = then.years.map((_, i) => {
    const year = then.firstYear + i
    return {
      year,
      now: mitigationIn(draft, year),
      measures: costs.find((cost) => cost.year === year)?.fen ?? 0,
    }
  })
  const differing = rows.filter(({ now, measures }) => now !== measures)
  if (differing.length === 0)
    return (
      <Text size="sm" c="pine.7">
        <IconCircleCheck size={16} aria-hidden style={{ verticalAlign: -3, marginRight: 6 }} />
        {t('fromMeasuresAgrees')}
      </Text>
    )
  return (
    <Group gap="sm">
      <Text size="sm" c="ochre.8">
        {t('fromMeasuresDiffers', { years: differing.map(({ year }) => year).join('、') })}
      </Text>
      {!readOnly && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconArrowBigDownLines size={16} aria-hidden />}
          onClick={() => setLooking(true)}
        >
          {t('fromMeasures')}
        </Button>
      )}
      <Modal opened={looking} onClose={() => setLooking(false)} title={t('fromMeasuresTitle')}>
        <Stack gap="md">
          <Text size="sm" c="ink.6">
            {t('fromMeasuresLead')}
          </Text>
          <Table fz="sm" tabularNums>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('year')}</Table.Th>
                <Table.Th ta="right">{t('fromMeasuresNow')}</Table.Th>
                <Table.Th ta="right">{t('fromMeasuresThen')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {differing.map(({ year, now, measures }) => (
                <Table.Tr key={year}>
                  <Table.Th scope="row">{year}</Table.Th>
                  <Table.Td ta="right">{now === null ? '—' : wan(now)}</Table.Td>
                  <Table.Td ta="right">{wan(measures)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setLooking(false)}>
              {t('cancel')}
            </Button>
            <Button
              onClick={() => {
                onTake(then)
                setLooking(false)
              }}
            >
              {t('fromMeasuresTake')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Group>
  )
}
