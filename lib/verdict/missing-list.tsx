'use client'

import { Anchor, List } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { stepPath } from '../assessment/paths.ts'
import { AppLink } from '../ui/app-link.tsx'
import { MISSING_STEP } from './missing-step.ts'
import type { Missing } from './results.ts'

/** What a verdict waits for, each with the way to where it is entered. */
export function MissingList({
  assessmentId,
  missing,
}: {
  readonly assessmentId: string
  readonly missing: readonly Missing[]
}) {
  const t = useTranslations('verdict.missing')
  return (
    <List size="sm" spacing={4}>
      {missing.map((part) => (
        <List.Item key={part}>
          <Anchor component={AppLink} href={stepPath(assessmentId, MISSING_STEP[part])} size="sm">
            {t(`items.${part}`)}
          </Anchor>
        </List.Item>
      ))}
    </List>
  )
}
