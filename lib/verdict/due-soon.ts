/**
 * 近期到期: what runs out within the next days, over all parts of a case.
 *
 * A clock that is missed is a procedure that has to be begun again, and most are missed because nobody looked at the page
 * where they stand. Notices that end, lists and papers of a hearing that is announced, disputes and measures that fall
 * due, drills of the emergency plan. What is past its day already is a warning and not in this list.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import type { StepId } from '../assessment/steps.ts'
import { isOpen } from '../disputes/dispute.ts'
import { isPlan, nextDrill } from '../follow-up/emergency-plan.ts'
import { progressOf } from '../follow-up/measure-progress.ts'
import { readPreceding } from '../participation/notice-clock.ts'
import { schemeOf } from '../scheme/registry.ts'
import { addDays, daysBetween } from '../working-days.ts'
import { measuresOf } from './early-warning.ts'

export const DUE_KINDS = ['notice', 'hearing-list', 'hearing-papers', 'dispute', 'measure', 'drill'] as const
export type DueKind = (typeof DUE_KINDS)[number]

/** The page on which each is looked after. */
export const DUE_STEP = {
  notice: 'participation',
  'hearing-list': 'participation',
  'hearing-papers': 'participation',
  dispute: 'disputes',
  measure: 'follow-up',
  drill: 'follow-up',
} as const satisfies Record<DueKind, StepId>

/** Clocks that end within so many days are shown. */
export const CLOCK_DAYS = 10

export interface DueItem {
  readonly kind: DueKind
  /** Title, subject or description; empty for a drill. */
  readonly what: string
  /** YYYY-MM-DD, today or later. */
  readonly day: string
  readonly daysLeft: number
}

/** Lists and papers of hearings that are announced and not yet recorded as sent. */
function hearingClocks({ participation, schemeId }: CaseFile, today: string) {
  const { clocks } = schemeOf(schemeId)
  return participation.notices.flatMap(({ kind, state, title, eventOn }) => {
    if (kind !== 'hearing-notice' || state !== 'published' || eventOn === null || eventOn < today) return []
    const held = participation.consultations.find(
      (consultation) => consultation.kind === 'hearing' && consultation.heldOn === eventOn,
    )
    const waits = [
      { kind: 'hearing-list', clock: 'hearing-participants', sent: held?.listOn },
      { kind: 'hearing-papers', clock: 'hearing-papers', sent: held?.papersOn },
    ] as const
    return waits.flatMap(({ kind: waiting, clock: id, sent }) => {
      const clock = clocks.find((one) => one.id === id)
      if (!clock || sent) return []
      return [{ kind: waiting, what: title, day: readPreceding(clock, today, eventOn).lawfulDay }]
    })
  })
}

/** What runs out from today to `CLOCK_DAYS` days from now, the soonest first. @param today YYYY-MM-DD. */
export function dueSoon(caseFile: CaseFile, today: string): DueItem[] {
  const { participation, disputes, followUp, schemeId } = caseFile
  const plan = followUp.emergencyPlan
  const drill = isPlan(plan) ? nextDrill(plan, schemeOf(schemeId).reminders.drill.value) : null
  const all: readonly { readonly kind: DueKind; readonly what: string; readonly day: string | null }[] = [
    ...participation.notices
      .filter(({ state }) => state === 'published')
      .map(({ title, until }) => ({ kind: 'notice' as const, what: title, day: until })),
    ...hearingClocks(caseFile, today),
    ...disputes.disputes
      .filter(isOpen)
      .map(({ subject, deadline }) => ({ kind: 'dispute' as const, what: subject, day: deadline })),
    ...measuresOf(caseFile)
      .filter(({ factorId, measureId }) => {
        const { state } = progressOf(followUp.measures, factorId, measureId)
        return state === 'planned' || state === 'under-way'
      })
      .map(({ description, deadline }) => ({ kind: 'measure' as const, what: description, day: deadline })),
    { kind: 'drill', what: '', day: drill },
  ]
  const soon = addDays(today, CLOCK_DAYS)
  return all
    .flatMap(({ day, ...item }) =>
      day !== null && day >= today && day <= soon
        ? [{ ...item, day, daysLeft: daysBetween(today, day) }]
        : [],
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
