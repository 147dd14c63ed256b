'use client'

import { Group, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './page.module.css'

interface PanelProps {
  readonly title?: ReactNode
  readonly description?: ReactNode
  /** Beside the title, right. */
  readonly aside?: ReactNode
  readonly id?: string
  readonly children: ReactNode
  readonly padded?: boolean
}

/** A sheet on the page: a section with a title of its own. */
export function Panel({ title, description, aside, id, children, padded = true }: PanelProps) {
  const headingId = useId()
  return (
    <section id={id} className={classes.panel} {...(title ? { 'aria-labelledby': headingId } : {})}>
      {title && (
        <div className={classes.panelHead}>
          <Group justify="space-between" align="baseline" gap="sm">
            <Title order={2} id={headingId} fz="h3">
              {title}
            </Title>
            {aside}
          </Group>
          {description && (
            <Text size="sm" c="ink.6" mt={4} maw="46rem">
              {description}
            </Text>
          )}
        </div>
      )}
      <div className={padded ? classes.panelBody : undefined}>{children}</div>
    </section>
  )
}
