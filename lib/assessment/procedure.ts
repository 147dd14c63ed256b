/**
 * 程序核查: which requirements of procedure the case does not meet, before any level is asked for.
 *
 * The public is told by a notice that has a clock, for as long as the clock says; a hearing is announced in time; disputes
 * are looked for before the decision; there is a plan for what may happen all the same; and what lowers a risk is somebody's
 * duty with a day. What of it withholds a verdict stands in the scheme, not here.
 */
import { isPlan } from '../follow-up/emergency-plan.ts'
import { hasLapsed, progressOf } from '../follow-up/measure-progress.ts'
import { hearingClocks, hearingLacksReason } from '../participation/consultation.ts'
import { type Notice, phaseOf } from '../participation/notice.ts'
import { readNoticeClock } from '../participation/notice-clock.ts'
import type { MeasureEntry, RiskFactor } from '../risk/factor.ts'
import { PROCEDURE_RULES, type ProcedureRule } from '../scheme/procedure-rule.ts'
import { schemeOf } from '../scheme/registry.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { caseDay } from './case-day.ts'
import type { CaseFile } from './case-file.ts'

/**
 * The requirements that are not met, in the order of PROCEDURE_RULES.
 * @param today YYYY-MM-DD; the day of the case, so that the same case gives the same answer in every year.
 */
export function brokenProcedure(caseFile: CaseFile, today = caseDay(caseFile)): ProcedureRule[] {
  const scheme = schemeOf(caseFile.schemeId)
  const { participation, disputes, followUp, factors } = caseFile
  const notices = noticeFaults(participation.notices, scheme, today)
  const hearings = participation.consultations.filter(({ kind }) => kind === 'hearing')
  const experts = participation.consultations.map((held) =>
    held.kind === 'experts' ? held.experts.length : 0,
  )
  const broken: Record<ProcedureRule, boolean> = {
    ...notices,
    'hearing-without-reason': hearings.some((held) => hearingLacksReason(scheme.clocks, held)),
    'hearing-shortened': hearings.some(
      (held) =>
        !hearingLacksReason(scheme.clocks, held) &&
        hearingClocks(scheme.clocks, held).some(({ reading }) => !reading?.met),
    ),
    'few-experts': Math.max(0, ...experts) < scheme.expertPanel.value,
    'no-screening': !disputes.rounds.some(({ stage }) => stage === 'before-decision'),
    'no-emergency-plan': !isPlan(followUp.emergencyPlan),
    'reduction-unfounded': factors.some(isUnfounded),
    'measures-lapsed': lapsedMeasures(caseFile, today).length > 0,
  }
  return PROCEDURE_RULES.filter((rule) => broken[rule])
}

type NoticeRule = Extract<ProcedureRule, 'no-notice' | `notice-${string}`>

function noticeFaults(
  all: readonly Notice[],
  { clocks, disclosure }: Scheme,
  today: string,
): Record<NoticeRule, boolean> {
  const notices = all.filter(({ state }) => state === 'published')
  const telling = notices.filter(({ kind }) => disclosure.notices.some((clock) => clock === kind))
  const short = notices.flatMap((notice) => {
    const reading = readNoticeClock(clocks, notice)
    if (!reading || reading.met) return []
    return [{ excused: reading.clock.mayBeShortened && notice.shortenedBecause.trim() !== '' }]
  })
  return {
    'no-notice': telling.length === 0,
    'notice-too-short': short.some(({ excused }) => !excused),
    'notice-shortened': short.some(({ excused }) => excused),
    'notice-running': telling.some((notice) => phaseOf(notice, today) !== 'ended'),
  }
}

/** A value that falls without a measure that somebody has to take by a day and can prove. */
function isUnfounded(factor: RiskFactor): boolean {
  const falls =
    factor.residualProbability < factor.initialProbability || factor.residualImpact < factor.initialImpact
  const owned = (measure: MeasureEntry) =>
    [measure.owner, measure.deadline, measure.evidence].every((part) => part.trim() !== '')
  return falls && !factor.measures.some(owned)
}

/** Measures whose day has passed without proof, and those given up: promises on which no level may rest any longer. */
export function lapsedMeasures({ factors, followUp }: CaseFile, today: string): MeasureEntry[] {
  return factors.flatMap((factor) =>
    factor.measures.filter((measure) =>
      hasLapsed(progressOf(followUp.measures, factor.id, measure.id), measure.deadline, today),
    ),
  )
}
