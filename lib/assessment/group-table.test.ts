import { describe, expect, test } from 'vitest'
import { groupTableShape, groupTotals } from './group-table.ts'

const village = (name: string, id?: string) => ({
  name,
  effect: 'direct' as const,
  households: 10,
  persons: 40,
  ...(id === undefined ? {} : { id }),
})

function issues(groups: object[]) {
  const parsed = groupTableShape.safeParse({ groups })
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
}

describe('the table of stakeholder groups', () => {
  test('keeps the ids of known groups and takes new ones without', () => {
    const groups = [village('桑科新村', 'g1'), village('西科村')]
    expect(groupTableShape.parse({ groups }).groups).toEqual(groups)
  })

  test('an empty table is a valid beginning', () => {
    expect(issues([])).toEqual([])
  })

  test('refuses two groups of one name, also when they differ by spaces around it', () => {
    expect(issues([village('西科村'), village('科才村'), village(' 西科村 ')])).toEqual([
      'groups.2.name duplicate-name',
    ])
  })

  test('refuses one id for two groups', () => {
    expect(issues([village('西科村', 'g1'), village('科才村', 'g1')])).toEqual(['groups.1.id bad-id'])
  })

  test('keeps the rules of a single group', () => {
    expect(issues([{ ...village('西科村'), persons: 9 }])).toEqual([
      'groups.0.persons fewer-persons-than-households',
    ])
  })

  test('sums all groups and those directly affected; unfinished rows count as zero', () => {
    const groups = [
      { effect: 'direct' as const, households: 10, persons: 40 },
      { effect: 'indirect' as const, households: 5, persons: 12 },
      { effect: 'direct' as const, households: Number.NaN, persons: null as unknown as number },
    ]
    expect(groupTotals(groups)).toEqual({
      all: { households: 15, persons: 52 },
      direct: { households: 10, persons: 40 },
    })
  })
})
