'use client'

import { Button, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconMapPin } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EvidenceFile } from '../evidence/evidence.ts'
import { Day } from '../ui/day.tsx'
import { DateField } from '../ui/form/date-field.tsx'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import type { Save } from '../ui/save.ts'
import { type Notice, type PostingEntry, postingShapeOn } from './notice.ts'

interface NoticePostingsProps {
  readonly notice: Notice
  readonly files: readonly EvidenceFile[]
  readonly today: string
  readonly save: Save<PostingEntry>
  readonly readOnly: boolean
}

/** Where the notice hung, and the photographs that show it. */
export function NoticePostings({ notice, files, today, save, readOnly }: NoticePostingsProps) {
  const t = useTranslations('participation.notice')
  const [adding, setAdding] = useState(false)
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {t('postings')}
      </Text>
      {notice.postings.length === 0 && (
        <Text size="sm" c="ink.6">
          {t('postingsNone')}
        </Text>
      )}
      {notice.postings.map(({ place, postedOn, photo }) => (
        <Text size="sm" key={`${place} ${postedOn} ${photo}`}>
          <IconMapPin size={14} aria-hidden /> {place}，<Day value={postedOn} />
          {photo !== null && `（${t('withPhoto')}）`}
        </Text>
      ))}
      {!readOnly && !adding && (
        <div>
          <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}>
            {t('addPosting')}
          </Button>
        </div>
      )}
      {adding && (
        <PostingForm
          notice={notice}
          files={files}
          today={today}
          save={save}
          onSaved={() => setAdding(false)}
        />
      )}
    </Stack>
  )
}

/** A list of the system holds texts only; this one stands for no photograph. */
const NONE = 'none'

function PostingForm({
  notice,
  files,
  today,
  save,
  onSaved,
}: Omit<NoticePostingsProps, 'readOnly'> & { onSaved: () => void }) {
  const t = useTranslations('participation.notice')
  const [photo, setPhoto] = useState<string | null>(null)
  const photos = files.filter(({ kind }) => kind === 'jpeg' || kind === 'png' || kind === 'webp')
  const form = useEntryForm<PostingEntry>({
    shape: postingShapeOn(today),
    values: {
      noticeId: notice.id,
      place: '',
      postedOn: today,
      photo: null,
    },
    save: (entry) => save({ ...entry, photo }),
    onSaved,
    savedMessage: t('posted'),
  })
  return (
    <EntryFormBox form={form} label={t('addPosting')}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextField form={form} name="place" label={t('place')} required maxLength={200} />
          <DateField form={form} name="postedOn" label={t('postedOn')} required />
          <PhotoSelect photos={photos} value={photo} onChange={setPhoto} />
        </SimpleGrid>
        <SubmitBar form={form} always />
      </Stack>
    </EntryFormBox>
  )
}

function PhotoSelect({
  photos,
  value,
  onChange,
}: {
  photos: readonly EvidenceFile[]
  value: string | null
  onChange: (digest: string | null) => void
}) {
  const t = useTranslations('participation.notice')
  return (
    <NativeSelect
      label={t('photo')}
      description={photos.length === 0 ? t('photoHint') : undefined}
      value={value ?? NONE}
      onChange={(event) => onChange(event.currentTarget.value === NONE ? null : event.currentTarget.value)}
      data={[
        { value: NONE, label: t('photoNone') },
        ...photos.map(({ digest, name }) => ({ value: digest, label: name })),
      ]}
    />
  )
}
