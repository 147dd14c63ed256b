'use client'

import { Alert, Badge, Button, Group, Loader, Modal, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { NarrativeId, NarrativeState } from '../../assessment/narrative.ts'
import { useRefusalText } from '../../ui/form/refusal-text.tsx'
import type { Looked } from '../../ui/save.ts'
import classes from './narrative.module.css'

interface HistoryModalProps {
  readonly chapter: NarrativeId
  readonly readOnly: boolean
  readonly history: (chapter: NarrativeId) => Promise<Looked<readonly NarrativeState[]>>
  readonly onRestore: (text: string) => void
  readonly onClose: () => void
}

/** Every saved state of a text; restoring one makes a new state of it. */
export function HistoryModal({ chapter, readOnly, history, onRestore, onClose }: HistoryModalProps) {
  const t = useTranslations('narrative')
  const format = useFormatter()
  const refusalText = useRefusalText()
  const [answer, setAnswer] = useState<Looked<readonly NarrativeState[]> | null>(null)
  useEffect(() => {
    let gone = false
    void history(chapter)
      .catch(() => ({ ok: false, reason: 'unexpected' }) as const)
      .then((found) => !gone && setAnswer(found))
    return () => {
      gone = true
    }
  }, [history, chapter])
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('history.title', { chapter: t(`chapters.${chapter}`) })}
    >
      <Stack gap="md">
        <Text size="sm" c="ink.6">
          {t('history.explain')}
        </Text>
        {answer === null && <Loader size="sm" />}
        {answer?.ok === false && <Alert color="cinnabar">{refusalText(answer)}</Alert>}
        {answer?.ok && answer.value.length === 0 && <Text size="sm">{t('history.none')}</Text>}
        {answer?.ok &&
          answer.value.map((state, i) => (
            <div key={state.version}>
              <Group justify="space-between" mb={4}>
                <Text size="sm" fw={600}>
                  {t('history.entry', { version: state.version, name: state.savedBy })}
                  {' · '}
                  {format.dateTime(new Date(state.savedAt), { dateStyle: 'medium', timeStyle: 'short' })}
                </Text>
                {i === 0 ? (
                  <Badge variant="light">{t('history.current')}</Badge>
                ) : (
                  !readOnly && (
                    <Button size="compact-sm" variant="light" onClick={() => onRestore(state.text)}>
                      {t('history.restore')}
                    </Button>
                  )
                )}
              </Group>
              <div className={classes.side} lang="zh-CN">
                {state.text === '' ? t('history.blank') : state.text}
              </div>
            </div>
          ))}
      </Stack>
    </Modal>
  )
}
