'use client'

import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { titlesOf } from './drafting.ts'
import { ScaleLabelsEditor } from './scale-labels-editor.tsx'
import { presetLabels, type ScaleLabels } from './standard-items.ts'

interface BulkScaleModalProps {
  readonly opened: boolean
  /** How many more questions fit. */
  readonly room: number
  onClose(): void
  onAdd(lines: string, labels: ScaleLabels): void
}

/** Many 5-point questions at once: one per line, all with the same answers. */
export function BulkScaleModal({ opened, room, onClose, onAdd }: BulkScaleModalProps) {
  const t = useTranslations('survey.bulk')
  const narrow = useMediaQuery('(max-width: 48em)')
  const [lines, setLines] = useState('')
  const [labels, setLabels] = useState<ScaleLabels>(() => presetLabels('satisfaction'))
  const found = titlesOf(lines).length
  const n = Math.min(found, room)
  const complete = labels.every((label) => label.trim() !== '')
  return (
    <Modal opened={opened} onClose={onClose} title={t('title')} size="lg" fullScreen={narrow ?? false}>
      <Stack>
        <Textarea
          label={t('lines')}
          description={t('linesHelp')}
          placeholder={t('placeholder')}
          autosize
          minRows={6}
          maxRows={14}
          value={lines}
          onChange={(event) => setLines(event.currentTarget.value)}
          data-autofocus
        />
        <ScaleLabelsEditor legend={t('labels')} labels={labels} onChange={setLabels} />
        <Text size="sm" role="status" c={found > room ? 'cinnabar.7' : 'ink.6'}>
          {found > room ? t('tooMany', { n: room }) : t('count', { n })}
        </Text>
        <Group>
          <Button
            disabled={n === 0 || !complete}
            onClick={() => {
              onAdd(lines, labels)
              setLines('')
              onClose()
            }}
          >
            {t('add', { n })}
          </Button>
          <Button variant="subtle" color="ink" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
