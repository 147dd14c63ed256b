/**
 * 版本差异: what changed between two states of a case, inputs first, then the figures that follow. Whoever approves a second
 * version reads this first.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import type { Results } from '../verdict/results.ts'
import { type FigureValue, figuresOf } from './bundle/figures.ts'
import { type KeyFigure, type KeyFigureName, keyFigures } from './key-figures.ts'
import { EMPTY, leavesOf, type Stop } from './leaves.ts'

export interface ChangedValue {
  /** The way to the value within its part of the case. */
  readonly trail: readonly Stop[]
  /** Undefined: was not there. */
  readonly before: FigureValue | undefined
  readonly after: FigureValue | undefined
}

export interface ChangedFigure {
  readonly name: KeyFigureName
  readonly of: string | null
  readonly before: KeyFigure['value'] | undefined
  readonly after: KeyFigure['value'] | undefined
}

/** What identifies a case or counts its changes; everything else is compared. */
type NotCompared = 'id' | 'version' | 'createdOn' | 'example'
export type DifferencePart = Exclude<keyof CaseFile, NotCompared>

/** In the order of the report. A part that is added to the case does not compile until it stands here. */
const POSITION = {
  matter: 0,
  schemeId: 1,
  groups: 2,
  participation: 3,
  findings: 4,
  dimensionComments: 5,
  factors: 6,
  expertPanel: 7,
  expectedEventPersons: 8,
  directConditions: 9,
  sampling: 10,
  custody: 11,
  survey: 12,
  earlierSurvey: 13,
  economics: 14,
  disputes: 15,
  followUp: 16,
  narratives: 17,
} as const satisfies Record<DifferencePart, number>

export const DIFFERENCE_PARTS = (Object.keys(POSITION) as DifferencePart[]).sort(
  (a, b) => POSITION[a] - POSITION[b],
)

export interface Difference {
  /** Inputs by the part of the case they belong to; parts without a change are left out. */
  readonly inputs: readonly { readonly part: DifferencePart; readonly changes: readonly ChangedValue[] }[]
  readonly figures: readonly ChangedFigure[]
  /** Figures of the results that changed beside those. */
  readonly further: number
}

export interface CompareState {
  readonly caseFile: CaseFile
  readonly results: Results
}

/** Through JSON, as a frozen version has been: what is undefined is not there. */
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

function changedValues(before: unknown, after: unknown): ChangedValue[] {
  const [was, is] = [leavesOf(stored(before)), leavesOf(stored(after))]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)]
    if (old && now && Object.is(old.value, now.value)) return []
    // A list that got its first member, or lost its last: the member tells it.
    if ((old?.value === EMPTY && !now) || (now?.value === EMPTY && !old)) return []
    const trail = (now ?? old)?.trail ?? []
    // The id of a member that came or went says nothing that its other values do not.
    const last = trail.at(-1)
    if (trail.length > 1 && last?.kind === 'field' && last.key === 'id') return []
    return [{ trail, before: old?.value, after: now?.value }]
  })
}

function changedFigures(before: CompareState, after: CompareState): ChangedFigure[] {
  const keyed = ({ caseFile, results }: CompareState) =>
    new Map(keyFigures(caseFile, results).map((figure) => [`${figure.name} ${figure.of ?? ''}`, figure]))
  const [was, is] = [keyed(before), keyed(after)]
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const figure = is.get(key) ?? was.get(key)
    const [old, now] = [was.get(key)?.value, is.get(key)?.value]
    return figure && !Object.is(old, now)
      ? [{ name: figure.name, of: figure.of, before: old, after: now }]
      : []
  })
}

function changedCount(before: unknown, after: unknown): number {
  const [was, is] = [figuresOf(stored(before)), figuresOf(stored(after))]
  return [...new Set([...was.keys(), ...is.keys()])].filter((path) => !Object.is(was.get(path), is.get(path)))
    .length
}

export function difference(before: CompareState, after: CompareState): Difference {
  const figures = changedFigures(before, after)
  return {
    inputs: DIFFERENCE_PARTS.map((part) => ({
      part,
      // A snapshot of an older make may lack a part.
      changes: changedValues(
        (before.caseFile as Partial<CaseFile>)[part],
        (after.caseFile as Partial<CaseFile>)[part],
      ),
    })).filter(({ changes }) => changes.length > 0),
    figures,
    further: Math.max(0, changedCount(before.results, after.results) - figures.length),
  }
}
