'use client'

import { Alert, Button, Checkbox, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Refusal } from '../../ui/form/refusal-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { FieldIssue, Looked } from '../../ui/save.ts'
import { useSaving } from '../../ui/use-saving.tsx'
import { onPaper } from '../paper/paper-answers.ts'
import type { Questionnaire } from '../questionnaire.ts'
import type { AnswerFields } from '../response.ts'
import { AnswerForm } from './answer-form.tsx'
import type { ChannelGroup } from './code-entry.ts'
import { newKey } from './form-key.ts'

interface AssistedInterviewProps {
  readonly groups: readonly ChannelGroup[]
  readonly assessor: string
  readonly questionnaire: Questionnaire
  readonly submit: (entry: {
    readonly groupId: string
    readonly key: string
    readonly fields: AnswerFields
  }) => Promise<Looked<{ readonly receipt: string }>>
}

/** No answer came. Sending again is safe, and the way to find out. */
const UNANSWERED: Refusal = { ok: false, reason: 'no-answer-send-again' }

/** An interview in person: consent first, the same questions, and a receipt that the resident takes home. */
export function AssistedInterview(props: AssistedInterviewProps) {
  const { groups, questionnaire, submit } = props
  const t = useTranslations('channels.assisted')
  const { saving, refusal, forget, run } = useSaving()
  const [groupId, setGroupId] = useState(groups[0]?.id ?? '')
  /** Made when the interview begins: however often its answers are sent, they count once. */
  const [key, setKey] = useState<string | null>(null)
  const [issues, setIssues] = useState<readonly FieldIssue[]>([])
  const [receipt, setReceipt] = useState<string | null>(null)
  const send = async (fields: AnswerFields) => {
    if (key === null) return
    setIssues([])
    await run(
      async (entry: { groupId: string; key: string; fields: AnswerFields }) => {
        const answer = await submit(entry).catch(() => UNANSWERED)
        if (answer.ok) setReceipt(answer.value.receipt)
        else setIssues(answer.issues ?? [])
        return answer
      },
      { groupId, key, fields },
      null,
    )
  }
  const next = () => {
    setReceipt(null)
    setKey(null)
    forget()
  }
  if (receipt !== null) return <Receipt receipt={receipt} onNext={next} />
  if (key === null)
    return <Consent {...props} groupId={groupId} onGroup={setGroupId} onBegin={() => setKey(newKey())} />
  return (
    <Panel title={groups.find(({ id }) => id === groupId)?.name ?? ''} description={t('check')}>
      <AnswerForm
        questionnaire={onPaper(questionnaire)}
        sent={{}}
        issues={issues}
        submitLabel={t('submit')}
        saving={saving}
        onSubmit={(fields) => void send(fields)}
      />
      {refusal?.reason === UNANSWERED.reason && (
        <Alert color="cinnabar" role="alert" mt="md" title={t('answerLost')}>
          {t('answerLostLead')}
        </Alert>
      )}
    </Panel>
  )
}

interface ConsentProps extends AssistedInterviewProps {
  readonly groupId: string
  readonly onGroup: (groupId: string) => void
  readonly onBegin: () => void
}

function Consent({ groups, assessor, groupId, onGroup, onBegin }: ConsentProps) {
  const t = useTranslations('channels.assisted')
  const [agreed, setAgreed] = useState(false)
  return (
    <Panel title={t('consent')}>
      <Stack gap="md" maw="46rem">
        <Text fz="lg" lh={1.8}>
          {t('statement', { assessor })}
        </Text>
        <NativeSelect
          label={t('group')}
          value={groupId}
          onChange={(event) => onGroup(event.currentTarget.value)}
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Checkbox
          label={t('agreed')}
          checked={agreed}
          onChange={(event) => setAgreed(event.currentTarget.checked)}
        />
        <Button w="fit-content" disabled={!agreed || groupId === ''} onClick={onBegin}>
          {t('begin')}
        </Button>
      </Stack>
    </Panel>
  )
}

function Receipt({ receipt, onNext }: { readonly receipt: string; readonly onNext: () => void }) {
  const t = useTranslations('channels.assisted')
  return (
    <Panel title={t('done')}>
      <Stack gap="md">
        <Alert color="pine" role="status">
          {t('doneLead')}
        </Alert>
        <div>
          <Text size="sm">{t('receipt')}</Text>
          <Title order={2} ff="monospace" style={{ overflowWrap: 'anywhere' }}>
            {receipt.match(/.{1,5}/g)?.join('-')}
          </Title>
        </div>
        <Button w="fit-content" onClick={onNext}>
          {t('next')}
        </Button>
      </Stack>
    </Panel>
  )
}
