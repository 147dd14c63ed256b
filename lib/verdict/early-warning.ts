/**
 * 预警: what, after the decision, says that the assessment no longer holds.
 *
 * Rules of plain arithmetic over the case: measures and disputes past their day, disputes nobody was charged with, disputes
 * that were closed without an agreement, disputes that come faster than before, disputes so serious or so large that the
 * matter has to be assessed anew, a second survey in which more people object than chance explains, and a level that no
 * longer holds because measures were not taken by their day. None of them changes a level; each names what it rests on, and
 * people decide. Closing a file silences nothing: a serious dispute warns
 * until it ends in an agreement. The windows are the workbench's own starting values.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import { lapsedMeasures } from '../assessment/procedure.ts'
import { isUnresolved, outcomeOf } from '../disputes/dispute.ts'
import { dueDisputes, waitingDisputes } from '../disputes/dispute-register.ts'
import { isPlan, nextDrill } from '../follow-up/emergency-plan.ts'
import { overdueMeasures, type PlannedMeasure } from '../follow-up/measure-progress.ts'
import { isWorse } from '../scheme/level-rules.ts'
import { schemeOf } from '../scheme/registry.ts'
import { SIGNIFICANCE, surveyChange } from '../survey/survey-change.ts'
import { levelsAfterMeasures } from './compute.ts'

export const WARNING_RULES = [
  'measures-overdue',
  'disputes-overdue',
  'disputes-waiting',
  'disputes-not-agreed',
  'disputes-growing',
  'drill-overdue',
  'serious-dispute',
  'mass-dispute',
  'opposition-rising',
  'level-not-kept',
] as const
export type WarningRule = (typeof WARNING_RULES)[number]

/** Rules on which the matter has to be assessed anew. */
export const REASSESSMENT_RULES: readonly WarningRule[] = [
  'serious-dispute',
  'mass-dispute',
  'opposition-rising',
  'level-not-kept',
]

export interface Warning {
  readonly rule: WarningRule
  readonly n: number
  /** What it rests on: measures or subjects of disputes. */
  readonly facts: readonly string[]
  readonly reassess: boolean
}

const WINDOW_DAYS = 30
/** Fewer new disputes than this are no trend. */
const FEWEST_NEW = 3

export interface NamedMeasure extends PlannedMeasure {
  readonly description: string
  readonly factorName: string
  readonly owner: string
  readonly helper: string
  readonly controlNode: string
  /** In fen. */
  readonly cost: number
  readonly evidence: string
}

/** All measures of the case, by factor. */
export function measuresOf({ factors }: Pick<CaseFile, 'factors'>): NamedMeasure[] {
  return factors.flatMap((factor) =>
    factor.measures.map(({ id, ...measure }) => ({
      ...measure,
      factorId: factor.id,
      factorName: factor.name,
      measureId: id,
    })),
  )
}

/** Percentages before and after, where opposition rose and chance does not explain it; empty otherwise. */
function risenOpposition({ earlierSurvey, survey }: CaseFile): string[] {
  if (!earlierSurvey || !survey?.tally) return []
  const { indices } = surveyChange(earlierSurvey, {
    questionnaire: survey.questionnaire,
    tally: survey.tally,
  })
  const opposition = indices.find(({ index }) => index === 'opposition')
  if (!opposition || opposition.difference <= 0 || opposition.p >= SIGNIFICANCE) return []
  const percent = ({ count, n }: { count: number; n: number }) => `${((count / n) * 100).toFixed(1)}%`
  return [`${percent(opposition.before)} → ${percent(opposition.after)}`]
}

/** The measures that lapsed, where the level is worse without them than it was promised; empty otherwise. */
function unkeptPromises(caseFile: CaseFile, today: string): string[] {
  const lapsed = lapsedMeasures(caseFile, today)
  if (lapsed.length === 0) return []
  const { residual, kept } = levelsAfterMeasures(caseFile, today)
  if (!residual.ok || !kept.ok || !isWorse(kept.value.level, residual.value.level)) return []
  return lapsed.map(({ description }) => description)
}

/** The day by which the plan was to be drilled again, where it has passed; empty otherwise. */
function overdueDrill({ followUp, schemeId }: CaseFile, today: string): string[] {
  if (!isPlan(followUp.emergencyPlan)) return []
  const due = nextDrill(followUp.emergencyPlan, schemeOf(schemeId).reminders.drill.value)
  return due !== null && due < today ? [due] : []
}

/** @param today YYYY-MM-DD. */
export function earlyWarnings(caseFile: CaseFile, today: string): Warning[] {
  const { disputes, followUp } = caseFile
  const { reminders } = schemeOf(caseFile.schemeId)
  const daysAgo = (day: string) => (Date.parse(today) - Date.parse(day)) / 86_400_000
  const registeredWithin = (from: number, to: number) =>
    disputes.disputes.filter(
      ({ registeredOn }) => daysAgo(registeredOn) >= from && daysAgo(registeredOn) < to,
    )
  const recent = registeredWithin(0, WINDOW_DAYS)
  const earlier = registeredWithin(WINDOW_DAYS, 2 * WINDOW_DAYS)
  const unresolved = disputes.disputes.filter(isUnresolved)
  const subjects = (some: readonly { readonly subject: string }[]) => some.map(({ subject }) => subject)
  const facts: Record<WarningRule, readonly string[]> = {
    'measures-overdue': overdueMeasures(measuresOf(caseFile), followUp.measures, today).map(
      ({ description }) => description,
    ),
    'disputes-overdue': dueDisputes(disputes, today)
      .filter(({ daysLeft }) => daysLeft < 0)
      .map(({ dispute }) => dispute.subject),
    'disputes-waiting': subjects(waitingDisputes(disputes, today, reminders.disputeReferral.value)),
    'disputes-not-agreed': subjects(
      disputes.disputes.filter((dispute) => outcomeOf(dispute) === 'not-agreed'),
    ),
    'drill-overdue': overdueDrill(caseFile, today),
    'disputes-growing': recent.length >= FEWEST_NEW && recent.length > earlier.length ? subjects(recent) : [],
    'serious-dispute': subjects(unresolved.filter(({ severity }) => severity === 'serious')),
    'opposition-rising': risenOpposition(caseFile),
    'level-not-kept': unkeptPromises(caseFile, today),
    'mass-dispute': subjects(unresolved.filter(({ size }) => size === '30-199' || size === '200+')),
  }
  return WARNING_RULES.filter((rule) => facts[rule].length > 0).map((rule) => ({
    rule,
    n: facts[rule].length,
    facts: facts[rule],
    reassess: REASSESSMENT_RULES.includes(rule),
  }))
}
