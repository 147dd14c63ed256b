/**
 * 全局视图: all assessments of an office at once, and what a single one cannot show.
 *
 * An office that has never found anything but low risk either chooses easy matters or does not look. No single report
 * betrays it; the row of them does. The view counts levels over time, lists what is about to be late, and says plainly
 * when every level so far is low, with the chance of that if the office met risks as often as others were stopped for.
 * It looks at assessments, never at the people who made them.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import { stepsOf } from '../assessment/steps.ts'
import { dueDisputes } from '../disputes/dispute-register.ts'
import { overdueMeasures } from '../follow-up/measure-progress.ts'
import type { AllMessages } from '../messages/zh-CN.ts'
import { adoptionRegister } from '../participation/opinions/adoption-register.ts'
import type { RiskLevel } from '../risk/level.ts'
import { proportionInterval } from '../statistics/proportion-intervals.ts'
import { type DueItem, dueSoon } from '../verdict/due-soon.ts'
import { earlyWarnings, measuresOf, type Warning } from '../verdict/early-warning.ts'
import type { Results } from '../verdict/results.ts'

/** Below this many levels, all of them low is no pattern. */
export const FEWEST_LEVELS = 5

/** 58 of 3,389 assessments in one province were suspended (DOMAIN notes of this project cite the published report). */
export const SUSPENDED_SHARE = 58 / 3389

/** Where the newest frozen version stands on its way. */
export interface OfficeStage {
  readonly state: keyof AllMessages['approval']['states']
  /** The case was changed since, and the approval no longer covers it. */
  readonly voided: boolean
}

export interface OfficeRow {
  readonly id: string
  readonly title: string
  readonly createdOn: string
  readonly level: RiskLevel | null
  readonly verdictGiven: boolean
  readonly stepsDone: number
  readonly stepsTotal: number
  /** Null until a version was frozen. */
  readonly stage: OfficeStage | null
  readonly opinions: number
  readonly answered: number
  readonly overdueMeasures: number
  readonly overdueDisputes: number
  /** What runs out soon, the soonest first. */
  readonly due: readonly DueItem[]
  readonly warnings: readonly Warning[]
}

export interface OfficeView {
  readonly rows: readonly OfficeRow[]
  /** Levels of real assessments by the quarter they were begun in, the first quarter first. */
  readonly quarters: readonly {
    readonly quarter: string
    readonly levels: Readonly<Record<RiskLevel, number>>
  }[]
  readonly answeredShare: number | null
  /** Null unless there are enough levels and all of them are low. */
  readonly onlyLow: {
    readonly n: number
    /** (1 − 58/3,389)ⁿ: the chance of it for an office that is stopped as often as that province's were. */
    readonly chance: number
    /** Upper end of the exact 95 % interval (Clopper–Pearson) of the share of matters that are not low. */
    readonly atMost: number
  } | null
}

export function officeRow(
  caseFile: CaseFile,
  results: Results,
  stage: OfficeStage | null,
  today: string,
): OfficeRow {
  const { residual, verdict } = results
  const register = adoptionRegister(caseFile.participation)
  const steps = stepsOf(caseFile)
  return {
    id: caseFile.id,
    title: caseFile.matter.title,
    createdOn: caseFile.createdOn,
    level: residual.level.ok ? residual.level.value.level : null,
    verdictGiven: verdict.status === 'given',
    stepsDone: steps.filter(({ state }) => state === 'done').length,
    stepsTotal: steps.length,
    stage,
    opinions: register.opinions,
    answered: register.answered,
    overdueMeasures: overdueMeasures(measuresOf(caseFile), caseFile.followUp.measures, today).length,
    overdueDisputes: dueDisputes(caseFile.disputes, today).filter(({ daysLeft }) => daysLeft < 0).length,
    due: dueSoon(caseFile, today),
    warnings: earlyWarnings(caseFile, today),
  }
}

const quarterOf = (day: string) => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** @param rows of real assessments; worked examples do not belong in it. */
export function officeView(rows: readonly OfficeRow[]): OfficeView {
  const levels = rows.flatMap(({ level, createdOn }) => (level === null ? [] : [{ level, createdOn }]))
  const quarters = [...new Set(levels.map(({ createdOn }) => quarterOf(createdOn)))].sort()
  const opinions = rows.reduce((sum, row) => sum + row.opinions, 0)
  const answered = rows.reduce((sum, row) => sum + row.answered, 0)
  const n = levels.length
  const allLow = n >= FEWEST_LEVELS && levels.every(({ level }) => level === 'low')
  const interval = allLow ? proportionInterval(0, n, { method: 'clopper-pearson' }) : null
  return {
    rows,
    quarters: quarters.map((quarter) => {
      const within = levels.filter(({ createdOn }) => quarterOf(createdOn) === quarter)
      const of = (level: RiskLevel) => within.filter((one) => one.level === level).length
      return { quarter, levels: { low: of('low'), medium: of('medium'), high: of('high') } }
    }),
    answeredShare: opinions === 0 ? null : answered / opinions,
    onlyLow: interval?.ok ? { n, chance: (1 - SUSPENDED_SHARE) ** n, atMost: interval.value.high } : null,
  }
}
