import { describe, expect, test } from 'vitest'
import { groupChanges, groupsOf } from './group-import.ts'
import type { StakeholderGroup } from './matter.ts'

const HEADINGS = ['群体名称', '影响方式', '户数', '人数']
const CURRENT: StakeholderGroup[] = [
  { id: 'e', name: '东村', effect: 'direct', households: 120, persons: 400 },
  { id: 'w', name: '西村', effect: 'indirect', households: 80, persons: 250 },
]

function read(...rows: string[][]) {
  const groups = groupsOf([HEADINGS, ...rows], CURRENT)
  if (groups.ok) return groups.value
  return groups.badCells?.map(({ row, column, reason }) => `${row} ${column} ${reason}`) ?? groups.reason
}

describe('groups out of a file', () => {
  test('keep the id of a known name, whatever the order of the columns', () => {
    const table = [
      ['人数', '户数', '备注', '影响方式', '群体名称'],
      ['１,４１０', '420', '含租户', '直接影响', '东村'],
      ['90', '30', '', '间接', '集镇商户'],
    ]
    const groups = groupsOf(table, CURRENT)
    expect(groups.ok && groups.value).toEqual([
      { id: 'e', name: '东村', effect: 'direct', households: 420, persons: 1410 },
      { name: '集镇商户', effect: 'indirect', households: 30, persons: 90 },
    ])
  })

  test('every bad cell is named, and then nothing is taken', () => {
    expect(
      read(
        ['东村', '直接', '-1', '10'],
        ['西村', '全部', '=SUM(A1:A3)', '十'],
        ['南村', '直接', '10', '9'],
        ['北村', '直接', '', '1.5'],
        ['', '直接', '1', '1'],
        ['村', '直接', '1', '1'],
        ['村', '直接', '2', '2'],
      ),
    ).toEqual([
      '2 户数 negative',
      '3 影响方式 unknown-word',
      '3 户数 not-a-number',
      '3 人数 not-a-number',
      '4 人数 fewer-persons-than-households',
      '5 户数 not-a-number',
      '5 人数 not-whole',
      '6 群体名称 required',
      '8 群体名称 duplicate-row',
    ])
  })

  test('a file with the heads of households in it is refused', () => {
    const groups = groupsOf(
      [
        [...HEADINGS, '户主'],
        ['东村', '直接', '1', '1', '王小明'],
      ],
      CURRENT,
    )
    expect(groups).toMatchObject({
      reason: 'bad-rows',
      badCells: [{ column: '户主', reason: 'column-of-names' }],
    })
  })

  test('more groups than the table takes', () => {
    const rows = Array.from({ length: 201 }, (_, i) => [`第${i}组`, '直接', '1', '1'])
    expect(read(...rows)).toEqual(['202 群体名称 too-many'])
  })
})

test('what an import would add, change, keep and take away', () => {
  const changes = groupChanges(CURRENT, [
    { name: '东村', effect: 'direct', households: 118, persons: 396 },
    { name: '集镇商户', effect: 'indirect', households: 30, persons: 90 },
  ])
  expect(changes.added.map(({ name }) => name)).toEqual(['集镇商户'])
  expect(changes.changed.map(({ before, after }) => [before.households, after.households])).toEqual([
    [120, 118],
  ])
  expect(changes.removed.map(({ name }) => name)).toEqual(['西村'])
  expect(changes.totals).toEqual({
    before: { households: 200, persons: 650 },
    after: { households: 148, persons: 486 },
  })
  expect(groupChanges(CURRENT, CURRENT)).toMatchObject({ added: [], changed: [], removed: [], unchanged: 2 })
})
