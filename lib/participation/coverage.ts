/**
 * 征求意见覆盖情况: which group was reached by which way.
 *
 * A total of two hundred people heard hides that nobody asked the tenants. So the matrix has a row for every group and a
 * column for every way, and an empty cell stays empty in plain sight. A notice only tells; heard is who could speak: in
 * the survey, on a visit, at a meeting or at a hearing.
 */
import { type Consultation, type ConsultationKind, HEARING_RESIDENTS } from './consultation.ts'

export const COVERAGE_CHANNELS = ['survey', ...HEARING_RESIDENTS] as const
export type CoverageChannel = 'survey' | Extract<ConsultationKind, (typeof HEARING_RESIDENTS)[number]>

export interface CoverageRow {
  readonly groupId: string
  readonly name: string
  readonly effect: 'direct' | 'indirect'
  readonly persons: number
  /** Persons heard; in the survey, answers. One person may be heard by several ways, so rows have no sum. */
  readonly heard: Readonly<Record<CoverageChannel, number>>
  readonly anyHeard: boolean
}

export interface Coverage {
  readonly rows: readonly CoverageRow[]
  /** Groups that nobody heard by any way, those directly affected first. */
  readonly unheard: readonly CoverageRow[]
}

interface CoveredGroup {
  readonly id: string
  readonly name: string
  readonly effect: 'direct' | 'indirect'
  readonly persons: number
}

/** @param answers survey answers by group id. */
export function coverageOf(
  groups: readonly CoveredGroup[],
  consultations: readonly Consultation[],
  answers: Readonly<Record<string, number>>,
): Coverage {
  const rows = groups.map(({ id, name, effect, persons }): CoverageRow => {
    const at = (kind: ConsultationKind) =>
      consultations
        .filter((consultation) => consultation.kind === kind)
        .flatMap(({ counts }) => counts.filter(({ groupId }) => groupId === id))
        .reduce((sum, count) => sum + count.persons, 0)
    const heard = {
      survey: answers[id] ?? 0,
      visit: at('visit'),
      meeting: at('meeting'),
      hearing: at('hearing'),
    }
    return { groupId: id, name, effect, persons, heard, anyHeard: Object.values(heard).some((n) => n > 0) }
  })
  const unheard = rows
    .filter((row) => !row.anyHeard)
    .toSorted((a, b) => Number(a.effect === 'indirect') - Number(b.effect === 'indirect'))
  return { rows, unheard }
}
