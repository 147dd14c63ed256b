/**
 * results = compute(caseFile): the whole method in one pure function.
 *
 * The same CaseFile gives the same Results on every machine and in every year, as long as the engine version is the
 * same; that is what lets a report be recomputed by somebody who does not trust it.
 */
import { caseDay } from '../assessment/case-day.ts'
import type { CaseFile } from '../assessment/case-file.ts'
import { brokenProcedure } from '../assessment/procedure.ts'
import { readSample } from '../assessment/sample-floors.ts'
import { concludeDimension, type DimensionConclusion } from '../dimensions/finding.ts'
import { DIMENSIONS, type Dimension } from '../dimensions/indicators.ts'
import { type Appraisal, type AppraisalRefusal, appraise } from '../economics/appraisal.ts'
import { simulateDefaultSpread } from '../economics/default-spread.ts'
import { distribute } from '../economics/distribution.ts'
import { appraiseFinances } from '../economics/financial-appraisal.ts'
import { hasLapsed, progressOf, provenShare } from '../follow-up/measure-progress.ts'
import { coverageOf } from '../participation/coverage.ts'
import { adoptionRegister } from '../participation/opinions/adoption-register.ts'
import type { Result } from '../result.ts'
import { compositeIndex, degreeOf, riskDegree, type ScoredFactor } from '../risk/composite-index.ts'
import type { RiskFactor } from '../risk/factor.ts'
import { judgeLevel, type LevelInput, type LevelVerdict } from '../risk/level.ts'
import { WEIGHT_TOLERANCE } from '../risk/weights/direct-weights.ts'
import { isWorse } from '../scheme/level-rules.ts'
import type { ProcedureRule } from '../scheme/procedure-rule.ts'
import { schemeOf } from '../scheme/registry.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { checkCredibility } from '../survey/credibility/check.ts'
import { type SurveyResults, surveyResults } from '../survey/results.ts'
import { credibilityEvidence } from './credibility-evidence.ts'
import { ENGINE_VERSION } from './engine-version.ts'
import { allowedDecisions } from './gate.ts'
import type { FactorResult, Missing, Results, RiskStageResult, Verdict } from './results.ts'
import { levelRobustness } from './robustness.ts'

type Stage = 'initial' | 'residual' | 'kept' | 'evidenced'

/**
 * A factor's value at a stage. The residual value is a promise; as kept and as evidenced it is
 * initial − s·(initial − residual), with s the share of the factor's measures that count. A value that measures raise is
 * never below the initial one.
 */
function valueAt(stage: Stage, initial: number, residual: number, counting: number): number {
  if (stage === 'initial') return initial
  if (stage === 'residual' || residual > initial) return residual
  return initial - counting * (initial - residual)
}

/** The share of a factor's measures that count: those proven, or those of which the day has not passed. */
function countingShare(
  { id, measures }: RiskFactor,
  stage: Stage,
  { followUp }: CaseFile,
  today: string,
): number {
  if (stage !== 'kept')
    return provenShare(
      id,
      measures.map((measure) => measure.id),
      followUp.measures,
    )
  const open = measures.filter(
    (measure) => !hasLapsed(progressOf(followUp.measures, id, measure.id), measure.deadline, today),
  )
  return measures.length === 0 ? 1 : open.length / measures.length
}

function scoredFactors(caseFile: CaseFile, stage: Stage, today: string): ScoredFactor[] {
  return caseFile.factors.map((factor) => {
    const counting = countingShare(factor, stage, caseFile, today)
    return {
      id: factor.id,
      name: factor.name,
      weight: factor.weight,
      probability: valueAt(stage, factor.initialProbability, factor.residualProbability, counting),
      impact: valueAt(stage, factor.initialImpact, factor.residualImpact, counting),
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

function levelInput(
  caseFile: CaseFile,
  stage: Stage,
  survey: SurveyResults | null,
  today = caseDay(caseFile),
): LevelInput {
  return {
    factors: scoredFactors(caseFile, stage, today),
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
  else if (caseFile.survey.state === 'closing') missing.push('survey-counting')
  else if (!survey || survey.responses === 0) missing.push('survey-empty')
  else if (!survey.indices.opposition.estimate) missing.push('opposition-item')
  if (survey && survey.responses > 0 && !readSample(caseFile)?.sufficient) missing.push('sample-insufficient')
  // A group that answered nothing and met nobody: named only where others were heard, or the survey says it already.
  if (survey && survey.responses > 0 && unheardGroups(caseFile).length > 0) missing.push('groups-unheard')
  if (!adoptionRegister(caseFile.participation).complete) missing.push('opinions-unanswered')
  if (!economics.ok) missing.push('economics')
  return missing
}

/** The faults of procedure by what the scheme makes of them. Levels that cannot be judged withhold the verdict by themselves. */
function procedureFaults(
  caseFile: CaseFile,
  scheme: Scheme,
  levels: Readonly<Record<'initial' | 'residual' | 'kept', Pick<RiskStageResult, 'level'>>>,
): { readonly withholding: ProcedureRule[]; readonly reservations: ProcedureRule[] } {
  const { initial, residual, kept } = levels
  const withholds = (rule: ProcedureRule): boolean => {
    const { withholds: when } = scheme.procedure[rule]
    switch (when) {
      case 'always':
        return true
      case 'never':
        return false
      case 'from-medium':
        return initial.level.ok && isWorse(initial.level.value.level, 'low')
      case 'if-level-rests-on-it':
        return (
          residual.level.ok && kept.level.ok && isWorse(kept.level.value.level, residual.level.value.level)
        )
      default:
        return when satisfies never
    }
  }
  const broken = brokenProcedure(caseFile)
  return { withholding: broken.filter(withholds), reservations: broken.filter((rule) => !withholds(rule)) }
}

/** The level after measures, as promised and without the measures that have lapsed by `today` (YYYY-MM-DD). */
export function levelsAfterMeasures(
  caseFile: CaseFile,
  today: string,
): Readonly<Record<'residual' | 'kept', Result<LevelVerdict>>> {
  const survey = closedSurvey(caseFile)
  const scheme = schemeOf(caseFile.schemeId)
  return {
    residual: judgeLevel(levelInput(caseFile, 'residual', survey, today), scheme),
    kept: judgeLevel(levelInput(caseFile, 'kept', survey, today), scheme),
  }
}

function closedSurvey({ survey }: CaseFile): SurveyResults | null {
  return survey?.tally ? surveyResults(survey.questionnaire, survey.tally) : null
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

/**
 * @param spreadOf may remember: the simulation is half of the work, and the economics stay as they are while factors and
 * findings are worked on.
 */
export function compute(caseFile: CaseFile, spreadOf = simulateDefaultSpread): Results {
  const scheme = schemeOf(caseFile.schemeId)
  const dimensions = Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, concludeDimension(dimension, caseFile.findings)]),
  ) as Record<Dimension, DimensionConclusion>
  const survey = closedSurvey(caseFile)
  const evidence = survey && credibilityEvidence(caseFile, survey)
  const flows = {
    years: [...caseFile.economics.years],
    socialDiscountRate: caseFile.economics.socialDiscountRate,
  }
  const economics: Result<Appraisal, AppraisalRefusal> = appraise(flows)
  const weightSum = caseFile.factors.reduce((sum, factor) => sum + factor.weight, 0)
  const initial = stageResult(caseFile, 'initial', survey, scheme)
  const residual = stageResult(caseFile, 'residual', survey, scheme)
  const kept = levelOf(levelInput(caseFile, 'kept', survey), scheme)
  const faults = procedureFaults(caseFile, scheme, { initial, residual, kept })
  const missing = [...missingParts(caseFile, dimensions, weightSum, survey, economics), ...faults.withholding]
  return {
    engineVersion: ENGINE_VERSION,
    dimensions,
    factors: factorResults(caseFile, scheme),
    weightSum,
    initial,
    residual,
    kept,
    evidenced: levelOf(levelInput(caseFile, 'evidenced', survey), scheme),
    survey,
    credibility: evidence && checkCredibility(evidence),
    economics,
    economicRisk: spreadOf(flows),
    financial: appraiseFinances({ years: caseFile.economics.years, basis: caseFile.economics.financial }),
    distribution: distribute(flows, caseFile.economics.shares, caseFile.groups),
    reservations: faults.reservations,
    verdict: verdictOf(missing, dimensions, initial, residual, economics, scheme),
  }
}
