'use client'

import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './page.module.css'

/** Key figures side by side, as a description list. */
export function StatRow({ children }: { children: ReactNode }) {
  return <dl className={classes.stats}>{children}</dl>
}

interface StatCardProps {
  readonly label: ReactNode
  readonly value: ReactNode
  /** The base of the number: its n, its interval, its threshold. */
  readonly hint?: ReactNode
}

export function StatCard({ label, value, hint }: StatCardProps) {
  return (
    <div className={classes.stat}>
      <dt className={classes.statLabel}>{label}</dt>
      <dd className={classes.statValue}>{value}</dd>
      {hint && (
        <Text component="dd" size="xs" c="ink.6" m={0}>
          {hint}
        </Text>
      )}
    </div>
  )
}
