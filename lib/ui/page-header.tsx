'use client'

import { Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './page.module.css'

interface PageHeaderProps {
  readonly title: ReactNode
  /** One or two sentences: what this page is for. */
  readonly lead?: ReactNode
  /** Beside the title, e.g. a badge. */
  readonly mark?: ReactNode
  /** Buttons of the page. */
  readonly actions?: ReactNode
}

export function PageHeader({ title, lead, mark, actions }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <Group justify="space-between" align="flex-start" gap="md">
        <Group gap="sm" align="center">
          <Title order={1}>{title}</Title>
          {mark}
        </Group>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
      {lead && (
        <Text c="ink.6" mt={6} maw="44rem">
          {lead}
        </Text>
      )}
    </header>
  )
}
