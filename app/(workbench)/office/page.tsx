import { OfficeBoard } from '../../../lib/office/office-board.tsx'
import { Content } from '../../../lib/ui/content.tsx'
import { PageHeader } from '../../../lib/ui/page-header.tsx'
import { loadOffice } from '../../_server/load.ts'
import { translator } from '../../_server/translate.ts'

export async function generateMetadata() {
  return { title: (await translator('office'))('title') }
}

export default async function OfficePage() {
  const t = await translator('office')
  return (
    <Content>
      <PageHeader title={t('title')} lead={t('lead')} />
      <OfficeBoard view={await loadOffice()} />
    </Content>
  )
}
