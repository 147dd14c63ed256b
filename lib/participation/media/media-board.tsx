'use client'

import {
  ActionIcon,
  Anchor,
  Button,
  Group,
  Modal,
  NativeSelect,
  SimpleGrid,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core'
import { IconNews, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { TableFile } from '../../table-file.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { EntryFormBox } from '../../ui/form/entry-form-box.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { SubmitBar } from '../../ui/form/submit-bar.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useEntryForm } from '../../ui/form/use-entry-form.tsx'
import { ImportPanel } from '../../ui/import-panel.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Save } from '../../ui/save.ts'
import { StatCard, StatRow } from '../../ui/stat-card.tsx'
import { useSaving } from '../../ui/use-saving.tsx'
import { evaluateMedia } from './media-degree.ts'
import {
  MEDIA_COLUMNS,
  type MediaItem,
  type MediaItemEntry,
  mediaItemShape,
  REACHES,
  TONES,
  type Tone,
} from './media-item.ts'
import { ToneChart, ToneTable } from './tone-chart.tsx'

interface MediaBoardProps {
  readonly items: readonly MediaItem[]
  readonly add: Save<MediaItemEntry>
  readonly change: Save<MediaItem>
  readonly remove: Save<string>
  readonly importTable: Save<TableFile>
  readonly readOnly: boolean
}

/** What outlets published, in which tone, and how far two readers of it agree. */
export function MediaBoard(props: MediaBoardProps) {
  const { items, readOnly } = props
  const t = useTranslations('opinions.media')
  const format = useFormatter()
  const register = useTranslations('opinions.register')
  const [editing, setEditing] = useState<MediaItem | 'new' | null>(null)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const wrong = from !== '' && to !== '' && from > to
  const inWindow = ({ publishedOn }: MediaItem) =>
    wrong || ((from === '' || publishedOn >= from) && (to === '' || publishedOn <= to))
  const listed = items.filter(inWindow)
  const evaluation = evaluateMedia(listed)
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <>
      <Panel
        title={t('title')}
        description={t('lead')}
        aside={
          !readOnly && (
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setEditing('new')}
            >
              {t('add')}
            </Button>
          )
        }
      >
        {items.length === 0 ? (
          <EmptyState icon={<IconNews size={44} aria-hidden />} title={t('emptyTitle')}>
            {t('emptyBody')}
          </EmptyState>
        ) : (
          <Stack gap="lg">
            <Group align="flex-end" gap="sm">
              <TextInput
                type="date"
                label={t('from')}
                value={from}
                onChange={(event) => setFrom(event.currentTarget.value)}
              />
              <TextInput
                type="date"
                label={t('to')}
                value={to}
                onChange={(event) => setTo(event.currentTarget.value)}
              />
              {(from !== '' || to !== '') && (
                <Button
                  variant="subtle"
                  onClick={() => {
                    setFrom('')
                    setTo('')
                  }}
                >
                  {t('wholeTime')}
                </Button>
              )}
              {(wrong || listed.length === 0) && (
                <Text size="sm" c="cinnabar.8" role="status">
                  {t(wrong ? 'windowWrong' : 'windowEmpty')}
                </Text>
              )}
            </Group>
            <StatRow>
              <StatCard
                label={t('pieces')}
                value={evaluation.pieces}
                hint={t('piecesHint', { outlets: evaluation.outlets })}
              />
              <StatCard
                label={t('degree')}
                value={evaluation.degree === null ? '—' : two(evaluation.degree)}
                hint={evaluation.degree === null ? t('degreeNone') : t('degreeHint')}
              />
              <StatCard
                label={t('kappa')}
                value={evaluation.kappa === null ? '—' : two(evaluation.kappa)}
                hint={t('kappaHint', { n: evaluation.codedTwice })}
              />
            </StatRow>
            {evaluation.months.length > 0 && (
              <>
                <ToneChart months={evaluation.months} />
                <ToneTable months={evaluation.months} sum={evaluation} sumLabel={register('sum')} />
              </>
            )}
            {listed.length > 0 && <Items {...props} items={listed} onEdit={setEditing} />}
          </Stack>
        )}
      </Panel>
      {!readOnly && (
        <Panel title={t('importTitle')}>
          <ImportPanel columns={MEDIA_COLUMNS} templateName="媒体报道.csv" save={props.importTable} />
        </Panel>
      )}
      {editing && (
        <Modal
          opened
          onClose={() => setEditing(null)}
          title={editing === 'new' ? t('add') : t('change')}
          size="lg"
        >
          <ItemForm
            item={editing === 'new' ? null : editing}
            save={(entry) =>
              editing === 'new' ? props.add(entry) : props.change({ ...entry, id: editing.id })
            }
            onSaved={() => setEditing(null)}
          />
        </Modal>
      )}
    </>
  )
}

function Items({ items, readOnly, remove, onEdit }: MediaBoardProps & { onEdit: (item: MediaItem) => void }) {
  const t = useTranslations('opinions.media')
  const confirm = useConfirm()
  const saving = useSaving()
  return (
    <Table.ScrollContainer
      minWidth={760}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('title') } }}
    >
      <Table fz="sm" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('publishedOn')}</Table.Th>
            <Table.Th>{t('outlet')}</Table.Th>
            <Table.Th>{t('pieceTitle')}</Table.Th>
            <Table.Th>{t('reach')}</Table.Th>
            <Table.Th>{t('toneFirst')}</Table.Th>
            <Table.Th>{t('toneSecond')}</Table.Th>
            {!readOnly && <Table.Th>{t('actions')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{item.publishedOn}</Table.Td>
              <Table.Td>{item.outlet}</Table.Td>
              <Table.Td>
                {item.link === '' ? (
                  item.title
                ) : (
                  <Anchor href={item.link} target="_blank" rel="noreferrer noopener" size="sm">
                    {item.title}
                  </Anchor>
                )}
              </Table.Td>
              <Table.Td>{t(`reaches.${item.reach}`)}</Table.Td>
              <Table.Td>{t(`tones.${item.toneFirst}`)}</Table.Td>
              <Table.Td>
                {item.toneSecond === null ? (
                  <Text span size="sm" c="ink.6">
                    {t('notJudged')}
                  </Text>
                ) : (
                  t(`tones.${item.toneSecond}`)
                )}
              </Table.Td>
              {!readOnly && (
                <Table.Td>
                  <Group gap={4} wrap="nowrap">
                    <ActionIcon
                      variant="subtle"
                      aria-label={`${t('change')}：${item.title}`}
                      onClick={() => onEdit(item)}
                    >
                      <IconPencil size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="cinnabar"
                      aria-label={`${t('remove')}：${item.title}`}
                      onClick={() =>
                        confirm({
                          title: t('removeTitle'),
                          body: item.title,
                          confirmLabel: t('remove'),
                          destructive: true,
                          onConfirm: () => void saving.run(remove, item.id, t('removed')),
                        })
                      }
                    >
                      <IconTrash size={16} aria-hidden />
                    </ActionIcon>
                  </Group>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

interface ItemFormProps {
  readonly item: MediaItem | null
  readonly save: Save<MediaItemEntry>
  readonly onSaved: () => void
}

/** A list of the system holds texts only; this one stands for a coder who has not judged. */
const NONE = 'none'

/** No tone is chosen beforehand. */
function ItemForm({ item, save, onSaved }: ItemFormProps) {
  const t = useTranslations('opinions.media')
  const [second, setSecond] = useState<Tone | null>(item?.toneSecond ?? null)
  const form = useEntryForm<MediaItemEntry>({
    shape: mediaItemShape,
    values: {
      outlet: item?.outlet ?? '',
      title: item?.title ?? '',
      publishedOn: item?.publishedOn ?? '',
      link: item?.link ?? '',
      reach: item?.reach ?? 'county',
      toneFirst: item?.toneFirst ?? ('' as Tone),
      toneSecond: item?.toneSecond ?? null,
    },
    save: (entry) => save({ ...entry, toneSecond: second }),
    onSaved,
    savedMessage: t('saved'),
  })
  const tones = TONES.map((value) => ({ value, label: t(`tones.${value}`) }))
  return (
    <EntryFormBox form={form} label={t('add')}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField form={form} name="outlet" label={t('outlet')} required maxLength={80} />
          <DateField form={form} name="publishedOn" label={t('publishedOn')} required />
        </SimpleGrid>
        <TextField form={form} name="title" label={t('pieceTitle')} required maxLength={200} />
        <TextField form={form} name="link" label={t('link')} description={t('linkHint')} maxLength={500} />
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <SelectField
            form={form}
            name="reach"
            label={t('reach')}
            choices={REACHES.map((value) => ({ value, label: t(`reaches.${value}`) }))}
          />
          <SelectField
            form={form}
            name="toneFirst"
            label={t('toneFirst')}
            required
            placeholder={t('notJudged')}
            choices={tones}
          />
          <SecondTone value={second} onChange={setSecond} tones={tones} />
        </SimpleGrid>
        <SubmitBar form={form} always />
      </Stack>
    </EntryFormBox>
  )
}

interface SecondToneProps {
  readonly value: Tone | null
  readonly onChange: (tone: Tone | null) => void
  readonly tones: readonly { readonly value: Tone; readonly label: string }[]
}

function SecondTone({ value, onChange, tones }: SecondToneProps) {
  const t = useTranslations('opinions.media')
  return (
    <NativeSelect
      label={t('toneSecond')}
      value={value ?? NONE}
      onChange={(event) => onChange(TONES.find((tone) => tone === event.currentTarget.value) ?? null)}
      data={[{ value: NONE, label: t('notJudged') }, ...tones]}
    />
  )
}
