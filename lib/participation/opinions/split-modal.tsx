'use client'

import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Save } from '../../ui/save.ts'
import { useSaving } from '../../ui/use-saving.tsx'
import type { OpinionToCode, SplittingEntry } from './coding.ts'
import { isSplitOf, sentencesOf } from './split-text.ts'

interface SplitModalProps {
  readonly opinion: OpinionToCode
  readonly split: Save<SplittingEntry>
  readonly onClose: () => void
}

/** One text, cut where lines are broken. Words that are changed here are refused here already. */
export function SplitModal({ opinion, split, onClose }: SplitModalProps) {
  const t = useTranslations('opinions.coding')
  const saving = useSaving()
  const [raw, setRaw] = useState(sentencesOf(opinion.text).join('\n'))
  const texts = raw
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const allowed = isSplitOf(opinion.text, texts)
  return (
    <Modal opened onClose={onClose} title={t('splitTitle')} size="lg">
      <Stack gap="md">
        <Textarea
          label={t('splitHint')}
          value={raw}
          onChange={(event) => setRaw(event.currentTarget.value)}
          autosize
          minRows={5}
          maxRows={16}
          data-autofocus
        />
        {!allowed && (
          <Text size="sm" c="cinnabar.8" role="status">
            {t(texts.length < 2 ? 'splitOne' : 'splitDiffers')}
          </Text>
        )}
        <Group justify="flex-end">
          <Button
            loading={saving.saving}
            disabled={!allowed}
            onClick={async () => {
              if (await saving.run(split, { opinionId: opinion.id, texts }, t('splitDone'))) onClose()
            }}
          >
            {t('splitSave', { n: texts.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
