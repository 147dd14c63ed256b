'use client'

import { ActionIcon, Alert, Button, Group, Stack, Tooltip } from '@mantine/core'
import { IconLock, IconPlus, IconTrash, IconUsersGroup } from '@tabler/icons-react'
import { useFieldArray } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useConfirm } from '../ui/confirm.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { NumberField } from '../ui/form/number-field.tsx'
import { SelectField } from '../ui/form/select-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { type EntryForm, useEntryForm } from '../ui/form/use-entry-form.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import classes from './group-table.module.css'
import { type GroupTable, groupTableShape } from './group-table.ts'
import { GroupSheet, GroupTotalsLine } from './group-totals.tsx'
import type { StakeholderGroup } from './matter.ts'

/** Numbers start empty, not at zero: a zero that nobody typed would count as "nobody lives there". */
const BLANK_GROUP = {
  name: '',
  effect: 'direct' as const,
  households: null as unknown as number,
  persons: null as unknown as number,
}

/** The groups that a closed survey asked: they keep name and place. */
interface AskedGroups {
  readonly ids: readonly string[]
  /** That survey is the one that counts, so their sizes stay as well. */
  readonly counting: boolean
}

interface GroupRowProps {
  readonly form: EntryForm<GroupTable>
  readonly i: number
  readonly asked: AskedGroups
  readonly onRemove: () => void
}

function GroupRow({ form, i, asked, onRemove }: GroupRowProps) {
  const t = useTranslations('matter.groups')
  const { id, name } = form.methods.watch(`groups.${i}`)
  const surveyed = id !== undefined && asked.ids.includes(id)
  const weighs = surveyed && asked.counting
  return (
    <li className={classes.row}>
      <TextField
        form={form}
        name={`groups.${i}.name`}
        label={t('name')}
        placeholder={i === 0 ? t('namePlaceholder') : ''}
        maxLength={80}
        required
        locked={surveyed}
      />
      <SelectField
        form={form}
        name={`groups.${i}.effect`}
        label={t('effect')}
        choices={(['direct', 'indirect'] as const).map((value) => ({ value, label: t(value) }))}
        locked={weighs}
      />
      <NumberField
        form={form}
        name={`groups.${i}.households`}
        label={t('households')}
        required
        locked={weighs}
      />
      <NumberField form={form} name={`groups.${i}.persons`} label={t('persons')} required locked={weighs} />
      {surveyed ? (
        <Tooltip
          label={t(weighs ? 'weighs' : 'surveyed')}
          multiline
          maw={260}
          events={{ hover: true, focus: true, touch: true }}
        >
          <span className={classes.kept} role="img" aria-label={t(weighs ? 'weighs' : 'surveyed')}>
            <IconLock size={18} aria-hidden />
          </span>
        </Tooltip>
      ) : (
        <Tooltip label={t('remove')}>
          <ActionIcon
            className={classes.remove}
            variant="subtle"
            color="ink"
            size="lg"
            aria-label={t('removeNamed', { name: name || t('unnamed') })}
            onClick={onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  )
}

function GroupRows({ form, asked }: { form: EntryForm<GroupTable>; asked: AskedGroups }) {
  const t = useTranslations('matter.groups')
  const confirm = useConfirm()
  // `key`, because `id` is the group's own.
  const { fields, append, remove } = useFieldArray({
    control: form.control,
    name: 'groups',
    keyName: 'key',
  })
  const add = () => append(BLANK_GROUP, { shouldFocus: true, focusName: `groups.${fields.length}.name` })
  const ask = (i: number) => {
    const { name, households, persons } = form.methods.getValues(`groups.${i}`)
    if (!name && !households && !persons) return remove(i)
    confirm({
      title: t('removeTitle'),
      body: t('removeBody', {
        name: name || t('unnamed'),
        households: households ?? 0,
        persons: persons ?? 0,
      }),
      confirmLabel: t('remove'),
      destructive: true,
      onConfirm: () => remove(i),
    })
  }
  if (fields.length === 0) {
    return (
      <EmptyState
        icon={<IconUsersGroup size={40} stroke={1.4} aria-hidden />}
        title={t('emptyTitle')}
        action={
          <Button onClick={add} leftSection={<IconPlus size={17} aria-hidden />}>
            {t('addFirst')}
          </Button>
        }
      >
        {t('emptyBody')}
      </EmptyState>
    )
  }
  return (
    <div>
      <div className={classes.head} aria-hidden>
        <span>{t('name')}</span>
        <span>{t('effect')}</span>
        <span>{t('households')}</span>
        <span>{t('persons')}</span>
        <span />
      </div>
      <ol className={classes.rows}>
        {fields.map((field, i) => (
          <GroupRow key={field.key} form={form} i={i} asked={asked} onRemove={() => ask(i)} />
        ))}
      </ol>
      <Group justify="space-between" mt="sm">
        <Button
          variant="light"
          size="compact-md"
          onClick={add}
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {t('add')}
        </Button>
        <GroupTotalsLine groups={form.methods.watch('groups')} />
      </Group>
    </div>
  )
}

interface GroupTableFormProps {
  readonly groups: readonly StakeholderGroup[]
  readonly save: Save<GroupTable>
  readonly mayEdit: boolean
  /** A survey is open: its strata are these groups. */
  readonly locked: boolean
  readonly asked: AskedGroups
}

export function GroupTableForm({ groups, save, mayEdit, locked, asked }: GroupTableFormProps) {
  const t = useTranslations('matter.groups')
  const readOnly = !mayEdit || locked
  const form = useEntryForm({ shape: groupTableShape, values: { groups: [...groups] }, save, readOnly })
  return (
    <Panel id="groups" title={t('title')} description={t('lead')}>
      {readOnly ? (
        <Stack>
          {locked && (
            <Alert color="dai" icon={<IconLock aria-hidden />}>
              {t('locked')}
            </Alert>
          )}
          <GroupSheet groups={groups} />
        </Stack>
      ) : (
        <EntryFormBox form={form} label={t('title')}>
          <Stack gap="lg">
            {asked.ids.length > 0 && (
              <Alert color="dai" icon={<IconLock aria-hidden />}>
                {t(asked.counting ? 'askedCounting' : 'askedBefore')}
              </Alert>
            )}
            <GroupRows form={form} asked={asked} />
            {(form.dirty || groups.length > 0) && <SubmitBar form={form} label={t('save')} />}
          </Stack>
        </EntryFormBox>
      )}
    </Panel>
  )
}
