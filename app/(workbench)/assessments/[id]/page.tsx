import { dayOf } from '../../../../db/stores/day.ts'
import { OverviewHeader } from '../../../../lib/assessment/overview-header.tsx'
import { stepsOf } from '../../../../lib/assessment/steps.ts'
import { TaskList } from '../../../../lib/assessment/task-list.tsx'
import { CaseHeadline } from '../../../../lib/verdict/case-headline.tsx'
import { DuePanel } from '../../../../lib/verdict/due-list.tsx'
import { dueSoon } from '../../../../lib/verdict/due-soon.ts'
import { earlyWarnings } from '../../../../lib/verdict/early-warning.ts'
import { KeyFigures } from '../../../../lib/verdict/key-figures.tsx'
import { WarningList } from '../../../../lib/verdict/warning-list.tsx'
import { loadAssessment } from '../../../_server/load.ts'

export default async function OverviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, results } = await loadAssessment((await params).id)
  const today = dayOf(new Date())
  // As long as something is missing, what to do next comes before the numbers.
  const given = results.verdict.status === 'given'
  return (
    <>
      <OverviewHeader caseFile={caseFile} />
      <CaseHeadline assessmentId={caseFile.id} results={results} />
      <WarningList warnings={earlyWarnings(caseFile, today)} />
      <DuePanel assessmentId={caseFile.id} items={dueSoon(caseFile, today)} />
      {given && <KeyFigures caseFile={caseFile} results={results} />}
      <TaskList assessmentId={caseFile.id} steps={stepsOf(caseFile)} />
      {!given && <KeyFigures caseFile={caseFile} results={results} />}
    </>
  )
}
