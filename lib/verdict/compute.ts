/**
 * results = compute(caseFile): the whole method in one pure function.
 *
 * The same CaseFile gives the same Results on every machine and in every year, as long as the engine version is the
 * same; that is what lets a report be recomputed by somebody who does not trust it.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import { concludeDimension, type DimensionConclusion } from '../dimensions/finding.ts'
import { DIMENSIONS, type Dimension } from '../dimensions/indicators.ts'
import { type Appraisal, type AppraisalRefusal, appraise } from '../economics/appraisal.ts'
import { provenShare } from '../follow-up/measure-progress.ts'
import { coverageOf } from '../participation/coverage.ts'
import { adoptionRegister } from '../participation/opinions/adoption-register.ts'
import type { Result } from '../result.ts'
import { compositeIndex, degreeOf, riskDegree, type ScoredFactor } from '../risk/composite-index.ts'
import { judgeLevel, type LevelInput } from '../risk/level.ts'
import { WEIGHT_TOLERANCE } from '../risk/weights/direct-weights.ts'
import { schemeOf } from '../scheme/registry.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { checkCredibility } from '../survey/credibility/check.ts'
import { type SurveyResults, surveyResults } from '../survey/results.ts'
import { credibilityEvidence } from './credibility-evidence.ts'
import { ENGINE_VERSION } from './engine-version.ts'
import { allowedDecisions } from './gate.ts'
import type { FactorResult, Missing, Results, RiskStageResult, Verdict } from './results.ts'
import { levelRobustness } from './robustness.ts'

type Stage = 'initial' | 'residual' | 'evidenced'

/**
 * A factor's value at a stage. The residual value is a promise; as evidenced it is initial − s·(initial − residual), with s
 * the share of the factor's measures that are proven. A value that measures raise is never below the initial one.
 */
function valueAt(stage: Stage, initial: number, residual: number, proven: number): number {
  if (stage === 'initial') return initial
  if (stage === 'residual' || residual > initial) return residual
  return initial - proven * (initial - residual)
}

function scoredFactors(caseFile: CaseFile, stage: Stage): ScoredFactor[] {
  return caseFile.factors.map((factor) => {
    const measureIds = factor.measures.map(({ id }) => id)
    const proven = provenShare(factor.id, measureIds, caseFile.followUp.measures)
    return {
      id: factor.id,
      name: factor.name,
      weight: factor.weight,
      probability: valueAt(stage, factor.initialProbability, factor.residualProbability, proven),
      impact: valueAt(stage, factor.initialImpact, factor.residualImpact, proven),
    }
  })
}

function oppositionOf(caseFile: CaseFile, survey: SurveyResults | null): LevelInput['opposition'] {
  const overall = survey?.indices.opposition.estimate
  if (!survey || !overall) return null
  return {
    overall: { opposed: overall.count, valid: overall.n },
    strata: survey.oppositionByGroup
      .filter((group) => group.valid > 0)
      .map((group) => ({
        name: caseFile.groups.find((candidate) => candidate.id === group.groupId)?.name ?? group.groupId,
        opposed: group.opposed,
        valid: group.valid,
      })),
  }
}

function levelInput(caseFile: CaseFile, stage: Stage, survey: SurveyResults | null): LevelInput {
  return {
    factors: scoredFactors(caseFile, stage),
    opposition: oppositionOf(caseFile, survey),
    expectedEventPersons: caseFile.expectedEventPersons,
    directConditions: caseFile.directConditions,
  }
}

function levelOf(input: LevelInput, scheme: Scheme): Omit<RiskStageResult, 'robustness'> {
  const index = compositeIndex(input.factors)
  return { index: index.ok ? index.value : null, level: judgeLevel(input, scheme) }
}

function stageResult(
  caseFile: CaseFile,
  stage: 'initial' | 'residual',
  survey: SurveyResults | null,
  scheme: Scheme,
): RiskStageResult {
  const input = levelInput(caseFile, stage, survey)
  return { ...levelOf(input, scheme), robustness: levelRobustness(caseFile, stage, input, scheme) }
}

function factorResults(caseFile: CaseFile, scheme: Scheme): FactorResult[] {
  return caseFile.factors.map((factor) => {
    const initialDegree = riskDegree(factor.initialProbability, factor.initialImpact)
    const residualDegree = riskDegree(factor.residualProbability, factor.residualImpact)
    return {
      factorId: factor.id,
      initialDegree,
      initialBand: degreeOf(initialDegree, scheme),
      residualDegree,
      residualBand: degreeOf(residualDegree, scheme),
    }
  })
}

function unheardGroups({ groups, participation, survey }: CaseFile) {
  return coverageOf(groups, participation.consultations, survey?.responsesByGroup ?? {}).unheard
}

/** What the verdict rests on and does not have. */
function missingParts(
  caseFile: CaseFile,
  dimensions: Readonly<Record<Dimension, DimensionConclusion>>,
  weightSum: number,
  survey: SurveyResults | null,
  economics: Result<Appraisal>,
): Missing[] {
  const missing: Missing[] = []
  if (caseFile.groups.length === 0) missing.push('groups')
  if (DIMENSIONS.some((dimension) => dimensions[dimension].conclusion === 'incomplete'))
    missing.push('dimensions')
  if (caseFile.factors.length === 0) missing.push('factors')
  else if (Math.abs(weightSum - 1) > WEIGHT_TOLERANCE) missing.push('weights')
  if (caseFile.expectedEventPersons === null) missing.push('event-size')
  if (!caseFile.survey || caseFile.survey.state === 'draft') missing.push('survey')
  else if (caseFile.survey.state === 'published') missing.push('survey-open')
  else if (!survey || survey.responses === 0) missing.push('survey-empty')
  else if (!survey.indices.opposition.estimate) missing.push('opposition-item')
  // A group that answered nothing and met nobody: named only where others were heard, or the survey says it already.
  if (survey && survey.responses > 0 && unheardGroups(caseFile).length > 0) missing.push('groups-unheard')
  if (!adoptionRegister(caseFile.participation).complete) missing.push('opinions-unanswered')
  if (!economics.ok) missing.push('economics')
  return missing
}

function verdictOf(
  missing: readonly Missing[],
  dimensions: Readonly<Record<Dimension, DimensionConclusion>>,
  initial: RiskStageResult,
  residual: RiskStageResult,
  economics: Result<Appraisal>,
  scheme: Scheme,
): Verdict {
  if (missing.length > 0 || !initial.level.ok || !residual.level.ok || !economics.ok) {
    return { status: 'cannot-be-given', missing }
  }
  const level = residual.level.value.level
  const economic = economics.value.verdict
  const allowed = allowedDecisions(level, economic, scheme)
  if (!allowed.ok) return { status: 'cannot-be-given', missing }
  const failedDimensions = DIMENSIONS.filter((dimension) => dimensions[dimension].conclusion === 'fails')
  return {
    status: 'given',
    initialLevel: initial.level.value.level,
    level,
    economic,
    // A matter that fails one of the four tests may not go ahead as it is, whatever its level.
    decisions:
      failedDimensions.length === 0
        ? allowed.value
        : allowed.value.filter((decision) => decision === 'defer' || decision === 'reject'),
    failedDimensions,
  }
}

export function compute(caseFile: CaseFile): Results {
  const scheme = schemeOf(caseFile.schemeId)
  const dimensions = Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, concludeDimension(dimension, caseFile.findings)]),
  ) as Record<Dimension, DimensionConclusion>
  const survey = caseFile.survey?.tally
    ? surveyResults(caseFile.survey.questionnaire, caseFile.survey.tally)
    : null
  const evidence = survey && credibilityEvidence(caseFile, survey)
  const economics: Result<Appraisal, AppraisalRefusal> = appraise({
    years: [...caseFile.economics.years],
    socialDiscountRate: caseFile.economics.socialDiscountRate,
  })
  const weightSum = caseFile.factors.reduce((sum, factor) => sum + factor.weight, 0)
  const initial = stageResult(caseFile, 'initial', survey, scheme)
  const residual = stageResult(caseFile, 'residual', survey, scheme)
  const missing = missingParts(caseFile, dimensions, weightSum, survey, economics)
  return {
    engineVersion: ENGINE_VERSION,
    dimensions,
    factors: factorResults(caseFile, scheme),
    weightSum,
    initial,
    residual,
    evidenced: levelOf(levelInput(caseFile, 'evidenced', survey), scheme),
    survey,
    credibility: evidence && checkCredibility(evidence),
    economics,
    verdict: verdictOf(missing, dimensions, initial, residual, economics, scheme),
  }
}
