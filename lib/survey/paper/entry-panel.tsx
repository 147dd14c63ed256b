'use client'

import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useConfirm } from '../../ui/confirm.tsx'
import type { Refusal } from '../../ui/form/refusal-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { FieldIssue, Looked, Save } from '../../ui/save.ts'
import { useSaving } from '../../ui/use-saving.tsx'
import { AnswerForm } from '../channels/answer-form.tsx'
import { localized } from '../localized.ts'
import type { Questionnaire } from '../questionnaire.ts'
import type { AnswerFields } from '../response.ts'
import { onPaper } from './paper-answers.ts'
import type { PaperBatch } from './paper-batch.ts'
import { numberRanges, parseSerial, serialText } from './serial.ts'

export interface FormEntry {
  readonly serial: string
  readonly fields: AnswerFields
}
export type EnteredState = 'entered' | 'accepted' | 'differing'

interface EntryPanelProps {
  readonly questionnaire: Questionnaire
  readonly batches: readonly PaperBatch[]
  /** Serials that the reader has entered and that wait for somebody else. */
  readonly own: readonly string[]
  readonly enter: (entry: FormEntry) => Promise<Looked<EnteredState>>
  readonly withdraw: Save<string>
}

/** No answer came. Entering the same again is safe, and the way to find out. */
const UNANSWERED: Refusal = { ok: false, reason: 'no-answer-send-again' }

/** One form at a time: its number, then its answers. */
export function EntryPanel({ questionnaire, batches, own, enter, withdraw }: EntryPanelProps) {
  const t = useTranslations('channels.entry')
  const confirm = useConfirm()
  const { saving, refusal, forget, run } = useSaving()
  const [typed, setTyped] = useState('')
  const [serial, setSerial] = useState<string | null>(null)
  const [issues, setIssues] = useState<readonly FieldIssue[]>([])
  const parsed = parseSerial(typed)
  const batch = parsed.ok ? batches.find((one) => one.batch === parsed.value.batch) : undefined
  const save = async (fields: AnswerFields) => {
    if (serial === null) return
    setIssues([])
    await run(
      async (entry: FormEntry) => {
        const answer = await enter(entry).catch(() => UNANSWERED)
        if (!answer.ok) setIssues(answer.issues ?? [])
        else {
          notifications.show({ message: t(answer.value, { serial }), color: 'pine' })
          setSerial(null)
          setTyped('')
        }
        return answer
      },
      { serial, fields },
      null,
    )
  }
  const askToWithdraw = (mine: string) =>
    confirm({
      title: t('withdraw'),
      body: t('withdrawBody', { serial: mine }),
      confirmLabel: t('withdraw'),
      destructive: true,
      onConfirm: () => void run(withdraw, mine, t('withdrawn', { serial: mine })),
    })
  const waiting = batches.filter(({ entered }) => entered.length > 0)
  return (
    <Panel title={t('one')}>
      <Stack gap="md">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (parsed.ok) setSerial(serialText(parsed.value))
          }}
        >
          <Group align="flex-end">
            <TextInput
              label={t('serial')}
              description={t('serialHint')}
              value={typed}
              maxLength={20}
              readOnly={serial !== null}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            {serial === null ? (
              <Button type="submit" disabled={!batch}>
                {t('begin')}
              </Button>
            ) : (
              <Button
                variant="subtle"
                color="ink"
                onClick={() => {
                  setSerial(null)
                  setIssues([])
                  forget()
                }}
              >
                {t('other')}
              </Button>
            )}
          </Group>
        </form>
        {serial !== null && own.includes(serial) && (
          <Alert color="ochre" title={t('ownTitle', { serial })}>
            <Stack gap="sm">
              <Text size="sm">{t('ownLead')}</Text>
              <Button
                w="fit-content"
                size="compact-md"
                variant="default"
                loading={saving}
                onClick={() => askToWithdraw(serial)}
              >
                {t('withdraw')}
              </Button>
            </Stack>
          </Alert>
        )}
        {serial !== null && !own.includes(serial) && (
          <AnswerForm
            key={serial}
            questionnaire={onPaper(localized(questionnaire, batch?.language ?? 'zh-CN'))}
            sent={{}}
            issues={issues}
            submitLabel={t('save')}
            saving={saving}
            onSubmit={(fields) => void save(fields)}
          />
        )}
        {serial !== null && refusal?.reason === UNANSWERED.reason && (
          <Alert color="cinnabar" role="alert" title={t('answerLost', { serial })}>
            {t('answerLostLead')}
          </Alert>
        )}
        <div>
          <Text fw={600}>{t('waiting')}</Text>
          {waiting.length === 0 && <Text c="ink.6">{t('noneWaiting')}</Text>}
          {waiting.map(({ batch: number, entered }) => (
            <Text key={number} size="sm">
              {String(number).padStart(2, '0')}：{numberRanges(entered)}
            </Text>
          ))}
        </div>
      </Stack>
    </Panel>
  )
}
