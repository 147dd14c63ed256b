'use client'

import { Badge } from '@mantine/core'
import { IconBook2 } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'

/** Marks a worked example, so that nobody takes it for an assessment of this office. */
export function ExampleBadge() {
  const t = useTranslations('workbench')
  return (
    <Badge
      variant="outline"
      color="ink.6"
      size="md"
      leftSection={<IconBook2 size={12} aria-hidden />}
      style={{ verticalAlign: 'middle' }}
    >
      {t('example')}
    </Badge>
  )
}
