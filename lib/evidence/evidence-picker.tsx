'use client'

import { ActionIcon, Anchor, Group, NativeSelect, Stack } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'
import { type EvidenceFile, type EvidenceLink, type EvidenceUse, filesOf } from './evidence.ts'

export interface EvidenceShelf {
  readonly files: readonly EvidenceFile[]
  /** Address under which a file is had by its digest. */
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

/** The files that something leans on, and a list to add one from. Choosing attaches at once. */
export function EvidencePicker({ shelf, use, subjectId, readOnly }: EvidencePickerProps) {
  const t = useTranslations('evidence')
  const saving = useSaving()
  const attached = filesOf(shelf.files, use, subjectId)
  const others = shelf.files.filter((file) => !attached.includes(file))
  if (attached.length === 0 && (readOnly || others.length === 0)) return null
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
      {!readOnly && others.length > 0 && (
        <NativeSelect
          aria-label={t('attach')}
          size="sm"
          maw="22rem"
          disabled={saving.saving}
          value=""
          onChange={(event) => {
            const digest = event.currentTarget.value
            if (digest !== '') void saving.run(shelf.link, { digest, use, subjectId }, t('attached'))
          }}
          data={[
            { value: '', label: t('attach') },
            ...others.map(({ digest, name }) => ({ value: digest, label: name })),
          ]}
        />
      )}
    </Stack>
  )
}
