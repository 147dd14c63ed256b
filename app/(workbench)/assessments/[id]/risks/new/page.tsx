import { redirect } from 'next/navigation'
import { dayOf } from '../../../../../../db/stores/day.ts'
import { stepPath } from '../../../../../../lib/assessment/paths.ts'
import { CATALOGUES } from '../../../../../../lib/risk/catalogues/registry.ts'
import { sumOfWeights } from '../../../../../../lib/risk/weight-proposal.ts'
import { schemeOf } from '../../../../../../lib/scheme/registry.ts'
import { PageHeader } from '../../../../../../lib/ui/page-header.tsx'
import { loadAssessment } from '../../../../../_server/load.ts'
import { translator } from '../../../../../_server/translate.ts'
import { saveFactorEntry } from '../actions.ts'
import { FactorEditor } from '../factor-editor.tsx'

export default async function NewFactorPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, may } = await loadAssessment((await params).id)
  const { id, version, factors } = caseFile
  const backHref = stepPath(id, 'risks')
  if (!may.score) redirect(backHref)
  const t = await translator('risk')
  return (
    <>
      <PageHeader title={t('form.newTitle')} />
      <FactorEditor
        factor={null}
        categories={CATALOGUES['reference-46'].categories.map(({ name }) => name.zh)}
        otherWeights={sumOfWeights(factors.map(({ weight }) => weight))}
        scheme={schemeOf(caseFile.schemeId)}
        today={dayOf(new Date())}
        backHref={backHref}
        readOnly={false}
        save={saveFactorEntry.bind(null, id, version, null)}
      />
    </>
  )
}
