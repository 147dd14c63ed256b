'use client'

import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useDay } from '../../ui/day.tsx'
import { EntryFormBox } from '../../ui/form/entry-form-box.tsx'
import { NumberField } from '../../ui/form/number-field.tsx'
import { RadioField } from '../../ui/form/select-field.tsx'
import { SubmitBar } from '../../ui/form/submit-bar.tsx'
import { useEntryForm } from '../../ui/form/use-entry-form.tsx'
import type { Save } from '../../ui/save.ts'
import {
  type ChannelGroup,
  type CodeBatchFacts,
  type LeftOverEntry,
  leftOverShape,
  VOID_REASONS,
  type VoidEntry,
  voidEntryShape,
} from './code-entry.ts'

interface CodeBatchesProps {
  readonly groups: readonly ChannelGroup[]
  readonly batches: readonly CodeBatchFacts[]
  readonly open: boolean
  readonly readOnly: boolean
  readonly voidBatch: Save<VoidEntry>
  readonly countLeftOver: Save<LeftOverEntry>
}

interface Asked {
  readonly what: 'void' | 'count'
  readonly batch: CodeBatchFacts
}

const NUMBER = { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } as const

/** What was printed, what of it is still in the house, and what was made void. How many were used is told of no batch. */
export function CodeBatches(props: CodeBatchesProps) {
  const { groups, batches, open, readOnly } = props
  const t = useTranslations('channels.codes')
  const dayOf = useDay()
  const narrow = useMediaQuery('(max-width: 48em)')
  const [asked, setAsked] = useState<Asked | null>(null)
  return (
    <>
      <Table.ScrollContainer
        minWidth={560}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('title') } }}
      >
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('batch')}</Table.Th>
              <Table.Th>{t('group')}</Table.Th>
              <Table.Th style={NUMBER}>{t('issued')}</Table.Th>
              <Table.Th style={NUMBER}>{t('leftOver')}</Table.Th>
              {!readOnly && <Table.Td />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {batches.map((batch) => (
              <Table.Tr key={batch.batchId}>
                <Table.Td>
                  {batch.label}
                  <Text size="xs" c="ink.6">
                    {t('madeOn', { day: dayOf(batch.createdOn) })}
                    {batch.validThrough !== null && t('goodThrough', { day: dayOf(batch.validThrough) })}
                  </Text>
                  {batch.voidedOn !== null && batch.voidReason !== null && (
                    <Text size="xs" c="cinnabar.7">
                      {t('voidedOn', {
                        day: dayOf(batch.voidedOn),
                        reason: t(`voidReasons.${batch.voidReason}`),
                      })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{groups.find(({ id }) => id === batch.groupId)?.name}</Table.Td>
                <Table.Td style={NUMBER}>{batch.issued.toLocaleString('en')}</Table.Td>
                <Table.Td style={NUMBER}>
                  {batch.leftOver === null ? t('notCounted') : batch.leftOver.toLocaleString('en')}
                </Table.Td>
                {!readOnly && (
                  <Table.Td>
                    <Group gap={4} justify="flex-end" wrap="nowrap">
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        onClick={() => setAsked({ what: 'count', batch })}
                      >
                        {t('countLeftOver')}
                      </Button>
                      {open && (
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          color="cinnabar"
                          disabled={batch.voidedOn !== null}
                          onClick={() => setAsked({ what: 'void', batch })}
                        >
                          {t('void')}
                        </Button>
                      )}
                    </Group>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={asked && t(asked.what === 'void' ? 'voidTitle' : 'countTitle', { label: asked.batch.label })}
        fullScreen={narrow ?? false}
      >
        {asked?.what === 'void' && <VoidForm {...props} batch={asked.batch} onSaved={() => setAsked(null)} />}
        {asked?.what === 'count' && (
          <LeftOverForm {...props} batch={asked.batch} onSaved={() => setAsked(null)} />
        )}
      </Modal>
    </>
  )
}

interface BatchFormProps extends CodeBatchesProps {
  readonly batch: CodeBatchFacts
  readonly onSaved: () => void
}

function VoidForm({ batch, voidBatch, onSaved }: BatchFormProps) {
  const t = useTranslations('channels.codes')
  const form = useEntryForm({
    shape: voidEntryShape,
    // Nothing is chosen before somebody chooses.
    values: { batchId: batch.batchId, reason: '' as VoidEntry['reason'] },
    save: voidBatch,
    savedMessage: t('voidedDone'),
    onSaved,
  })
  return (
    <EntryFormBox form={form} label={t('voidTitle', { label: batch.label })}>
      <Stack gap="md">
        <Text size="sm">{t('voidBody')}</Text>
        <RadioField
          form={form}
          name="reason"
          label={t('voidReason')}
          choices={VOID_REASONS.map((value) => ({ value, label: t(`voidReasons.${value}`) }))}
          required
        />
        <SubmitBar form={form} label={t('void')} />
      </Stack>
    </EntryFormBox>
  )
}

function LeftOverForm({ batch, countLeftOver, onSaved }: BatchFormProps) {
  const t = useTranslations('channels.codes')
  const form = useEntryForm({
    shape: leftOverShape,
    values: { batchId: batch.batchId, leftOver: batch.leftOver },
    save: countLeftOver,
    savedMessage: t('countedDone'),
    onSaved,
  })
  return (
    <EntryFormBox form={form} label={t('countTitle', { label: batch.label })}>
      <Stack gap="md">
        <Text size="sm">{t('countBody', { issued: batch.issued })}</Text>
        <NumberField form={form} name="leftOver" label={t('leftOver')} description={t('leftOverHint')} />
        <SubmitBar form={form} label={t('countSave')} />
      </Stack>
    </EntryFormBox>
  )
}
