import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { stepsOf } from '../../../../lib/assessment/steps.ts'
import { loadAssessment } from '../../../_server/load.ts'
import { FrameAtPath } from './frame-at-path.tsx'

interface Props {
  readonly params: Promise<{ id: string }>
  readonly children: ReactNode
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { caseFile } = await loadAssessment((await params).id)
  return { title: caseFile.matter.title }
}

export default async function AssessmentLayout({ params, children }: Props) {
  const { caseFile } = await loadAssessment((await params).id)
  return (
    <FrameAtPath
      assessmentId={caseFile.id}
      title={caseFile.matter.title}
      example={caseFile.example}
      steps={stepsOf(caseFile)}
    >
      {children}
    </FrameAtPath>
  )
}
