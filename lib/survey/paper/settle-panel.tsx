'use client'

import { Alert, Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useConfirm } from '../../ui/confirm.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Looked, Save } from '../../ui/save.ts'
import { useSaving } from '../../ui/use-saving.tsx'
import { numberOf, type Questionnaire } from '../questionnaire.ts'
import { otherKey } from '../response.ts'
import { answerAt } from './answer-words.ts'
import type { PaperBatch } from './paper-batch.ts'
import { serialText } from './serial.ts'
import { type Choices, type DifferingForm, READINGS, type Reading } from './settlement.ts'

interface SettlePanelProps {
  readonly questionnaire: Questionnaire
  readonly batches: readonly PaperBatch[]
  readonly look: (serial: string) => Promise<Looked<DifferingForm>>
  readonly settle: (entry: {
    readonly serial: string
    readonly choices: Choices
  }) => Promise<Looked<'accepted' | 'differing'>>
  readonly discard: Save<string>
}

interface Seen {
  readonly serial: string
  readonly form: DifferingForm
}

/** Forms whose two entries differ: the paper decides, and two people stand behind every answer. */
export function SettlePanel({ questionnaire, batches, look, settle, discard }: SettlePanelProps) {
  const t = useTranslations('channels.entry')
  const confirm = useConfirm()
  const { saving, run } = useSaving()
  const [seen, setSeen] = useState<Seen | null>(null)
  const [choices, setChoices] = useState<Choices>({})
  const serials = batches.flatMap(({ batch, differing }) => differing.map((n) => serialText({ batch, n })))
  const open = (serial: string) =>
    run(
      async (asked: string) => {
        const answer = await look(asked)
        if (answer.ok) {
          setSeen({ serial: asked, form: answer.value })
          setChoices({})
        }
        return answer
      },
      serial,
      null,
    )
  const save = (serial: string) =>
    run(
      async (entry: { readonly serial: string; readonly choices: Choices }) => {
        const answer = await settle(entry)
        if (answer.ok) {
          const counted = answer.value === 'accepted'
          notifications.show({ message: t(counted ? 'settled' : 'partlySettled', { serial }), color: 'pine' })
          setSeen(null)
        }
        return answer
      },
      { serial, choices },
      null,
    )
  const askToDiscard = (serial: string) =>
    confirm({
      title: t('discard'),
      body: t('discardBody', { serial }),
      confirmLabel: t('discard'),
      destructive: true,
      onConfirm: () =>
        void run(discard, serial, t('discarded', { serial })).then((done) => {
          if (done) setSeen(null)
        }),
    })
  return (
    <Panel title={t('differ')} description={t('differLead')}>
      <Stack gap="md">
        {serials.length === 0 && <Text c="ink.6">{t('noneDiffering')}</Text>}
        <Group>
          {serials.map((serial) => (
            <Button key={serial} variant="default" loading={saving} onClick={() => void open(serial)}>
              {t('settle', { serial })}
            </Button>
          ))}
        </Group>
        {seen && (
          <Stack gap="md">
            <Alert color="dai">{t(seen.form.own === null ? 'settleLead' : 'yieldLead')}</Alert>
            <Differences
              questionnaire={questionnaire}
              form={seen.form}
              choices={choices}
              onChoose={(questionId, reading) => {
                const { [questionId]: _, ...others } = choices
                setChoices(reading === null ? others : { ...others, [questionId]: reading })
              }}
            />
            <Group>
              <Button
                loading={saving}
                disabled={!enough(seen.form, choices)}
                onClick={() => void save(seen.serial)}
              >
                {t(seen.form.own === null ? 'settleSave' : 'yieldSave')}
              </Button>
              <Button
                variant="subtle"
                color="cinnabar"
                disabled={saving}
                onClick={() => askToDiscard(seen.serial)}
              >
                {t('discard')}
              </Button>
            </Group>
          </Stack>
        )}
      </Stack>
    </Panel>
  )
}

function enough({ own, questionIds }: DifferingForm, choices: Choices): boolean {
  const chosen = questionIds.filter((id) => Object.hasOwn(choices, id))
  return own === null ? chosen.length === questionIds.length : chosen.length > 0
}

interface DifferencesProps {
  readonly questionnaire: Questionnaire
  readonly form: DifferingForm
  readonly choices: Choices
  readonly onChoose: (questionId: string, reading: Reading | null) => void
}

/** Question by question: a choice between two readings, or for the author of one of them whether to take over the other. */
function Differences({ questionnaire, form, choices, onChoose }: DifferencesProps) {
  const t = useTranslations('channels.entry')
  const wordsOf = (questionId: string, reading: Reading) =>
    [questionId, otherKey(questionId)]
      .map((key) => answerAt(questionnaire, key, form[reading]).words)
      .filter((words) => words !== '')
      .join('：') || t('blank')
  const { own, questionIds } = form
  return questionIds.map((questionId) => {
    const { title } = answerAt(questionnaire, questionId, form.first)
    const label = `${numberOf(questionnaire, questionId) ?? ''} ${title}`
    if (own === null)
      return (
        <Radio.Group
          key={questionId}
          label={label}
          value={choices[questionId] ?? null}
          onChange={(reading) => onChoose(questionId, reading as Reading)}
        >
          <Stack gap="xs" mt="xs">
            {READINGS.map((reading) => (
              <Radio key={reading} value={reading} label={`${t(reading)}：${wordsOf(questionId, reading)}`} />
            ))}
          </Stack>
        </Radio.Group>
      )
    const other = own === 'first' ? 'second' : 'first'
    return (
      <div key={questionId}>
        <Text fw={600} size="sm">
          {label}
        </Text>
        <Text size="sm" my="xs">
          {t('ownReading', { words: wordsOf(questionId, own) })}
        </Text>
        <Checkbox
          label={t('otherReading', { words: wordsOf(questionId, other) })}
          checked={choices[questionId] === other}
          onChange={(event) => onChoose(questionId, event.currentTarget.checked ? other : null)}
        />
      </div>
    )
  })
}
