'use client'

import { Anchor, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { Panel } from '../../ui/panel.tsx'
import type { ChannelGroup } from './code-entry.ts'

/** One poster per group, leading to its open link. */
export function PostersPanel({
  groups,
  printsHref,
}: {
  readonly groups: readonly ChannelGroup[]
  readonly printsHref: string
}) {
  const t = useTranslations('channels.posters')
  return (
    <Panel title={t('title')} description={t('lead')}>
      <Group gap="md">
        {groups.map(({ id, name }) => (
          <Anchor key={id} href={`${printsHref}/poster-${encodeURIComponent(id)}.pdf`} download>
            <IconDownload size={16} aria-hidden /> {t('download', { group: name })}
          </Anchor>
        ))}
      </Group>
    </Panel>
  )
}
