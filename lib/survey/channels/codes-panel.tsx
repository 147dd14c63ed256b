'use client'

import {
  Alert,
  Button,
  Group,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useConfirm } from '../../ui/confirm.tsx'
import { useIssueText } from '../../ui/form/issue-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Looked, Save } from '../../ui/save.ts'
import { useSaving } from '../../ui/use-saving.tsx'
import { CodeBatches } from './code-batches.tsx'
import {
  type ChannelGroup,
  type CodeBatchFacts,
  type CodeEntry,
  codeEntryShape,
  FEWEST_SLIPS,
  type LeftOverEntry,
  type MadeSlips,
  MOST_SLIPS,
  type VoidEntry,
} from './code-entry.ts'

interface CodesPanelProps {
  readonly groups: readonly ChannelGroup[]
  readonly batches: readonly CodeBatchFacts[]
  readonly open: boolean
  readonly readOnly: boolean
  readonly today: string
  readonly issue: (entry: CodeEntry) => Promise<Looked<MadeSlips>>
  readonly voidBatch: Save<VoidEntry>
  readonly countLeftOver: Save<LeftOverEntry>
}

/** Codes in batches: made once, printed once, and afterwards counted as paper, never by what was answered with them. */
export function CodesPanel(props: CodesPanelProps) {
  const t = useTranslations('channels.codes')
  const [made, setMade] = useState<readonly MadeSlips[]>([])
  return (
    <Panel title={t('title')} description={t('lead')}>
      <Stack gap="lg">
        {props.open && !props.readOnly && (
          <IssueForm {...props} onMade={(slips) => setMade((before) => [slips, ...before])} />
        )}
        {made.map((slips) => (
          <SlipsReady key={slips.label} slips={slips} />
        ))}
        {props.batches.length === 0 ? <Text c="ink.6">{t('none')}</Text> : <CodeBatches {...props} />}
        {props.batches.length > 0 && (
          <Text size="sm" c="ink.6">
            {t('hidden')}
          </Text>
        )}
      </Stack>
    </Panel>
  )
}

function IssueForm(props: CodesPanelProps & { onMade: (slips: MadeSlips) => void }) {
  const { groups, today, issue, onMade } = props
  const t = useTranslations('channels.codes')
  const issueText = useIssueText()
  const confirm = useConfirm()
  const { saving, refusal, run } = useSaving()
  const [groupId, setGroupId] = useState(groups[0]?.id ?? '')
  const [count, setCount] = useState<number | string>(100)
  const [label, setLabel] = useState('')
  const [validThrough, setValidThrough] = useState('')
  const entry = codeEntryShape.safeParse({ groupId, count, label, validThrough: validThrough || null })
  const faultOf = (field: keyof CodeEntry) =>
    entry.error?.issues.find(({ path }) => path[0] === field)?.message
  const make = async (asked: CodeEntry) => {
    await run(
      async (wanted: CodeEntry) => {
        const answer = await issue(wanted)
        if (answer.ok) {
          onMade(answer.value)
          setLabel('')
        }
        return answer
      },
      asked,
      null,
    )
  }
  const ask = () => {
    if (!entry.success) return
    const group = groups.find(({ id }) => id === groupId)?.name ?? ''
    confirm({
      title: t('issue'),
      body: t('issueConfirm', { group, n: entry.data.count }),
      confirmLabel: t('issue'),
      onConfirm: () => void make(entry.data),
    })
  }
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('group')}
          value={groupId}
          onChange={(event) => setGroupId(event.currentTarget.value)}
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextInput
          label={t('label')}
          description={t('labelHint')}
          value={label}
          maxLength={60}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <NumberInput
          label={t('count')}
          description={t('countHint', { fewest: FEWEST_SLIPS, most: MOST_SLIPS })}
          error={issueText(faultOf('count'))}
          value={count}
          onChange={setCount}
          clampBehavior="none"
          allowDecimal={false}
          allowNegative={false}
        />
        <TextInput
          type="date"
          label={t('validThrough')}
          description={t('validThroughHint')}
          value={validThrough}
          min={today}
          onChange={(event) => setValidThrough(event.currentTarget.value)}
        />
      </SimpleGrid>
      <Group>
        <Button
          leftSection={<IconPrinter size={18} aria-hidden />}
          disabled={!entry.success}
          loading={saving}
          onClick={ask}
        >
          {t('issue')}
        </Button>
      </Group>
      {refusal?.reason === 'no-answer' && (
        <Alert color="cinnabar" role="alert">
          {t('answerLost')}
        </Alert>
      )}
    </Stack>
  )
}

function SlipsReady({ slips }: { readonly slips: MadeSlips }) {
  const t = useTranslations('channels.codes')
  const [href] = useState(() =>
    URL.createObjectURL(new Blob([new Uint8Array(slips.pdf)], { type: 'application/pdf' })),
  )
  return (
    <Alert color="ochre" role="status" title={t('ready', { label: slips.label, n: slips.count })}>
      <Stack gap="sm">
        <Text size="sm">{t('readyLead')}</Text>
        <Group>
          <Button
            component="a"
            href={href}
            download={`作答码-${slips.label}.pdf`}
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('download')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
