import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { byBytes, householdsOf, listDigest, listsByGroup } from './household-list.ts'

const GROUPS = [
  { id: 'e', name: '东村' },
  { id: 'w', name: '西村' },
]

function read(table: string[][]) {
  const rows = householdsOf(table, GROUPS)
  if (rows.ok) return rows.value.map(({ groupId, number }) => `${groupId}:${number}`)
  return rows.badCells?.map(({ row, column, reason }) => `${row} ${column} ${reason}`) ?? [rows.reason]
}

describe('a list of households by number', () => {
  test('is read whatever the order of its columns, with full-width digits as half-width ones', () => {
    expect(
      read([
        ['群体名称', '户编号'],
        ['东村', '１７'],
        ['', ''],
        ['西村', ' 3-012 '],
      ]),
    ).toEqual(['e:17', 'w:3-012'])
  })

  test('every bad row is named, and then nothing is taken', () => {
    expect(
      read([
        ['户编号', '群体名称'],
        ['1', '东村'],
        ['13912345678', '东村'],
        ['11010519491231002X', '东村'],
        ['张三', '东村'],
        ['', '东村'],
        ['-5', '西村'],
        ['=A1*2', '西村'],
        ['1', '南村'],
        ['1', '东村'],
        ['１', '东村'],
      ]),
    ).toEqual([
      '3 户编号 looks-like-phone',
      '4 户编号 looks-like-identity-number',
      '5 户编号 not-a-list-number',
      '6 户编号 required',
      '7 户编号 not-a-list-number',
      '8 户编号 not-a-list-number',
      '9 群体名称 unknown-group-name',
      '10 户编号 duplicate-row',
      '11 户编号 duplicate-row',
    ])
  })

  test('the same number may stand in two groups', () => {
    expect(
      read([
        ['户编号', '群体名称'],
        ['1', '东村'],
        ['1', '西村'],
      ]),
    ).toEqual(['e:1', 'w:1'])
  })

  test('a column of names is refused, although nothing of it would be kept', () => {
    expect(
      read([
        ['户编号', '群体名称', '户主姓名'],
        ['1', '东村', '王小明'],
      ]),
    ).toEqual(['1 户主姓名 column-of-names'])
  })

  test('a file without the column, and one without a row', () => {
    expect(read([['户编号'], ['1']])).toEqual(['columns-missing'])
    expect(read([['户编号', '群体名称']])).toEqual(['no-rows'])
    expect(read([])).toEqual(['columns-missing'])
  })
})

describe('the digest of a list', () => {
  test('is that of its sorted lines, as a command line gives it, in whatever order the list came', () => {
    const households = ['2', '10', '1'].map((number) => ({ groupId: 'e', number }))
    const sorted = listsByGroup(households).get('e') ?? []
    expect(sorted).toEqual(['1', '10', '2'])
    expect(listDigest(sorted)).toBe(createHash('sha256').update('1\n10\n2\n').digest('hex'))
  })

  test('the order is that of the bytes of UTF-8', () => {
    const words = ['村', 'a', '\u{20000}', '\uFF10', 'A', '']
    const byBuffer = [...words].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    expect([...words].sort(byBytes)).toEqual(byBuffer)
  })
})
