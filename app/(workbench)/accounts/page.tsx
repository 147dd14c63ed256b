import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { listAccounts } from '../../../db/stores/accounts.ts'
import { proveAdministrator } from '../../../lib/assessment/access.ts'
import { AccountsTable } from '../../../lib/assessment/accounts-table.tsx'
import { Content } from '../../../lib/ui/content.tsx'
import { database } from '../../_server/database.ts'
import { requireActor } from '../../_server/session.ts'
import { translator } from '../../_server/translate.ts'
import { createAccountEntry, resetPasswordEntry, setDisabledEntry, setRoleEntry } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('accounts'))('title') }
}

export default async function AccountsPage() {
  const actor = await requireActor()
  const administrator = proveAdministrator(actor)
  if (!administrator.ok) notFound()
  const accounts = await listAccounts((await database()).read, administrator.value)
  return (
    <Content>
      <AccountsTable
        accounts={accounts}
        ownId={actor.id}
        create={createAccountEntry}
        setRole={setRoleEntry}
        setDisabled={setDisabledEntry}
        resetPassword={resetPasswordEntry}
      />
    </Content>
  )
}
