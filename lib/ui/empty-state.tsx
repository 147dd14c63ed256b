'use client'

import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './page.module.css'

interface EmptyStateProps {
  readonly icon?: ReactNode
  readonly title: ReactNode
  /** What belongs here, why it matters, and how to begin. */
  readonly children?: ReactNode
  readonly action?: ReactNode
  /** The rank of its title: 1 where it is the whole page. */
  readonly order?: 1 | 2 | 3
}

/** An empty place that teaches what belongs into it. */
export function EmptyState({ icon, title, children, action, order = 2 }: EmptyStateProps) {
  return (
    <Stack className={classes.empty} align="center" gap="sm">
      {icon && <div className={classes.emptyIcon}>{icon}</div>}
      <Title order={order} fz="h3">
        {title}
      </Title>
      {children && (
        <Text component="div" c="ink.6" maw="36rem">
          {children}
        </Text>
      )}
      {action}
    </Stack>
  )
}
