'use client'

import {
  Alert,
  Anchor,
  Button,
  Group,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Stack,
  Table,
  Text,
} from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useConfirm } from '../../ui/confirm.tsx'
import { useDay } from '../../ui/day.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Save } from '../../ui/save.ts'
import { useSaving } from '../../ui/use-saving.tsx'
import { LanguageName } from '../language-name.tsx'
import {
  custodyOf,
  MARKS,
  type MarkEntry,
  markShape,
  type PaperBatch,
  type PaperBatchEntry,
  paperBatchShape,
} from './paper-batch.ts'
import { FORMS_A_FILE, numberRanges } from './serial.ts'

export interface PaperPanelProps {
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly languages: readonly string[]
  readonly batches: readonly PaperBatch[]
  readonly open: boolean
  readonly readOnly: boolean
  readonly printsHref: string
  readonly print: Save<PaperBatchEntry>
  readonly mark: Save<MarkEntry>
}

/** Batches of numbered forms and where each form is. */
export function PaperPanel(props: PaperPanelProps) {
  const { batches, open, readOnly } = props
  const t = useTranslations('channels.paper')
  return (
    <Panel title={t('title')} description={t('lead')}>
      <Stack gap="lg">
        {open && !readOnly && <PrintForm {...props} />}
        {batches.length === 0 ? <Text c="ink.6">{t('none')}</Text> : <CustodyTable {...props} />}
        {batches.map((batch) => (
          <BatchBox key={batch.batch} {...props} batch={batch} />
        ))}
      </Stack>
    </Panel>
  )
}

function PrintForm({ groups, languages, print }: PaperPanelProps) {
  const t = useTranslations('channels.paper')
  const confirm = useConfirm()
  const { saving, run } = useSaving()
  const [groupId, setGroupId] = useState(groups[0]?.id ?? '')
  const [size, setSize] = useState<number | string>(50)
  const [language, setLanguage] = useState(languages[0] ?? 'zh-CN')
  const entry = paperBatchShape.safeParse({ groupId, size, language })
  const ask = () => {
    if (!entry.success) return
    confirm({
      title: t('print'),
      body: t('printConfirm', { n: entry.data.size }),
      confirmLabel: t('print'),
      onConfirm: () => void run(print, entry.data, t('printed')),
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
          label={t('size')}
          description={t('sizeHint')}
          value={size}
          onChange={setSize}
          min={1}
          allowDecimal={false}
          allowNegative={false}
        />
        {languages.length > 1 && (
          <NativeSelect
            label={t('language')}
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value)}
            data={[...languages]}
          />
        )}
      </SimpleGrid>
      <Group>
        <Button
          leftSection={<IconPrinter size={18} aria-hidden />}
          disabled={!entry.success}
          loading={saving}
          onClick={ask}
        >
          {t('print')}
        </Button>
      </Group>
    </Stack>
  )
}

function CustodyTable({ batches }: PaperPanelProps) {
  const t = useTranslations('channels.paper')
  const number = { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } as const
  const rows = [
    ...batches.map((batch) => ({
      key: `${batch.batch}`,
      name: t('batch', { n: batch.batch }),
      ...custodyOf([batch]),
    })),
    ...(batches.length > 1 ? [{ key: 'total', name: t('total'), ...custodyOf(batches) }] : []),
  ]
  return (
    <Table.ScrollContainer
      minWidth={480}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('title') } }}
    >
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {(['issued', 'returned', 'spoilt', 'unused', 'missing'] as const).map((column) => (
              <Table.Th key={column} style={number}>
                {t(column)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, name, issued, returned, spoilt, unused, missing }) => (
            <Table.Tr key={key}>
              <Table.Td>{name}</Table.Td>
              <Table.Td style={number}>{issued}</Table.Td>
              <Table.Td style={number}>{returned}</Table.Td>
              <Table.Td style={number}>{spoilt}</Table.Td>
              <Table.Td style={number}>{unused}</Table.Td>
              <Table.Td style={number}>
                <Text span fw={missing > 0 ? 700 : 400} {...(missing > 0 ? { c: 'cinnabar.7' } : {})}>
                  {missing}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function BatchBox(props: PaperPanelProps & { readonly batch: PaperBatch }) {
  const { batch, groups, open, readOnly, printsHref } = props
  const t = useTranslations('channels.paper')
  const dayOf = useDay()
  const { counts } = batch
  const files = Array.from({ length: Math.ceil(batch.size / FORMS_A_FILE) }, (_, i) => ({
    part: i + 1,
    from: i * FORMS_A_FILE + 1,
    to: Math.min(batch.size, (i + 1) * FORMS_A_FILE),
  }))
  return (
    <Stack gap="xs">
      <Text fw={600}>
        {t('batch', { n: batch.batch })} · {groups.find(({ id }) => id === batch.groupId)?.name}
      </Text>
      <Text size="sm" c="ink.6">
        {t('meta', { size: batch.size, day: dayOf(batch.printedOn) })} · <LanguageName tag={batch.language} />
      </Text>
      {open && !readOnly && (
        <Group gap="md">
          {files.map(({ part, from, to }) => (
            <Anchor key={part} size="sm" href={`${printsHref}/paper-${batch.batch}-${part}.pdf`} download>
              <IconDownload size={14} aria-hidden /> {t('download', { from, to })}
            </Anchor>
          ))}
        </Group>
      )}
      <Text size="sm">
        {t('progress', {
          returned: custodyOf([batch]).returned,
          waiting: counts.returned,
          entered: counts.entered,
          differing: counts.differing,
          accepted: counts.accepted,
        })}
      </Text>
      {!open && custodyOf([batch]).returned > counts.accepted && (
        <Text size="sm" c="ochre.8">
          {t('notCounted', { n: custodyOf([batch]).returned - counts.accepted })}
        </Text>
      )}
      {batch.out.length > 0 ? (
        <Alert color="ochre">{t('missingNumbers', { numbers: numberRanges(batch.out) })}</Alert>
      ) : (
        <Alert color="pine">{t('balanced')}</Alert>
      )}
      {!readOnly && <MarkForm {...props} />}
    </Stack>
  )
}

function MarkForm({ batch, mark }: PaperPanelProps & { readonly batch: PaperBatch }) {
  const t = useTranslations('channels.paper')
  const { saving, run } = useSaving()
  const [from, setFrom] = useState<number | string>(batch.out[0] ?? 1)
  const [to, setTo] = useState<number | string>(batch.out[0] ?? 1)
  const [as, setAs] = useState<string>('returned')
  const entry = markShape.safeParse({ batch: batch.batch, from, to, mark: as })
  return (
    <form
      aria-label={t('mark')}
      onSubmit={(event) => {
        event.preventDefault()
        if (entry.success) void run(mark, entry.data, t('marked'))
      }}
    >
      <Group align="flex-end" gap="sm">
        <NumberInput
          label={t('from')}
          value={from}
          onChange={setFrom}
          min={1}
          max={batch.size}
          w={110}
          allowDecimal={false}
        />
        <NumberInput
          label={t('to')}
          value={to}
          onChange={setTo}
          min={1}
          max={batch.size}
          w={110}
          allowDecimal={false}
        />
        <NativeSelect
          label={t('as')}
          value={as}
          onChange={(event) => setAs(event.currentTarget.value)}
          data={MARKS.map((value) => ({ value, label: t(`marks.${value}`) }))}
        />
        <Button type="submit" variant="default" loading={saving} disabled={!entry.success}>
          {t('markSave')}
        </Button>
      </Group>
    </form>
  )
}
