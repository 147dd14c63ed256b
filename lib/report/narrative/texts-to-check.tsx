'use client'

import { Alert, List, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { AppLink } from '../../ui/app-link.tsx'
import type { ReportWarning } from '../report-warning.ts'

interface TextsToCheckProps {
  readonly warnings: readonly ReportWarning[]
  /** Where the texts are written. */
  readonly href: string
}

/** What a person should look at in the office's texts before a version is frozen with them. Nothing when there is nothing. */
export function TextsToCheck({ warnings, href }: TextsToCheckProps) {
  const t = useTranslations('report')
  const narrative = useTranslations('narrative')
  if (warnings.length === 0) return null
  return (
    <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />} title={narrative('beforeFreezing')} mb="md">
      <Stack gap="xs">
        <List size="sm">
          {warnings.map((warning) => (
            <List.Item key={warning.kind}>{t(`warnings.${warning.kind}`, { ...warning })}</List.Item>
          ))}
        </List>
        <Text size="sm">
          <AppLink href={href}>{narrative('link')}</AppLink>
        </Text>
      </Stack>
    </Alert>
  )
}
