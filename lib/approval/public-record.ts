/**
 * What everybody may look up by the code of a report: the figures that were frozen and what became of the version. Enough to see
 * that the paper in one's hand says the same; nothing that is not on that paper.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import type { EconomicVerdict } from '../economics/appraisal.ts'
import type { RiskLevel } from '../risk/level.ts'
import type { Decision } from '../scheme/decision-gate.ts'
import type { Results } from '../verdict/results.ts'

export interface PublicFigures {
  readonly title: string
  readonly assessor: string
  readonly decisionBody: string
  readonly schemeId: string
  readonly initialIndex: number | null
  readonly initialLevel: RiskLevel | null
  readonly residualIndex: number | null
  readonly residualLevel: RiskLevel | null
  readonly responses: number
  readonly opposition: { readonly count: number; readonly n: number } | null
  readonly economic: EconomicVerdict | null
  readonly enpvFen: number | null
  readonly ebcr: number | null
  readonly allowed: readonly Decision[]
  readonly merkleRoot: string | null
}

export function publicFigures({ matter, schemeId, survey }: CaseFile, results: Results): PublicFigures {
  const { initial, residual, economics, verdict } = results
  const opposition = results.survey?.indices.opposition.estimate
  return {
    title: matter.title,
    assessor: matter.assessor,
    decisionBody: matter.decisionBody,
    schemeId,
    initialIndex: initial.index,
    initialLevel: initial.level.ok ? initial.level.value.level : null,
    residualIndex: residual.index,
    residualLevel: residual.level.ok ? residual.level.value.level : null,
    responses: results.survey?.responses ?? 0,
    opposition: opposition ? { count: opposition.count, n: opposition.n } : null,
    economic: economics.ok ? economics.value.verdict : null,
    enpvFen: economics.ok ? economics.value.enpvFen : null,
    ebcr: economics.ok
      ? (economics.value.criteria.find(({ criterion }) => criterion === 'ebcr')?.value ?? null)
      : null,
    allowed: verdict.status === 'given' ? verdict.decisions : [],
    merkleRoot: survey?.merkleRoot ?? null,
  }
}
