import { notFound } from 'next/navigation'
import { readPaperBatches } from '../../../../../../../db/stores/paper.ts'
import { readOwnEntries } from '../../../../../../../db/stores/paper-entries.ts'
import { proveEditable } from '../../../../../../../lib/assessment/access.ts'
import { stepPath } from '../../../../../../../lib/assessment/paths.ts'
import { answerColumns } from '../../../../../../../lib/survey/paper/answer-table.ts'
import { EntryPanel } from '../../../../../../../lib/survey/paper/entry-panel.tsx'
import { PaperImport } from '../../../../../../../lib/survey/paper/paper-import.tsx'
import { serialText } from '../../../../../../../lib/survey/paper/serial.ts'
import { SettlePanel } from '../../../../../../../lib/survey/paper/settle-panel.tsx'
import { PageHeader } from '../../../../../../../lib/ui/page-header.tsx'
import { PageLink } from '../../../../../../../lib/ui/page-link.tsx'
import { database } from '../../../../../../_server/database.ts'
import { loadAssessment } from '../../../../../../_server/load.ts'
import { translator } from '../../../../../../_server/translate.ts'
import { discard, enter, importTable, lookAtBoth, lookAtTable, settle, withdraw } from './actions.ts'

export default async function PaperEntryPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, actor, may } = await loadAssessment((await params).id)
  const { id, survey } = caseFile
  if (survey?.state !== 'published' || !may.edit) notFound()
  const t = await translator('channels')
  const { read } = await database()
  const batches = await readPaperBatches(read, id)
  const editable = proveEditable(actor, id)
  const own = editable.ok ? await readOwnEntries(read, editable.value) : []
  return (
    <>
      <PageHeader
        title={t('entry.title')}
        lead={t('entry.lead')}
        actions={<PageLink href={`${stepPath(id, 'survey')}/channels`}>{t('title')}</PageLink>}
      />
      <EntryPanel
        questionnaire={survey.questionnaire}
        batches={batches}
        own={own.map(serialText)}
        enter={enter.bind(null, id)}
        withdraw={withdraw.bind(null, id)}
      />
      <SettlePanel
        questionnaire={survey.questionnaire}
        batches={batches}
        look={lookAtBoth.bind(null, id)}
        settle={settle.bind(null, id)}
        discard={discard.bind(null, id)}
      />
      <PaperImport
        columns={answerColumns(survey.questionnaire).map(({ heading }) => heading)}
        templateHref={`/api/assessments/${encodeURIComponent(id)}/prints/paper-answers.xlsx`}
        look={lookAtTable.bind(null, id)}
        save={importTable.bind(null, id)}
      />
    </>
  )
}
