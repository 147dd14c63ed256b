import { notFound } from 'next/navigation'
import { dayOf } from '../../../../../../db/stores/day.ts'
import { stepPath } from '../../../../../../lib/assessment/paths.ts'
import { CATALOGUES } from '../../../../../../lib/risk/catalogues/registry.ts'
import { riskFactorShape } from '../../../../../../lib/risk/factor.ts'
import { sumOfWeights } from '../../../../../../lib/risk/weight-proposal.ts'
import { schemeOf } from '../../../../../../lib/scheme/registry.ts'
import { PageHeader } from '../../../../../../lib/ui/page-header.tsx'
import { loadAssessment } from '../../../../../_server/load.ts'
import { saveFactorEntry } from '../actions.ts'
import { FactorEditor } from '../factor-editor.tsx'

interface Props {
  readonly params: Promise<{ id: string; factorId: string }>
}

export default async function FactorPage({ params }: Props) {
  const { id, factorId } = await params
  const { caseFile, may } = await loadAssessment(id)
  const factor = caseFile.factors.find((candidate) => candidate.id === factorId)
  if (!factor) notFound()
  const others = caseFile.factors.filter((candidate) => candidate !== factor)
  return (
    <>
      <PageHeader title={factor.name} lead={factor.category} />
      <FactorEditor
        key={factor.id}
        factor={riskFactorShape.parse(factor)}
        categories={CATALOGUES['reference-46'].categories.map(({ name }) => name.zh)}
        otherWeights={sumOfWeights(others.map(({ weight }) => weight))}
        scheme={schemeOf(caseFile.schemeId)}
        today={dayOf(new Date())}
        backHref={stepPath(id, 'risks')}
        readOnly={!may.score}
        save={saveFactorEntry.bind(null, id, caseFile.version, factor.id)}
      />
    </>
  )
}
