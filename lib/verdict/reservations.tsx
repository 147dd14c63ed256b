'use client'

import { Alert, Anchor, List, Stack, Text } from '@mantine/core'
import { IconFlag } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { stepPath } from '../assessment/paths.ts'
import type { ProcedureRule } from '../scheme/procedure-rule.ts'
import { AppLink } from '../ui/app-link.tsx'
import { MISSING_STEP } from './missing-step.ts'

/** What is printed beside a verdict without withholding it, each with the way to its place; nothing where there is nothing. */
export function Reservations({
  assessmentId,
  reservations,
}: {
  assessmentId: string
  reservations: readonly ProcedureRule[]
}) {
  const t = useTranslations('verdict')
  if (reservations.length === 0) return null
  return (
    <Alert color="ochre" mt="md" icon={<IconFlag aria-hidden />} title={t('reservations.heading')}>
      <Stack gap="xs">
        <Text size="sm">{t('reservations.explain')}</Text>
        <List size="sm" spacing={4}>
          {reservations.map((rule) => (
            <List.Item key={rule}>
              <Anchor component={AppLink} href={stepPath(assessmentId, MISSING_STEP[rule])} size="sm">
                {t(`missing.items.${rule}`)}
              </Anchor>
            </List.Item>
          ))}
        </List>
      </Stack>
    </Alert>
  )
}
