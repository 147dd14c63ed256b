'use client'

import { Alert, Button, Progress, Stack, Text } from '@mantine/core'
import { IconLockOpen } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'

interface CountingProgressProps {
  readonly total: number
  /** Envelopes that wait to be opened. */
  readonly sealed: number
  readonly readOnly: boolean
  readonly count: Save<null>
}

/** A survey that is being counted: how far it is, and the way on should it have been interrupted. */
export function CountingProgress({ total, sealed, readOnly, count }: CountingProgressProps) {
  const t = useTranslations('survey.counting')
  const { saving, run } = useSaving()
  const opened = total - sealed
  return (
    <Panel title={t('heading')}>
      <Stack gap="lg">
        <Alert color="dai" icon={<IconLockOpen aria-hidden />}>
          {t('explanation')}
        </Alert>
        <Text fw={600} fz="lg">
          {t('opened', { opened, total })}
        </Text>
        <Progress value={total === 0 ? 100 : (100 * opened) / total} aria-label={t('heading')} />
        {!readOnly && (
          <Button w="fit-content" loading={saving} onClick={() => void run(count, null, t('done'))}>
            {t('goOn')}
          </Button>
        )}
      </Stack>
    </Panel>
  )
}
