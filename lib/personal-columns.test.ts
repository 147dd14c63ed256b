import { describe, expect, test } from 'vitest'
import { personalColumns } from './personal-columns.ts'

const KNOWN = ['户编号', '群体名称']
const reasons = (table: string[][]) =>
  personalColumns(table, KNOWN).map(({ column, reason }) => `${column} ${reason}`)

describe('columns that lead to persons', () => {
  test('are known by their headings, whatever stands below', () => {
    const headings = ['户编号', '户主姓名', '身份证号码', '联系电话', '家庭住址', '备注', '群体名称']
    expect(reasons([headings])).toEqual([
      '户主姓名 column-of-names',
      '身份证号码 column-of-identity-numbers',
      '联系电话 column-of-phones',
      '家庭住址 column-of-addresses',
    ])
  })

  test('are known by what stands in most cells, whatever the heading says', () => {
    const table = [
      ['户编号', '甲', '乙', '丙'],
      ['1', '王小明', '13912345678', '11010519491231002X'],
      ['2', '李四', '13812345678', '53010219200508011X'],
      ['3', '', '无', ''],
      ['4', '张建国', '13712345678', '11010519491231002X'],
    ]
    expect(reasons(table)).toEqual([
      '甲 column-of-names',
      '乙 column-of-phones',
      '丙 column-of-identity-numbers',
    ])
  })

  test('villages that begin like a family name are villages, and remarks are remarks', () => {
    const table = [
      ['户编号', '村名', '备注'],
      ['1', '高店村', '已搬迁'],
      ['2', '石桥村', ''],
      ['3', '马家湾', '两户合住'],
      ['4', '白沙坝', '空置'],
    ]
    expect(reasons(table)).toEqual([])
  })
})
