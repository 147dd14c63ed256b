/**
 * Every single figure of a set of results, by a path that says where it stands: `economics.value.enpvFen`,
 * `survey.questions[C1].options[4].estimate.count`. Members of a list are named by their own id where they have one, so
 * that a path means the same in two versions of a case.
 */

export type FigureValue = string | number | boolean | null

const NAMES = [
  'questionId',
  'optionId',
  'factorId',
  'groupId',
  'party',
  'id',
  'rule',
  'check',
  'criterion',
  'row',
  'name',
  'year',
]

function nameOf(member: unknown, position: number): string {
  if (typeof member === 'object' && member !== null)
    for (const name of NAMES) {
      const own = (member as Record<string, unknown>)[name]
      if (typeof own === 'string' || typeof own === 'number') return String(own)
    }
  return String(position)
}

/** Leaves of a JSON value in their order; an empty list or object counts as one figure. */
export function figuresOf(value: unknown): Map<string, FigureValue> {
  const figures = new Map<string, FigureValue>()
  const add = (path: string, figure: FigureValue) => {
    // Two members of one name: the second keeps its own place instead of hiding the first.
    let free = path
    for (let n = 2; figures.has(free); n++) free = `${path}#${n}`
    figures.set(free, figure)
  }
  const walk = (path: string, part: unknown): void => {
    if (part === undefined) return
    if (part === null || typeof part !== 'object') {
      add(path, part as FigureValue)
      return
    }
    if (Array.isArray(part)) {
      if (part.length === 0) add(path, '[]')
      part.forEach((member, i) => {
        walk(`${path}[${nameOf(member, i)}]`, member)
      })
      return
    }
    const members = Object.entries(part)
    if (members.length === 0) add(path, '{}')
    for (const [key, member] of members) walk(path === '' ? key : `${path}.${key}`, member)
  }
  walk('', value)
  return figures
}

/** Whether a path is one of these, or lies within one. */
export function isWithin(path: string, roots: readonly string[]): boolean {
  return roots.some((root) => path === root || path.startsWith(`${root}.`) || path.startsWith(`${root}[`))
}
