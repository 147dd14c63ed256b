'use client'

import { Text } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { endOfCalendarDays, isWorkingDay } from '../../working-days.ts'
import { useDay } from '../day.tsx'
import { DateField } from './date-field.tsx'
import { type FieldProps, useField } from './field.tsx'

interface DeadlineFieldProps<Entry extends FieldValues> extends FieldProps<Entry> {
  /** YYYY-MM-DD in China. */
  readonly today: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A day by which something has to be done; says when it has passed already, or when nobody works on it. */
export function DeadlineField<Entry extends FieldValues>({ today, ...props }: DeadlineFieldProps<Entry>) {
  const t = useTranslations('workbench.form')
  const day = useDay()
  const { field } = useField(props)
  const chosen: unknown = field.value
  const whole = typeof chosen === 'string' && DAY.test(chosen) && !Number.isNaN(Date.parse(chosen))
  const next = whole && !isWorkingDay(chosen) ? endOfCalendarDays(chosen, 0) : null
  return (
    <div>
      <DateField {...props} />
      <Text size="xs" c="ochre.8" role="status" mt={4}>
        {whole && chosen < today && t('dayPast')}
        {next && t(next.provisional ? 'restDayProvisional' : 'restDay', { day: day(next.day) })}
      </Text>
    </div>
  )
}
