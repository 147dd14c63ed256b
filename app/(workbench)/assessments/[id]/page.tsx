import { dayOf } from '../../../../db/stores/day.ts'
import { OverviewHeader } from '../../../../lib/assessment/overview-header.tsx'
import { stepsOf } from '../../../../lib/assessment/steps.ts'
import { TaskList } from '../../../../lib/assessment/task-list.tsx'
import { CaseHeadline } from '../../../../lib/verdict/case-headline.tsx'
import { DuePanel } from '../../../../lib/verdict/due-list.tsx'
import { dueSoon } from '../../../../lib/verdict/due-soon.ts'
import { earlyWarnings } from '../../../../lib/verdict/early-warning.ts'
import { KeyFigures } from '../../../../lib/verdict/key-figures.tsx'
import { overviewOf } from '../../../../lib/verdict/overview.ts'
import { WarningList } from '../../../../lib/verdict/warning-list.tsx'
import { loadAssessment } from '../../../_server/load.ts'

export default async function OverviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, results } = await loadAssessment((await params).id)
  const today = dayOf(new Date())
  // As long as something is missing, what to do next comes before the numbers.
  const overview = overviewOf(caseFile, results)
  const { matter, example, version, createdOn } = caseFile
  const given = results.verdict.status === 'given'
  return (
    <>
      <OverviewHeader caseFile={{ matter, example, version, createdOn }} />
      <CaseHeadline assessmentId={caseFile.id} overview={overview} />
      <WarningList warnings={earlyWarnings(caseFile, today)} />
      <DuePanel assessmentId={caseFile.id} items={dueSoon(caseFile, today)} />
      {given && <KeyFigures overview={overview} />}
      <TaskList assessmentId={caseFile.id} steps={stepsOf(caseFile)} />
      {!given && <KeyFigures overview={overview} />}
    </>
  )
}
