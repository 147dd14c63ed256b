'use client'

import { Alert, Button, Group, Loader, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconArchive, IconDownload } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import { useMadeFile } from '../ui/made-file.tsx'
import { Panel } from '../ui/panel.tsx'
import { BUNDLE_KINDS, type BundleKind } from './bundle/manifest.ts'

interface BundlePanelProps {
  /** Where a bundle is made; `?kind=` is added. */
  readonly url: string
  /** Whether the reader has the right to the whole case. */
  readonly mayTakeArchive: boolean
  readonly title: string
  readonly number: number
}

/** The two bundles by which anybody recomputes a version. */
export function BundlePanel(props: BundlePanelProps) {
  const t = useTranslations('approval.bundles')
  return (
    <Panel title={t('title')} description={t('explain')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        {BUNDLE_KINDS.filter((kind) => kind === 'public' || props.mayTakeArchive).map((kind) => (
          <Bundle key={kind} kind={kind} {...props} />
        ))}
      </SimpleGrid>
    </Panel>
  )
}

function Bundle({
  kind,
  url,
  title,
  number,
}: Omit<BundlePanelProps, 'mayTakeArchive'> & { readonly kind: BundleKind }) {
  const t = useTranslations('approval.bundles')
  const format = useFormatter()
  const { file, seconds, make } = useMadeFile()
  const name = t(`names.${kind}`)
  return (
    <Stack gap="sm" align="flex-start">
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="ink.6">
          {t(`hints.${kind}`)}
        </Text>
      </div>
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconArchive size={18} aria-hidden />}
          loading={file.status === 'working'}
          onClick={() => void make(`${url}?kind=${kind}`)}
        >
          {t('make', { kind: name })}
        </Button>
        {file.status === 'done' && (
          <Button
            component="a"
            href={file.href}
            download={t('fileName', { kind: name, title, number })}
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('download')}
          </Button>
        )}
      </Group>
      <div aria-live="polite">
        {file.status === 'working' && (
          <Group gap={8}>
            <Loader size="xs" aria-hidden />
            <Text size="sm">{t('working', { seconds })}</Text>
          </Group>
        )}
        {file.status === 'done' && (
          <Text size="sm">
            {t('done', {
              size: format.number(file.bytes / 1024, {
                style: 'unit',
                unit: 'kilobyte',
                maximumFractionDigits: 0,
              }),
            })}
          </Text>
        )}
        {file.status === 'failed' && (
          <Alert color="cinnabar" icon={<IconAlertTriangle aria-hidden />} title={t('failed')}>
            {file.message}
          </Alert>
        )}
      </div>
    </Stack>
  )
}
