'use client'

import { Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconClockCheck } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'use-intl'
import { useDay } from '../ui/day.tsx'
import type { ClockReading } from './notice-clock.ts'

/** One clock in words: what is asked, what is given, from or until when it would be lawful, and how sure that is. */
export function ClockLine({ reading }: { reading: ClockReading }) {
  const t = useTranslations('participation.notice')
  const chinese = useLocale() === 'zh-CN'
  const dayOf = useDay()
  const { clock, given, met, lawfulDay, movedFrom, provisional } = reading
  const words = [
    t(met ? 'clockMet' : 'clockShort', {
      clock: chinese ? clock.name.zh : clock.name.en,
      days: clock.days,
      given,
      unit: t(clock.counted === 'working-days' ? 'working' : 'calendar'),
    }),
    ...(met ? [] : [t(clock.kind === 'lasts' ? 'lawfulUntil' : 'lawfulFrom', { day: dayOf(lawfulDay) })]),
    ...(movedFrom === null ? [] : [t('moved', { from: dayOf(movedFrom) })]),
    ...(met || clock.mayBeShortened ? [] : [t('fixed')]),
    ...(provisional ? [t('provisional')] : []),
  ]
  const Icon = met ? IconClockCheck : IconAlertTriangle
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" c={met ? 'pine.8' : 'cinnabar.8'}>
      <Icon size={16} aria-hidden style={{ flex: 'none', marginTop: 3 }} />
      <Text size="sm">{words.join(chinese ? '' : ' ')}</Text>
    </Group>
  )
}
