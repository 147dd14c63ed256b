'use client'

import { Button, Group, Modal, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { IconPlus, IconRadar2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Day } from '../ui/day.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DateField } from '../ui/form/date-field.tsx'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { SelectField } from '../ui/form/select-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextAreaField, TextField } from '../ui/form/text-field.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import type { Reasoned, RoundSaveEntry } from './dispute-board-props.ts'
import {
  type DisputeRegister,
  ROUND_STAGES,
  type RoundEntry,
  type RoundStage,
  roundShape,
  type ScreeningRound,
} from './dispute-register.ts'
import { ReasonForm } from './reason-form.tsx'

interface RoundPanelProps {
  readonly register: DisputeRegister
  readonly today: string
  readonly save: Save<RoundSaveEntry>
  readonly strike: Save<Reasoned>
  readonly readOnly: boolean
}

/** The rounds in the order of time, each with what it found. */
export function RoundPanel({ register, today, save, strike, readOnly }: RoundPanelProps) {
  const t = useTranslations('disputes.rounds')
  const stages = useTranslations('disputes.stages')
  const struck = useTranslations('disputes.strike')
  const [editing, setEditing] = useState<ScreeningRound | 'new' | null>(null)
  const [striking, setStriking] = useState<ScreeningRound | null>(null)
  return (
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
      {register.rounds.length === 0 ? (
        <EmptyState icon={<IconRadar2 size={44} aria-hidden />} title={t('emptyTitle')}>
          {t('emptyBody')}
        </EmptyState>
      ) : (
        <Table.ScrollContainer
          minWidth={640}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('title') } }}
        >
          <Table fz="sm" verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('stage')}</Table.Th>
                <Table.Th>{t('from')}</Table.Th>
                <Table.Th>{t('to')}</Table.Th>
                <Table.Th>{t('area')}</Table.Th>
                <Table.Th>{t('office')}</Table.Th>
                <Table.Th>{t('manner')}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {register.rounds.map((round) => (
                <Table.Tr key={round.id}>
                  <Table.Td>{stages(round.stage)}</Table.Td>
                  <Table.Td>
                    <Day value={round.from} />
                  </Table.Td>
                  <Table.Td>
                    <Day value={round.to} />
                  </Table.Td>
                  <Table.Td>{round.area}</Table.Td>
                  <Table.Td>{round.office}</Table.Td>
                  <Table.Td>{round.manner}</Table.Td>
                  <Table.Td>
                    <Group gap="xs" wrap="nowrap" justify="flex-end">
                      <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
                        {t('found', {
                          n: register.disputes.filter(({ roundId }) => roundId === round.id).length,
                        })}
                      </Text>
                      {!readOnly && (
                        <>
                          <Button size="compact-xs" variant="subtle" onClick={() => setEditing(round)}>
                            {t('change')}
                          </Button>
                          <Button
                            size="compact-xs"
                            variant="subtle"
                            color="cinnabar"
                            onClick={() => setStriking(round)}
                          >
                            {struck('round')}
                          </Button>
                        </>
                      )}
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {editing && (
        <Modal opened onClose={() => setEditing(null)} title={t('add')} size="lg">
          <RoundForm
            round={editing === 'new' ? null : editing}
            today={today}
            save={save}
            onSaved={() => setEditing(null)}
          />
        </Modal>
      )}
      {striking && (
        <Modal opened onClose={() => setStriking(null)} title={struck('title', { what: striking.area })}>
          <ReasonForm
            id={striking.id}
            title={struck('title', { what: striking.area })}
            body={struck('body')}
            label={struck('reason')}
            action={struck('action')}
            done={struck('done')}
            save={strike}
            onSaved={() => setStriking(null)}
          />
        </Modal>
      )}
    </Panel>
  )
}

interface RoundFormProps {
  readonly round: ScreeningRound | null
  readonly today: string
  readonly save: Save<RoundSaveEntry>
  readonly onSaved: () => void
}

function RoundForm({ round, today, save, onSaved }: RoundFormProps) {
  const t = useTranslations('disputes.rounds')
  const stages = useTranslations('disputes.stages')
  const form = useEntryForm<RoundEntry>({
    shape: roundShape(today),
    values: {
      stage: round?.stage ?? ('' as RoundStage),
      area: round?.area ?? '',
      office: round?.office ?? '',
      from: round?.from ?? '',
      to: round?.to ?? '',
      manner: round?.manner ?? '',
    },
    save: (entry) => save({ ...entry, roundId: round?.id ?? null }),
    onSaved,
    savedMessage: t('saved'),
  })
  return (
    <EntryFormBox form={form} label={t('add')}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <SelectField
            form={form}
            name="stage"
            label={t('stage')}
            required
            placeholder={t('chooseStage')}
            choices={ROUND_STAGES.map((value) => ({ value, label: stages(value) }))}
          />
          <DateField form={form} name="from" label={t('from')} latest={today} required />
          <DateField
            form={form}
            name="to"
            label={t('to')}
            description={t('toHint')}
            latest={today}
            required
          />
        </SimpleGrid>
        <TextField form={form} name="area" label={t('area')} required maxLength={120} />
        <TextField form={form} name="office" label={t('office')} required maxLength={120} />
        <TextAreaField
          form={form}
          name="manner"
          label={t('manner')}
          description={t('mannerHint')}
          maxLength={1000}
        />
        <SubmitBar form={form} />
      </Stack>
    </EntryFormBox>
  )
}
