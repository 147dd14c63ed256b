/**
 * What the overview is made of: the few figures that it prints. A page is sent to the browser whole, so neither the case nor its
 * results are handed to it: both hold counts of few people.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import type { LevelVerdict } from '../risk/level.ts'
import { schemeOf } from '../scheme/registry.ts'
import type { ShareEstimate } from '../survey/shares.ts'
import type { Results, RiskStageResult } from './results.ts'

export interface StageHeadline {
  readonly index: number | null
  /** Null where there is no level yet. */
  readonly level: Pick<LevelVerdict, 'level' | 'decidingRules'> | null
  readonly dilution: LevelVerdict['level'] | null
}

export interface Overview extends Pick<Results, 'economics' | 'reservations' | 'verdict'> {
  readonly initial: StageHeadline
  readonly residual: StageHeadline
  readonly groups: CaseFile['groups']
  readonly schemeId: CaseFile['schemeId']
  readonly socialDiscountRate: number
  /** Of all groups together; null before a survey is closed, and where fewer than k answered. */
  readonly opposition: ShareEstimate | null
  readonly satisfaction: ShareEstimate | null
}

function stageOf({ index, level }: RiskStageResult): StageHeadline {
  if (!level.ok) return { index, level: null, dilution: null }
  const { level: risk, decidingRules, dilution } = level.value
  return { index, level: { level: risk, decidingRules }, dilution: dilution?.level ?? null }
}

export function overviewOf({ groups, schemeId, economics }: CaseFile, results: Results): Overview {
  const fewest = schemeOf(schemeId).suppressionK.value
  const shown = (index: 'opposition' | 'satisfaction') => {
    const estimate = results.survey?.indices[index].estimate ?? null
    return estimate && estimate.n >= fewest ? estimate : null
  }
  return {
    initial: stageOf(results.initial),
    residual: stageOf(results.residual),
    economics: results.economics,
    reservations: results.reservations,
    verdict: results.verdict,
    groups,
    schemeId,
    socialDiscountRate: economics.socialDiscountRate,
    opposition: shown('opposition'),
    satisfaction: shown('satisfaction'),
  }
}
