import { InboxList } from '../../../lib/approval/inbox-list.tsx'
import { Content } from '../../../lib/ui/content.tsx'
import { PageHeader } from '../../../lib/ui/page-header.tsx'
import { loadInbox } from '../../_server/load-inbox.ts'
import { requireActor } from '../../_server/session.ts'
import { translator } from '../../_server/translate.ts'

export async function generateMetadata() {
  return { title: (await translator('approval'))('inbox.title') }
}

export default async function InboxPage() {
  const { role } = await requireActor()
  const t = await translator('approval')
  return (
    <Content>
      <PageHeader title={t('inbox.title')} lead={t('inbox.lead')} />
      <InboxList items={await loadInbox()} role={role} />
    </Content>
  )
}
