'use client'

import {
  Alert,
  Button,
  Group,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useConfirm } from '../../ui/confirm.tsx'
import { useDay } from '../../ui/day.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Looked, Saved } from '../../ui/save.ts'
import { useSaving } from '../../ui/use-saving.tsx'
import {
  type ChannelGroup,
  type CodeBatchFacts,
  type CodeEntry,
  codeEntryShape,
  type MadeSlips,
  MOST_SLIPS,
} from './code-entry.ts'

interface CodesPanelProps {
  readonly groups: readonly ChannelGroup[]
  readonly batches: readonly CodeBatchFacts[]
  readonly open: boolean
  readonly readOnly: boolean
  readonly issue: (entry: CodeEntry) => Promise<Looked<MadeSlips>>
  readonly voidBatch: (batchId: string) => Promise<Saved>
}

/** Codes in batches: made once, printed once, afterwards only counted. */
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
        {props.batches.length === 0 ? <Text c="ink.6">{t('none')}</Text> : <Batches {...props} />}
        {props.open && props.batches.length > 0 && (
          <Text size="sm" c="ink.6">
            {t('hidden')}
          </Text>
        )}
      </Stack>
    </Panel>
  )
}

function IssueForm({ groups, issue, onMade }: CodesPanelProps & { onMade: (slips: MadeSlips) => void }) {
  const t = useTranslations('channels.codes')
  const confirm = useConfirm()
  const { saving, run } = useSaving()
  const [groupId, setGroupId] = useState(groups[0]?.id ?? '')
  const [count, setCount] = useState<number | string>(100)
  const [label, setLabel] = useState('')
  const entry = codeEntryShape.safeParse({ groupId, count, label })
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
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NativeSelect
          label={t('group')}
          value={groupId}
          onChange={(event) => setGroupId(event.currentTarget.value)}
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <NumberInput
          label={t('count')}
          description={t('countHint')}
          value={count}
          onChange={setCount}
          min={1}
          max={MOST_SLIPS}
          allowDecimal={false}
          allowNegative={false}
        />
        <TextInput
          label={t('label')}
          description={t('labelHint')}
          value={label}
          maxLength={60}
          onChange={(event) => setLabel(event.currentTarget.value)}
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

function Batches({ groups, batches, open, readOnly, voidBatch }: CodesPanelProps) {
  const t = useTranslations('channels.codes')
  const dayOf = useDay()
  const confirm = useConfirm()
  const { run } = useSaving()
  const number = { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } as const
  return (
    <Table.ScrollContainer
      minWidth={560}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('title') } }}
    >
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('batch')}</Table.Th>
            <Table.Th>{t('group')}</Table.Th>
            <Table.Th style={number}>{t('issued')}</Table.Th>
            {!open && <Table.Th style={number}>{t('spent')}</Table.Th>}
            <Table.Th style={number}>{t('voided')}</Table.Th>
            {!open && <Table.Th style={number}>{t('left')}</Table.Th>}
            {open && !readOnly && <Table.Th />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {batches.map(({ batchId, groupId, label, issued, spent, voided, createdOn }) => (
            <Table.Tr key={batchId}>
              <Table.Td>
                {label}
                <Text size="xs" c="ink.6">
                  {dayOf(createdOn)}
                </Text>
              </Table.Td>
              <Table.Td>{groups.find(({ id }) => id === groupId)?.name}</Table.Td>
              <Table.Td style={number}>{issued.toLocaleString('en')}</Table.Td>
              {!open && <Table.Td style={number}>{(spent ?? 0).toLocaleString('en')}</Table.Td>}
              <Table.Td style={number}>{voided.toLocaleString('en')}</Table.Td>
              {!open && (
                <Table.Td style={number}>{(issued - (spent ?? 0) - voided).toLocaleString('en')}</Table.Td>
              )}
              {open && !readOnly && (
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="cinnabar"
                    disabled={voided > 0}
                    onClick={() =>
                      confirm({
                        title: t('voidTitle', { label }),
                        body: t('voidBody'),
                        confirmLabel: t('void'),
                        destructive: true,
                        onConfirm: () => void run(voidBatch, batchId, t('voidedDone')),
                      })
                    }
                  >
                    {t('void')}
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
