'use client'

import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { hasPersonalData } from '../../personal-data.ts'
import { useIssueText } from '../../ui/form/issue-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Save } from '../../ui/save.ts'
import { useSaving } from '../../ui/use-saving.tsx'
import { isBeforeNotice } from '../consultation.ts'
import { MOST_AT_ONCE, type OpinionBatch } from './opinion.ts'
import classes from './opinions.module.css'
import { splitText } from './split-text.ts'

interface OpinionEntryProps {
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly notices: readonly { readonly from: string; readonly state: string }[]
  readonly today: string
  readonly save: Save<OpinionBatch>
}

/** Pasted text on top, the single opinions it will become below: nothing is registered that was not seen first. */
export function OpinionEntry({ groups, notices, today, save }: OpinionEntryProps) {
  const t = useTranslations('opinions.entry')
  const sources = useTranslations('opinions.sources')
  const saving = useSaving()
  const issueText = useIssueText()
  const [source, setSource] = useState<OpinionBatch['source']>('meeting')
  const [groupId, setGroupId] = useState('')
  const [receivedOn, setReceivedOn] = useState(today)
  const [raw, setRaw] = useState('')
  /** Positions (in the proposed pieces) that a person joined to the piece before. */
  const [joined, setJoined] = useState<ReadonlySet<number>>(new Set())
  const proposed = splitText(raw)
  const pieces: { text: string; first: number }[] = []
  proposed.forEach((text, i) => {
    const before = pieces.at(-1)
    if (joined.has(i) && before) before.text += text
    else pieces.push({ text, first: i })
  })
  const submit = async () => {
    const entry = {
      source,
      groupId: groupId === '' ? null : groupId,
      receivedOn,
      texts: pieces.map(({ text }) => text),
    }
    if (await saving.run(save, entry, t('saved'))) {
      setRaw('')
      setJoined(new Set())
    }
  }
  return (
    <Panel title={t('title')} description={t('lead')}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <NativeSelect
            label={t('source')}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value === 'letter' ? 'letter' : 'meeting')}
            data={(['meeting', 'letter'] as const).map((value) => ({ value, label: sources(value) }))}
          />
          <NativeSelect
            label={t('group')}
            value={groupId}
            onChange={(event) => setGroupId(event.currentTarget.value)}
            data={[
              { value: '', label: t('noGroup') },
              ...groups.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextInput
            type="date"
            label={t('receivedOn')}
            value={receivedOn}
            max={today}
            error={receivedOn > today ? issueText('after-today') : undefined}
            onChange={(event) => setReceivedOn(event.currentTarget.value)}
          />
        </SimpleGrid>
        {receivedOn <= today && isBeforeNotice(receivedOn, notices) && (
          <Text size="sm" c="ochre.8" role="status">
            {t('beforeNotice')}
          </Text>
        )}
        <Textarea
          label={t('raw')}
          description={t('rawHint')}
          value={raw}
          onChange={(event) => {
            setRaw(event.currentTarget.value)
            setJoined(new Set())
          }}
          autosize
          minRows={4}
          maxRows={14}
          maxLength={100_000}
        />
        <div>
          <Text size="sm" fw={600} mb={6} role="status">
            {pieces.length === 0 ? t('previewEmpty') : t('preview', { n: pieces.length })}
          </Text>
          <ol className={classes.pieces}>
            {pieces.slice(0, 50).map(({ text, first }) => (
              <li key={first} className={classes.piece}>
                <span>
                  {text}
                  {hasPersonalData(text) && (
                    <Text size="xs" c="ochre.8">
                      {t('masked')}
                    </Text>
                  )}
                </span>
                {first > 0 && (
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    flex="none"
                    onClick={() => setJoined(new Set([...joined, first]))}
                  >
                    {t('join')}
                  </Button>
                )}
              </li>
            ))}
          </ol>
        </div>
        <Group>
          <Button
            onClick={() => void submit()}
            loading={saving.saving}
            disabled={pieces.length === 0 || pieces.length > MOST_AT_ONCE || receivedOn > today}
          >
            {t('save', { n: pieces.length })}
          </Button>
        </Group>
      </Stack>
    </Panel>
  )
}
