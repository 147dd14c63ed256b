import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { may } from '../../../../lib/assessment/access.ts'
import { Content } from '../../../../lib/ui/content.tsx'
import { PageHeader } from '../../../../lib/ui/page-header.tsx'
import { Trail } from '../../../../lib/ui/trail.tsx'
import { requireActor } from '../../../_server/session.ts'
import { translator } from '../../../_server/translate.ts'
import { NewMatter } from './new-matter.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('matter'))('newTitle') }
}

export default async function NewAssessmentPage() {
  if (!may(await requireActor(), 'edit')) redirect('/')
  const t = await translator('matter')
  const nav = await translator('workbench')
  return (
    <Content>
      <Trail places={[{ label: nav('nav.assessments'), href: '/' }, { label: t('newTitle') }]} />
      <PageHeader title={t('newTitle')} lead={t('newLead')} />
      <NewMatter />
    </Content>
  )
}
