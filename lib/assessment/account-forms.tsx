'use client'

import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { SelectField } from '../ui/form/select-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import type { Save } from '../ui/save.ts'
import { ROLES, type Role } from './access.ts'
import {
  type ListedAccount,
  type NewAccountEntry,
  newAccountShape,
  type PasswordIssued,
  type RoleChange,
  roleChangeShape,
} from './account.ts'
import classes from './accounts-table.module.css'

/** A password just made, and whose it is. */
export interface Issued {
  readonly name: string
  readonly username: string
  readonly password: string
}

function useRoleChoices() {
  const roles = useTranslations('workbench.roles')
  return ROLES.map((value) => ({ value, label: roles(value) }))
}

function RoleHint({ role }: { role: Role | undefined }) {
  const t = useTranslations('accounts.roleHints')
  return (
    <Text size="sm" c="ink.6" role="status">
      {role && t(role)}
    </Text>
  )
}

interface NewAccountFormProps {
  readonly create: (entry: NewAccountEntry) => Promise<PasswordIssued>
  readonly onIssued: (issued: Issued) => void
}

export function NewAccountForm({ create, onIssued }: NewAccountFormProps) {
  const t = useTranslations('accounts.form')
  const choices = useRoleChoices()
  const form = useEntryForm({
    shape: newAccountShape,
    // No role beforehand: the one that is preset would be given to everybody.
    values: { username: '', name: '', role: '' as Role },
    save: async (entry) => {
      const answer = await create(entry)
      if (answer.ok) onIssued({ name: entry.name, username: entry.username, password: answer.password })
      return answer
    },
    savedMessage: null,
  })
  const role = useWatch({ control: form.control, name: 'role' })
  return (
    <EntryFormBox form={form} label={t('submit')}>
      <Stack gap="md">
        <TextField
          form={form}
          name="username"
          label={t('username')}
          description={t('usernameHint')}
          required
        />
        <TextField form={form} name="name" label={t('name')} description={t('nameHint')} required />
        <SelectField
          form={form}
          name="role"
          label={t('role')}
          placeholder={t('choose')}
          choices={choices}
          required
        />
        <RoleHint role={ROLES.find((candidate) => candidate === role)} />
        <SubmitBar form={form} label={t('submit')} always />
      </Stack>
    </EntryFormBox>
  )
}

interface RoleFormProps {
  readonly account: ListedAccount
  readonly save: Save<RoleChange>
  readonly onSaved: () => void
}

export function RoleForm({ account, save, onSaved }: RoleFormProps) {
  const t = useTranslations('accounts')
  const choices = useRoleChoices()
  const form = useEntryForm({
    shape: roleChangeShape,
    values: { userId: account.id, role: account.role },
    save,
    onSaved,
    savedMessage: t('roleForm.saved'),
  })
  const role = useWatch({ control: form.control, name: 'role' })
  return (
    <EntryFormBox form={form} label={t('roleForm.title', { name: account.name })}>
      <Stack gap="md">
        <SelectField form={form} name="role" label={t('form.role')} choices={choices} />
        <RoleHint role={role} />
        <SubmitBar form={form} label={t('roleForm.submit')} />
      </Stack>
    </EntryFormBox>
  )
}

/** Shows a new password once. It closes by its button only: a stray click beside it must not lose the password. */
export function IssuedPassword({ issued, onClose }: { issued: Issued | null; onClose: () => void }) {
  const t = useTranslations('accounts.issued')
  return (
    <Modal
      opened={issued !== null}
      onClose={onClose}
      title={t('title', { name: issued?.name ?? '' })}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      {issued && (
        <Stack gap="md">
          <Text size="sm">{t('body')}</Text>
          <dl className={classes.issued}>
            <dt>{t('username')}</dt>
            <dd>
              <Code fz="md">{issued.username}</Code>
            </dd>
            <dt>{t('password')}</dt>
            <dd>
              <Code fz="md">{issued.password}</Code>
            </dd>
          </dl>
          <Group justify="space-between">
            <CopyButton value={issued.password}>
              {({ copied, copy }) => (
                <Button
                  variant="light"
                  onClick={copy}
                  leftSection={
                    copied ? <IconCheck size={17} aria-hidden /> : <IconCopy size={17} aria-hidden />
                  }
                >
                  {copied ? t('copied') : t('copy')}
                </Button>
              )}
            </CopyButton>
            <Button onClick={onClose} data-autofocus>
              {t('done')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
