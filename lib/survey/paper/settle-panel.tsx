'use client'

import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Panel } from '../../ui/panel.tsx'
import type { FieldIssue, Looked, Saved } from '../../ui/save.ts'
import { useSaving } from '../../ui/use-saving.tsx'
import { AnswerForm } from '../channels/answer-form.tsx'
import type { Questionnaire } from '../questionnaire.ts'
import { type AnswerFields, type Answers, fieldsOf } from '../response.ts'
import { answerAt } from './answer-words.ts'
import type { FormEntry } from './entry-panel.tsx'
import { onPaper } from './paper-answers.ts'
import { differences, type PaperBatch } from './paper-batch.ts'
import { serialText } from './serial.ts'

type BothEntries = readonly [Answers, Answers]

interface SettlePanelProps {
  readonly questionnaire: Questionnaire
  readonly batches: readonly PaperBatch[]
  readonly look: (serial: string) => Promise<Looked<BothEntries>>
  readonly settle: (entry: FormEntry) => Promise<Saved>
}

/** Forms whose two entries differ: the paper decides. */
export function SettlePanel({ questionnaire, batches, look, settle }: SettlePanelProps) {
  const t = useTranslations('channels.entry')
  const { saving, run } = useSaving()
  const [seen, setSeen] = useState<{ readonly serial: string; readonly both: BothEntries } | null>(null)
  const [issues, setIssues] = useState<readonly FieldIssue[]>([])
  const serials = batches.flatMap(({ batch, differing }) => differing.map((n) => serialText({ batch, n })))
  const open = (serial: string) =>
    run(
      async (asked: string) => {
        const answer = await look(asked)
        if (answer.ok) setSeen({ serial: asked, both: answer.value })
        return answer
      },
      serial,
      null,
    )
  const save = async (serial: string, fields: AnswerFields) => {
    setIssues([])
    const settled = await run(
      async (entry: FormEntry) => {
        const answer = await settle(entry)
        if (!answer.ok) setIssues(answer.issues ?? [])
        return answer
      },
      { serial, fields },
      t('settled', { serial }),
    )
    if (settled) setSeen(null)
  }
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
          <>
            <Text>{t('settleLead')}</Text>
            <DifferenceTable questionnaire={questionnaire} both={seen.both} />
            <AnswerForm
              key={seen.serial}
              questionnaire={onPaper(questionnaire)}
              sent={fieldsOf(questionnaire, agreed(seen.both))}
              issues={issues}
              submitLabel={t('settleSave')}
              saving={saving}
              onSubmit={(fields) => void save(seen.serial, fields)}
            />
          </>
        )}
      </Stack>
    </Panel>
  )
}

function agreed([first, second]: BothEntries): Answers {
  const differ = new Set(differences(first, second))
  return Object.fromEntries(Object.entries(first).filter(([key]) => !differ.has(key)))
}

function DifferenceTable({ questionnaire, both }: { questionnaire: Questionnaire; both: BothEntries }) {
  const t = useTranslations('channels.entry')
  const [first, second] = both
  return (
    <Table.ScrollContainer
      minWidth={420}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('title') } }}
    >
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('question')}</Table.Th>
            <Table.Th>{t('first')}</Table.Th>
            <Table.Th>{t('second')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences(first, second).map((key) => (
            <Table.Tr key={key}>
              <Table.Td>{answerAt(questionnaire, key, first).title}</Table.Td>
              <Table.Td>{answerAt(questionnaire, key, first).words || t('blank')}</Table.Td>
              <Table.Td>{answerAt(questionnaire, key, second).words || t('blank')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
