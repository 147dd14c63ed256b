'use client'

import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconHistory, IconPencilPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import {
  LONGEST_NARRATIVE,
  type NarrativeEntry,
  type NarrativeId,
  type NarrativeState,
} from '../../assessment/narrative.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { useRefusalText } from '../../ui/form/refusal-text.tsx'
import type { Looked, Save } from '../../ui/save.ts'
import type { FieldValue } from './bound-field.ts'
import { boundField, resolvedText } from './bound-text.ts'
import { FieldPicker } from './field-picker.tsx'
import { HistoryModal } from './history-modal.tsx'
import { MergeView } from './merge-view.tsx'
import classes from './narrative.module.css'
import { NumeralInput } from './numeral-input.tsx'
import { ReviewList } from './review-list.tsx'
import { useAutosave } from './use-autosave.tsx'

export interface ChapterText {
  readonly id: NarrativeId
  readonly text: string
  readonly version: number
  readonly draft: string
}

interface ChapterEditorProps {
  readonly chapter: ChapterText
  readonly fields: readonly FieldValue[]
  readonly readOnly: boolean
  readonly save: Save<NarrativeEntry>
  readonly history: (chapter: NarrativeId) => Promise<Looked<readonly NarrativeState[]>>
  readonly onText: (text: string) => void
}

/** One chapter's text: written, checked, compared, restored. */
export function ChapterEditor({ chapter, fields, readOnly, save, history, onText }: ChapterEditorProps) {
  const t = useTranslations('narrative')
  const confirm = useConfirm()
  const refusalText = useRefusalText()
  const input = useRef<HTMLTextAreaElement>(null)
  const { text, status, conflict, refusal, change, settle } = useAutosave(chapter.id, chapter, save, readOnly)
  const [historyOpen, setHistoryOpen] = useState(false)
  const name = t(`chapters.${chapter.id}`)
  useEffect(() => onText(text), [text, onText])

  const select = (start: number, end: number) => {
    input.current?.focus()
    input.current?.setSelectionRange(start, end)
  }
  const insert = (id: string) => {
    const start = input.current?.selectionStart ?? text.length
    const end = input.current?.selectionEnd ?? text.length
    const written = boundField(id)
    change(text.slice(0, start) + written + text.slice(end))
    requestAnimationFrame(() => select(start + written.length, start + written.length))
  }
  const draft = () => {
    if (text.trim() === '') return change(chapter.draft)
    confirm({
      title: t('draft.replaceTitle'),
      body: t('draft.replaceBody'),
      confirmLabel: t('draft.replace'),
      onConfirm: () => change(chapter.draft),
    })
  }

  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={2} fz="h3">
          {name}
        </Title>
        <Group gap="sm">
          {!readOnly && (
            <Button
              variant="light"
              leftSection={<IconPencilPlus size={18} aria-hidden />}
              disabled={conflict !== null}
              onClick={draft}
              title={t('draft.explain')}
            >
              {t('draft.make')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconHistory size={18} aria-hidden />}
            onClick={() => setHistoryOpen(true)}
          >
            {t('history.open')}
          </Button>
        </Group>
      </Group>
      {conflict && <MergeView key={conflict.version} mine={text} conflict={conflict} onSettle={settle} />}
      <div className={classes.work}>
        <Stack gap="xs">
          <NumeralInput
            ref={input}
            value={text}
            fields={fields}
            label={t('label', { chapter: name })}
            placeholder={t('placeholder')}
            readOnly={readOnly || conflict !== null}
            onChange={change}
          />
          <Text
            size="sm"
            c={status === 'failed' || status === 'tooLong' ? 'cinnabar.7' : 'ink.6'}
            role="status"
          >
            {readOnly ? t('readOnly') : t(`status.${status}`, { limit: LONGEST_NARRATIVE })}
            {status === 'failed' && refusal && refusal.reason !== 'unexpected' && ` ${refusalText(refusal)}`}
          </Text>
          <Title order={3} fz="sm" mt="sm">
            {t('preview')}
          </Title>
          <div className={classes.printed} lang="zh-CN">
            {text.trim() === '' ? (
              <Text size="sm" c="ink.6">
                {t('previewEmpty')}
              </Text>
            ) : (
              resolvedText(text, fields)
            )}
          </div>
        </Stack>
        <Stack gap="lg">
          {!readOnly && conflict === null && <FieldPicker fields={fields} onPick={insert} />}
          <ReviewList text={text} fields={fields} onShow={select} />
        </Stack>
      </div>
      {historyOpen && (
        <HistoryModal
          chapter={chapter.id}
          readOnly={readOnly || conflict !== null}
          history={history}
          onClose={() => setHistoryOpen(false)}
          onRestore={(restored) => {
            change(restored)
            setHistoryOpen(false)
          }}
        />
      )}
    </Stack>
  )
}
