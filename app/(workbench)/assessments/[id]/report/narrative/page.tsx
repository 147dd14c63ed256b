import { NARRATIVE_IDS } from '../../../../../../lib/assessment/narrative.ts'
import { stepPath } from '../../../../../../lib/assessment/paths.ts'
import { fieldValues } from '../../../../../../lib/report/narrative/bound-fields.ts'
import { draftOf } from '../../../../../../lib/report/narrative/draft.ts'
import { NarrativeBoard } from '../../../../../../lib/report/narrative/narrative-board.tsx'
import { PageHeader } from '../../../../../../lib/ui/page-header.tsx'
import { PageLink } from '../../../../../../lib/ui/page-link.tsx'
import { loadAssessment, loadNarratives } from '../../../../../_server/load.ts'
import { translator } from '../../../../../_server/translate.ts'
import { lookAtHistory, saveNarrativeText } from './actions.ts'

export default async function NarrativePage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, results, may } = await loadAssessment((await params).id)
  const { id } = caseFile
  const states = await loadNarratives(id)
  const input = { caseFile, results }
  const t = await translator('narrative')
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<PageLink href={stepPath(id, 'report')}>{t('back')}</PageLink>}
      />
      <NarrativeBoard
        chapters={NARRATIVE_IDS.map((chapter) => ({
          id: chapter,
          text: states.get(chapter)?.text ?? '',
          version: states.get(chapter)?.version ?? 0,
          draft: draftOf(chapter, input),
        }))}
        fields={fieldValues(input)}
        readOnly={!may.edit}
        save={saveNarrativeText.bind(null, id)}
        history={lookAtHistory.bind(null, id)}
      />
    </>
  )
}
