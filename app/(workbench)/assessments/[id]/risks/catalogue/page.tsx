import { redirect } from 'next/navigation'
import { stepPath } from '../../../../../../lib/assessment/paths.ts'
import { CATALOGUES } from '../../../../../../lib/risk/catalogues/registry.ts'
import { sumOfWeights } from '../../../../../../lib/risk/weight-proposal.ts'
import { schemeOf } from '../../../../../../lib/scheme/registry.ts'
import { PageHeader } from '../../../../../../lib/ui/page-header.tsx'
import { loadAssessment } from '../../../../../_server/load.ts'
import { translator } from '../../../../../_server/translate.ts'
import { addFactors } from '../actions.ts'
import { CatalogueChoice } from './catalogue-choice.tsx'

export default async function CataloguePage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, may } = await loadAssessment((await params).id)
  const { id, version, factors } = caseFile
  const backHref = stepPath(id, 'risks')
  if (!may.score) redirect(backHref)
  const t = await translator('risk')
  return (
    <>
      <PageHeader title={t('catalogue.title')} />
      <CatalogueChoice
        catalogue={CATALOGUES['reference-46']}
        present={factors.flatMap(({ catalogueId }) => catalogueId ?? [])}
        otherWeights={sumOfWeights(factors.map(({ weight }) => weight))}
        scheme={schemeOf(caseFile.schemeId)}
        save={addFactors.bind(null, id, version)}
        backHref={backHref}
      />
    </>
  )
}
