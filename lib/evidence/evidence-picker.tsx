'use client'

import { ActionIcon, Anchor, Button, FileButton, Group, NativeSelect, Stack } from '@mantine/core'
import { IconPaperclip, IconUpload, IconX } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'
import { type EvidenceFile, type EvidenceLink, type EvidenceUse, filesOf } from './evidence.ts'
import { ACCEPTED_ENDINGS } from './file-kind.ts'
import { useUpload } from './use-upload.tsx'

export interface EvidenceShelf {
  readonly files: readonly EvidenceFile[]
  /** Address that files are sent to, and under which each is had by its digest. */
  readonly address: string
  readonly link: Save<EvidenceLink>
  readonly unlink: Save<EvidenceLink>
}

interface EvidencePickerProps {
  readonly shelf: EvidenceShelf
  readonly use: EvidenceUse
  readonly subjectId: string
  readonly readOnly: boolean
}

/** The files that something leans on, a list to add one from, and a way to hand in another. Choosing attaches at once. */
export function EvidencePicker({ shelf, use, subjectId, readOnly }: EvidencePickerProps) {
  const t = useTranslations('evidence')
  const saving = useSaving()
  const attached = filesOf(shelf.files, use, subjectId)
  const others = shelf.files.filter((file) => !attached.includes(file))
  const upload = useUpload(shelf.address)
  const attach = (digest: string) => void saving.run(shelf.link, { digest, use, subjectId }, t('attached'))
  if (attached.length === 0 && readOnly) return null
  return (
    <Stack gap={6}>
      {attached.map(({ digest, name }) => (
        <Group key={digest} gap={6} wrap="nowrap">
          <IconPaperclip size={16} aria-hidden style={{ flex: 'none' }} />
          <Anchor href={`${shelf.address}/${digest}`} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Anchor>
          {!readOnly && (
            <ActionIcon
              variant="subtle"
              color="ink"
              disabled={saving.saving}
              aria-label={`${t('detach')}：${name}`}
              onClick={() => void saving.run(shelf.unlink, { digest, use, subjectId }, t('detached'))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!readOnly && (
        <Group gap="xs">
          {others.length > 0 && (
            <NativeSelect
              aria-label={t('attach')}
              size="xs"
              maw="18rem"
              disabled={saving.saving}
              value=""
              onChange={(event) => {
                if (event.currentTarget.value !== '') attach(event.currentTarget.value)
              }}
              data={[
                { value: '', label: t('attach') },
                ...others.map(({ digest, name }) => ({ value: digest, label: name })),
              ]}
            />
          )}
          <FileButton
            accept={ACCEPTED_ENDINGS}
            onChange={async (file) => {
              const sent = await upload.send(file)
              if (sent) attach(sent.digest)
            }}
          >
            {(props) => (
              <Button
                {...props}
                size="compact-sm"
                variant="subtle"
                loading={upload.sending}
                leftSection={<IconUpload size={16} aria-hidden />}
              >
                {t('uploadHere')}
              </Button>
            )}
          </FileButton>
        </Group>
      )}
      {upload.state}
    </Stack>
  )
}
