/**
 * The single values of a JSON value, each with the way to it: fields by their name, members of a list by their own id, so that
 * the same value is found again in another version although something was added before it.
 */
import type { FigureValue } from './bundle/figures.ts'

export type Stop =
  | { readonly kind: 'field'; readonly key: string }
  /** `label`: what the member calls itself; null where it has no words of its own. */
  | {
      readonly kind: 'member'
      readonly id: string
      readonly position: number
      readonly label: string | null
      /** Fields by which it points to something else, e.g. the group it counts. */
      readonly refers: readonly string[]
    }

export interface Leaf {
  readonly trail: readonly Stop[]
  readonly value: FigureValue
}

/** Stands for a list or an object without members. */
export const EMPTY = '[]'

const IDS = [
  'id',
  'indicatorId',
  'factorId',
  'measureId',
  'groupId',
  'dimension',
  'questionId',
  'year',
  'seq',
  'version',
]
const LABELS = [
  'name',
  'title',
  'subject',
  'description',
  'label',
  'office',
  'outlet',
  'place',
  'area',
  'scenario',
  'year',
]
const REFERS = ['indicatorId', 'factorId', 'measureId', 'groupId', 'dimension', 'questionId']

function own(member: unknown, names: readonly string[]): string[] {
  if (typeof member !== 'object' || member === null) return []
  return names.flatMap((name) => {
    const value = (member as Record<string, unknown>)[name]
    return (typeof value === 'string' && value !== '') || typeof value === 'number' ? [String(value)] : []
  })
}

/** Leaves by a key that is the same wherever the value stands; an empty list or object counts as one value. */
export function leavesOf(value: unknown): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>()
  const add = (trail: readonly Stop[], leaf: FigureValue) => {
    const key = JSON.stringify(trail.map((stop) => (stop.kind === 'field' ? stop.key : [stop.id])))
    // Two members of one name: the second keeps its own place instead of hiding the first.
    let free = key
    for (let n = 2; leaves.has(free); n++) free = `${key} ${n}`
    leaves.set(free, { trail, value: leaf })
  }
  const walk = (trail: readonly Stop[], part: unknown): void => {
    if (part === undefined) return
    if (part === null || typeof part !== 'object') {
      add(trail, part as FigureValue)
      return
    }
    if (Array.isArray(part)) {
      if (part.length === 0) add(trail, EMPTY)
      part.forEach((member, position) => {
        const id = own(member, IDS)[0] ?? String(position)
        const label = own(member, LABELS)[0] ?? null
        walk([...trail, { kind: 'member', id, position, label, refers: own(member, REFERS) }], member)
      })
      return
    }
    const members = Object.entries(part)
    if (members.length === 0) add(trail, EMPTY)
    for (const [key, member] of members) walk([...trail, { kind: 'field', key }], member)
  }
  walk([], value)
  return leaves
}
