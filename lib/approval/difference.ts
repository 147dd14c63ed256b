/**
 * 版本差异: what changed between two states of a case, inputs and figures, each by its path. Whoever approves a second version
 * reads this first.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import type { Results } from '../verdict/results.ts'
import { type FigureValue, figuresOf } from './bundle/figures.ts'

export interface ChangedValue {
  readonly path: string
  /** Undefined: was not there. */
  readonly before: FigureValue | undefined
  readonly after: FigureValue | undefined
}

export const DIFFERENCE_PARTS = [
  'matter',
  'groups',
  'participation',
  'findings',
  'dimensionComments',
  'factors',
  'expertPanel',
  'expectedEventPersons',
  'directConditions',
  'sampling',
  'survey',
  'earlierSurvey',
  'economics',
  'disputes',
  'followUp',
  'narratives',
  'schemeId',
] as const
export type DifferencePart = (typeof DIFFERENCE_PARTS)[number]

export interface Difference {
  /** Inputs by the part of the case they belong to; parts without a change are left out. */
  readonly inputs: readonly { readonly part: DifferencePart; readonly changes: readonly ChangedValue[] }[]
  readonly figures: readonly ChangedValue[]
}

interface State {
  readonly caseFile: CaseFile
  readonly results: Results
}

function changes(before: unknown, after: unknown): ChangedValue[] {
  const [was, is] = [figuresOf(before), figuresOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((path) => ({ path, before: was.get(path), after: is.get(path) }))
    .filter((value) => !Object.is(value.before, value.after))
}

export function difference(before: State, after: State): Difference {
  const part = (state: State, name: DifferencePart) =>
    // Through JSON, as a frozen version has been: what is undefined is not there.
    JSON.parse(JSON.stringify((state.caseFile as Partial<CaseFile>)[name] ?? null)) as unknown
  return {
    inputs: DIFFERENCE_PARTS.map((name) => ({
      part: name,
      changes: changes(part(before, name), part(after, name)),
    })).filter((one) => one.changes.length > 0),
    figures: changes(JSON.parse(JSON.stringify(before.results)), JSON.parse(JSON.stringify(after.results))),
  }
}
