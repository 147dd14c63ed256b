'use client'

import { Button, Group, NumberInput, Stack, Text, Title } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { MOST_YEARS } from './cash-flow-draft.ts'

interface CashFlowStartProps {
  readonly thisYear: number
  readonly readOnly: boolean
  onStart(firstYear: number, years: number): void
}

/** What an empty table shows: how to begin. */
export function CashFlowStart({ thisYear, readOnly, onStart }: CashFlowStartProps) {
  const t = useTranslations('economics.table')
  const [firstYear, setFirstYear] = useState<number | string>(thisYear)
  const [years, setYears] = useState<number | string>(15)
  const valid =
    typeof firstYear === 'number' &&
    typeof years === 'number' &&
    firstYear >= 1990 &&
    firstYear + years - 1 <= 2200 &&
    years >= 1 &&
    years <= MOST_YEARS
  return (
    <Stack align="flex-start" gap="sm">
      <Title order={3} size="h4">
        {t('emptyTitle')}
      </Title>
      <Text c="ink.6" maw="40em">
        {t('empty')}
      </Text>
      {!readOnly && (
        <Group align="flex-end">
          <NumberInput
            label={t('firstYear')}
            value={firstYear}
            onChange={setFirstYear}
            min={1990}
            max={2200}
            allowDecimal={false}
            w={120}
          />
          <NumberInput
            label={t('years')}
            value={years}
            onChange={setYears}
            min={1}
            max={MOST_YEARS}
            allowDecimal={false}
            w={120}
          />
          <Button
            leftSection={<IconTable size={18} aria-hidden />}
            disabled={!valid}
            onClick={() => onStart(Number(firstYear), Number(years))}
          >
            {t('start')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
