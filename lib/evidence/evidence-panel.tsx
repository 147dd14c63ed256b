'use client'

import { ActionIcon, Anchor, Button, FileButton, Stack, Table, Text } from '@mantine/core'
import { IconFiles, IconTrash, IconUpload } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import { useConfirm } from '../ui/confirm.tsx'
import { Day } from '../ui/day.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'
import type { EvidenceFile } from './evidence.ts'
import { ACCEPTED_ENDINGS } from './file-kind.ts'
import { MEGABYTES, useUpload } from './use-upload.tsx'

interface EvidencePanelProps {
  readonly files: readonly EvidenceFile[]
  /** Address that files are sent to and had from. */
  readonly address: string
  readonly remove: Save<string>
  /** Shows the page anew after an upload. */
  readonly refresh: () => void
  readonly readOnly: boolean
}

/** All files of an assessment: hand in, see what leans on which, remove what nothing leans on. */
export function EvidencePanel({ files, address, remove, refresh, readOnly }: EvidencePanelProps) {
  const t = useTranslations('evidence')
  const upload = useUpload(address)
  const send = async (file: File | null) => {
    if (await upload.send(file)) refresh()
  }

  return (
    <Panel
      id="evidence"
      title={t('title')}
      description={t('description', { megabytes: MEGABYTES })}
      aside={
        !readOnly && (
          <FileButton accept={ACCEPTED_ENDINGS} onChange={(file) => void send(file)}>
            {(props) => (
              <Button
                {...props}
                size="compact-sm"
                variant="light"
                loading={upload.sending}
                leftSection={<IconUpload size={16} aria-hidden />}
              >
                {t('upload')}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      <Stack gap="md">
        {upload.state}
        {files.length === 0 ? (
          <EmptyState icon={<IconFiles size={44} aria-hidden />} title={t('emptyTitle')} order={3}>
            {t('emptyBody')}
          </EmptyState>
        ) : (
          <Files files={files} address={address} remove={remove} readOnly={readOnly} />
        )}
      </Stack>
    </Panel>
  )
}

function Files({ files, address, remove, readOnly }: Omit<EvidencePanelProps, 'refresh'>) {
  const t = useTranslations('evidence')
  const format = useFormatter()
  const confirm = useConfirm()
  const saving = useSaving()
  const sizeOf = (bytes: number) =>
    bytes < 1024 * 1024
      ? t('kilobytes', { n: format.number(Math.ceil(bytes / 1024)) })
      : t('megabytesSize', { n: format.number(bytes / 1024 / 1024, { maximumFractionDigits: 1 }) })
  return (
    <Table.ScrollContainer
      minWidth={560}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('title') } }}
    >
      <Table fz="sm" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>{t('size')}</Table.Th>
            <Table.Th>{t('addedOn')}</Table.Th>
            <Table.Th>{t('uses')}</Table.Th>
            {!readOnly && <Table.Th>{t('remove')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {files.map(({ digest, name, size, addedOn, links }) => (
            <Table.Tr key={digest}>
              <Table.Td>
                <Anchor href={`${address}/${digest}`} size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {name}
                </Anchor>
                <Text size="xs" c="ink.6" ff="monospace">
                  {t('fingerprint')} {digest.slice(0, 12)}
                </Text>
              </Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{sizeOf(size)}</Table.Td>
              <Table.Td>
                <Day value={addedOn} />
              </Table.Td>
              <Table.Td>{t('useCount', { n: links.length })}</Table.Td>
              {!readOnly && (
                <Table.Td>
                  <ActionIcon
                    variant="subtle"
                    color="cinnabar"
                    disabled={links.length > 0 || saving.saving}
                    title={links.length > 0 ? t('inUse') : undefined}
                    aria-label={`${t('remove')}：${name}`}
                    onClick={() =>
                      confirm({
                        title: t('removeTitle'),
                        body: name,
                        confirmLabel: t('remove'),
                        destructive: true,
                        onConfirm: () => void saving.run(remove, digest, t('removed')),
                      })
                    }
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
