import { surveyedGroups } from '../../../../../db/stores/survey-history.ts'
import { DeleteAssessment } from '../../../../../lib/assessment/delete-assessment.tsx'
import { GroupImportPanel } from '../../../../../lib/assessment/group-import-panel.tsx'
import { GroupTableForm } from '../../../../../lib/assessment/group-table-form.tsx'
import { MatterForm } from '../../../../../lib/assessment/matter-form.tsx'
import { SchemeForm } from '../../../../../lib/assessment/scheme-form.tsx'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { database } from '../../../../_server/database.ts'
import { isFrozen, loadAssessment } from '../../../../_server/load.ts'
import { translator } from '../../../../_server/translate.ts'
import {
  importGroups,
  lookAtGroups,
  removeAssessment,
  saveGroups,
  saveMatterEntry,
  saveSchemeChoice,
} from './actions.ts'

export default async function MatterPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, may } = await loadAssessment((await params).id)
  const { id, version, survey } = caseFile
  const t = await translator('matter')
  const locked = survey?.state === 'published' || survey?.state === 'closing'
  const asked = await surveyedGroups((await database()).read, id)
  const responses = Object.values(survey?.responsesByGroup ?? {}).reduce((sum, count) => sum + count, 0)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <MatterForm
        matter={caseFile.matter}
        save={saveMatterEntry.bind(null, id, version)}
        mayEdit={may.edit}
      />
      <SchemeForm
        schemeId={caseFile.schemeId}
        examined={caseFile.directConditions !== null}
        save={saveSchemeChoice.bind(null, id, version)}
        readOnly={!may.edit}
      />
      <GroupTableForm
        groups={caseFile.groups}
        save={saveGroups.bind(null, id, version)}
        mayEdit={may.edit}
        locked={locked}
        asked={{ ids: [...asked], counting: survey?.state === 'closed' }}
      />
      {may.edit && !locked && (
        <GroupImportPanel
          templateHref={`/api/assessments/${encodeURIComponent(id)}/sampling/groups.xlsx`}
          look={lookAtGroups.bind(null, id)}
          save={importGroups.bind(null, id, version)}
        />
      )}
      {may.edit && (
        <DeleteAssessment
          title={caseFile.matter.title}
          contents={{
            groups: caseFile.groups.length,
            findings: caseFile.findings.length,
            factors: caseFile.factors.length,
            responses,
          }}
          frozen={await isFrozen(id)}
          remove={removeAssessment.bind(null, id, version)}
        />
      )}
    </>
  )
}
