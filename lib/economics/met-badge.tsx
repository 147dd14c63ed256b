'use client'

import { Badge } from '@mantine/core'
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'

/** Whether a criterion is met; null where it cannot be judged. */
export function Met({ met }: { met: boolean | null }) {
  const t = useTranslations('economics.indicators')
  if (met === null)
    return (
      <Badge variant="light" color="ink" leftSection={<IconMinus size={12} aria-hidden />}>
        {t('unknown')}
      </Badge>
    )
  return met ? (
    <Badge variant="light" color="pine" leftSection={<IconCheck size={12} aria-hidden />}>
      {t('met')}
    </Badge>
  ) : (
    <Badge variant="light" color="cinnabar" leftSection={<IconX size={12} aria-hidden />}>
      {t('missed')}
    </Badge>
  )
}
