'use client'

import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { areMaskableNames, maskNames, type PossibleName, placesOfName } from '../../personal-names.ts'
import type { Save } from '../../ui/save.ts'
import { useSaving } from '../../ui/use-saving.tsx'
import type { NamesEntry, OpinionToCode } from './coding.ts'
import classes from './opinions.module.css'

interface MaskModalProps {
  readonly opinion: OpinionToCode
  readonly mask: Save<NamesEntry>
  readonly onClose: () => void
}

/** The names in an opinion, those that were recognised and those a person reads; the masked text is shown before it is stored. */
export function MaskModal({ opinion, mask, onClose }: MaskModalProps) {
  const t = useTranslations('opinions.coding')
  const saving = useSaving()
  const { text, names: found } = opinion
  const [raw, setRaw] = useState([...new Set(found.map((name) => name.text))].join('、'))
  const written = raw.split(/[、，,\s]+/).filter(Boolean)
  const apart: PossibleName[] = []
  // A recognised name stands where it was recognised (王 in 王书记, not in 王家湾); any other wherever it is written.
  for (const name of written.toSorted((a, b) => b.length - a.length)) {
    const recognised = found.filter((one) => one.text === name)
    for (const place of recognised.length > 0 ? recognised : placesOfName(text, name)) {
      if (!apart.some(({ start, end }) => place.start < end && start < place.end)) apart.push(place)
    }
  }
  const allowed = apart.length > 0 && areMaskableNames(text, apart)
  return (
    <Modal opened onClose={onClose} title={t('mask')} size="lg">
      <Stack gap="md">
        <TextInput
          label={t('maskNames')}
          description={t('maskHint')}
          value={raw}
          onChange={(event) => setRaw(event.currentTarget.value)}
          data-autofocus
        />
        {allowed ? (
          <p className={classes.words}>{maskNames(text, apart)}</p>
        ) : (
          <Text size="sm" c="cinnabar.8" role="status">
            {t(apart.length === 0 ? 'maskNone' : 'maskRefused')}
          </Text>
        )}
        <Group justify="flex-end">
          <Button
            loading={saving.saving}
            disabled={!allowed}
            onClick={async () => {
              if (await saving.run(mask, { opinionId: opinion.id, names: apart }, t('masked'))) onClose()
            }}
          >
            {t('maskSave', { n: apart.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
