import type { Metadata } from 'next'
import { Content } from '../../../lib/ui/content.tsx'
import { PageHeader } from '../../../lib/ui/page-header.tsx'
import { PasswordForm } from '../../../lib/ui/password-form.tsx'
import { requireActor } from '../../_server/session.ts'
import { changePassword } from '../../_server/sign-in.ts'
import { translator } from '../../_server/translate.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('workbench'))('password.title') }
}

export default async function PasswordPage() {
  await requireActor()
  const t = await translator('workbench')
  return (
    <Content>
      <PageHeader title={t('password.title')} lead={t('password.lead')} />
      <PasswordForm change={changePassword} />
    </Content>
  )
}
