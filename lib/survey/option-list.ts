/** The answers of a choice question while they are being worded. */
import type { Option } from './question-types/question-type.ts'

export const MOST_OPTIONS = 30

/** An id no option has yet. Ids are columns of the codebook: an option keeps its own when others come and go. */
export function freeOptionId(options: readonly Option[]): string {
  const taken = new Set(options.map((option) => option.id))
  let n = 1
  while (taken.has(`o${n}`)) n += 1
  return `o${n}`
}

/** Options with new ones after a place, up to the most there may be. */
export function insertOptions(
  options: readonly Option[],
  after: number,
  labels: readonly string[],
): Option[] {
  const next = [...options]
  labels.slice(0, MOST_OPTIONS - options.length).forEach((label, i) => {
    next.splice(after + 1 + i, 0, { id: freeOptionId(next), label })
  })
  return next
}

/** Several pasted lines at an option: the first words it where it is still empty, the others follow it. */
export function pasteOptions(options: readonly Option[], at: number, lines: readonly string[]): Option[] {
  const [first = '', ...others] = lines
  const current = options[at]
  if (current?.label.trim() !== '') return insertOptions(options, at, lines)
  return insertOptions(options.with(at, { ...current, label: first }), at, others)
}
