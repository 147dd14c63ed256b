'use client'

import { Button, Group, Modal, SimpleGrid, Stack, Text } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { IconSpeakerphone } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { DateField } from '../../ui/form/date-field.tsx'
import { EntryFormBox } from '../../ui/form/entry-form-box.tsx'
import { SubmitBar } from '../../ui/form/submit-bar.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useEntryForm } from '../../ui/form/use-entry-form.tsx'
import type { Save } from '../../ui/save.ts'
import { type Announcement, announcementShape } from './sampling-draw.ts'

interface AnnounceFormProps {
  /** Something was announced before: a reason is asked for. */
  readonly again: boolean
  readonly save: Save<Announcement>
}

/** Names the public number that will decide, in a window of its own: what it fixes stays fixed. */
export function AnnounceForm({ again, save }: AnnounceFormProps) {
  const t = useTranslations('sampling.draw')
  const narrow = useMediaQuery('(max-width: 48em)')
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Group>
        <Button
          variant={again ? 'default' : 'filled'}
          leftSection={<IconSpeakerphone size={18} aria-hidden />}
          onClick={open}
        >
          {again ? t('announceAgain') : t('announce')}
        </Button>
      </Group>
      <Modal
        opened={opened}
        onClose={close}
        title={t('announceTitle')}
        size="lg"
        fullScreen={narrow ?? false}
      >
        <Fields again={again} save={save} onSaved={close} />
      </Modal>
    </>
  )
}

function Fields({ again, save, onSaved }: AnnounceFormProps & { onSaved: () => void }) {
  const t = useTranslations('sampling.draw')
  const form = useEntryForm({
    shape: announcementShape,
    values: { source: '', revealOn: '', reason: '' },
    save,
    savedMessage: t('announced'),
    onSaved,
  })
  return (
    <EntryFormBox form={form} label={t('announceTitle')}>
      <Stack gap="md">
        <Text size="sm">{t('announceConfirm')}</Text>
        <TextField
          form={form}
          name="source"
          label={t('source')}
          description={t('sourceHint')}
          maxLength={200}
          required
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <DateField
            form={form}
            name="revealOn"
            label={t('revealOn')}
            description={t('revealOnHint')}
            required
          />
        </SimpleGrid>
        {again && (
          <TextField
            form={form}
            name="reason"
            label={t('reason')}
            description={t('reasonHint')}
            maxLength={500}
            required
          />
        )}
        <SubmitBar form={form} label={again ? t('announceAgain') : t('announce')} />
      </Stack>
    </EntryFormBox>
  )
}
