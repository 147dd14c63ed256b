/**
 * 样本是否足够: the answers of a closed survey against the scheme's floors.
 *
 * The sampling plan declares what kind of matter it is, before anybody has answered. Without a declaration the floors that
 * the scheme sets for the undeclared hold, and whoever has announced that land is taken is held to the floor for land,
 * whatever the plan says.
 */
import type { NoticeKind } from '../participation/notice.ts'
import { schemeOf } from '../scheme/registry.ts'
import type { SamplingMatter } from '../scheme/sampling-floor.ts'
import { type AppliedFloor, appliedFloors, reached } from '../survey/sampling/floors.ts'
import { planInForce } from '../survey/sampling/sampling-record.ts'
import type { CaseFile } from './case-file.ts'

export interface FloorReading extends AppliedFloor {
  /** Answers that came in from the groups the floor is about. */
  readonly received: number
  readonly met: boolean
}

export interface SampleReading {
  /** What kinds of matter the floors are for. */
  readonly matters: readonly SamplingMatter[]
  /** False where the plan declares no kind, or there is no plan. */
  readonly declared: boolean
  readonly floors: readonly FloorReading[]
  /** Fewer answers than k, a floor that is not met, or no frame of those directly affected to hold one against. */
  readonly sufficient: boolean
}

const TAKES_LAND: readonly NoticeKind[] = ['land-pre-notice', 'compensation-plan-notice']

/** Null until a survey is closed. */
export function readSample(caseFile: CaseFile): SampleReading | null {
  const { survey, sampling, groups, matter, participation, schemeId } = caseFile
  if (survey?.state !== 'closed') return null
  const { samplingFloors, undeclaredMatters, suppressionK } = schemeOf(schemeId)
  const chosen = planInForce(sampling)?.entry.matters ?? []
  const declared = chosen.length > 0
  const takesLand = participation.notices.some(
    ({ kind, state }) => state !== 'draft' && TAKES_LAND.includes(kind),
  )
  const matters = [
    ...new Set([
      ...(declared ? chosen : undeclaredMatters[matter.kind]),
      ...(takesLand ? ['land' as const] : []),
    ]),
  ]
  const floors = appliedFloors(samplingFloors, matters, groups).map((applied): FloorReading => {
    const received = reached(applied, (groupId) => survey.responsesByGroup[groupId] ?? 0)
    return { ...applied, received, met: received >= applied.needed }
  })
  const direct = (effect: string) => effect === 'direct'
  const asked = samplingFloors.some(({ matter: of, effect }) => direct(effect) && matters.includes(of))
  const framed = floors.some(({ floor }) => direct(floor.effect))
  const answers = Object.values(survey.responsesByGroup).reduce((sum, n) => sum + n, 0)
  return {
    matters,
    declared,
    floors,
    sufficient: answers >= suppressionK.value && floors.every(({ met }) => met) && (framed || !asked),
  }
}
