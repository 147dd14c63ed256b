'use client'

import { ActionIcon, Alert, Badge, Button, Menu, Modal, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconAlertTriangle,
  IconDots,
  IconKey,
  IconUserCog,
  IconUserOff,
  IconUserPlus,
  IconUserShield,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { AppLink } from '../ui/app-link.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { type Refusal, useRefusalText } from '../ui/form/refusal-text.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Save } from '../ui/save.ts'
import type {
  Disabling,
  ListedAccount,
  NewAccountEntry,
  PasswordIssued,
  PasswordReset,
  RoleChange,
} from './account.ts'
import { type Issued, IssuedPassword, NewAccountForm, RoleForm } from './account-forms.tsx'
import classes from './accounts-table.module.css'

const UNREACHED = { ok: false, reason: 'unexpected' } as const

interface AccountsTableProps {
  readonly accounts: readonly ListedAccount[]
  /** The account of the person who looks at the page: nobody locks themselves out. */
  readonly ownId: string
  readonly create: (entry: NewAccountEntry) => Promise<PasswordIssued>
  readonly setRole: Save<RoleChange>
  readonly setDisabled: Save<Disabling>
  readonly resetPassword: (entry: PasswordReset) => Promise<PasswordIssued>
}

interface AccountMenuProps {
  readonly account: ListedAccount
  readonly onRole: () => void
  readonly onDisabled: () => void
  readonly onReset: () => void
}

function AccountMenu({ account, onRole, onDisabled, onReset }: AccountMenuProps) {
  const t = useTranslations('accounts')
  return (
    <Menu position="bottom-end" width={180} withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="ink"
          size="lg"
          aria-label={t('actionsFor', { name: account.name })}
        >
          <IconDots size={19} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUserCog size={17} aria-hidden />} onClick={onRole}>
          {t('changeRole')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKey size={17} aria-hidden />} onClick={onReset}>
          {t('resetPassword')}
        </Menu.Item>
        <Menu.Item
          leftSection={
            account.disabled ? (
              <IconUserShield size={17} aria-hidden />
            ) : (
              <IconUserOff size={17} aria-hidden />
            )
          }
          onClick={onDisabled}
        >
          {account.disabled ? t('enable') : t('disable')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

export function AccountsTable({
  accounts,
  ownId,
  create,
  setRole,
  setDisabled,
  resetPassword,
}: AccountsTableProps) {
  const t = useTranslations('accounts')
  const roles = useTranslations('workbench.roles')
  const confirm = useConfirm()
  const refusalText = useRefusalText()
  const [creating, setCreating] = useState(false)
  const [roleOf, setRoleOf] = useState<ListedAccount | null>(null)
  const [issued, setIssued] = useState<Issued | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const askDisabled = (account: ListedAccount) => {
    const disabled = !account.disabled
    confirm({
      title: t(disabled ? 'disableTitle' : 'enableTitle', { name: account.name }),
      body: t(disabled ? 'disableBody' : 'enableBody'),
      confirmLabel: t(disabled ? 'disable' : 'enable'),
      destructive: disabled,
      onConfirm: async () => {
        const answer = await setDisabled({ userId: account.id, disabled }).catch(() => UNREACHED)
        setRefusal(answer.ok ? null : answer)
        if (answer.ok) {
          notifications.show({ message: t(disabled ? 'disabledSaved' : 'enabledSaved'), color: 'pine' })
        }
      },
    })
  }

  const askReset = (account: ListedAccount) =>
    confirm({
      title: t('resetTitle', { name: account.name }),
      body: t('resetBody'),
      confirmLabel: t('resetPassword'),
      destructive: true,
      onConfirm: async () => {
        const answer = await resetPassword({ userId: account.id }).catch(() => UNREACHED)
        setRefusal(answer.ok ? null : answer)
        if (answer.ok) {
          setIssued({ name: account.name, username: account.username, password: answer.password })
        }
      },
    })

  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <Button leftSection={<IconUserPlus size={17} aria-hidden />} onClick={() => setCreating(true)}>
            {t('create')}
          </Button>
        }
      />
      {refusal && (
        <Alert color="cinnabar" icon={<IconAlertTriangle aria-hidden />} role="alert" mb="md">
          {refusalText(refusal)}
        </Alert>
      )}
      <div className={classes.sheet}>
        <Table className={classes.table} verticalSpacing="sm" horizontalSpacing="lg">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('columns.name')}</Table.Th>
              <Table.Th>{t('columns.username')}</Table.Th>
              <Table.Th>{t('columns.role')}</Table.Th>
              <Table.Th>{t('columns.state')}</Table.Th>
              <Table.Th className={classes.actions}>{t('columns.actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {accounts.map((account) => (
              <Table.Tr key={account.id} data-disabled={account.disabled}>
                <Table.Td>
                  <strong>{account.name}</strong>
                  {account.id === ownId && (
                    <Text component="span" size="xs" c="ink.6" ml={8}>
                      {t('you')}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{account.username}</Table.Td>
                <Table.Td>{roles(account.role)}</Table.Td>
                <Table.Td>
                  <Badge
                    variant={account.disabled ? 'outline' : 'light'}
                    color={account.disabled ? 'ink.6' : 'pine'}
                  >
                    {account.disabled ? t('disabled') : t('active')}
                  </Badge>
                </Table.Td>
                <Table.Td className={classes.actions}>
                  {account.id === ownId ? (
                    <AppLink href="/password">{t('ownPassword')}</AppLink>
                  ) : (
                    <AccountMenu
                      account={account}
                      onRole={() => setRoleOf(account)}
                      onDisabled={() => askDisabled(account)}
                      onReset={() => askReset(account)}
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Modal
        opened={creating}
        onClose={() => setCreating(false)}
        closeOnClickOutside={false}
        title={t('create')}
      >
        <NewAccountForm
          create={create}
          onIssued={(made) => {
            setCreating(false)
            setIssued(made)
          }}
        />
      </Modal>
      <Modal
        opened={roleOf !== null}
        onClose={() => setRoleOf(null)}
        title={t('roleForm.title', { name: roleOf?.name ?? '' })}
      >
        {roleOf && <RoleForm account={roleOf} save={setRole} onSaved={() => setRoleOf(null)} />}
      </Modal>
      <IssuedPassword issued={issued} onClose={() => setIssued(null)} />
    </>
  )
}
