'use client'

import { Badge } from '@mantine/core'
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { LEVEL_COLOR } from './theme.ts'

const ICON = { low: IconCircleCheck, medium: IconAlertTriangle, high: IconAlertOctagon } as const

interface LevelBadgeProps {
  /** Null: not known yet. */
  readonly level: keyof typeof LEVEL_COLOR | null
}

/** A risk level in word, icon and colour, in this order of importance. */
export function LevelBadge({ level }: LevelBadgeProps) {
  const t = useTranslations('workbench.level')
  const Icon = level === null ? IconCircleDashed : ICON[level]
  return (
    <Badge
      variant="light"
      color={level === null ? 'ink' : LEVEL_COLOR[level]}
      leftSection={<Icon size={15} aria-hidden />}
    >
      {t(level ?? 'unknown')}
    </Badge>
  )
}
