/**
 * 利益相关群体表: the groups of an assessment as one table, entered and replaced as a whole.
 *
 * Two groups of one name would be two strata nobody can tell apart, in the survey's links as in the report, so names are
 * unique. The totals are the frame that samples are measured against.
 */
import { z } from 'zod'
import { type StakeholderGroupEntry, stakeholderGroupShape } from './matter.ts'

export const groupTableShape = z.object({
  groups: z
    .array(stakeholderGroupShape.safeExtend({ id: z.string().min(1).max(40).optional() }))
    .max(200, 'too-many')
    .superRefine((groups, context) => {
      const names = new Set<string>()
      const ids = new Set<string>()
      groups.forEach(({ name, id }, i) => {
        if (names.has(name))
          context.addIssue({ code: 'custom', path: [i, 'name'], message: 'duplicate-name' })
        names.add(name)
        if (id === undefined) return
        if (ids.has(id)) context.addIssue({ code: 'custom', path: [i, 'id'], message: 'bad-id' })
        ids.add(id)
      })
    }),
})
export type GroupTable = z.infer<typeof groupTableShape>

export interface GroupTotals {
  readonly households: number
  readonly persons: number
}

/** Sums over the groups, all of them and those directly affected; a row that is still being typed counts as zero. */
export function groupTotals(
  groups: readonly Pick<StakeholderGroupEntry, 'effect' | 'households' | 'persons'>[],
): {
  readonly all: GroupTotals
  readonly direct: GroupTotals
} {
  const sum = (key: 'households' | 'persons', rows: typeof groups) =>
    rows.reduce((total, row) => total + (Number.isFinite(row[key]) ? row[key] : 0), 0)
  const totals = (rows: typeof groups) => ({
    households: sum('households', rows),
    persons: sum('persons', rows),
  })
  return { all: totals(groups), direct: totals(groups.filter((group) => group.effect === 'direct')) }
}
