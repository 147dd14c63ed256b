'use client'

import { Alert, Anchor, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { Panel } from '../../ui/panel.tsx'
import { useLanguageName } from '../language-name.tsx'
import type { ChannelGroup } from './code-entry.ts'

/** One poster per group, leading to its open link. */
export function PostersPanel({
  groups,
  printsHref,
  languages,
  withoutFont,
}: {
  readonly groups: readonly ChannelGroup[]
  readonly printsHref: string
  /** Printed beside Chinese. */
  readonly languages: readonly string[]
  /** Languages of the questionnaire that cannot be printed for want of a font. */
  readonly withoutFont: readonly string[]
}) {
  const t = useTranslations('channels.posters')
  const nameOf = useLanguageName()
  const listed = (tags: readonly string[]) => tags.map(nameOf).join(t('comma'))
  return (
    <Panel title={t('title')} description={t('lead')}>
      <Stack gap="sm">
        <Group gap="md">
          {groups.map(({ id, name }) => (
            <Anchor key={id} href={`${printsHref}/poster-${encodeURIComponent(id)}.pdf`} download>
              <IconDownload size={16} aria-hidden /> {t('download', { group: name })}
            </Anchor>
          ))}
        </Group>
        {languages.length > 0 && <Text size="sm">{t('languages', { list: listed(languages) })}</Text>}
        {withoutFont.length > 0 && (
          <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />}>
            {t('withoutFont', { list: listed(withoutFont) })}
          </Alert>
        )}
      </Stack>
    </Panel>
  )
}
