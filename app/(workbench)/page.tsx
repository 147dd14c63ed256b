import type { Metadata } from 'next'
import { may } from '../../lib/assessment/access.ts'
import { AssessmentList } from '../../lib/assessment/assessment-list.tsx'
import { Content } from '../../lib/ui/content.tsx'
import { listAssessments } from '../_server/load.ts'
import { requireActor } from '../_server/session.ts'
import { translator } from '../_server/translate.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('workbench'))('list.title') }
}

export default async function AssessmentsPage() {
  const actor = await requireActor()
  return (
    <Content>
      <AssessmentList assessments={await listAssessments()} mayCreate={may(actor, 'edit')} />
    </Content>
  )
}
