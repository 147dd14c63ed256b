'use client'

import { Alert, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconDeviceMobile } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import type { Result } from '../result.ts'
import { useLanguageName } from './language-name.tsx'
import { isTooHeavy, type PageWeight, PROMISED_BYTES } from './page-weight.ts'

interface PageWeightsProps {
  /** Null while they are being weighed. */
  readonly weighed: Result<readonly PageWeight[]> | null
}

/** What the page of the stored questionnaire weighs on a telephone, language by language: a warning, not an obstacle. */
export function PageWeights({ weighed }: PageWeightsProps) {
  const t = useTranslations('survey.weight')
  const languageName = useLanguageName()
  const format = useFormatter()
  const kilobytes = (bytes: number) =>
    format.number(bytes / 1024, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const named = ({ language, bytes }: PageWeight) =>
    t('one', { language: languageName(language), kb: kilobytes(bytes) })
  const promised = PROMISED_BYTES / 1024
  if (!weighed?.ok)
    return (
      <Text size="sm" c="ink.6" role="status">
        {t(weighed ? 'unknown' : 'weighing')}
      </Text>
    )
  const heavy = weighed.value.filter(isTooHeavy)
  return (
    <Stack gap="xs" role="status">
      <Group gap={8} wrap="nowrap" align="flex-start">
        <IconDeviceMobile size={18} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
        <Text size="sm">{t('weighs', { list: weighed.value.map(named).join(t('comma')), promised })}</Text>
      </Group>
      {heavy.length > 0 && (
        <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />} title={t('heavy', { promised })}>
          <Text size="sm">{t('heavyText', { list: heavy.map(named).join(t('comma')) })}</Text>
          <ul style={{ margin: '8px 0 0', paddingInlineStart: '1.2em' }}>
            {(['fewer', 'shorter', 'together'] as const).map((advice) => (
              <Text component="li" size="sm" key={advice}>
                {t(`advice.${advice}`)}
              </Text>
            ))}
          </ul>
        </Alert>
      )}
    </Stack>
  )
}
